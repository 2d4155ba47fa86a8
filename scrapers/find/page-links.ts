/** Reads the links of a captured page with the words around each, and what its head and its quotations declare as their original. */
import type { CheerioAPI } from 'cheerio'
import { z } from 'zod'
import { parseJson } from '#scrapers/kit/ask-service.ts'
import type { MarkupNode } from './markup-node.ts'

/** `surely` furniture is menus and the like; `likely` may hold a line about the source. */
export type FurnitureOf = (node: MarkupNode) => 'surely' | 'likely' | null

/**
 * One link in running text. `before` and `after` are the words around it on its own line; `rels` in small letters.
 * `isAside` says that it stands where a page usually speaks of itself.
 */
export type PageLink = {
  href: string
  text: string
  before: string
  after: string
  rels: string[]
  isAside: boolean
}

/** What a page declares: `what` is a phrase for a person. */
export type Declared = { href: string; what: string }

const UNREAD = new Set(
  'script style template noscript iframe object svg canvas select button form'.split(' '),
)
const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 ' +
    'h6 header hr li main ol p pre section summary table tbody td tfoot th thead tr ul br'
  ).split(' '),
)
const MAX_LINKS = 3_000
/** Words around a link that can tell what it is; a sentence is shorter. */
const AROUND_CHARACTERS = 160

/** Every link that a reader sees outside menus, in order. One pass; depth costs memory, never the stack. */
export function linksOf($: CheerioAPI, furnitureOf: FurnitureOf): PageLink[] {
  const text = new FlatText()
  const spans: { start: number; end: number; attribs: Record<string, string>; isAside: boolean }[] = []
  type Open = { node: MarkupNode; next: number; isAside: boolean; span: number }
  const open: Open[] = [{ node: $.root()[0] as unknown as MarkupNode, next: 0, isAside: false, span: -1 }]
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const child = top.node.children?.[top.next]
    top.next += 1
    if (!child) {
      open.pop()
      const span = spans[top.span]
      if (span) span.end = text.length
      if (BLOCKS.has(top.node.name ?? '')) text.breakLine()
      continue
    }
    if (child.type === 'text') text.write(child.data ?? '')
    if (!child.children || UNREAD.has(child.name ?? '')) continue
    const furniture = furnitureOf(child)
    if (furniture === 'surely') continue
    if (BLOCKS.has(child.name ?? '')) text.breakLine()
    const isAside = top.isAside || furniture === 'likely'
    const isLink = child.name === 'a' && child.attribs?.href !== undefined && spans.length < MAX_LINKS
    if (isLink) spans.push({ start: text.length, end: text.length, attribs: child.attribs ?? {}, isAside })
    open.push({ node: child, next: 0, isAside, span: isLink ? spans.length - 1 : -1 })
  }
  const whole = text.text()
  return spans.map(({ start, end, attribs, isAside }) => ({
    href: attribs.href ?? '',
    text: whole.slice(start, end).trim(),
    before:
      whole
        .slice(Math.max(0, start - AROUND_CHARACTERS), start)
        .split('\n')
        .at(-1) ?? '',
    after: whole.slice(end, end + AROUND_CHARACTERS).split('\n')[0] ?? '',
    rels: (attribs.rel ?? '').toLowerCase().split(/\s+/).filter(Boolean),
    isAside,
  }))
}

/** Canonical address, original source, quoted addresses and what JSON-LD names as basis. Nothing is resolved or judged here. */
export function declaredIn($: CheerioAPI): Declared[] {
  const declared: Declared[] = []
  const add = (href: string | undefined, what: string) => {
    if (href && declared.length < MAX_LINKS) declared.push({ href: href.trim(), what })
  }
  for (const { attribs } of $('link[href]').toArray()) {
    const rels = (attribs.rel ?? '').toLowerCase().split(/\s+/)
    if (rels.includes('canonical')) add(attribs.href, 'the page names it as its own address')
    if (rels.includes('cite') || rels.includes('cite-as'))
      add(attribs.href, 'the page says that it should be cited')
  }
  for (const { attribs } of $('meta[content]').toArray()) {
    const name = (attribs.name ?? attribs.property ?? '').toLowerCase()
    if (ORIGINAL_NAMES.has(name)) add(attribs.content, 'the page names it as its original')
  }
  for (const { attribs } of $('blockquote[cite], q[cite], ins[cite]').toArray())
    add(attribs.cite, 'a quotation names it')
  for (const script of $('script[type="application/ld+json"]').toArray().slice(0, 20))
    for (const href of basesIn(parseJson($(script).text()))) add(href, 'its metadata name it as its basis')
  return declared
}

const ORIGINAL_NAMES = new Set(
  'original-source syndication-source dc.source dcterms.source citation_public_url article:original_source'.split(
    ' ',
  ),
)

const Basis = z.union([z.string(), z.object({ url: z.string() }), z.object({ '@id': z.string() })])
const Node = z.looseObject({ '@graph': z.array(z.unknown()).optional() })

/** `isBasedOn` and `citation` of the top nodes (schema.org), as addresses. */
function basesIn(json: unknown): string[] {
  const nodes = (Array.isArray(json) ? json : [json]).slice(0, 100).flatMap((each) => {
    const node = Node.safeParse(each)
    return node.success ? [node.data, ...(node.data['@graph'] ?? []).slice(0, 100)] : []
  })
  return nodes.flatMap((node) => {
    const read = Node.safeParse(node)
    if (!read.success) return []
    const values = [read.data.isBasedOn, read.data.isBasedOnUrl, read.data.citation].flat()
    return values.slice(0, 50).flatMap((value) => {
      const basis = Basis.safeParse(value)
      if (!basis.success) return []
      const { data } = basis
      return [typeof data === 'string' ? data : 'url' in data ? data.url : data['@id']]
    })
  })
}

/** All text in one string, white space folded, a line for every block. */
class FlatText {
  private readonly pieces: string[] = []
  private last = '\n'
  length = 0

  write(data: string): void {
    let piece = data.replace(/\s+/g, ' ')
    if (piece.startsWith(' ') && (this.last === ' ' || this.last === '\n')) piece = piece.slice(1)
    if (piece === '') return
    this.put(piece)
  }

  breakLine(): void {
    if (this.last !== '\n') this.put('\n')
  }

  text(): string {
    return this.pieces.join('')
  }

  private put(piece: string): void {
    this.pieces.push(piece)
    this.length += piece.length
    this.last = piece.at(-1) ?? ''
  }
}
