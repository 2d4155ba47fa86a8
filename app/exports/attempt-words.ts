/** Says in house words how one attempt ended. "Could not look" and "looked and found nothing" never share a wording. */
import type { Reason } from '#domain/attempt.ts'
import type { DossierAttempt } from './dossier.ts'

type Words = string | ((attempt: DossierAttempt) => string)

/** A step that asks somebody: a search engine, an archive. */
const OF_A_SERVICE: Record<Reason, Words> = {
  http_error: (a) =>
    a.httpStatus === null ? 'answered with an HTTP error' : `answered with HTTP ${a.httpStatus}`,
  timeout_window: (a) =>
    `gave no usable result within its window of ${windowWords(a.windowMs)}${cutShort(a)}`,
  no_results: 'looked and found nothing',
  engine_unavailable: 'could not look: the engine was unavailable',
  not_configured: 'was not set up',
  blocked_challenge: 'was blocked by the site or by a service in front of it',
  paywall_stub: 'met a paywall',
  consent_wall: 'met a consent wall',
  login_wall: 'met a sign-in page',
  soft_404: 'got a page saying that the document is not there',
  withdrawn: 'got a notice that the document has been withdrawn',
  rate_limited: 'was turned away for asking too often',
  refused_by_guard: "was refused by Stet's guard",
  too_large: 'got more than may be kept',
  unsupported_type: 'got a kind of file that cannot be read',
  dns: 'could not look: the host name could not be resolved',
  connect: 'could not look: no connection could be made',
  tls: 'could not look: no secure connection could be made',
  decode_failed: 'got an answer that could not be decoded',
  provider_error: 'could not look: the provider reported an error',
  cancelled: 'was cancelled before it ended',
  needs_person: (a) =>
    a.person === null ? 'needed a person' : `needed a person and was taken on by ${a.person}`,
  bug: 'could not look: a fault in Stet stopped it',
}

/** A step that asks the page itself, or is handed it. */
const OF_A_PAGE: Partial<Record<Reason, Words>> = {
  http_error: (a) =>
    a.httpStatus === null ? 'was answered with an HTTP error' : `was answered with HTTP ${a.httpStatus}`,
  timeout_window: (a) =>
    `brought no usable page within its window of ${windowWords(a.windowMs)}${cutShort(a)}`,
  no_results: 'brought a page with nothing to read on it',
  too_large: 'brought more than may be kept',
  unsupported_type: 'brought a kind of file that cannot be read',
  decode_failed: 'brought text that could not be decoded',
}

const WITHOUT_REASON = {
  done: 'succeeded',
  nothing: 'looked and found nothing',
  skipped: 'was skipped',
  failed: 'could not look',
}

/**
 * The predicate for an attempt that did not end `done`, such as "answered with HTTP 502". `asks` says whether the step
 * asks a service or the page; `runIsOpen` tells an attempt still at work from one that was interrupted.
 */
export function attemptWords(attempt: DossierAttempt, asks: 'service' | 'page', runIsOpen: boolean): string {
  if (attempt.ended === null)
    return runIsOpen ? 'had not ended when this was exported' : 'was interrupted before it ended'
  if (attempt.reason === null) return WITHOUT_REASON[attempt.ended]
  const words =
    (asks === 'page' ? OF_A_PAGE[attempt.reason] : undefined) ??
    OF_A_SERVICE[attempt.reason] ??
    attempt.reason
  return typeof words === 'string' ? words : words(attempt)
}

/** Whether the attempt leaves open what is there: it did not look, or not to the end. */
export function couldNotLook(attempt: DossierAttempt): boolean {
  if (attempt.ended === 'done') return false
  return attempt.ended !== 'nothing' || attempt.reason === 'timeout_window'
}

/** A window in words: "3 seconds", "1.5 seconds", "250 milliseconds". Tenths are rounded: a run's end may cut a window. */
function windowWords(windowMs: number): string {
  if (windowMs < 1_000) return `${windowMs} milliseconds`
  const seconds = Math.round(windowMs / 100) / 10
  return seconds === 1 ? '1 second' : `${seconds} seconds`
}

/** `failed` means that the step was still waiting when its window closed; `nothing`, that what came was no use. */
function cutShort(attempt: DossierAttempt): string {
  return attempt.ended === 'failed' ? ' (it had not answered when the window closed)' : ''
}
