/** Fetches a page in a real browser: scripts run, lazy parts scrolled in, everything received recorded, a picture taken. */
import type { Page, Request, Response } from 'playwright'
import type { Hop } from '#domain/attempt.ts'
import type { Exchange, Fetched, FetchRequest, Scraper } from '#scrapers/contract.ts'
import type { Browser, Visit } from '#scrapers/kit/browser.ts'
import { PageNotShown, troubleAt } from '#scrapers/kit/browser-failure.ts'
import { readContentType } from '#scrapers/kit/exchange-headers.ts'
import { checkAddress, type GuardPolicy } from '#scrapers/kit/guard.ts'
import { readSteadily } from '#scrapers/kit/read-steadily.ts'
import { recordVisit } from './record-visit.ts'
import { takePicture } from './take-picture.ts'

/**
 * `policy` is the browser's own. `settleMs` bounds each wait for a quiet network (4000 unless told); the step's window
 * bounds them all. `maxBodyBytes` bounds each decoded body (25 MB unless told).
 */
export type RenderedSettings = {
  browser: Browser
  policy: GuardPolicy
  settleMs?: number
  maxBodyBytes?: number
}

/** Kinds of main document that a browser shows as a page of its own making, so that its DOM is not the document. */
const SHOWN_TYPES = ['text/html', 'application/xhtml+xml', 'text/plain', 'application/xml', 'text/xml', '']
const REDIRECTS = [301, 302, 303, 307, 308]
const SETTLE_MS = 4000
const MAX_SCROLLS = 20
const SCROLL_PAUSE_MS = 80

/** The body is the DOM as it stands after scripts ran, in UTF-8; the document as the site sent it is the first exchange. */
export function rendered(settings: RenderedSettings): Scraper<FetchRequest, Fetched> {
  return {
    name: 'rendered',
    version: 'rendered-1',
    run: async ({ address }, { signal, now }) => {
      const asked = { asked: address, askedOf: URL.canParse(address) ? new URL(address).host : null }
      const verdict = checkAddress(address, settings.policy)
      if (settings.browser.isAvailable && !verdict.ok) {
        const message = `Not opened: ${verdict.why}.`
        return { outcome: { ended: 'failed', reason: 'refused_by_guard', message }, facts: asked }
      }
      const answer = await settings.browser.visit((visit) => capture(visit, address, settings, now), signal)
      if (!answer.ok) {
        const { reason, message } = answer
        const ended = reason === 'not_configured' ? 'skipped' : 'failed'
        return { outcome: { ended, reason, message }, facts: asked }
      }
      const { value } = answer
      const facts = {
        ...asked,
        httpStatus: value.status,
        finalUrl: value.finalUrl,
        hops: value.hops,
        bytes: value.body.byteLength,
        detail: { exchanges: value.exchanges.length, ...value.provenance },
      }
      if (value.status === 429) {
        const message = 'The site has had too many requests.'
        return { outcome: { ended: 'failed', reason: 'rate_limited', message }, facts }
      }
      return { outcome: { ended: 'done', value }, facts }
    },
  }
}

