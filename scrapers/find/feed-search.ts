/** Looks through the feeds and site maps of named publishers for pages that speak of a claim; no search engine learns of it. */
import { setImmediate } from 'node:timers/promises'
import type { AttemptFacts, Outcome } from '#domain/attempt.ts'
import type { FindRequest, Lead, Scraper } from '#scrapers/contract.ts'
import { failed } from '#scrapers/kit/ask-service.ts'
import { closedWindow } from '#scrapers/kit/closed-window.ts'
import { collectLeads, MAX_LEADS } from './collect-leads.ts'
import type { Entry } from './read-feed.ts'
import { readSite, type SiteRead, type SiteSettings } from './read-site.ts'
import { type Fit, fitOf, type Sought, soughtIn } from './story-match.ts'

const MAX_SITES = 20

type Hit = { entry: Entry; fit: Fit }

/** What is looked for is compared here: publishers learn that their feeds were read, and not what for. */
export function feedSearch(settings: SiteSettings): Scraper<FindRequest, Lead[]> {
  return {
    name: 'feed-search',
    version: 'feeds-and-sitemaps-1',
    run: async ({ sites, claimText, queries }, { signal }) => {
      const asked = [...new Set(sites)].slice(0, MAX_SITES)
      if (asked.length === 0)
        return {
          outcome: {
            ended: 'skipped',
            reason: 'not_configured',
            message: 'No publisher is named whose feeds could be read.',
          },
          facts: { asked: '', askedOf: null },
        }
      // Publishers do not wait for each other: every host has a turn of its own.
      const read = await Promise.all(asked.map((site) => readSite(site, settings, signal)))
      const texts = [claimText, ...queries]
      const hits = await hitsIn(read, soughtIn(texts), signal)
      const leads = collectLeads(
        hits.map(({ entry }) => ({ address: entry.address, title: entry.title, snippet: snippetOf(entry) })),
      )
      return { outcome: outcomeOf(leads, read, signal), facts: factsOf(asked, read, texts, leads, hits) }
    },
    probe: async () => ({
      state: 'ready',
      message: 'Needs nothing set up: it asks the publishers that a search names.',
      asked: null,
      detail: {},
    }),
  }
}

/**
 * Best fit first, of equal ones the newest. A page that several documents list counts once. Site maps list pages by the ten
 * thousand, so the process gets its turn in between; what was found before the window closed counts.
 */
async function hitsIn(read: SiteRead[], sought: Sought, signal: AbortSignal): Promise<Hit[]> {
  const hits = new Map<string, Hit>()
  let compared = 0
  for (const entry of read.flatMap(({ entries }) => entries)) {
    compared += 1
    if (compared % ENTRIES_IN_A_TURN === 0) await setImmediate()
    if (signal.aborted && compared > ENTRIES_AFTER_THE_WINDOW) break
    const before = hits.get(entry.address)
    const fit = fitOf(textOf(entry), sought)
    if (fit && (!before || fit.score > before.fit.score)) hits.set(entry.address, { entry, fit })
  }
  return [...hits.values()].sort(
    (a, b) => b.fit.score - a.fit.score || (b.entry.at ?? '').localeCompare(a.entry.at ?? ''),
  )
}

const ENTRIES_IN_A_TURN = 500
/** A closed window leaves about a second to answer. */
const ENTRIES_AFTER_THE_WINDOW = 5_000

/** Site maps name no titles; the words of an address are what they tell. */
function textOf({ address, title, text }: Entry): string {
  if (title !== null) return `${title}. ${text}`
  const { pathname } = new URL(address)
  return `${decoded(pathname).replace(/[-_/.+]+/g, ' ')} ${text}`
}

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return pathname
  }
}

function snippetOf({ text, at }: Entry): string | null {
  const said = text.length > MAX_SNIPPET_CHARACTERS ? `${text.slice(0, MAX_SNIPPET_CHARACTERS)}…` : text
  return [at?.slice(0, 10), said].filter(Boolean).join(' · ') || null
}

const MAX_SNIPPET_CHARACTERS = 300

/** Publishers that could not be read leave the answer open, unless something was found at others. */
function outcomeOf(leads: Lead[], read: SiteRead[], signal: AbortSignal): Outcome<Lead[]> {
  if (leads.length > 0) return { ended: 'done', value: leads }
  if (signal.aborted) {
    const { reason, message } = closedWindow(signal)
    return failed(reason, message)
  }
  const troubled = read.flatMap(({ site, trouble }) => (trouble ? [{ site, trouble }] : []))
  const [first] = troubled
  if (first) {
    const why = troubled.map(({ site, trouble }) => `${site}: ${trouble.message}`).join(' ')
    const reason = troubled.length === read.length ? first.trouble.reason : 'engine_unavailable'
    return failed(reason, `Nothing found, and not every publisher could be read. ${why}`.slice(0, 1_000))
  }
  const pages = read.reduce((sum, { entries }) => sum + entries.length, 0)
  return {
    ended: 'nothing',
    reason: 'no_results',
    message: `None of the ${pages} pages that these publishers list speaks of it.`,
  }
}

function factsOf(
  sites: string[],
  read: SiteRead[],
  lookedFor: string[],
  leads: Lead[],
  hits: Hit[],
): AttemptFacts {
  const documents = read.flatMap((one) => one.documents)
  return {
    asked: documents.map(({ address }) => address).join('\n') || sites.join('\n'),
    askedOf: sites.length > 3 ? `${sites.length} publishers` : sites.join(', '),
    detail: {
      sites: read.map(({ site, trouble, entries }) => ({
        site,
        pages: entries.length,
        trouble: trouble?.message ?? null,
      })),
      documents,
      lookedFor,
      limit: MAX_LEADS,
      screened: read.reduce((sum, { entries }) => sum + entries.length, 0),
      leads: leads.length,
      fits: hits.slice(0, MAX_LEADS).map(({ entry, fit }) => ({ address: entry.address, ...fit })),
    },
  }
}
