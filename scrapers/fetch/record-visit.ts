/** Records what a browser page receives, byte for byte after content decoding, in the shape the archive keeps. */
import type { CDPSession, Page } from 'playwright'
import type { Reason } from '#domain/attempt.ts'
import type { Exchange } from '#scrapers/contract.ts'
import {
  headersOfDecodedBody,
  headerValue,
  readContentType,
  withoutSecrets,
} from '#scrapers/kit/exchange-headers.ts'
import type { GuardProxy } from '#scrapers/kit/proxy.ts'

/** The part of the DevTools protocol's `Fetch.requestPaused` that is read here. */
type Paused = {
  requestId: string
  networkId?: string
  request: { url: string; method: string; headers: Record<string, string> }
  resourceType: string
  responseErrorReason?: string
  responseStatusCode?: number
  responseStatusText?: string
  responseHeaders?: { name: string; value: string }[]
}
type Kept = { networkId: string | undefined; exchange: Exchange; received: [string, string][] }

/** `reason` is set where the body was to be recorded and could not be. */
type NotRecorded = {
  address: string
  why: string
  reason?: Extract<Reason, 'too_large' | 'decode_failed' | 'connect'>
}
type Recording = { exchanges: Exchange[]; notRecorded: NotRecorded[] }
export type Recorder = {
  /** Stops recording after waiting at most `waitMs` for bodies under way; answers with everything, in order. */
  finish: (waitMs: number) => Promise<Recording>
  /** why the body at this address could not be recorded, or null */
  failureAt: (address: string) => NotRecorded | null
}

/** Bounds in bytes of decoded bodies. What does not fit is cut off from the page as well and named. */
const MAX_BODY_BYTES = 25_000_000
const MAX_TOTAL_BYTES = 150_000_000
const READ_BYTES = 1_000_000
const REDIRECTS = [301, 302, 303, 307, 308]
const BODILESS = [...REDIRECTS, 204, 304]

const TOO_LARGE = { why: 'larger than is recorded', reason: 'too_large' } as const

/**
 * Starts recording; call it before the page is opened. Responses are taken from the DevTools `Fetch` domain, because
 * `Network.getResponseBody` hands out text already decoded from its charset, so that the site's own bytes would be lost.
 */
