/** English for the facts that only the method box tells. */
import { ASK_STEP, UPLOAD_STEP } from '#domain/step.ts'
import { capital, countWords, listWords, numberedWords } from '../../list-words.ts'
import { printMoment, printSpan } from '../../print-time.ts'
import { hostOf } from '../host-of.ts'
import type { FactOf, Purpose } from '../note-fact.ts'
import { MAX_LISTED, type MethodKind, type Say } from '../note-words.ts'
import { endedWords, windowWords } from './attempt-words.ts'
import { captureStepWords } from './fetch-words.ts'
import { screenedWords } from './find-words.ts'
import { placeWords } from './place-words.ts'

const PURPOSE: Record<Purpose, string> = {
  search: 'Searching',
  screening: 'Looking at leads',
  capture: 'Capturing',
}

export const METHOD_WORDS: Pick<Say, MethodKind> = {
  tool: ({ purpose, step, version, askedOf, attempts }) => {
    const hosts = [...new Set(askedOf.map((host) => hostOf(host) ?? 'a service of the house'))]
    const at = hosts.length > 0 ? ` at ${listWords(hosts)}` : ''
    return `${PURPOSE[purpose]}: ${step} (version ${version})${at}, ${countWords(attempts, 'attempt')}`
  },
  query: ({ text, steps }) => `“${text}” to ${listWords(steps)}`,
  languages: ({ languages }) => {
    const named = languages.filter((language) => language !== null)
    if (named.length === 0) return 'No limit of language'
    const none = named.length < languages.length ? ', and without a limit of language' : ''
    return `Pages in ${listWords(named)} were asked for${none}`
  },
  sites: ({ sites }) => `Feeds and site maps of ${listWords(sites)}`,
  windows: ({ steps, runWindowMs, stopAtFirst, place }) => {
    const each = steps.map(({ step, windowMs }) => `${step} ${windowWords(windowMs)}`)
    const rule = stopAtFirst ? 'ending at the first usable answer' : 'all steps walked'
    return `Windows${placeWords(place)}: ${listWords(each)}; ${windowWords(runWindowMs)} for the whole run, ${rule}`
  },
  time: ({ purpose, claim, scheduled, times }) => {
    const what = claim === null ? PURPOSE[purpose] : `${PURPOSE[purpose]} for claim ${claim}`
    return `${what}${scheduled ? ', by a schedule,' : ''} ${printSpan(times)}`
  },
  results: ({ step, found, accepted, screened }) => {
    const looked =
      screened === null ? 'not screened' : `${screened.total} screened, ${listWords(screenedWords(screened))}`
    return `${step}: ${countWords(found, 'lead')} found; ${looked}; ${accepted} accepted by a person`
  },
  screening_failed: ({ how, pages, step }) =>
    `For ${countWords(pages, 'lead')}, ${captureStepWords(step)} ${endedWords(how, 'page')}`,
  never_existed: ({ addresses }) => {
    const shown = addresses.slice(0, MAX_LISTED)
    const more = addresses.length > shown.length ? ` and ${addresses.length - shown.length} more` : ''
    const one = addresses.length === 1
    return `${one ? 'This address was' : 'These addresses were'} proposed, but no host answers for ${one ? 'it' : 'them'} and no archive has kept ${one ? 'it' : 'them'}: ${shown.join(', ')}${more}`
  },
  by_hand: byHandWords,
  none_by_hand: () => 'No step was done by hand',
  ai_used: ({ step, models, asked, answered, toolCalls, citations }) => {
    const model = models.length > 0 ? ` (model ${listWords(models)})` : ''
    const often = asked === 1 ? 'once' : `${asked} times`
    if (answered === 0) return `${step}, an AI search${model}, was asked ${often} and gave no answer`
    const searched =
      toolCalls === null
        ? ''
        : `, ran ${toolCalls === 0 ? 'no search' : countWords(toolCalls, 'search', 'searches')}`
    const named = citations === null ? '' : ` and named ${countWords(citations, 'page')}`
    return `${step}, an AI search${model}, was asked ${often}${searched}${named}; it only proposed addresses, and nothing it said is used as evidence`
  },
  assistant_used: ({ models, asked, answered, proposed, accepted }) => {
    const model = models.length > 0 ? ` (model ${listWords(models)})` : ''
    const told = `An AI assistant${model} was asked for proposals ${asked === 1 ? 'once' : `${asked} times`}`
    if (answered === 0) return `${told} and gave no answer`
    const taken = [
      accepted.claims > 0 ? countWords(accepted.claims, 'claim') : '',
      accepted.queries > 0 ? countWords(accepted.queries, 'query', 'queries') : '',
      accepted.translations > 0 ? countWords(accepted.translations, 'translation') : '',
    ].filter(Boolean)
    const byPeople =
      taken.length > 0 ? `; a person accepted ${listWords(taken)}` : '; none of it was accepted'
    return `${told} and made ${countWords(proposed, 'proposal')}${proposed > 0 ? byPeople : ''}; nothing it said is used as evidence`
  },
  no_ai: () => 'No AI search was used',
  engines_down: ({ step, engines }) => `${step} reported that ${listWords(engines)} gave no answer`,
  steps_blind: ({ steps, place }) => `${listWords(steps)} could not look to the end${placeWords(place)}`,
  pages_not_seen: ({ pages }) => `The pages of ${countWords(pages, 'lead')} could not be looked at`,
  sources_not_seen: ({ sources }) => `${capital(numberedWords('source', sources))} could not be captured`,
  not_answered: ({ requests }) => `${countWords(requests, 'request')} to people brought no answer`,
  blind_means: () =>
    'What could not be looked at may hold what was looked for: this record does not show that there is nothing more to find',
  all_looked: () => 'Every step that was walked looked to its end',
  annotated: ({ step, at, notes }) => {
    const each = notes.map(({ text, by, at: when }) => `[Note by ${by}, ${printMoment(when)}: ${text}]`)
    return `On ${step} of ${printMoment(at)}: ${each.join(' ')}`
  },
}

function byHandWords({ person, step, sources, count, times }: FactOf<'by_hand'>): string {
  const when = printSpan(times)
  if (step === ASK_STEP) return `${person} sent ${countWords(count, 'request')} to people ${when}`
  const what = sources.length > 0 ? numberedWords('source', sources) : 'a document'
  if (step === UPLOAD_STEP) return `${person} brought ${what} ${when}`
  return `${person} did the step ${step}${sources.length > 0 ? ` for ${what}` : ''} ${when}`
}
