/** What a step reports where a site says that it has had too many requests (RFC 6585, 4). */
import type { Fetched, Report } from '#scrapers/contract.ts'
import { headerValue } from '#scrapers/kit/exchange-headers.ts'

/** For how long it asks to be left alone goes into the detail, where the escort looks for it. */
export function rateLimited(
  responseHeaders: [string, string][],
  facts: Report<Fetched>['facts'],
): Report<Fetched> {
  const retryAfter = headerValue(responseHeaders, 'retry-after')
  const when = retryAfter === null ? '' : ` It asks to wait (${retryAfter}).`
  const message = `The site has had too many requests.${when}`
  return {
    outcome: { ended: 'failed', reason: 'rate_limited', message },
    facts: { ...facts, detail: { ...facts.detail, retryAfter } },
  }
}
