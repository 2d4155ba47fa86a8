/** Fetches a page in a real browser: scripts run, lazy parts scrolled in, everything received recorded, a picture taken. */
import type { Page, Request, Response } from 'playwright'
import type { Exchange, Fetched, FetchRequest, Scraper } from '#scrapers/contract.ts'
import type { Browser, Visit } from '#scrapers/kit/browser.ts'
import { PageNotShown, troubleAt } from '#scrapers/kit/browser-failure.ts'
import { readContentType } from '#scrapers/kit/exchange-headers.ts'
import { checkAddress, type GuardPolicy } from '#scrapers/kit/guard.ts'
import { readSteadily } from '#scrapers/kit/read-steadily.ts'
import { type Attendance, attendPage } from './attend-page.ts'
import { dismissConsent } from './dismiss-consent.ts'
import { hopsTo } from './hops-to.ts'
import { machineNotes } from './machine-notes.ts'
import { printPage } from './print-page.ts'
import { rateLimited } from './rate-limited.ts'
import { recordVisit } from './record-visit.ts'
import { scrollThrough, settle } from './settle-page.ts'
import { takePicture } from './take-picture.ts'

/**
 * `policy` is the browser's own. `settleMs` bounds each wait for a quiet network (4000 unless told); the step's window
 * bounds them all. `maxBodyBytes` bounds each decoded body (25 MB unless told). `print` false leaves out the PDF, which takes as long as the picture.
 */
export type RenderedSettings = {
  browser: Browser
  policy: GuardPolicy
  settleMs?: number
  maxBodyBytes?: number
  print?: boolean
}

/** Kinds of main document that a browser shows as a page of its own making, so that its DOM is not the document. */
const SHOWN_TYPES = ['text/html', 'application/xhtml+xml', 'text/plain', 'application/xml', 'text/xml', '']
const REDIRECTS = [301, 302, 303, 307, 308]
const SETTLE_MS = 4000
const NOT_PRINTED = { pdf: null, why: 'not asked for' }
const MAX_MARKUP_CHARACTERS = 25_000_000
/** How Playwright says, even after several tries, that the document went away under the reader's eyes. */
const WENT_AWAY = /Execution context was destroyed|Cannot find context/

/** The body is the DOM as it stands after scripts ran, in UTF-8; the document as the site sent it is the first exchange. */
export function rendered(settings: RenderedSettings): Scraper<FetchRequest, Fetched> {
  return {
    name: 'rendered',
    version: 'rendered-2',
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
      if (value.status === 429) return rateLimited(value.responseHeaders, facts)
      return { outcome: { ended: 'done', value }, facts }
    },
  }
}

/** The walk through the page, unless the page is given up on the way. */
async function capture(
  visit: Visit,
  address: string,
  settings: RenderedSettings,
  now: () => Date,
): Promise<Fetched> {
  const attendance = attendPage(visit.page)
  const walk = walkPage(visit, address, settings, attendance, now).catch((error: unknown) => {
    if (!WENT_AWAY.test(String((error as Error).message))) throw error
    throw new PageNotShown('http_error', 'The page went on to another one each time it was looked at.')
  })
  // Given up first, it breaks off when the visit closes its page, and nobody is there to hear of it.
  walk.catch(() => {})
  return Promise.race([walk, attendance.givenUp])
}

