/** The last resort of a search: opens a search page in the browser, as a person would, and reads its outbound links. */
import type { Page } from 'playwright'
import type { AttemptFacts, Outcome } from '#domain/attempt.ts'
import type { FindRequest, Health, Lead, Scraper, StepTools } from '#scrapers/contract.ts'
import type { Browser } from '#scrapers/kit/browser.ts'
import { PageNotShown, troubleAt } from '#scrapers/kit/browser-failure.ts'
import { readSteadily } from '#scrapers/kit/read-steadily.ts'
import type { Web } from '#scrapers/kit/web.ts'
import { collectLeads, MAX_LEADS, type Named } from './collect-leads.ts'
import { unwrapLink } from './unwrap-link.ts'

/**
 * `searchUrl` is the address of a search page with `{query}` in it; null means that none is set up. `web` must reach it: it
 * is what the step is tried with, where opening a browser would be too much.
 */
export type BrowserSearchSettings = {
  browser: Browser
  web: Web
  searchUrl: string | null
  resultsWaitMs?: number
}

type Link = { href: string; text: string; isChrome: boolean }
type Seen = { status: number; address: string; links: Link[]; isChallenge: boolean }

/** How long results may take to be drawn after the page itself has come. */
const RESULTS_WAIT_MS = 10_000
const POLL_MS = 150
/** Shorter texts are page numbers, arrows and the like. */
const MIN_TEXT_CHARACTERS = 4

/** Sends the queries one after another, best first, until one brings links; the page's own text is not read. */
export function browserSearch(settings: BrowserSearchSettings): Scraper<FindRequest, Lead[]> {
  const { browser, searchUrl } = settings
  return {
    name: 'browser-search',
    version: 'browser-search-1',
    run: async ({ queries, claimText }, { signal }) => {
      const toAsk = queries.length > 0 ? queries : [claimText]
      const facts: AttemptFacts = { asked: toAsk.join('\n'), askedOf: null }
      const missing = whatIsMissing(settings)
      if (missing !== null || searchUrl === null)
        return {
          outcome: { ended: 'skipped', reason: 'not_configured', message: missing ?? NO_PAGE },
          facts,
        }
      facts.askedOf = new URL(searchUrl.replace('{query}', '')).host
      facts.asked = ''
      const asked: { query: string; links: number }[] = []
      let last: Outcome<Lead[]> | null = null
      for (const query of toAsk) {
        facts.asked = [facts.asked, query].filter(Boolean).join('\n')
        const address = searchUrl.replaceAll('{query}', encodeURIComponent(query))
        const answer = await browser.visit(
          (visit) =>
            look(visit.page, address, settings.resultsWaitMs ?? RESULTS_WAIT_MS, (at) =>
              troubleAt(at, visit.proxy),
            ),
          signal,
        )
        if (!answer.ok)
          return { outcome: { ended: 'failed', reason: answer.reason, message: answer.message }, facts }
        const leads = collectLeads(outbound(answer.value))
        asked.push({ query, links: leads.length })
        facts.httpStatus = answer.value.status
        facts.finalUrl = answer.value.address
        facts.detail = {
          ...{ queries: asked, parameters: { searchPage: searchUrl }, limit: MAX_LEADS },
          screened: asked.reduce((sum, { links }) => sum + links, 0),
        }
        last = judge(answer.value, leads)
        if (last.ended === 'done' || last.ended === 'failed') break
      }
      return {
        outcome: last ?? { ended: 'nothing', reason: 'no_results', message: 'There was nothing to ask.' },
        facts,
      }
    },
    probe: (tools) => probe(settings, tools),
  }
}

const NO_PAGE = 'No search page for the browser is set up.'

function whatIsMissing({ browser, searchUrl }: BrowserSearchSettings): string | null {
  if (searchUrl === null || searchUrl === '') return NO_PAGE
  if (!searchUrl.includes('{query}'))
    return 'The search page that is set up has no place for the query ({query}).'
  return browser.isAvailable ? null : 'No browser is installed on this machine.'
}

