/** Says in English how one attempt ended. "Could not look" and "looked and found nothing" never share a wording. */
import type { Reason } from '#domain/attempt.ts'
import type { HowEnded } from '../how-ended.ts'

/** What happened, and the reason where it follows a colon: where it happened stands between the two. */
type Words = [event: string, why?: string]
type Wording = Words | ((how: HowEnded) => Words)

/** A step that asks somebody: a search engine, an archive. */
const OF_A_SERVICE: Record<Reason, Wording> = {
  http_error: (how) => [
    how.httpStatus === null ? 'answered with an HTTP error' : `answered with HTTP ${how.httpStatus}`,
  ],
  timeout_window: (how) => [`gave no usable result within its window of ${windowOf(how)}${cutShort(how)}`],
  no_results: ['looked and found nothing'],
  engine_unavailable: ['could not look', 'the engine was unavailable'],
  not_configured: ['was not set up'],
  blocked_challenge: ['was blocked by the site or by a service in front of it'],
  paywall_stub: ['met a paywall'],
  consent_wall: ['met a consent wall'],
  login_wall: ['met a sign-in page'],
  soft_404: ['got a page saying that the document is not there'],
  withdrawn: ['got a notice that the document has been withdrawn'],
  rate_limited: ['was turned away for asking too often'],
  refused_by_guard: ["was refused by Stet's guard"],
  too_large: ['got more than may be kept'],
  unsupported_type: ['got a kind of file that cannot be read'],
  dns: ['could not look', 'the host name could not be resolved'],
  connect: ['could not look', 'no connection could be made'],
  tls: ['could not look', 'no secure connection could be made'],
  decode_failed: ['got an answer that could not be decoded'],
  provider_error: ['could not look', 'the provider reported an error'],
  cancelled: ['was cancelled before it ended'],
  needs_person: (how) => [
    how.person === null ? 'needed a person' : `needed a person and was taken on by ${how.person}`,
  ],
  bug: ['could not look', 'a fault in Stet stopped it'],
}

/** A step that asks the page itself, or is handed it. */
const OF_A_PAGE: Partial<Record<Reason, Wording>> = {
  http_error: (how) => [
    how.httpStatus === null ? 'was answered with an HTTP error' : `was answered with HTTP ${how.httpStatus}`,
  ],
  timeout_window: (how) => [`brought no usable page within its window of ${windowOf(how)}${cutShort(how)}`],
  no_results: ['brought a page with nothing to read on it'],
  too_large: ['brought more than may be kept'],
  unsupported_type: ['brought a kind of file that cannot be read'],
  decode_failed: ['brought text that could not be decoded'],
}

const WITHOUT_REASON: Record<HowEnded['ended'], Words> = {
  open: ['had not ended when this was exported'],
  interrupted: ['was interrupted before it ended'],
  done: ['succeeded'],
  nothing: ['looked and found nothing'],
  skipped: ['was skipped'],
  failed: ['could not look'],
}

/** The predicate, such as "answered with HTTP 502"; `place` ("for claim 2") stands before the reason. */
export function endedWords(how: HowEnded, asks: 'service' | 'page', place = ''): string {
  const [event, why] = wordsFor(how, asks)
  return why === undefined ? `${event}${place}` : `${event}${place}: ${why}`
}

function wordsFor(how: HowEnded, asks: 'service' | 'page'): Words {
  if (how.reason === null) return WITHOUT_REASON[how.ended]
  const wording = (asks === 'page' ? OF_A_PAGE[how.reason] : undefined) ?? OF_A_SERVICE[how.reason]
  return typeof wording === 'function' ? wording(how) : wording
}

/** "3 seconds", "1.5 seconds", "2 minutes", "250 milliseconds". */
export function windowWords(windowMs: number): string {
  if (windowMs < 1_000) return `${windowMs} milliseconds`
  const seconds = Math.round(windowMs / 100) / 10
  if (seconds >= 120 && seconds % 60 === 0) return `${seconds / 60} minutes`
  return seconds === 1 ? '1 second' : `${seconds} seconds`
}

const windowOf = (how: HowEnded) => windowWords((how.windowTenths ?? 0) * 100)

/** `failed` means that the step was still waiting when its window closed; `nothing`, that what came was no use. */
const cutShort = (how: HowEnded) =>
  how.ended === 'failed' ? ' (it had not answered when the window closed)' : ''
