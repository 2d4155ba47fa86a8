/** English for the facts on capturing and on requests to people. */
import { capital, countWords, numberedWords } from '../../list-words.ts'
import type { HowCaptured } from '../note-fact.ts'
import type { Say } from '../note-words.ts'
import { endedWords } from './attempt-words.ts'
import { whyWords } from './place-words.ts'

type FetchKind =
  | 'captured'
  | 'none_captured'
  | 'in_the_way'
  | 'capture_unreached'
  | 'not_captured'
  | 'archived_before'
  | 'never_asked_for'
  | 'not_cited'

const HOW: Record<string, string> = {
  plain: 'captured by a plain request',
  rendered: 'captured in a browser',
  wayback: 'captured from the Wayback Machine',
}

const WHO: Record<string, string> = {
  plain: 'the plain request',
  rendered: 'the browser',
  wayback: 'the Wayback Machine',
}

export const FETCH_WORDS: Pick<Say, FetchKind> = {
  captured: ({ how, sources: group, of }) => {
    const count = group.length
    const told = `${count === 1 ? 'was' : 'were'} ${howWords(how)} (${sources(group)})`
    if (of === 1) return `The cited page ${told}`
    return of === null ? `${count} ${told}` : `Of the ${of} cited pages, ${count} ${told}`
  },
  none_captured: ({ of }) =>
    of === 1 ? 'The cited page could not be captured' : `None of the ${of} cited pages could be captured`,
  in_the_way: ({ step, person, how, sources: group }, first) => {
    const upload = person === null ? 'the upload' : `the upload by ${person}`
    const who = step === 'upload' ? upload : captureStepWords(step)
    return `${first ? 'For' : 'for'} ${sources(group)}, ${who} ${endedWords(how, step === 'wayback' ? 'service' : 'page')}`
  },
  capture_unreached: ({ step, why, sources: group }, first) =>
    `${first ? 'For' : 'for'} ${sources(group)}, ${captureStepWords(step)} ${whyWords(why)}`,
  not_captured: ({ sources: group }) =>
    `${capital(sources(group))} ${group.length === 1 ? 'was' : 'were'} not captured`,
  archived_before: ({ sources: group }) =>
    `${capital(sources(group))} ${group.length === 1 ? 'was' : 'were'} already in the archive`,
  never_asked_for: ({ sources: group }) => `No attempt to capture ${sources(group)} is on record`,
  not_cited: ({ pages }) =>
    `${countWords(pages, 'further page')} ${pages === 1 ? 'was asked for and is' : 'were asked for and are'} not cited here`,
}

const sources = (numbers: number[]) => numberedWords('source', numbers)

/** A step of capturing as the one who acts: "the plain request". */
export const captureStepWords = (step: string) => WHO[step] ?? step

function howWords({ step, person }: HowCaptured): string {
  if (step === 'upload') return person === null ? 'brought by hand' : `brought by hand by ${person}`
  const how = HOW[step] ?? `captured by ${step}`
  return person === null ? how : `${how} with the help of ${person}`
}