/** Asks for the site's front page without a browser: what a wall shows to a browser it does not tell. */
async function probe(settings: BrowserSearchSettings, { signal }: StepTools): Promise<Health> {
  const missing = whatIsMissing(settings)
  if (missing !== null || settings.searchUrl === null)
    return { state: 'not_configured', message: missing ?? NO_PAGE, asked: null, detail: {} }
  const address = `${new URL(settings.searchUrl.replaceAll('{query}', '')).origin}/`
  // A front page may lead on to another host; the search page is its own address and stands.
  const got = await settings.web.get({ address, signal, maxRedirects: 0, maxBytes: MAX_FRONT_BYTES })
  const asked = `GET ${address}`
  const detail = { status: got.ok ? got.response.status : null }
  const isUp = got.ok ? got.response.status < 500 : got.reason === 'too_large'
  if (isUp)
    return {
      state: 'ready',
      message: 'A browser is installed and the site of the search page answers.',
      asked,
      detail,
    }
  const message = got.ok ? `The site of the search page answers with ${got.response.status}.` : got.message
  return { state: 'unavailable', message, asked, detail }
}

const MAX_FRONT_BYTES = 3_000_000

function judge({ status, isChallenge }: Seen, leads: Lead[]): Outcome<Lead[]> {
  if (leads.length > 0) return { ended: 'done', value: leads }
  if (status === 429)
    return { ended: 'failed', reason: 'rate_limited', message: 'The search page has had too many requests.' }
  // A wall in front of the results means "could not look", which must not read as "not there".
  if (isChallenge)
    return {
      ended: 'failed',
      reason: 'blocked_challenge',
      message: 'The search page asked for proof of a human reader.',
    }
  if (status >= 400)
    return {
      ended: 'failed',
      reason: 'http_error',
      message: `The search page answered with an error (${status}).`,
    }
  return { ended: 'nothing', reason: 'no_results', message: 'The search page showed no results.' }
}

async function look(
  page: Page,
  address: string,
  waitMs: number,
  troubleOf: (address: string) => ReturnType<typeof troubleAt>,
): Promise<Seen> {
  const response = await page.goto(address, { waitUntil: 'domcontentloaded', timeout: 0 })
  if (!response) throw new PageNotShown('unsupported_type', 'The search page shows nothing.')
  const trouble = troubleOf(response.url())
  if (trouble) throw new PageNotShown(trouble.reason, trouble.message)
  const status = response.status()
  const waitUntil = performance.now() + waitMs
  let before = -1
  for (;;) {
    const seen: Seen = { status, address: page.url(), ...(await readSteadily(page, () => readLinks(page))) }
    const found = outbound(seen).length
    // Results are complete when a second look finds no more of them.
    const isSettled = found > 0 && found === before
    if (isSettled || performance.now() > waitUntil) return seen
    before = found
    await page.waitForTimeout(POLL_MS)
  }
}

/** Links with what a person sees of them. Runs in the page, so everything it needs is inside. */
function readLinks(page: Page): Promise<{ links: Link[]; isChallenge: boolean }> {
  return page.evaluate(() => {
    const links = [...document.querySelectorAll('a[href]')].flatMap((element) => {
      const anchor = element as HTMLAnchorElement
      if (!anchor.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return []
      return {
        href: anchor.href,
        text: (anchor.textContent ?? '').replace(/\s+/g, ' ').trim(),
        isChrome:
          anchor.closest(
            'nav, header, footer, aside, [role=navigation], [role=banner], [role=contentinfo]',
          ) !== null,
      }
    })
    const walls =
      'iframe[src*="captcha" i], [class*="captcha" i], [id*="captcha" i], #challenge-form, #challenge-running, form[action*="challenge" i]'
    return { links, isChallenge: document.querySelector(walls) !== null }
  })
}

/** Links that lead out of the search page. A search of other sites leads to other sites; a site's own search stays. */
function outbound({ links, address }: Seen): Named[] {
  const here = new URL(address)
  const named = links
    .filter(({ text, isChrome }) => !isChrome && text.length >= MIN_TEXT_CHARACTERS)
    .flatMap(({ href, text }) => {
      const to = unwrapLink(href, here)
      return to ? [{ to, title: text }] : []
    })
    .filter(({ to }) => to.origin !== here.origin || to.pathname !== here.pathname)
  const away = named.filter(({ to }) => to.origin !== here.origin)
  return (away.length > 0 ? away : named).map(({ to, title }) => ({ address: to.href, title }))
}