async function walkPage(
  visit: Visit,
  address: string,
  { settleMs = SETTLE_MS, maxBodyBytes, print = true }: RenderedSettings,
  { incidents, downloadBegan }: Attendance,
  now: () => Date,
): Promise<Fetched> {
  const { page, proxy } = visit
  const capturedAt = now()
  const recorder = await recordVisit(page, proxy, maxBodyBytes)
  let lastAsked = address
  page.on('request', (request) => {
    if (isOfMainFrame(request, page)) lastAsked = request.url()
  })
  const first = await page.goto(address, { waitUntil: 'commit', timeout: 0 }).catch((error) => {
    const failure = recorder.failureAt(lastAsked)
    if (!failure?.reason) throw error
    throw new PageNotShown(failure.reason, `The page could not be kept: ${failure.why}.`)
  })
  if (!first) throw new PageNotShown('unsupported_type', 'The address shows no page.')
  refuseWhatIsNoPage(first, visit)
  // Scripts and meta tags may lead on to another document; the last one that is shown is the page.
  const documents = [first]
  page.on('response', (response) => {
    const isRedirect = REDIRECTS.includes(response.status())
    if (!isRedirect && isOfMainFrame(response.request(), page)) documents.push(response)
  })
  await Promise.race([page.waitForLoadState('domcontentloaded'), downloadBegan])

  const wasQuiet = await settle(page, settleMs)
  const consent = await readSteadily(page, () => dismissConsent(page))
  const scrolls = await readSteadily(page, () => scrollThrough(page))
  await settle(page, settleMs)
  const isDownload = (of: Response) => incidents.downloads.some((download) => download.address === of.url())
  const response = documents.findLast((each) => !isDownload(each)) ?? first
  refuseWhatIsNoPage(response, visit)
  const shown = await readSteadily(page, () => readShown(page))
  if (shown === null) throw new PageNotShown('too_large', 'The page has grown larger than is kept.')
  const picture = await takePicture(page)
  const body = new TextEncoder().encode(shown.markup)
  const finalUrl = withoutFragment(page.url())
  const printed = print ? await printPage(page, body.byteLength) : NOT_PRINTED
  const { exchanges, notRecorded } = await recorder.finish(settleMs)
  const ordered = pageFirst(exchanges, response.url())

  const { mediaType } = readContentType((await response.headerValue('content-type')) ?? null)
  return {
    method: 'rendered',
    custody: 'machine',
    finalUrl,
    hops: await hopsTo(response),
    capturedAt,
    body,
    mediaType: mediaType === '' ? 'text/html' : mediaType,
    // The DOM is written out in UTF-8 whatever the site sent.
    httpCharset: 'utf-8',
    status: response.status(),
    responseHeaders: (await response.headersArray()).map(({ name, value }) => [name, value]),
    exchanges: ordered,
    screenshot: picture.png,
    pdf: printed.pdf,
    renderedText: shown.text,
    broughtWacz: null,
    provenance: {
      machine: machineNotes(visit.version),
      userAgent: shown.userAgent,
      locale: shown.locale,
      timeZone: shown.timeZone,
      viewport: visit.viewport,
      options: { settleMs, maxBodyBytes: maxBodyBytes ?? null, print },
      remoteAddress: ordered[0]?.remoteAddress ?? null,
      connection: ordered[0]?.connection ?? null,
      consent,
      incidents,
      picture: { widthPx: picture.widthPx, heightPx: picture.heightPx, isCut: picture.isCut },
      print: printed.pdf ? { bytes: printed.pdf.byteLength } : { missing: printed.why },
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

type Shown = { markup: string; text: string; userAgent: string; locale: string; timeZone: string }

/** Markup and text as they stand, or null where scripts have drawn more than is kept. */
function readShown(page: Page): Promise<Shown | null> {
  return page.evaluate((maxCharacters) => {
    const markup = new XMLSerializer().serializeToString(document.doctype ?? document.createTextNode(''))
    const html = document.documentElement?.outerHTML ?? ''
    if (html.length > maxCharacters) return null
    return {
      markup: markup + html,
      // biome-ignore lint/performance/useDomNodeTextContent: what a reader sees is asked for, not what the DOM holds
      text: document.body?.innerText ?? '',
      userAgent: navigator.userAgent,
      locale: navigator.language,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    }
  }, MAX_MARKUP_CHARACTERS)
}

function pageFirst(exchanges: Exchange[], address: string): Exchange[] {
  const main = exchanges.find((each) => each.address === withoutFragment(address) && each.method === 'GET')
  return main ? [main, ...exchanges.filter((each) => each !== main)] : exchanges
}

function withoutFragment(address: string): string {
  return address.split('#')[0] ?? address
}
