/** Answers on the replay origin: archives by ticket, the player's files, and the page that holds both. Knows no cookie. */
import type { BlobStore } from '#storage/blobs.server.ts'
import type { ReplayPlayer } from '#storage/replay-player.server.ts'
import { byteRange } from './byte-range.server.ts'
import {
  openTicket,
  type ReplayPlace,
  type ReplayTicket,
  replayOrigin,
  shellOrigin,
} from './replay-links.server.ts'
import { playerPage, replayNotice, replayPage, shellPage, VIEWER_SCRIPT } from './replay-page.server.ts'

export type ReplaySettings = {
  place: ReplayPlace
  blobs: Pick<BlobStore, 'size' | 'slice'>
  player: ReplayPlayer
  /** origins of the app: only its pages may hold the page around a player in a frame */
  appOrigins: string[]
}

/** What archived scripts get nowhere with, whatever they try: no other host, no form, no new window, no frame around. */
function playerPolicy(shell: string): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self' data:",
    "frame-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors 'self' ${shell}`,
    'sandbox allow-scripts allow-same-origin',
  ].join('; ')
}

/** Of the page around it: no script at all, and the frame leads to the player of this archive only. */
function shellPolicy(player: string, appOrigins: string[]): string {
  return [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `frame-src ${player}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${appOrigins.join(' ')}`,
  ].join('; ')
}

/** Of the service worker: it may ask this origin only, so that nothing is fetched from the web of today. */
const WORKER_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"
const TICKET = '([0-9a-f]{64})/(\\d{10,16})/([A-Za-z0-9_-]{43})'
const WACZ_PATH = new RegExp(`^/wacz/${TICKET}/capture\\.wacz$`)
const VIEW_PATH = new RegExp(`^/view/${TICKET}/$`)
const OPEN_PATH = new RegExp(`^/open/${TICKET}/$`)
/** Bytes read at a time: an archive is not held in memory for a slow reader. */
const PART_BYTES = 256 * 1024

/** The handler: a request in, an answer out. Everything but GET and HEAD, and every path it does not know, is refused. */
export function createReplayApp(settings: ReplaySettings): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = new URL(request.url)
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return words(405, 'Archived pages can be looked at only.', { Allow: 'GET, HEAD' })
    const wacz = WACZ_PATH.exec(url.pathname)
    if (wacz) return archive(settings, request, ticketOf(wacz))
    const view = VIEW_PATH.exec(url.pathname)
    if (view) return viewer(settings, url, ticketOf(view))
    const open = OPEN_PATH.exec(url.pathname)
    if (open) return shell(settings, url, ticketOf(open))
    if (url.pathname === '/view.js') return script(VIEWER_SCRIPT)
    if (url.pathname === '/replay/') return html(playerPage(), playerPolicy(''))
    if (url.pathname === '/replay/ui.js' || url.pathname === '/replay/sw.js')
      return playerFile(settings, url.pathname === '/replay/ui.js' ? 'ui.js' : 'sw.js')
    return words(404, 'There is nothing here.')
  }
}

async function archive(
  { place, blobs }: ReplaySettings,
  request: Request,
  ticket: ReplayTicket,
): Promise<Response> {
  const opened = openTicket(place, ticket)
  if (!opened.ok || !isOnItsHost(replayOrigin(place, ticket.digest), place, request.url))
    return refused(opened)
  const size = await blobs.size(ticket.digest)
  if (size === null) return words(404, 'This archive is not in the store.')
  const range = byteRange(request.headers.get('range'), size)
  const headers = {
    'Content-Type': 'application/wacz',
    'Accept-Ranges': 'bytes',
    // Whoever has the address may read it from any page: there is no cookie that could be lent to them.
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'Accept-Ranges, Content-Length, Content-Range',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Content-Disposition': 'attachment; filename="capture.wacz"',
    'Content-Security-Policy': "sandbox; default-src 'none'",
  }
  if (range === 'unsatisfiable') return answer(416, null, { ...headers, 'Content-Range': `bytes */${size}` })
  const { start, end } = range === 'whole' ? { start: 0, end: size } : range
  // The first part is read before anything is said: a damaged archive must end as an error, not as half an answer.
  const first = await blobs.slice(ticket.digest, start, Math.min(end, start + PART_BYTES))
  const partial: Record<string, string> =
    range === 'whole' ? {} : { 'Content-Range': `bytes ${start}-${end - 1}/${size}` }
  const body = request.method === 'HEAD' ? null : parts(blobs, ticket.digest, first, start, end)
  const lengths = { ...headers, ...partial, 'Content-Length': String(end - start) }
  return answer(range === 'whole' ? 200 : 206, body, lengths)
}

