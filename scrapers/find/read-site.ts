/** Reads what one publisher lists of its own pages: declared feeds, the usual places of feeds, and site maps; bounded, in turn, within robots.txt. */
import { gunzipSync } from 'node:zlib'
import type { CheerioAPI } from 'cheerio'
import { type Failed, failed } from '#scrapers/kit/ask-service.ts'
import { politeGet } from '#scrapers/kit/polite-get.ts'
import type { Politeness } from '#scrapers/kit/politeness.ts'
import type { RobotsPolicy } from '#scrapers/kit/robots.ts'
import { productToken, type RobotsRules, readRobots, robotsAllow } from '#scrapers/kit/robots-rules.ts'
import type { Web } from '#scrapers/kit/web.ts'
import { type Entry, readFeed } from './read-feed.ts'

/** `web` must be the one for pages: whatever a site names is outside. `decode` and `openPage` read bytes and markup without being led astray. */
export type SiteSettings = {
  web: Web
  politeness: Politeness
  userAgent: string
  robots: RobotsPolicy
  decode: (body: Uint8Array, httpCharset: string | null) => string
  openPage: (html: string) => CheerioAPI
}

/** One document as it was asked for: what it turned out to be and how many pages it lists, or why it could not be read. */
export type SiteDocument = { address: string; kind?: string; entries?: number; trouble?: string }

/** `trouble` is set where nothing at all could be read of the site. */
export type SiteRead = { site: string; documents: SiteDocument[]; entries: Entry[]; trouble: Failed | null }

/** robots.txt and the front page not counted. */
const MAX_DOCUMENTS = 10
const MAX_DECLARED_FEEDS = 4
const MAX_CHILD_MAPS = 4
const MAX_DOCUMENT_BYTES = 12_000_000
const MAX_UNPACKED_BYTES = 25_000_000
const MAX_SITE_BYTES = 40_000_000
/** Pages of one publisher that are looked at; feeds and site maps of news are read first. */
const MAX_ENTRIES = 50_000
const MAX_ROBOTS_BYTES = 512 * 1024
const MAX_REDIRECTS = 5
const USUAL_FEEDS = ['/feed', '/rss.xml', '/feed.xml']
const USUAL_MAP = '/sitemap.xml'
const FEED_TYPE =
  /^application\/(?:rss|atom|rdf|feed)\+(?:xml|json)$|^application\/json$|^(?:text|application)\/xml$/i
/** Site maps of news hold the last two days and come first; so do those whose name says that they are new. */
const NEWSY = /news|latest|recent|xinwen|today/i

type Fetched = { ok: true; text: string; address: string } | { ok: false; outcome: Failed }

/**
 * `site` is a host name, asked by https, and by http where there is none. robots.txt is kept to unless the desk ignores it:
 * nobody asked for these very pages. What lies on other sites is left alone, and so is everything beyond the bounds.
 */
export async function readSite(site: string, settings: SiteSettings, signal: AbortSignal): Promise<SiteRead> {
  const walk = new SiteWalk(settings, signal)
  return walk.read(site)
}

class SiteWalk {
  private readonly documents: SiteDocument[] = []
  private readonly entries: Entry[] = []
  private readonly rules = new Map<string, RobotsRules | null>()
  private readonly seen = new Set<string>()
  private bytes = 0
  private hosts: string[] = []
  private readonly settings: SiteSettings
  private readonly signal: AbortSignal

  constructor(settings: SiteSettings, signal: AbortSignal) {
    this.settings = settings
    this.signal = signal
  }

