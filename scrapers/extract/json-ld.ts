/** Reads what a page says about itself in schema.org JSON-LD. */
import type { CheerioAPI } from 'cheerio'
import { metaContent } from './meta-content.ts'

export type JsonLdArticle = {
  headline: string | null
  /** people who wrote it */
  authors: string[]
  /** organisations named as its author */
  authorOrganisations: string[]
  publisher: string | null
  published: string | null
  modified: string | null
  language: string | null
}

type Thing = Record<string, unknown>

/** Kinds of thing that are the page's own story; the order is the order of preference. */
const STORY_TYPES = [
  /^(News|Reportage|Analysis|Opinion|Background|Review)\w*Article$|^ReportageNewsArticle$/,
  /Article$|^BlogPosting$|^Report$|^LiveBlogPosting$|^SocialMediaPosting$/,
  /^(WebPage|VideoObject|Recipe|Product|CreativeWork|ItemPage)$/,
]
const MOST_THINGS = 2000

/** The page's story as JSON-LD describes it, or null. Broken blocks are skipped, line breaks inside strings forgiven. */
export function readJsonLd($: CheerioAPI): JsonLdArticle | null {
  const things: Thing[] = []
  for (const element of $('script').toArray()) {
    if (!/ld\+json/i.test(element.attribs.type ?? '')) continue
    collectThings(parseLeniently($(element).text()), things)
  }
  collectThings(parselyThing(metaContent($, 'parsely-page')), things)
  const byId = new Map(things.filter((one) => typeof one['@id'] === 'string').map((one) => [one['@id'], one]))
  for (const wanted of STORY_TYPES) {
    const story = things.find((one) => typesOf(one).some((type) => wanted.test(type)) && isDescribed(one))
    if (story) return articleOf(story, byId)
  }
  // Chinese search engines define blocks of their own, without a type.
  const untyped = things.find((one) => one.pubDate !== undefined || (one.datePublished && !one['@type']))
  return untyped ? articleOf(untyped, byId) : null
}

/** What pages tell one of the larger counting services, which has words of its own. */
function parselyThing(content: string | null): Thing | null {
  const told = content === null ? null : (parseLeniently(content) as Thing | null)
  if (!told) return null
  return {
    '@type': 'Article',
    headline: told.title,
    author: told.authors ?? told.author,
    datePublished: told.pub_date,
  }
}

function isDescribed(thing: Thing): boolean {
  return ['datePublished', 'author', 'publisher', 'headline', 'dateModified'].some(
    (key) => thing[key] !== undefined,
  )
}

function articleOf(story: Thing, byId: Map<unknown, Thing>): JsonLdArticle {
  const authors = listOf(story.author ?? story.creator)
  const organisations = authors.filter((one) => isOrganisation(one, byId))
  const people = authors.filter((one) => !organisations.includes(one))
  return {
    headline: textOf(story.headline) ?? textOf(story.name),
    authors: namesOf(people, byId),
    authorOrganisations: namesOf(organisations, byId),
    publisher: namesOf(story.publisher, byId)[0] ?? null,
    published:
      textOf(story.datePublished) ??
      textOf(story.pubDate) ??
      textOf(story.uploadDate) ??
      textOf(story.dateCreated),
    modified: textOf(story.dateModified) ?? textOf(story.upDate),
    language: textOf(story.inLanguage),
  }
}

function parseLeniently(source: string): unknown {
  const bare = source
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[)|(?:-->|\/\/\s*\]\]>)\s*$/g, '')
    .replace(/;\s*$/, '')
  for (const candidate of [bare, bare.replace(/\p{Cc}+/gu, ' ')]) {
    try {
      return JSON.parse(candidate)
    } catch {
      // What pages call JSON-LD often is not JSON; nothing to read is a normal answer.
    }
  }
  return statedInPieces(bare)
}

/** The few values that matter, out of a block that is no JSON: an unescaped quotation mark in a headline is common. */
function statedInPieces(source: string): Thing | null {
  const thing: Thing = { '@type': 'Article' }
  for (const key of ['datePublished', 'dateModified', 'pubDate']) {
    const value = new RegExp(`"${key}"\\s*:\\s*"([^"]{6,40})"`).exec(source)?.[1]
    if (value) thing[key] = value
  }
  const author =
    /"author"\s*:\s*[[{\s]*(?:"@type"\s*:\s*"Person"\s*,\s*)?(?:"name"\s*:\s*)?"([^"@{}]{2,60})"/.exec(
      source,
    )?.[1]
  if (author) thing.author = author
  return Object.keys(thing).length > 1 ? thing : null
}

function collectThings(value: unknown, into: Thing[]): void {
  const waiting: unknown[] = [value]
  while (waiting.length > 0 && into.length < MOST_THINGS) {
    const next = waiting.shift()
    if (Array.isArray(next)) waiting.push(...next.slice(0, MOST_THINGS))
    else if (next && typeof next === 'object') {
      into.push(next as Thing)
      const { '@graph': graph, mainEntity, mainEntityOfPage } = next as Thing
      waiting.push(graph, mainEntity, mainEntityOfPage)
    }
  }
}

function typesOf(thing: Thing): string[] {
  const types = Array.isArray(thing['@type']) ? thing['@type'] : [thing['@type']]
  return types.filter((type) => typeof type === 'string').map((type) => type.replace(/^.*[/#:]/, ''))
}

function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return textOf(value[0])
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value.flat() : [value]
}

function isOrganisation(value: unknown, byId: Map<unknown, Thing>): boolean {
  if (!value || typeof value !== 'object') return false
  const thing = value as Thing
  const types = typesOf(thing['@type'] ? thing : (byId.get(thing['@id']) ?? thing))
  return (
    types.some((type) => /Organi[sz]ation$|^Corporation$|^NewsMedia/.test(type)) && !types.includes('Person')
  )
}

function namesOf(value: unknown, byId: Map<unknown, Thing>): string[] {
  return listOf(value).flatMap((one) => {
    if (typeof one === 'string') return one.trim() ? [one.trim()] : []
    if (!one || typeof one !== 'object') return []
    const thing = one as Thing
    const names = Array.isArray(thing.name) ? thing.name : [thing.name ?? byId.get(thing['@id'])?.name]
    return names.flatMap((name) => textOf(name) ?? [])
  })
}
