/** A request that waits for its host's turn and, when the host says "too many", keeps everybody else away as well. */
import { closedWindow } from './closed-window.ts'
import { headerValue } from './exchange-headers.ts'
import type { Politeness } from './politeness.ts'
import type { Web, WebAnswer, WebRequest } from './web.ts'

/** How long a host is left alone that answers 429 without saying for how long. */
const DEFAULT_PAUSE_MS = 60_000

/** Asks in the host's turn. A window that closes while waiting is an answer like any other failure. */
export async function politeGet(web: Web, politeness: Politeness, request: WebRequest): Promise<WebAnswer> {
  const host = URL.canParse(request.address) ? new URL(request.address).host : ''
  try {
    const answer = await politeness.onHost(host, () => web.get(request), request.signal)
    if (answer.ok && answer.response.status === 429)
      politeness.pause(
        host,
        retryAfterMs(headerValue(answer.response.headers, 'retry-after')) ?? DEFAULT_PAUSE_MS,
      )
    return answer
  } catch (error) {
    if (!request.signal.aborted) throw error
    return { ok: false, ...closedWindow(request.signal), hops: [] }
  }
}

/** Milliseconds a Retry-After value asks for: seconds or an HTTP date (RFC 9110 10.2.3); null when it says nothing. */
export function retryAfterMs(value: string | null, now: Date = new Date()): number | null {
  if (value === null) return null
  if (/^\d+$/.test(value.trim())) return Number(value) * 1000
  const until = Date.parse(value)
  return Number.isNaN(until) ? null : Math.max(0, until - now.getTime())
}