  async read(site: string): Promise<SiteRead> {
    this.hosts = [siteOf(site)]
    let front = await this.askFront(`https://${site}/`)
    if (!front.ok && ['connect', 'tls'].includes(front.outcome.reason))
      front = await this.askFront(`http://${site}/`)
    if (!front.ok) return { site, documents: this.documents, entries: [], trouble: front.outcome }
    const { origin } = new URL(front.address)
    const declared = this.feedsOf(front.text, front.address)
    await this.readAll(declared.slice(0, MAX_DECLARED_FEEDS))
    if (this.entries.length === 0)
      await this.readAll(
        USUAL_FEEDS.map((path) => origin + path),
        1,
      )
    const maps = this.mapsOf(front.maps, origin)
    await this.readAll(maps.length > 0 ? newsFirst(maps) : [origin + USUAL_MAP])
    const isRead = this.documents.some(({ kind }) => kind !== undefined)
    const trouble = isRead ? null : failed('unsupported_type', `${site} offers no feed and no site map.`)
    return { site, documents: this.documents, entries: this.entries, trouble }
  }

  /** robots.txt first: it says whether the front page may be read and where the site maps lie. */
  private async askFront(address: string): Promise<Fetched & { maps: string[] }> {
    const robots = await this.get(`${new URL(address).origin}/robots.txt`, MAX_ROBOTS_BYTES)
    if (!robots.ok) return { ...robots, maps: [] }
    this.keepRules(new URL(address).origin, robots)
    const maps = robots.status < 300 ? robots.text.matchAll(/^[ \t]*sitemap[ \t]*:[ \t]*(\S+)/gim) : []
    const page = await this.fetch(address)
    if (!page.ok && page.outcome.reason !== 'refused_by_guard' && !this.signal.aborted) {
      // A front page that cannot be had, or may not be read, hides its feeds and nothing else.
      this.documents.push({ address, trouble: page.outcome.message })
      return { ok: true, text: '', address, maps: [...maps].map(([, map]) => map ?? '') }
    }
    if (page.ok) this.hosts.push(siteOf(new URL(page.address).host))
    return { ...page, maps: [...maps].map(([, map]) => map ?? '') }
  }

