/** English for the facts on finding. */
import { countWords, listWords, numberedWords } from '../../list-words.ts'
import { printSpan } from '../../print-time.ts'
import type { Coverage, FactOf, Screened } from '../note-fact.ts'
import type { Say } from '../note-words.ts'
import { endedWords } from './attempt-words.ts'
import { placeWords, whyWords } from './place-words.ts'

type FindKind =
  | 'no_search'
  | 'searched'
  | 'found'
  | 'ended'
  | 'unreached'
  | 'screened'
  | 'ai_search'
  | 'no_lead'
  | 'not_found'

export const FIND_WORDS: Pick<Say, FindKind> = {
  no_search: () => 'No search was recorded',
  searched: ({ claims, chains, times }) => {
    const what = claims === null ? 'Sources' : `Sources for ${numberedWords('claim', claims)}`
    const walked = chains.map(({ steps, place }) => {
      const chain = steps.join(' → ')
      return place === null ? chain : `${chain} (${placeWords(place).trim()})`
    })
    return `${what} were looked for ${printSpan(times)} along the chain ${listWords(walked)}:`
  },
  found: ({ step, person, fallback, place, found, accepted }) => {
    const subject = subjectWords(step, person)
    if (found === 0) return `${subject} answered without a lead${placeWords(place, 'the')}`
    const leads = `found ${countWords(found, 'lead')}${placeWords(place, 'the')}`
    return `${subject} ${fallback ? 'was the fallback and ' : ''}${leads}, ${acceptedWords(found, accepted)}`
  },
  ended: ({ step, person, how, place }) =>
    `${subjectWords(step, person)} ${endedWords(how, 'service', placeWords(place))}`,
  unreached: ({ step, why, place }) => `${step} ${whyWords(why)}${placeWords(place)}`,
  screened: (screened) =>
    screened.total === 1
      ? `The one lead that was screened ${singleWords(screened)}`
      : `Of ${screened.total} leads screened, ${listWords(screenedWords(screened))}`,
  ai_search: ({ step }) =>
    `${step} is an AI search: it only proposed addresses, and nothing it said is used as evidence`,
  no_lead: ({ place, coverage }) => coverageWords(coverage, placeWords(place, 'any of the')),
  not_found: (entry) => notFoundWords(entry),
}

function subjectWords(step: string, person: string | null): string {
  return person === null ? step : `${step}, done by hand by ${person},`
}

function acceptedWords(found: number, accepted: number): string {
  if (accepted === 0) return found === 1 ? 'not accepted by anybody so far' : 'none of them accepted so far'
  if (found === 1) return 'which was accepted by a person'
  return `of which ${accepted} ${accepted === 1 ? 'was' : 'were'} accepted by a person`
}

/** "4 carried the passage", "12 did not", …: only what there is. */
export function screenedWords(screened: Screened): string[] {
  const { passageFound, passageAbsent, couldNotLook, neverExisted } = screened
  const parts = [passageFound === 0 ? 'none carried the passage' : `${passageFound} carried the passage`]
  if (passageAbsent > 0 && passageFound > 0) parts.push(`${passageAbsent} did not`)
  if (passageAbsent > 0 && passageFound === 0) parts[0] = `${passageAbsent} did not carry the passage`
  if (couldNotLook > 0) parts.push(`${couldNotLook} could not be looked at`)
  if (neverExisted > 0) parts.push(`${countWords(neverExisted, 'address', 'addresses')} never existed`)
  return parts
}

function singleWords({ passageFound, passageAbsent, couldNotLook }: Screened): string {
  if (passageFound > 0) return 'carried the passage'
  if (passageAbsent > 0) return 'did not carry the passage'
  return couldNotLook > 0 ? 'could not be looked at' : 'is an address that never existed'
}

function coverageWords(coverage: Coverage, place: string): string {
  if (coverage === 'open')
    return `No lead had been found${place} when this was exported, and the search was still open`
  if (coverage === 'blind')
    return `No step could look to the end${place}, so this says nothing about what there is to find`
  if (coverage === 'complete') return `No lead was found${place}`
  return `No lead was found${place}; because ${listWords(coverage.missed)} could not look to the end, this does not show that there is none`
}

function notFoundWords(entry: FactOf<'not_found'>): string {
  const { claim, times, searches, asked, found, screened, down, coverage, citedByHand } = entry
  const often = searches === 1 ? '' : ` in ${searches} searches`
  const who = asked.length === 0 ? 'nobody' : listWords(asked)
  const about = claim === null ? '' : `Claim ${claim}: `
  const parts = [`${about}${who} ${asked.length > 1 ? 'were' : 'was'} asked ${printSpan(times)}${often}`]
  if (found === 0) parts.push('no lead was found')
  else parts.push(`${countWords(found, 'lead')} ${found === 1 ? 'was' : 'were'} found and none accepted`)
  if (screened) parts.push(`${screened.total} screened: ${listWords(screenedWords(screened))}`)
  else if (found > 0) parts.push('none of them was screened')
  if (citedByHand > 0)
    parts.push(
      `${countWords(citedByHand, 'source')} cited for it ${citedByHand === 1 ? 'was' : 'were'} added by hand`,
    )
  return `${parts.join('; ')}; ${meaningWords(coverage, down)}`
}

function meaningWords(coverage: Coverage, down: string[]): string {
  if (coverage === 'open') return 'the search is still open'
  if (coverage === 'blind')
    return 'none of them could look to the end, so this says nothing about what there is to find'
  if (coverage === 'complete') return 'every step looked to the end'
  return `${listWords(down)} could not look to the end, so this does not show that there is none`
}
