/** Reads what publishers list of their own pages: RSS, Atom, RDF and JSON feeds, site maps, news site maps and indexes of them. */
import { load } from 'cheerio'
import { z } from 'zod'
import { parseJson } from '#scrapers/kit/ask-service.ts'
import type { MarkupNode } from './markup-node.ts'

/** One listed page. `text` is what is said of it, without markup; `at` is ISO 8601, or null where no date can be read. */
export type Entry = { address: string; title: string | null; text: string; at: string | null }

/** `isCut` says that a document was longer than is read. An index lists further site maps. */
export type FeedDocument =
  | { kind: 'rss' | 'atom' | 'rdf' | 'json' | 'sitemap'; entries: Entry[]; isCut: boolean }
  | { kind: 'index'; maps: { address: string; at: string | null }[]; isCut: boolean }

/** About 50,000 addresses, which is all that a site map may hold (sitemaps.org). Each tag becomes a node of some hundred bytes. */
const MAX_TAGS = 300_000
const MAX_ENTRIES = 50_000
const MAX_TEXT_CHARACTERS = 4_000
/** What may stand between a document's root and its entries. */
const CONTAINERS = new Set(['rss', 'channel', 'feed', 'rdf', 'urlset', 'sitemapindex', 'items'])
const ROOTS: Record<string, FeedDocument['kind']> = {
  rss: 'rss',
  feed: 'atom',
  rdf: 'rdf',
  urlset: 'sitemap',
  sitemapindex: 'index',
}
const TEXTS = ['description', 'summary', 'content', 'encoded', 'subtitle', 'category', 'keywords', 'subject']
const DATES = ['pubdate', 'published', 'publication_date', 'updated', 'date', 'lastmod']

const JsonFeed = z.object({ version: z.string().regex(/jsonfeed\.org/), items: z.array(z.unknown()) })
const JsonItem = z.object({
  url: z.string(),
  title: z.string().nullish(),
  summary: z.string().nullish(),
  content_text: z.string().nullish(),
  content_html: z.string().nullish(),
  date_published: z.string().nullish(),
  tags: z.array(z.string()).nullish(),
})

/** Addresses are resolved against `address`. Null for what is no feed and no site map, such as a page of HTML. Time grows with the text; beyond `maxTags` it is not read. */
export function readFeed(text: string, address: string, maxTags: number = MAX_TAGS): FeedDocument | null {
  const start = text.replace(/^\uFEFF/, '').trimStart()
  if (start.startsWith('{')) return readJsonFeed(parseJson(start), address)
  if (!start.startsWith('<')) return null
  const cutAt = placeOfTag(start, maxTags)
  const isCut = cutAt !== null
  const $ = load(isCut ? start.slice(0, cutAt) : start, { xml: { xmlMode: true, decodeEntities: true } })
  const roots = ($.root()[0] as unknown as MarkupNode).children ?? []
  const root = roots.find((node) => localName(node) in ROOTS)
  const kind = root ? ROOTS[localName(root)] : undefined
  if (!root || !kind) return null
  const items = itemsOf(root)
  if (kind === 'index') {
    const maps = items.flatMap((item) => {
      const entry = entryOf(item, address)
      return entry ? [{ address: entry.address, at: entry.at }] : []
    })
    return { kind, maps, isCut }
  }
  return { kind: kind as 'rss', entries: items.flatMap((item) => entryOf(item, address) ?? []), isCut }
}

function readJsonFeed(json: unknown, address: string): FeedDocument | null {
  const feed = JsonFeed.safeParse(json)
  if (!feed.success) return null
  const entries = feed.data.items.slice(0, MAX_ENTRIES).flatMap((each) => {
    const item = JsonItem.safeParse(each)
    const page = item.success ? resolved(item.data.url, address) : null
    if (!item.success || page === null) return []
    const { title, summary, content_text, content_html, date_published, tags } = item.data
    const text = [summary, content_text ?? content_html, ...(tags ?? [])].filter(Boolean).join(' ')
    return [{ address: page, title: plain(title), text: plain(text) ?? '', at: dateOf(date_published) }]
  })
  return { kind: 'json', entries, isCut: feed.data.items.length > MAX_ENTRIES }
}

