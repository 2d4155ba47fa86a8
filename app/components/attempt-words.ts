/** Says in a colleague's words what a step does, how it ended and why. "Could not look" is never worded as "not there". */
import type { Ending, Reason } from '#domain/attempt.ts'
import type { StepName } from '#domain/step.ts'

/** What decides the wording of one attempt. `ended` is null while the step is at work. */
export type AttemptEnding = {
  ended: Ending | null
  reason: string | null
  httpStatus: number | null
  windowMs: number
}

type Words = string | ((attempt: AttemptEnding) => string)

/** One sentence for every reason on the closed list: a reason without words does not compile. */
const REASON_WORDS: Record<Reason, Words> = {
  http_error: (attempt) =>
    attempt.httpStatus === null
      ? 'The other side answered with an error, so we could not look.'
      : `The other side answered with an error (HTTP ${attempt.httpStatus}), so we could not look.`,
  timeout_window: (attempt) =>
    attempt.ended === 'nothing'
      ? `Nothing usable had come when the window of ${windowWords(attempt.windowMs)} closed.`
      : `It had not answered when the window of ${windowWords(attempt.windowMs)} closed, so we could not look to the end.`,
  no_results: 'We looked, and there was nothing.',
  engine_unavailable: 'The search engine was not available, so we could not look.',
  not_configured: 'This step is not set up for this, so it was left out.',
  blocked_challenge: 'The page was blocked by the site or by a service in front of it.',
  paywall_stub: 'Only the part in front of the paywall came back.',
  consent_wall: 'A cookie or consent notice stood in front of the page.',
  login_wall: 'The page asks readers to sign in first.',
  soft_404: 'The site answered, but with a page that says the document is not there.',
  withdrawn: 'The site says that the document has been withdrawn.',
  rate_limited: (attempt) =>
    attempt.ended === 'skipped'
      ? 'Left out for now: the site has turned us away and is left alone for a while.'
      : 'We were told that we had asked too often. Try again later.',
  refused_by_guard: (attempt) =>
    attempt.ended === 'skipped'
      ? 'Left out, so that nobody outside learns of it.'
      : 'Stet refused to go to this address: private networks and unusual ports are closed to it.',
  too_large: 'What came back was larger than Stet keeps.',
  unsupported_type: 'A kind of file came back that Stet cannot read.',
  dns: 'The name of the site could not be resolved, so we could not look.',
  connect: 'No connection to the site could be made, so we could not look.',
  tls: 'No secure connection to the site could be made, so we could not look.',
  decode_failed: 'What came back could not be decoded.',
  provider_error: 'The provider reported an error, so we could not look.',
  cancelled: 'It was stopped before it ended.',
  needs_person: 'This needs a person. Open the page yourself and bring the document.',
  bug: 'A fault in Stet stopped this step, so we could not look. Please tell whoever runs Stet.',
}

const ENDING_WORDS: Record<Ending, string> = {
  done: 'Worked.',
  nothing: 'We looked, and there was nothing.',
  skipped: 'Left out.',
  failed: 'We could not look.',
}

/** The ending in one or two words, for a mark beside the sentence. */
export const ENDING_LABELS: Record<Ending, string> = {
  done: 'worked',
  nothing: 'found nothing',
  skipped: 'left out',
  failed: 'could not look',
}

const STEP_WORDS: Record<StepName, string> = {
  'grok-search': 'Ask an AI search for addresses',
  'local-web-search': 'Ask our own web search',
  'browser-search': 'Search with a browser',
  'brave-search': 'Ask Brave Search',
  'fact-check-search': 'Ask Google’s index of published fact checks',
  'wayback-search': 'Look for archived copies of known addresses',
  'feed-search': 'Read the feeds and site maps of named publishers',
  'link-search': 'Follow the links inside captured pages',
  plain: 'Fetch the page as a reader would',
  wayback: 'Ask the Internet Archive for a copy',
  rendered: 'Open the page in a browser',
  upload: 'Read the document a person brought',
  'ask-person': 'Ask a person',
  assistant: 'Ask an AI assistant for proposals',
}

/** What a step does, as a heading. A step of a later version is given by its stored name. */
export function stepWords(step: string): string {
  return STEP_WORDS[step as StepName] ?? step
}

/** How an attempt ended, in one sentence. */
export function attemptSentence(attempt: AttemptEnding): string {
  if (attempt.ended === null) return 'At work.'
  const words = attempt.reason === null ? undefined : REASON_WORDS[attempt.reason as Reason]
  if (words === undefined) return ENDING_WORDS[attempt.ended]
  return typeof words === 'string' ? words : words(attempt)
}

/** A length of time in words: "250 ms", "1.5 seconds", "2 minutes 5 seconds", "3 hours", "2 days 2 hours". */
export function windowWords(milliseconds: number): string {
  if (milliseconds < 1_000) return `${Math.max(0, Math.round(milliseconds))} ms`
  const tenths = Math.round(milliseconds / 100) / 10
  if (tenths < 60) return tenths === 1 ? '1 second' : `${tenths} seconds`
  const seconds = Math.round(milliseconds / 1_000)
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return twoUnits(minutes, 'minute', seconds % 60, 'second')
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return twoUnits(hours, 'hour', minutes % 60, 'minute')
  return twoUnits(Math.floor(hours / 24), 'day', hours % 24, 'hour')
}

function twoUnits(whole: number, unit: string, rest: number, smallerUnit: string): string {
  const counted = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`
  return rest === 0 ? counted(whole, unit) : `${counted(whole, unit)} ${counted(rest, smallerUnit)}`
}