  private feedsOf(html: string, base: string): string[] {
    if (html === '') return []
    const $ = this.settings.openPage(html)
    const links = $('link[href]').toArray().slice(0, 500)
    const feeds = links.flatMap(({ attribs }) => {
      const isFeed =
        /(?:^|\s)alternate(?:\s|$)/i.test(attribs.rel ?? '') && FEED_TYPE.test(attribs.type ?? '')
      return isFeed && attribs.href ? [attribs.href] : []
    })
    // Feeds of comments name pages that are known anyway; a programming interface is no feed.
    return this.own(feeds, base).filter((address) => !/\/(?:comments|wp-json)\//.test(address))
  }

  private mapsOf(listed: string[], origin: string): string[] {
    return this.own(listed, origin)
  }

  /** Web addresses of this publisher, each once. */
  private own(addresses: string[], base: string): string[] {
    const own = addresses.flatMap((address) => {
      if (!URL.canParse(address, base)) return []
      const url = new URL(address, base)
      return /^https?:$/.test(url.protocol) && this.isOwn(url.host) ? [url.href] : []
    })
    return [...new Set(own)]
  }

  private isOwn(host: string): boolean {
    return this.hosts.some((each) => siteOf(host) === each || host.endsWith(`.${each}`))
  }

  /** Reads documents, and the site maps that an index among them lists; `enough` readable ones end it. */
  private async readAll(addresses: string[], enough = Number.POSITIVE_INFINITY): Promise<void> {
    const waiting = addresses.map((address) => ({ address, depth: 0 }))
    let readable = 0
    for (let next = waiting.shift(); next && readable < enough; next = waiting.shift()) {
      const { address, depth } = next
      const isFull = this.documents.length >= MAX_DOCUMENTS || this.bytes > MAX_SITE_BYTES
      if (this.signal.aborted || isFull || this.seen.has(address)) continue
      this.seen.add(address)
      const fetched = await this.fetch(address)
      if (!fetched.ok) {
        this.documents.push({ address, trouble: fetched.outcome.message })
        continue
      }
      const feed = readFeed(fetched.text, fetched.address)
      if (feed === null) {
        this.documents.push({ address, trouble: 'This is neither a feed nor a site map.' })
        continue
      }
      readable += 1
      const count = feed.kind === 'index' ? feed.maps.length : feed.entries.length
      this.documents.push({ address, kind: feed.kind, entries: count })
      if (feed.kind !== 'index') this.keep(feed.entries)
      else if (depth === 0) {
        const newest = [...feed.maps].sort((a, b) => (b.at ?? '').localeCompare(a.at ?? ''))
        const children = newsFirst(
          this.own(
            newest.map((map) => map.address),
            address,
          ),
        )
        waiting.unshift(...children.slice(0, MAX_CHILD_MAPS).map((child) => ({ address: child, depth: 1 })))
      }
    }
  }

  private keep(entries: Entry[]): void {
    const room = MAX_ENTRIES - this.entries.length
    for (const entry of entries.slice(0, room)) this.entries.push(entry)
  }

  private async fetch(address: string): Promise<Fetched> {
    const no = await this.disallowed(address)
    if (no !== null) return { ok: false, outcome: failed('needs_person', no) }
    const got = await this.get(address, MAX_DOCUMENT_BYTES)
    if (!got.ok) return got
    if (got.status !== 200) return { ok: false, outcome: failed('http_error', `HTTP ${got.status}`) }
    return got
  }

  private async get(address: string, maxBytes: number): Promise<Fetched & { status: number }> {
    const { web, politeness } = this.settings
    const request = { address, signal: this.signal, maxBytes, maxRedirects: MAX_REDIRECTS }
    const answer = await politeGet(web, politeness, request)
    if (!answer.ok) return { ok: false, outcome: failed(answer.reason, answer.message), status: 0 }
    const { status, httpCharset, finalUrl } = answer.response
    const body = unpacked(answer.response.body)
    if (!body)
      return { ok: false, outcome: failed('decode_failed', 'The packed file cannot be read.'), status }
    this.bytes += body.byteLength
    return { ok: true, text: this.settings.decode(body, httpCharset), address: finalUrl, status }
  }

  /** Why a page may not be read, in the words of robots.txt; one that cannot be had forbids where the desk obeys. */
  private async disallowed(address: string): Promise<string | null> {
    const { robots } = this.settings
    if (robots === 'ignore') return null
    const { origin } = new URL(address)
    if (!this.rules.has(origin))
      this.keepRules(origin, await this.get(`${origin}/robots.txt`, MAX_ROBOTS_BYTES))
    const rules = this.rules.get(origin) ?? null
    if (rules === null) return robots === 'obey' ? 'robots.txt could not be had.' : null
    const { allowed, line } = robotsAllow(rules, address)
    return allowed ? null : `robots.txt disallows it (“${line}”).`
  }

  private keepRules(origin: string, got: Fetched & { status: number }): void {
    const token = productToken(this.settings.userAgent)
    if (!got.ok || got.status >= 500) this.rules.set(origin, null)
    else this.rules.set(origin, readRobots(got.status < 300 ? got.text : '', token))
  }
}

/** A site map may be a gzip file (sitemaps.org), which is not the same as a body packed on its way. Null where it cannot be unpacked within bounds. */
function unpacked(body: Uint8Array): Uint8Array | null {
  if (body[0] !== 0x1f || body[1] !== 0x8b) return body
  try {
    return gunzipSync(body, { maxOutputLength: MAX_UNPACKED_BYTES })
  } catch {
    return null
  }
}

function newsFirst(addresses: string[]): string[] {
  return [...addresses.filter((each) => NEWSY.test(each)), ...addresses.filter((each) => !NEWSY.test(each))]
}

/** The host without `www.` or `m.`: what lies below belongs to the same publisher. */
function siteOf(host: string): string {
  return host.toLowerCase().replace(/^(?:www|m)\./, '')
}
