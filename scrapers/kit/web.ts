/** Plain HTTP as a capture needs it: guarded hop by hop, bounded, recorded, and never surprising its caller by a throw. */
import type { Hop, Reason } from '#domain/attempt.ts'
import type { EgressEntry, EgressVia } from '#domain/egress.ts'
import type { Exchange } from '#scrapers/contract.ts'
import { closedWindow } from './closed-window.ts'
import { type Connections, createConnections } from './connections.ts'
import { decodeBody } from './decode-body.ts'
import { errandNow, outOfReach } from './errand.ts'
import { headersOfDecodedBody, headerValue, readContentType, withoutSecrets } from './exchange-headers.ts'
import { checkAddress, type GuardPolicy, type Resolve } from './guard.ts'
import { placeOf } from './place.ts'
import { webFailure } from './web-failure.ts'

/**
 * `resolve` replaces the system's name resolution; everything it answers is still checked. `via` says in the egress log
 * what the client is for: pages (`http` unless told) or services that are asked.
 */
export type WebSettings = {
  policy: GuardPolicy
  userAgent: string
  resolve?: Resolve
  via?: Exclude<EgressVia, 'browser'>
}

/**
 * One request. `maxBytes` bounds the body on the wire and decoded (25 MB unless told); `maxRedirects` is 10 unless told,
 * and 0 hands a redirect back as the answer. Only GET and HEAD follow redirects.
 */
export type WebRequest = {
  address: string
  signal: AbortSignal
  maxBytes?: number
  maxRedirects?: number
  method?: 'GET' | 'HEAD' | 'POST'
  headers?: Record<string, string>
  body?: string | Uint8Array
}

export type WebResponse = {
  status: number
  statusText: string
  /** as received, in order, repeats kept */
  headers: [string, string][]
  /** content-decoded */
  body: Uint8Array
  finalUrl: string
  hops: Hop[]
  /** the page first, then the redirects that led to it */
  exchanges: Exchange[]
  remoteAddress: string | null
  mediaType: string
  httpCharset: string | null
}

export type WebAnswer =
  | { ok: true; response: WebResponse }
  | { ok: false; reason: Reason; message: string; hops: Hop[]; httpStatus?: number }

export type Web = { get: (request: WebRequest) => Promise<WebAnswer> }

const MAX_BYTES = 25_000_000
const MAX_REDIRECTS = 10
const REDIRECTS = [301, 302, 303, 307, 308]
/** How a kept connection shows that the site had closed it before the request arrived. */
const CLOSED_DOOR = ['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']
/** Header fields that must not follow a redirect to another origin (WHATWG Fetch, HTTP-redirect fetch). */
const ORIGIN_BOUND = ['authorization', 'cookie', 'proxy-authorization']

type Means = WebSettings & { connections: Connections }

/** Makes a web client for one policy: pages and the operator's own services get a client each. */
export function createWeb(settings: WebSettings): Web {
  const means = { ...settings, connections: createConnections(settings.policy, settings.resolve) }
  return { get: (request) => followRedirects(request, means) }
}

async function followRedirects(request: WebRequest, settings: Means): Promise<WebAnswer> {
  const method = request.method ?? 'GET'
  const maxRedirects = method === 'POST' ? 0 : (request.maxRedirects ?? MAX_REDIRECTS)
  const hops: Hop[] = []
  const exchanges: Exchange[] = []
  const seen = new Set<string>()
  let headers = baseHeaders(request, settings)
  let address = request.address

  for (;;) {
    const verdict = checkAddress(address, settings.policy)
    const refused = verdict.ok ? outOfReach(verdict.url.hostname) : verdict.why
    if (!verdict.ok || refused !== null) {
      errandNow().note(egressOf(address, request, settings, 'refused'))
      return { ok: false, reason: 'refused_by_guard', message: `Not opened: ${refused}.`, hops }
    }
    const { url } = verdict
    url.hash = ''
    if (seen.has(url.href))
      return redirectTrouble('The page redirects in a circle (it may insist on cookies).', hops)
    seen.add(url.href)
    if (request.signal.aborted) return { ok: false, ...closedWindow(request.signal), hops }

    let exchange: Exchange
    let received: [string, string][]
    try {
      ;({ exchange, received } = await exchangeOnce(url, method, headers, request, settings))
    } catch (error) {
      if (request.signal.aborted) return { ok: false, ...closedWindow(request.signal), hops }
      return { ok: false, ...webFailure(error, url.host), hops }
    }
    exchanges.push(exchange)

    const location = headerValue(received, 'location')
    if (maxRedirects === 0 || location === null || !REDIRECTS.includes(exchange.status)) {
      return { ok: true, response: asResponse(exchange, received, hops, exchanges) }
    }
    if (!URL.canParse(location, url))
      return redirectTrouble('The page redirects to something that is no address.', hops)
    const next = new URL(location, url)
    hops.push({ address: url.href, status: exchange.status, location: next.href })
    if (hops.length > maxRedirects)
      return redirectTrouble(`The page redirects more than ${maxRedirects} times.`, hops)
    if (next.origin !== url.origin) headers = headers.filter(([name]) => !ORIGIN_BOUND.includes(name))
    address = next.href
  }
}