/** Goes down through containers only, so that nesting beyond all reason is never followed. */
function itemsOf(root: MarkupNode): MarkupNode[] {
  const items: MarkupNode[] = []
  const open = [root]
  for (let node = open.pop(); node; node = open.pop())
    for (const child of node.children ?? []) {
      const name = localName(child)
      if (['item', 'entry', 'url', 'sitemap'].includes(name)) {
        if (items.length < MAX_ENTRIES) items.push(child)
      } else if (CONTAINERS.has(name) && open.length < CONTAINERS.size) open.push(child)
    }
  return items
}

function entryOf(item: MarkupNode, base: string): Entry | null {
  const parts = [...(item.children ?? [])]
  // The news extension of a site map wraps title, date and keywords once more.
  for (const child of item.children ?? [])
    if (localName(child) === 'news') parts.push(...(child.children ?? []))
  let link: string | null = null
  let guid: string | null = null
  let title: string | null = null
  let at: string | null = null
  const texts: string[] = []
  for (const part of parts) {
    const name = localName(part)
    if (name === 'link' || name === 'loc') link ??= linkOf(part)
    else if (name === 'guid' && part.attribs?.isPermaLink !== 'false') guid ??= textOf(part)
    else if (name === 'title' && !part.name?.startsWith('media:')) title ??= plain(textOf(part))
    else if (DATES.includes(name)) at ??= dateOf(textOf(part))
    else if (TEXTS.includes(name)) texts.push(part.attribs?.term ?? textOf(part))
  }
  const address = resolved(link ?? guid ?? '', base)
  return address ? { address, title, text: plain(texts.join(' ')) ?? '', at } : null
}

/** RSS writes the address as text; Atom as an attribute, where only `alternate` (or none) is the page itself. */
function linkOf({ attribs, ...node }: MarkupNode): string | null {
  const href = attribs?.href
  if (href === undefined) return textOf(node) || null
  return attribs?.rel === undefined || attribs.rel === 'alternate' ? href : null
}

/** Text and CDATA of an element and of the markup in it (Atom's xhtml), as far as is read. Iterative. */
function textOf(root: MarkupNode): string {
  const pieces: string[] = []
  let length = 0
  const open = [...(root.children ?? [])].reverse()
  for (let node = open.pop(); node && length < MAX_TEXT_CHARACTERS; node = open.pop()) {
    if (node.type === 'text') {
      const piece = node.data ?? ''
      pieces.push(piece)
      length += piece.length
    } else for (const child of [...(node.children ?? [])].reverse()) open.push(child)
  }
  return pieces
    .join(' ')
    .slice(0, MAX_TEXT_CHARACTERS * 2)
    .trim()
}

/** Descriptions carry HTML, escaped or not. */
function plain(text: string | null | undefined): string | null {
  const bare = (text ?? '')
    .slice(0, MAX_TEXT_CHARACTERS * 2)
    .replace(/<[^<>]{0,2000}>/g, ' ')
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name: string) => ESCAPES[name] ?? ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_TEXT_CHARACTERS)
  return bare === '' ? null : bare
}

const ESCAPES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" }

function localName({ name }: MarkupNode): string {
  return (name ?? '').toLowerCase().replace(/^.*:/, '')
}

function resolved(address: string, base: string): string | null {
  const trimmed = address.trim()
  if (trimmed === '' || !URL.canParse(trimmed, base)) return null
  const url = new URL(trimmed, base)
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null
}

function dateOf(text: string | null | undefined): string | null {
  const time = Date.parse((text ?? '').trim())
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

/** Where the n-th tag begins; null when there are fewer. */
function placeOfTag(text: string, count: number): number | null {
  let at = -1
  for (let seen = 0; seen < count; seen += 1) {
    at = text.indexOf('<', at + 1)
    if (at < 0) return null
  }
  return at
}
