/** What an attempt is: one step of a run, what was asked of whom, and one of four ways it can end. */

/** How an attempt ends. `nothing` is an answer ("looked, found nothing"); `failed` is not ("could not look"). */
export const ENDINGS = ['done', 'nothing', 'skipped', 'failed'] as const
export type Ending = (typeof ENDINGS)[number]

/** The closed list of reasons for an attempt that did not end `done`. */
export const REASONS = [
  'http_error',
  'timeout_window',
  'no_results',
  'engine_unavailable',
  'not_configured',
  'blocked_challenge',
  'paywall_stub',
  'consent_wall',
  'login_wall',
  'soft_404',
  'withdrawn',
  'rate_limited',
  'refused_by_guard',
  'too_large',
  'unsupported_type',
  'dns',
  'connect',
  'tls',
  'decode_failed',
  'provider_error',
  'cancelled',
  'needs_person',
  'bug',
] as const
export type Reason = (typeof REASONS)[number]

/**
 * The world's answer to one step. `message` is one plain sentence for a person, without secrets.
 * Nothing here is thrown: a thrown error is our own fault and becomes the reason `bug` in the chain.
 */
export type Outcome<T> =
  | { ended: 'done'; value: T }
  | { ended: 'nothing'; reason: Reason; message: string }
  | { ended: 'skipped'; reason: Reason; message: string }
  | { ended: 'failed'; reason: Reason; message: string }

/** One hop of a redirect chain, in the order met. */
export type Hop = { address: string; status: number; location: string }

/** What is recorded about an attempt besides its outcome. Everything is optional because steps differ. */
export type AttemptFacts = {
  /** the query or address exactly as sent */
  asked: string
  /** who outside the house was asked: a host name, or null when nobody was */
  askedOf: string | null
  httpStatus?: number | null
  finalUrl?: string | null
  hops?: Hop[]
  /** bytes of the body as received after content decoding */
  bytes?: number | null
  contentClass?: string | null
  /** the signals that decided the content class, in plain words */
  signals?: string[]
  /** provider facts worth keeping: tool calls, results screened, unresponsive engines, limits */
  detail?: Record<string, unknown>
}
