/** Plays an archived page back in a clean browser that gets every answer from the archive and has no network. */
import type { Page, Route } from 'playwright'
import type { CaptureMethod } from '#domain/capture.ts'
import type { OpenedBundle, PageReading, ReadRequest, Replayed } from '#scrapers/contract.ts'
import type { Browser } from '#scrapers/kit/browser.ts'
import { onErrand } from '#scrapers/kit/errand.ts'
import { readContentType } from '#scrapers/kit/exchange-headers.ts'
import { readSteadily } from '#scrapers/kit/read-steadily.ts'
import { scrollThrough, settle } from './settle-page.ts'

export type ReplaySettings = {
  browser: Browser
  openBundle: (bytes: Uint8Array, pageUrl: string) => Promise<OpenedBundle>
  read: (request: ReadRequest) => Promise<PageReading>
  /** bounds each wait for quiet (3000 unless told) */
  settleMs?: number
}

export type ReplayRequest = { wacz: Uint8Array; pageUrl: string; method: CaptureMethod }
export type Replay = (request: ReplayRequest, signal: AbortSignal) => Promise<Replayed>

const SETTLE_MS = 3_000
const MAX_MARKUP_CHARACTERS = 25_000_000
const MAX_MISSING = 50
const SHOWN_TYPES = ['text/html', 'application/xhtml+xml']
/** What described the bytes on the wire is not true of the bytes handed over; the rest stands as recorded. */
const ABOUT_THE_WIRE = [
  'content-encoding',
  'content-length',
  'transfer-encoding',
  'connection',
  'keep-alive',
  'alt-svc',
]
/** Nobody may learn that an archive is opened: the proxy of the visit refuses every host. */
const NOBODY = { reach: { hosts: [], why: 'an archive is opened offline' }, note: () => {} }

/**
 * Never throws for what an archive holds. A document that is no page (PDF, text) is read again from the archived bytes; a
 * picture, or an archive without a page, has no text to look at.
 */
export function replayBundle(settings: ReplaySettings): Replay {
  return async ({ wacz, pageUrl, method }, signal) => {
    const bundle = await settings.openBundle(wacz, pageUrl)
    if (!bundle.ok) return { ok: false, message: `The archive cannot be played back: ${bundle.message}.` }
    const { page } = bundle
    const { mediaType, charset } = readContentType(page.mediaType)
    const request = {
      mediaType,
      httpCharset: charset,
      status: page.status,
      responseHeaders: page.headers,
      url: page.mainUrl,
      renderedText: null,
    }
    if (!SHOWN_TYPES.includes(mediaType) || !/^https?:/.test(page.mainUrl)) {
      const { text } = await settings.read({ ...request, body: page.body })
      if (text.trim() === '')
        return { ok: false, message: 'What is archived has no text that could be read again.' }
      return { ok: true, how: 'bytes', text, missing: [] }
    }
    const visited = await onErrand(NOBODY, () =>
      settings.browser.visit(({ page: tab }) => play(tab, bundle, settings.settleMs ?? SETTLE_MS), signal),
    )
    if (!visited.ok) return { ok: false, message: visited.message }
    const { markup, shown, missing } = visited.value
    const body = new TextEncoder().encode(markup)
    // Compared like with like: what was read from markup is read from markup again.
    const renderedText = method === 'rendered' ? shown : null
    const { text } = await settings.read({
      ...request,
      body,
      mediaType: 'text/html',
      httpCharset: 'utf-8',
      renderedText,
    })
    return { ok: true, how: 'browser', text, missing }
  }
}

type Opened = Extract<OpenedBundle, { ok: true }>

async function play(tab: Page, bundle: Opened, settleMs: number) {
  const missing = new Set<string>()
  const context = tab.context()
  await context.route('**/*', (route) => fromBundle(route, bundle, missing))
  await context.routeWebSocket(/.*/, (socket) => {
    missing.add(socket.url())
    void socket.close()
  })
  context.on('page', (popup) => {
    if (popup !== tab) void popup.close().catch(() => {})
  })
  // Scripts see the day of the capture, not today's.
  await tab.clock.install({ time: bundle.page.capturedAt })
  await tab.goto(bundle.page.mainUrl, { waitUntil: 'domcontentloaded', timeout: 0 })
  await settle(tab, settleMs)
  await readSteadily(tab, () => scrollThrough(tab))
  await settle(tab, settleMs)
  const read = await readSteadily(tab, () => readTab(tab))
  return { ...read, missing: [...missing].slice(0, MAX_MISSING) }
}

async function fromBundle(route: Route, bundle: Opened, missing: Set<string>): Promise<void> {
  const request = route.request()
  const answer = bundle.answer(request.method(), request.url())
  if (answer === null || answer.status < 200 || answer.status > 599) {
    missing.add(request.url())
    return route.abort('internetdisconnected').catch(() => {})
  }
  const headers: Record<string, string> = {}
  for (const [name, value] of answer.headers) {
    const lower = name.toLowerCase()
    if (ABOUT_THE_WIRE.includes(lower) || lower.startsWith(':')) continue
    headers[lower] =
      lower in headers ? `${headers[lower]}${lower === 'set-cookie' ? '\n' : ', '}${value}` : value
  }
  await route.fulfill({ status: answer.status, headers, body: Buffer.from(answer.body) }).catch(() => {})
}

function readTab(tab: Page): Promise<{ markup: string; shown: string }> {
  return tab.evaluate(
    (maxCharacters) => ({
      markup: (document.documentElement?.outerHTML ?? '').slice(0, maxCharacters),
      // biome-ignore lint/performance/useDomNodeTextContent: what a reader sees is asked for, not what the DOM holds
      shown: document.body?.innerText ?? '',
    }),
    MAX_MARKUP_CHARACTERS,
  )
}