async function capture(
  visit: Visit,
  address: string,
  { settleMs = SETTLE_MS, maxBodyBytes }: RenderedSettings,
  now: () => Date,
): Promise<Fetched> {
  const { page, proxy } = visit
  const capturedAt = now()
  const recorder = await recordVisit(page, proxy, maxBodyBytes)
  let lastAsked = address
  page.on('request', (request) => {
    if (isOfMainFrame(request, page)) lastAsked = request.url()
  })
  let main = await page.goto(address, { waitUntil: 'domcontentloaded', timeout: 0 }).catch((error) => {
    const failure = recorder.failureAt(lastAsked)
    if (!failure?.reason) throw error
    throw new PageNotShown(failure.reason, `The page could not be kept: ${failure.why}.`)
  })
  // Scripts and meta tags may lead on to another document; the last one is the page.
  page.on('response', (response) => {
    const isRedirect = REDIRECTS.includes(response.status())
    if (!isRedirect && isOfMainFrame(response.request(), page)) main = response
  })
  if (!main) throw new PageNotShown('unsupported_type', 'The address shows no page.')
  refuseWhatIsNoPage(main, visit)

  const wasQuiet = await settle(page, settleMs)
  const scrolls = await readSteadily(page, () => scrollThrough(page))
  await settle(page, settleMs)
  const response: Response = main
  refuseWhatIsNoPage(response, visit)
  const picture = await takePicture(page)
  const { renderedText, userAgent } = await readSteadily(page, () => readText(page))
  const body = new TextEncoder().encode(await page.content())
  const { exchanges, notRecorded } = await recorder.finish(settleMs)

  const { mediaType } = readContentType((await response.headerValue('content-type')) ?? null)
  const hops = await hopsTo(response)
  return {
    method: 'rendered',
    custody: 'machine',
    finalUrl: withoutFragment(page.url()),
    hops,
    capturedAt,
    body,
    mediaType: mediaType === '' ? 'text/html' : mediaType,
    // The DOM is written out in UTF-8 whatever the site sent.
    httpCharset: 'utf-8',
    status: response.status(),
    responseHeaders: (await response.headersArray()).map(({ name, value }) => [name, value]),
    exchanges: pageFirst(exchanges, response.url()),
    screenshot: picture.png,
    renderedText,
    broughtWacz: null,
    provenance: {
      chromium: visit.version,
      userAgent,
      viewport: visit.viewport,
      picture: { widthPx: picture.widthPx, heightPx: picture.heightPx, isCut: picture.isCut },
      scrolls,
      networkWasQuiet: wasQuiet,
      notRecorded,
      refused: proxy.troubles.map(({ place, why }) => ({ place, why })),
      startedAt: capturedAt.toISOString(),
      finishedAt: now().toISOString(),
    },
  }
}

function isOfMainFrame(request: Request, page: Page): boolean {
  return request.isNavigationRequest() && request.frame() === page.mainFrame()
}

/** Failures that the browser takes for pages: answers of our own proxy, and documents it would only wrap. */
function refuseWhatIsNoPage(response: Response, visit: Visit): void {
  const trouble = troubleAt(response.url(), visit.proxy)
  if (trouble) throw new PageNotShown(trouble.reason, trouble.message)
  // The proxy answers with 590 to 599 when it could not talk to the site; no registered status lies there.
  if (response.status() >= 590 && response.status() <= 599)
    throw new PageNotShown('connect', 'The site could not be reached.')
  const { mediaType } = readContentType(response.headers()['content-type'] ?? null)
  if (!SHOWN_TYPES.includes(mediaType))
    throw new PageNotShown(
      'unsupported_type',
      `The address is a document (${mediaType}), not a page to show.`,
    )
}

/** Waits until nothing has been asked for half a second, or until the bound; busy pages never fall silent. */
async function settle(page: Page, settleMs: number): Promise<boolean> {
  return page.waitForLoadState('networkidle', { timeout: settleMs }).then(
    () => true,
    (error: Error) => {
      if (error.name === 'TimeoutError') return false
      throw error
    },
  )
}

/** Scrolls down screen by screen so that lazy parts load, then back up; answers with the number of screens. */
async function scrollThrough(page: Page): Promise<number> {
  let scrolls = 0
  for (; scrolls < MAX_SCROLLS; scrolls++) {
    const isAtEnd = await page.evaluate(() => {
      const before = window.scrollY
      window.scrollBy(0, window.innerHeight * 0.9)
      return window.scrollY === before
    })
    if (isAtEnd) break
    await page.waitForTimeout(SCROLL_PAUSE_MS)
  }
  await page.evaluate(() => window.scrollTo(0, 0))
  return scrolls
}

function readText(page: Page): Promise<{ renderedText: string; userAgent: string }> {
  return page.evaluate(() => ({
    // biome-ignore lint/performance/useDomNodeTextContent: what a reader sees is asked for, not what the DOM holds
    renderedText: document.body?.innerText ?? '',
    userAgent: navigator.userAgent,
  }))
}

async function hopsTo(response: Response): Promise<Hop[]> {
  const hops: Hop[] = []
  for (let after = response.request(), before = after.redirectedFrom(); before; ) {
    const status = (await before.response())?.status() ?? 0
    hops.unshift({ address: before.url(), status, location: after.url() })
    after = before
    before = after.redirectedFrom()
  }
  return hops
}

function pageFirst(exchanges: Exchange[], address: string): Exchange[] {
  const main = exchanges.find((each) => each.address === withoutFragment(address) && each.method === 'GET')
  return main ? [main, ...exchanges.filter((each) => each !== main)] : exchanges
}

function withoutFragment(address: string): string {
  return address.split('#')[0] ?? address
}
