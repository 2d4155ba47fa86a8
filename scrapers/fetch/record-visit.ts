/** Records what a browser page receives, byte for byte after content decoding, in the shape the archive keeps. */
import type { Page } from 'playwright'
import type { Exchange } from '#scrapers/contract.ts'
import { headersOfDecodedBody, withoutSecrets } from '#scrapers/kit/exchange-headers.ts'
import type { GuardProxy } from '#scrapers/kit/proxy.ts'
import { type NotRecorded, takeBody } from './take-body.ts'
import { unrecordable } from './unrecordable.ts'
import { type Connections, watchConnections } from './watch-connections.ts'

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
/** `data:` addresses hold whole files. */
const MAX_NAMED_CHARACTERS = 500
const REDIRECTS = [301, 302, 303, 307, 308]
const BODILESS = [...REDIRECTS, 204, 304]

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
    const why =
      event.responseErrorReason ??
      unrecordable({
        address: request.url,
        status,
        headers: received,
        isMedia: event.resourceType === 'Media',
      })
    if (why !== null) {
      notRecorded.push({ address: request.url.slice(0, MAX_NAMED_CHARACTERS), why })
      await session.send('Fetch.continueResponse', { requestId })
      return
    }
    let body: Buffer = Buffer.alloc(0)
    if (BODILESS.includes(status) || request.method === 'HEAD') {
      await session.send('Fetch.continueResponse', { requestId })
    } else {
      const mostBytes = Math.min(maxBodyBytes, MAX_TOTAL_BYTES - totalBytes)
      const taken = await takeBody(session, requestId, received, mostBytes)
      if (!taken.ok) {
        notRecorded.push({ address: withoutFragment(request.url), ...taken.failure })
        await session.send('Fetch.failRequest', { requestId, errorReason: 'ConnectionReset' })
        return
      }
      body = taken.body
      totalBytes += body.byteLength
      if (taken.isMock)
        await session.send('Fetch.fulfillRequest', {
          requestId,
          responseCode: status,
          responsePhrase: event.responseStatusText || undefined,
          responseHeaders: event.responseHeaders,
          body: body.toString('base64'),
        })
      else await session.send('Fetch.continueResponse', { requestId })
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
  // Nothing pauses a WebSocket, and its frames are no documents; that there was one is still told.
  session.on('Network.webSocketCreated', ({ url }) => {
    notRecorded.push({ address: url, why: 'a WebSocket, whose messages are not recorded' })
  })
  const connections = watchConnections(session)
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
      const exchanges: Exchange[] = []
      for (const each of kept) if (each) exchanges.push(await completed(each, cookies, connections))
      await session.detach().catch(() => {})
      return { exchanges, notRecorded: [...notRecorded] }
    },
  }
}

/** The exchange with what other events told of it: its cookies, and how it travelled. */
async function completed(
  { networkId, exchange, received }: Kept,
  cookies: Map<string, string[][]>,
  connections: Connections,
): Promise<Exchange> {
  const set = (networkId ? cookies.get(networkId)?.shift() : undefined) ?? []
  const pairs = set.map((value): [string, string] => ['set-cookie', value])
  return {
    ...exchange,
    responseHeaders: headersOfDecodedBody([...received, ...pairs], exchange.body.byteLength),
    connection: await connections.of({ networkId, address: exchange.address }),
  }
}

function withoutFragment(address: string): string {
  return address.split('#')[0] ?? address
}
