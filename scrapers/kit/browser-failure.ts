/** Puts what a browser visit can end with into one of the reasons of an attempt, in words for a person. */
import type { Reason } from '#domain/attempt.ts'
import { placeOf } from './place.ts'
import type { GuardProxy } from './proxy.ts'

export type BrowserFailure = { reason: Reason; message: string }

/** A page that could not be shown, thrown by a visit's task when the browser itself saw no error. */
export class PageNotShown extends Error {
  override name = 'PageNotShown'
  readonly reason: Reason
  constructor(reason: Reason, message: string) {
    super(message)
    this.reason = reason
  }
}

const NET_ERRORS: [RegExp, Reason, string][] = [
  [/ERR_NAME_NOT_RESOLVED|ERR_NAME_RESOLUTION_FAILED/, 'dns', 'The name could not be resolved.'],
  [/ERR_CERT_|ERR_SSL_|ERR_BAD_SSL/, 'tls', 'The secure connection could not be trusted or set up.'],
  [/ERR_TOO_MANY_REDIRECTS/, 'http_error', 'The page redirects without end.'],
  [/ERR_CONTENT_DECODING_FAILED/, 'decode_failed', 'The page is not encoded as it says.'],
  [
    /ERR_INVALID_RESPONSE|ERR_INVALID_HTTP_RESPONSE|ERR_HTTP2_|ERR_RESPONSE_HEADERS/,
    'http_error',
    'The answer is not valid HTTP.',
  ],
  [/ERR_UNSAFE_PORT|ERR_BLOCKED_BY/, 'refused_by_guard', 'The browser itself refuses this address.'],
  [/ERR_TIMED_OUT|ERR_CONNECTION_TIMED_OUT/, 'connect', 'The site could not be reached in time.'],
  [/Download is starting|ERR_ABORTED/, 'unsupported_type', 'The address is a download, not a page to show.'],
  [/net::ERR_/, 'connect', 'The site could not be reached.'],
  [
    /crashed|Target closed|has been closed|disconnected/,
    'engine_unavailable',
    'The browser broke down on this page.',
  ],
]

/**
 * Reads an error of a visit. What the proxy saw at the address asked for last (after redirects) comes first: to the
 * browser a refusal looks like a broken tunnel. Anything unknown is our own fault and is thrown on.
 */
export function browserFailure(error: unknown, lastAsked: string | null, proxy: GuardProxy): BrowserFailure {
  if (error instanceof PageNotShown) return { reason: error.reason, message: error.message }
  const text = String((error as Error).message)
  const trouble = lastAsked ? troubleAt(lastAsked, proxy) : null
  if (trouble) return trouble
  if (proxy.isOverdrawn() && /net::ERR_/.test(text))
    return { reason: 'too_large', message: 'Given up: the page takes more than may be brought in one visit.' }
  for (const [pattern, reason, message] of NET_ERRORS) {
    const code = pattern.exec(text)
    if (code)
      return { reason, message: `${message.slice(0, -1)} (${/ERR_[A-Z0-9_]+/.exec(text)?.[0] ?? code[0]}).` }
  }
  throw new Error('unknown failure of a browser visit', { cause: error })
}

/** What the proxy refused or could not resolve at this address's host and port, or null. */
export function troubleAt(address: string, proxy: GuardProxy): BrowserFailure | null {
  const place = placeOf(address)
  const trouble = proxy.troubles.find((each) => each.place === place)
  if (!trouble) return null
  const why = trouble.why.charAt(0).toUpperCase() + trouble.why.slice(1)
  return {
    reason: trouble.reason,
    message: trouble.reason === 'refused_by_guard' ? `Not opened: ${trouble.why}.` : `${why}.`,
  }
}