function parts(
  blobs: Pick<BlobStore, 'slice'>,
  digest: string,
  first: Uint8Array,
  start: number,
  end: number,
): ReadableStream<Uint8Array> {
  let at = start
  return new ReadableStream({
    async pull(controller) {
      if (at >= end) return controller.close()
      const part = at === start ? first : await blobs.slice(digest, at, Math.min(end, at + PART_BYTES))
      at += part.length
      controller.enqueue(part)
      if (at >= end) controller.close()
    },
  })
}

async function viewer(settings: ReplaySettings, url: URL, ticket: ReplayTicket): Promise<Response> {
  const opened = openTicket(settings.place, ticket)
  if (!opened.ok || !isOnItsHost(replayOrigin(settings.place, ticket.digest), settings.place, url.href))
    return refused(opened)
  const policy = playerPolicy(shellOrigin(settings.place, ticket.digest))
  if (!(await settings.player.isInstalled()))
    return html(replayNotice('No player', 'The player for archived pages is not installed.'), policy)
  const { digest, expires, mac } = ticket
  const page = replayPage({
    source: `/wacz/${digest}/${expires}/${mac}/capture.wacz`,
    url: url.searchParams.get('url') ?? '',
    timestamp: url.searchParams.get('ts') ?? '',
    title: 'Replay of an archived page',
  })
  return html(page, policy)
}

/** Needs no script: what it says it says by itself, and the player is in its frame. */
function shell(settings: ReplaySettings, url: URL, ticket: ReplayTicket): Response {
  const { place, appOrigins } = settings
  const opened = openTicket(place, ticket)
  if (!opened.ok || !isOnItsHost(shellOrigin(place, ticket.digest), place, url.href)) return refused(opened)
  const player = replayOrigin(place, ticket.digest)
  const { digest, expires, mac } = ticket
  const archived = url.searchParams.get('url') || 'an archived page'
  const page = shellPage({
    player: `${player}/view/${digest}/${expires}/${mac}/${url.search}`,
    title: `Replay of ${archived}`,
    words: `Replay of ${archived}: its archived bytes and scripts, run again now. What was not archived is missing, and scripts may show another day. Nothing here is the site of today.`,
  })
  return html(page, shellPolicy(player, appOrigins))
}

async function playerFile({ player }: ReplaySettings, name: 'ui.js' | 'sw.js'): Promise<Response> {
  const bytes = await player.read(name)
  if (!bytes) return words(404, 'The player for archived pages is not installed.')
  return script(bytes)
}

function script(content: string | Uint8Array): Response {
  return answer(200, content, {
    'Content-Type': 'text/javascript; charset=utf-8',
    'Cache-Control': 'no-cache',
    'Content-Security-Policy': WORKER_POLICY,
  })
}

function ticketOf([, digest = '', expires = '', mac = '']: RegExpExecArray): ReplayTicket {
  return { digest, expires: Number(expires), mac }
}

/** An archive is served on its own host only: a page on another host could otherwise put it among its own. */
function isOnItsHost(origin: string, { template }: ReplayPlace, asked: string): boolean {
  return !template.includes('*') || new URL(asked).host === new URL(origin).host
}

function refused(opened: ReturnType<typeof openTicket>): Response {
  return !opened.ok && opened.expired
    ? words(410, 'This address has expired. Open the replay from the archived copy again.')
    : words(403, 'This address opens nothing.')
}

function html(page: string, policy: string): Response {
  return answer(200, page, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': policy,
  })
}

function words(status: number, sentence: string, headers: Record<string, string> = {}): Response {
  const policy = { 'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'" }
  return answer(status, `${sentence}\n`, {
    'Content-Type': 'text/plain; charset=utf-8',
    ...policy,
    ...headers,
  })
}

function answer(
  status: number,
  body: BodyInit | Uint8Array | null,
  headers: Record<string, string>,
): Response {
  return new Response(body as BodyInit | null, {
    status,
    headers: {
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), clipboard-read=(), browsing-topics=()',
      'X-Robots-Tag': 'noindex, nofollow',
      ...headers,
    },
  })
}
