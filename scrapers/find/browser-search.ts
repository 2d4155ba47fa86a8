/** The last resort of a search: opens a search page in the browser, as a person would, and reads its outbound links. */
import type { Page } from 'playwright'
import type { AttemptFacts, Outcome } from '#domain/attempt.ts'
import type { FindRequest, Lead, Scraper } from '#scrapers/contract.ts'
import type { Browser } from '#scrapers/kit/browser.ts'
import { PageNotShown, troubleAt } from '#scrapers/kit/browser-failure.ts'
import { readSteadily } from '#scrapers/kit/read-steadily.ts'
import { collectLeads, type Named } from './collect-leads.ts'

/** `searchUrl` is the address of a search page with `{query}` in it; null means that none is set up. */
export type BrowserSearchSettings = { browser: Browser; searchUrl: string | null; resultsWaitMs?: number }

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
      const skip = (message: string) => ({
        outcome: { ended: 'skipped' as const, reason: 'not_configured' as const, message },
        facts,
      })
      if (searchUrl === null || searchUrl === '') return skip('No search page for the browser is set up.')
      if (!searchUrl.includes('{query}'))
        return skip('The search page that is set up has no place for the query ({query}).')
      if (!browser.isAvailable) return skip('No browser is installed on this machine.')

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
        facts.detail = { queries: asked }
        last = judge(answer.value, leads)
        if (last.ended === 'done' || last.ended === 'failed') break
      }
      return {
        outcome: last ?? { ended: 'nothing', reason: 'no_results', message: 'There was nothing to ask.' },
        facts,
      }
    },
  }
}

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
      const to = unwrap(href, here)
      return to ? [{ to, title: text }] : []
    })
    .filter(({ to }) => to.origin !== here.origin || to.pathname !== here.pathname)
  const away = named.filter(({ to }) => to.origin !== here.origin)
  return (away.length > 0 ? away : named).map(({ to, title }) => ({ address: to.href, title }))
}

/** Search pages like to lead results through a counter of their own; the real address is one of its parameters. */
function unwrap(href: string, here: URL): URL | null {
  if (!/^https?:/.test(href) || !URL.canParse(href)) return null
  const url = new URL(href)
  if (url.host !== here.host) return url
  const inner = [...url.searchParams.values()].find(
    (value) => /^https?:\/\//.test(value) && URL.canParse(value),
  )
  return inner ? new URL(inner) : url
}
