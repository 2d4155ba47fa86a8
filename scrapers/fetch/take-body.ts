/** Takes the decoded body of a paused response out of the browser, within a bound, and says what is wrong with it. */
import type { CDPSession } from 'playwright'
import type { Reason } from '#domain/attempt.ts'
import { headerValue } from '#scrapers/kit/exchange-headers.ts'

/** What was asked for and is not in the record. `reason` is set where it was to be recorded and could not be. */
export type NotRecorded = {
  address: string
  why: string
  reason?: Extract<Reason, 'too_large' | 'decode_failed' | 'connect'>
}

export type BodyFailure = Omit<NotRecorded, 'address'>

/**
 * `isMock` says how the browser must be answered: it gives a streamed body away for good and must be handed a copy; a
 * small one it keeps, and with it what it knows of the connection.
 */
export type TakenBody =
  | { ok: true; body: Buffer; isMock: boolean }
  | { ok: false; failure: BodyFailure; isMock: true }

const READ_BYTES = 1_000_000
/** Bodies that announce no more than this are taken whole, in one question instead of several. */
const SMALL_BYTES = 1_000_000

const TOO_LARGE: BodyFailure = { why: 'larger than is recorded', reason: 'too_large' }

/** `headers` as the site sent them. Anything whose length is not certain beforehand is streamed, so that a bomb is noticed at `maxBytes`. */
export async function takeBody(
  session: CDPSession,
  requestId: string,
  headers: [string, string][],
  maxBytes: number,
): Promise<TakenBody> {
  const announced = announcedBytes(headers)
  if (announced !== null && announced <= Math.min(SMALL_BYTES, maxBytes)) {
    const whole = await session.send('Fetch.getResponseBody', { requestId }).catch(() => null)
    if (whole) {
      const body = Buffer.from(whole.body, whole.base64Encoded ? 'base64' : 'utf8')
      const failure = brokenBody(body, headers)
      return failure ? { ok: false, failure, isMock: true } : { ok: true, body, isMock: false }
    }
  }
  const streamed = await takeStream(session, requestId, maxBytes)
  const failure = streamed === null ? TOO_LARGE : brokenBody(streamed, headers)
  if (streamed === null || failure) return { ok: false, failure: failure ?? TOO_LARGE, isMock: true }
  return { ok: true, body: streamed, isMock: true }
}

async function takeStream(session: CDPSession, requestId: string, maxBytes: number): Promise<Buffer | null> {
  const { stream } = await session.send('Fetch.takeResponseBodyAsStream', { requestId })
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for (;;) {
      const { data, base64Encoded, eof } = await session.send('IO.read', { handle: stream, size: READ_BYTES })
      const chunk = Buffer.from(data, base64Encoded ? 'base64' : 'utf8')
      bytes += chunk.byteLength
      if (bytes > maxBytes) return null
      chunks.push(chunk)
      if (eof) return Buffer.concat(chunks)
    }
  } finally {
    await session.send('IO.close', { handle: stream }).catch(() => {})
  }
}

/** The length of the decoded body where it is certain: announced, and not that of an encoded form. */
function announcedBytes(headers: [string, string][]): number | null {
  const announced = headerValue(headers, 'content-length')
  return isEncoded(headers) || announced === null || !/^\d+$/.test(announced) ? null : Number(announced)
}

function isEncoded(headers: [string, string][]): boolean {
  return !['', 'identity'].includes((headerValue(headers, 'content-encoding') ?? '').trim().toLowerCase())
}

/**
 * What is wrong with a body that came to its end. The DevTools stream ends alike for whole and broken bodies, so the
 * announced length decides; bodies that announce none, or that of their encoded form, cannot be checked this way.
 */
function brokenBody(body: Buffer, headers: [string, string][]): BodyFailure | null {
  const announced = headerValue(headers, 'content-length')
  if (isEncoded(headers))
    return body.byteLength === 0 && announced !== '0'
      ? { why: 'not encoded as it says', reason: 'decode_failed' }
      : null
  if (announced !== null && Number(announced) > body.byteLength)
    return { why: 'broken off before its announced length', reason: 'connect' }
  return null
}