type Asked = { exchange: Exchange; received: [string, string][] }

/**
 * One request, with a connection to itself while it lasts, so that what is recorded about the connection is true of this
 * exchange. Kept connections are for questions that may be put twice, and never for articles that few may know of: a site
 * could tell by them which visits belong together.
 */
async function exchangeOnce(
  url: URL,
  method: string,
  headers: [string, string][],
  request: WebRequest,
  settings: Means,
  mayReuse = method !== 'POST' && errandNow().reach === null,
): Promise<Asked> {
  const maxBytes = request.maxBytes ?? MAX_BYTES
  const { connections } = settings
  const egress = egressOf(url.href, request, settings, 'failed')
  errandNow().note(egress)
  const line = connections.borrow(url.origin, maxBytes, mayReuse)
  if (line.isUsed) egress.ended = 'connected'
  line.met = (ended) => {
    egress.ended = ended
  }
  const at = new Date()
  let isAnswered = false
  try {
    const answer = await line.client.request({
      path: url.pathname + url.search,
      method: method as 'GET',
      headers: headers.flat(),
      body: request.body ?? null,
      signal: request.signal,
      responseHeaders: 'raw',
    })
    isAnswered = true
    const received = pairs(answer.headers as unknown as string[])
    const body = await decodeBody(answer.body, codingOf(received, method, answer.statusCode), maxBytes)
    const exchange: Exchange = {
      address: url.href,
      method,
      requestHeaders: withoutSecrets([['host', url.host], ...headers]),
      status: answer.statusCode,
      statusText: answer.statusText,
      responseHeaders: headersOfDecodedBody(received, body.byteLength),
      body,
      at,
      remoteAddress: line.remoteAddress,
      connection: line.connection,
    }
    connections.giveBack(line)
    return { exchange, received }
  } catch (error) {
    await connections.drop(line)
    const metClosedDoor = CLOSED_DOOR.includes((error as NodeJS.ErrnoException).code ?? '')
    if (!line.isUsed || isAnswered || !metClosedDoor || request.signal.aborted) throw error
    return exchangeOnce(url, method, headers, request, settings, false)
  }
}

/** What a party learns by a request: the address, or the query that is put to it. Keys travel in headers and are not in it. */
function egressOf(
  address: string,
  request: WebRequest,
  { via = 'http' }: WebSettings,
  ended: EgressEntry['ended'],
): EgressEntry {
  const party = placeOf(address)
  const detail = request.body ? `${address}\n${request.body}` : address
  return { at: new Date(), party, via, learned: via === 'service' ? 'query' : 'address', detail, ended }
}

function asResponse(
  exchange: Exchange,
  received: [string, string][],
  hops: Hop[],
  exchanges: Exchange[],
): WebResponse {
  const { mediaType, charset } = readContentType(headerValue(received, 'content-type'))
  return {
    status: exchange.status,
    statusText: exchange.statusText,
    headers: received,
    body: exchange.body,
    finalUrl: exchange.address,
    hops,
    exchanges: [exchange, ...exchanges.slice(0, -1)],
    remoteAddress: exchange.remoteAddress,
    mediaType,
    httpCharset: charset,
  }
}

function redirectTrouble(message: string, hops: Hop[]): WebAnswer {
  return { ok: false, reason: 'http_error', message, hops, httpStatus: hops.at(-1)?.status }
}

/** `identity` asks for the bytes as they are kept; a server that compresses anyway is understood. */
function baseHeaders(request: WebRequest, settings: WebSettings): [string, string][] {
  const headers = new Map([
    ['user-agent', settings.userAgent],
    ['accept', 'text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8'],
    ['accept-encoding', 'identity'],
  ])
  for (const [name, value] of Object.entries(request.headers ?? {})) headers.set(name.toLowerCase(), value)
  return [...headers]
}

function codingOf(headers: [string, string][], method: string, status: number): string | null {
  const bodiless = method === 'HEAD' || status === 204 || status === 304
  const values = headers
    .filter(([name]) => name.toLowerCase() === 'content-encoding')
    .map(([, value]) => value)
  return bodiless ? null : values.join(', ')
}

function pairs(flat: string[]): [string, string][] {
  return Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i] ?? '', flat[2 * i + 1] ?? ''])
}
