/** Reads what a page says about itself in schema.org JSON-LD. */
import type { CheerioAPI } from 'cheerio'

export type JsonLdArticle = {
  headline: string | null
  authors: string[]
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
  $('script[type*="ld+json" i]').each((_, element) => {
    collectThings(parseLeniently($(element).text()), things)
  })
  const byId = new Map(things.filter((one) => typeof one['@id'] === 'string').map((one) => [one['@id'], one]))
  for (const wanted of STORY_TYPES) {
    const story = things.find((one) => typesOf(one).some((type) => wanted.test(type)) && isDescribed(one))
    if (story) return articleOf(story, byId)
  }
  return null
}

function isDescribed(thing: Thing): boolean {
  return ['datePublished', 'author', 'publisher', 'headline', 'dateModified'].some(
    (key) => thing[key] !== undefined,
  )
}

function articleOf(story: Thing, byId: Map<unknown, Thing>): JsonLdArticle {
  return {
    headline: textOf(story.headline) ?? textOf(story.name),
    authors: namesOf(story.author ?? story.creator, byId),
    publisher: namesOf(story.publisher, byId)[0] ?? null,
    published: textOf(story.datePublished) ?? textOf(story.uploadDate) ?? textOf(story.dateCreated),
    modified: textOf(story.dateModified),
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
  return null
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

function namesOf(value: unknown, byId: Map<unknown, Thing>): string[] {
  const list = Array.isArray(value) ? value : [value]
  return list.flatMap((one) => {
    if (typeof one === 'string') return one.trim() ? [one.trim()] : []
    if (!one || typeof one !== 'object') return []
    const thing = one as Thing
    const name = textOf(thing.name) ?? textOf(byId.get(thing['@id'])?.name)
    return name ? [name] : []
  })
}
