/** A request that waits for its host's turn and, when the host says "too many", keeps everybody else away as well. */
import { closedWindow } from './closed-window.ts'
import { headerValue } from './exchange-headers.ts'
import type { Politeness } from './politeness.ts'
import type { Web, WebAnswer, WebRequest, WebResponse } from './web.ts'

/** How long a host is left alone that answers 429 without saying for how long. */
export const DEFAULT_PAUSE_MS = 60_000

/** Asks in the host's turn. A window that closes while waiting is an answer like any other failure. */
export async function politeGet(web: Web, politeness: Politeness, request: WebRequest): Promise<WebAnswer> {
  const host = URL.canParse(request.address) ? new URL(request.address).host : ''
  try {
    const turn = async () => {
      await politeness.spend(request.address, request.signal)
      return web.get(request)
    }
    const answer = await politeness.onHost(host, turn, request.signal)
    const pauseMs = answer.ok ? pauseAskedFor(answer.response) : null
    if (pauseMs !== null) politeness.pause(host, pauseMs)
    return answer
  } catch (error) {
    if (!request.signal.aborted) throw error
    return { ok: false, ...closedWindow(request.signal), hops: [] }
  }
}

/** 429 always asks for a pause; 503 does when it says for how long (RFC 9110 15.6.4). */
function pauseAskedFor({ status, headers }: WebResponse): number | null {
  if (status !== 429 && status !== 503) return null
  return retryAfterMs(headerValue(headers, 'retry-after')) ?? (status === 429 ? DEFAULT_PAUSE_MS : null)
}

/** Milliseconds a Retry-After value asks for: seconds or an HTTP date (RFC 9110 10.2.3); null when it says nothing. */
export function retryAfterMs(value: string | null, now: Date = new Date()): number | null {
  if (value === null) return null
  if (/^\d+$/.test(value.trim())) return Number(value) * 1000
  const until = Date.parse(value)
  return Number.isNaN(until) ? null : Math.max(0, until - now.getTime())
}