export async function recordVisit(
  page: Page,
  proxy: GuardProxy,
  maxBodyBytes: number = MAX_BODY_BYTES,
): Promise<Recorder> {
  const session = await page.context().newCDPSession(page)
  const kept: (Kept | null)[] = []
  const notRecorded: NotRecorded[] = []
  const cookies = new Map<string, string[][]>()
  const pending = new Map<Promise<void>, string>()
  let totalBytes = 0

  const record = async (event: Paused, position: number) => {
    const { request, requestId, responseStatusCode: status = 0 } = event
    const received = (event.responseHeaders ?? []).map(({ name, value }): [string, string] => [name, value])
    const why = event.responseErrorReason ?? unrecordable(event, received)
    if (why !== null) {
      notRecorded.push({ address: request.url, why })
      await session.send('Fetch.continueResponse', { requestId })
      return
    }
    let body: Buffer = Buffer.alloc(0)
    if (BODILESS.includes(status) || request.method === 'HEAD') {
      await session.send('Fetch.continueResponse', { requestId })
    } else {
      const taken = await takeBody(session, requestId, Math.min(maxBodyBytes, MAX_TOTAL_BYTES - totalBytes))
      const failure = taken === null ? TOO_LARGE : brokenBody(taken, received)
      if (taken === null || failure) {
        notRecorded.push({ address: withoutFragment(request.url), ...(failure ?? TOO_LARGE) })
        await session.send('Fetch.failRequest', { requestId, errorReason: 'ConnectionReset' })
        return
      }
      body = taken
      totalBytes += body.byteLength
      await session.send('Fetch.fulfillRequest', {
        requestId,
        responseCode: status,
        responsePhrase: event.responseStatusText || undefined,
        responseHeaders: event.responseHeaders,
        body: body.toString('base64'),
      })
    }
    const exchange: Exchange = {
      address: withoutFragment(request.url),
      method: request.method,
      requestHeaders: withoutSecrets(Object.entries(request.headers)),
      status,
      statusText: event.responseStatusText ?? '',
      responseHeaders: received,
      body,
      at: new Date(),
      remoteAddress: proxy.addressOf(new URL(request.url).hostname),
    }
    kept[position] = { networkId: event.networkId, exchange, received }
  }

  session.on('Fetch.requestPaused', (event: Paused) => {
    const position = kept.push(null) - 1
    const reading = record(event, position).catch(async (error: Error) => {
      notRecorded.push({ address: event.request.url, why: String(error.message).split('\n')[0] ?? '' })
      // A request that nobody answers would keep the page loading until its window closes.
      const { requestId } = event
      await session.send('Fetch.failRequest', { requestId, errorReason: 'Failed' }).catch(() => {})
    })
    pending.set(reading, event.request.url)
    reading.finally(() => pending.delete(reading))
  })
  // The Fetch domain hides Set-Cookie. One event comes per response of a request, redirects included.
  session.on('Network.responseReceivedExtraInfo', ({ requestId, headers }) => {
    const [, value = ''] = Object.entries(headers).find(([name]) => name.toLowerCase() === 'set-cookie') ?? []
    cookies.set(requestId, [...(cookies.get(requestId) ?? []), value.split('\n').filter(Boolean)])
  })
  await session.send('Network.enable')
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*', requestStage: 'Response' }] })

  return {
    failureAt: (address) =>
      notRecorded.find((each) => each.reason !== undefined && each.address === withoutFragment(address)) ??
      null,
    finish: async (waitMs) => {
      let timer: NodeJS.Timeout | undefined
      const enough = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, waitMs)
      })
      await Promise.race([Promise.all(pending.keys()), enough])
      clearTimeout(timer)
      for (const address of pending.values())
        notRecorded.push({ address: withoutFragment(address), why: 'still coming when the page was kept' })
      await session.detach().catch(() => {})
      const exchanges = kept.flatMap((each) => (each ? [withCookies(each, cookies)] : []))
      return { exchanges, notRecorded: [...notRecorded] }
    },
  }
}

/** Reads a decoded body as a stream, so that a bomb is noticed at the bound; null when it is larger. */
async function takeBody(session: CDPSession, requestId: string, maxBytes: number): Promise<Buffer | null> {
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

/**
 * What is wrong with a body that came to its end. The DevTools stream ends alike for whole and broken bodies, so the
 * announced length decides; bodies that announce none, or that of their encoded form, cannot be checked this way.
 */
function brokenBody(body: Buffer, headers: [string, string][]): Omit<NotRecorded, 'address'> | null {
  const isEncoded = !['', 'identity'].includes((headerValue(headers, 'content-encoding') ?? '').trim())
  const announced = headerValue(headers, 'content-length')
  if (isEncoded)
    return body.byteLength === 0 && announced !== '0'
      ? { why: 'not encoded as it says', reason: 'decode_failed' }
      : null
  if (announced !== null && Number(announced) > body.byteLength)
    return { why: 'broken off before its announced length', reason: 'connect' }
  return null
}

/** Streams without end and parts of media would hold the page up and are no part of a text. */
function unrecordable(event: Paused, headers: [string, string][]): string | null {
  if (!/^https?:/.test(event.request.url)) return 'not from the web'
  const { mediaType } = readContentType(headerValue(headers, 'content-type'))
  if (mediaType === 'text/event-stream') return 'a stream of events without end'
  if (event.resourceType === 'Media' || event.responseStatusCode === 206) return 'audio or video'
  return null
}

function withCookies({ networkId, exchange, received }: Kept, cookies: Map<string, string[][]>): Exchange {
  const set = (networkId ? cookies.get(networkId)?.shift() : undefined) ?? []
  const pairs = set.map((value): [string, string] => ['set-cookie', value])
  return {
    ...exchange,
    responseHeaders: headersOfDecodedBody([...received, ...pairs], exchange.body.byteLength),
  }
}

function withoutFragment(address: string): string {
  return address.split('#')[0] ?? address
}
