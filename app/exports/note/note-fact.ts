/** What the search-chain note can say, as facts without a language. Each language has one file of words for them. */
import type { AskOutcome, Channel } from '#domain/ask.ts'
import type { HowEnded } from './how-ended.ts'
import type { Place } from './place.ts'

/** What a step was walked for. */
export type Purpose = 'search' | 'screening' | 'capture'

export type Why = 'open' | 'cancelled' | 'ended'

/** How far a search without a result looked. `missed` names the steps that could not look to the end. */
export type Coverage = 'open' | 'blind' | 'complete' | { missed: string[] }

/** How a page came into the archive. */
export type HowCaptured = { step: string; person: string | null }

/** A request to a person. Times are ISO 8601; `timeZone` is the IANA name in which the deadline was set. */
export type Asked = {
  who: string
  channel: Channel
  sentAt: string
  about: string
  /** null while nothing has come; `overdue` says whether the deadline had passed by then */
  outcome: AskOutcome | null
  overdue: boolean
  outcomeAt: string | null
  deadline: string
  timeZone: string
  claim: number | null
}

/** What screening showed, as numbers. */
export type Screened = {
  total: number
  passageFound: number
  passageAbsent: number
  couldNotLook: number
  neverExisted: number
}

type Told =
  /* finding */
  | { kind: 'no_search' }
  | {
      kind: 'searched'
      claims: number[] | null
      chains: { steps: string[]; place: Place }[]
      times: string[]
    }
  | {
      kind: 'found'
      step: string
      person: string | null
      fallback: boolean
      place: Place
      found: number
      accepted: number
    }
  | { kind: 'ended'; step: string; person: string | null; how: HowEnded; place: Place }
  | { kind: 'unreached'; step: string; why: Why; place: Place }
  | ({ kind: 'screened' } & Screened)
  | { kind: 'ai_search'; step: string }
  | { kind: 'no_lead'; place: Place; coverage: Coverage }
  /* capturing; `of` is the number of cited pages, in the first clause alone */
  | { kind: 'captured'; how: HowCaptured; sources: number[]; of: number | null }
  | { kind: 'none_captured'; of: number }
  | { kind: 'in_the_way'; step: string; person: string | null; how: HowEnded; sources: number[] }
  | { kind: 'capture_unreached'; step: string; why: Why; sources: number[] }
  | { kind: 'not_captured'; sources: number[] }
  | { kind: 'archived_before'; sources: number[] }
  | { kind: 'never_asked_for'; sources: number[] }
  | { kind: 'not_cited'; pages: number }
  /* people */
  | ({ kind: 'asked' } & Asked)
  /* the method box */
  | { kind: 'tool'; purpose: Purpose; step: string; version: string; askedOf: string[]; attempts: number }
  | { kind: 'query'; text: string; steps: string[] }
  | { kind: 'languages'; languages: (string | null)[] }
  | { kind: 'sites'; sites: string[] }
  | {
      kind: 'windows'
      steps: { step: string; windowMs: number }[]
      runWindowMs: number
      stopAtFirst: boolean
      place: Place
    }
  | { kind: 'time'; purpose: Purpose; claim: number | null; scheduled: boolean; times: string[] }
  | { kind: 'results'; step: string; found: number; accepted: number; screened: Screened | null }
  | { kind: 'screening_failed'; how: HowEnded; step: string; pages: number }
  | { kind: 'never_existed'; addresses: string[] }
  | { kind: 'by_hand'; person: string; step: string; sources: number[]; count: number; times: string[] }
  | { kind: 'none_by_hand' }
  | {
      kind: 'ai_used'
      step: string
      models: string[]
      asked: number
      answered: number
      /** null where the service does not tell */
      toolCalls: number | null
      citations: number | null
    }
  | {
      kind: 'assistant_used'
      models: string[]
      asked: number
      answered: number
      proposed: number
      /** of what was proposed, what a person accepted */
      accepted: { claims: number; queries: number; translations: number }
    }
  | { kind: 'no_ai' }
  | { kind: 'engines_down'; step: string; engines: string[] }
  | { kind: 'steps_blind'; steps: string[]; place: Place }
  | { kind: 'pages_not_seen'; pages: number }
  | { kind: 'sources_not_seen'; sources: number[] }
  | { kind: 'not_answered'; requests: number }
  | { kind: 'blind_means' }
  | { kind: 'all_looked' }
  | ({ kind: 'not_found' } & NotFound)
  | { kind: 'annotated'; step: string; at: string; notes: { text: string; by: string; at: string }[] }

/** A claim that was searched for without a result that anybody accepted, and what that search covered. */
export type NotFound = {
  /** null where the words stand with the claim itself */
  claim: number | null
  /** times of its attempts, ISO 8601 */
  times: string[]
  searches: number
  /** steps that asked somebody; one that was skipped asked nobody */
  asked: string[]
  found: number
  screened: Screened | null
  /** steps that could not look to the end, and engines that a step reported as down */
  down: string[]
  coverage: Coverage
  /** sources that people cite for the claim although no search brought them */
  citedByHand: number
}

/** One thing to say, with the attempts it follows from. */
export type NoteFact = Told & { attemptIds: string[] }
export type FactKind = Told['kind']
export type FactOf<K extends FactKind> = Extract<Told, { kind: K }>

/** Facts that make one sentence: clauses in a row. */
export type NoteSentence = NoteFact[]
