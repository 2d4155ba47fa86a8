/** Finds the headline of a page. */
import type { CheerioAPI } from 'cheerio'
import type { JsonLdArticle } from './json-ld.ts'
import { metaContent } from './meta-content.ts'
import { weightOf } from './weigh-blocks.ts'

const MOST_RAW_CHARS = 1000
/** Sites put their name behind or before the headline, after one of these. */
export const TITLE_SEPARATORS =
  /\s+(?:[|\-–—·•»«:~]|::|&raquo;)\s+|\s*[_|｜丨]\s*|(?<=[\p{Script=Han}”」》）！？])\s*[-—–]{1,2}\s*(?=[\p{Script=Han}A-Z])/u

/** The headline without the site's name, or null. Prefers what the page states for sharing, then the headline it shows. */
export function pageTitle(
  $: CheerioAPI,
  jsonLd: JsonLdArticle | null,
  publisher: string | null,
  text: string,
): string | null {
  const documentTitle = squeeze($('title').first().text())
  const shared = squeeze(metaContent($, 'og:title') ?? metaContent($, 'twitter:title') ?? '')
  const headline = squeeze(jsonLd?.headline ?? '')
  if (shared && shared !== 'undefined') return withoutSite(shared, publisher)
  const headings = shownHeadings($)
  if (documentTitle === '') return (headline || headings[0]) ?? null
  const named = namedHeading(headings, documentTitle)
  if (named) return named
  const bare = withoutSite(documentTitle, publisher)
  const printed = printedPart(documentTitle, bare, text)
  if (printed) return printed
  if (headline && !isPrinted(bare, text)) return headline
  // A title that is the site's name on every page: the only headline there is says more.
  const loud = isPrinted(bare, text) && headings.length !== 1 ? '' : loudest($, headings)
  return loud || bare || headline || null
}

/** The first heading on the page that is not the site's logo. */
export function shownHeadline($: CheerioAPI): string | null {
  return shownHeadings($)[0] ?? null
}

const HOME = /^(?:https?:\/\/[^/]+)?\/?(?:index\.\w+)?$/i
const MOST_HEADINGS = 60

/** Headings in the order of the page, without those that are the site's logo. */
function shownHeadings($: CheerioAPI): string[] {
  return $('h1, h2, h3, h4')
    .toArray()
    .slice(0, MOST_HEADINGS)
    .filter((element) => !HOME.test($(element).find('a').first().attr('href') ?? '#'))
    .sort((one, other) => one.name.localeCompare(other.name))
    .map((element) => squeeze($(element).text()).replace(/\s*[¶§#]$/u, ''))
    .filter((heading) => heading.length >= SHORTEST_HEADING)
}

const SHORTEST_HEADING = 4

/** The longest heading that the document title repeats, or the longest part of the title that a heading repeats. */
function namedHeading(headings: string[], documentTitle: string): string {
  const parts = documentTitle.split(TITLE_SEPARATORS).filter((part) => weightOf(part) >= SHORTEST_PART)
  let best = ''
  for (const heading of headings) {
    if (documentTitle.includes(heading)) best = longer(best, heading)
    else for (const part of parts) if (heading.includes(part)) best = longer(best, part)
  }
  // Half a word more or less: a section's name is in the title as well.
  return best.length * 3 >= documentTitle.length ? best : ''
}

function longer(one: string, other: string): string {
  return other.length > one.length ? other : one
}

/** The part of the document title that the page prints as a line, where it does not print the whole. */
function printedPart(documentTitle: string, bare: string, text: string): string {
  if (bare === '' || isPrinted(bare, text)) return ''
  const lines = new Set(text.slice(0, MOST_TEXT_CHARS).split('\n').map(squeeze))
  const parts = [TITLE_SEPARATORS, /[:：]\s+/, /(?<=\p{Script=Han})\s+/u]
    .flatMap((separators) => documentTitle.split(separators))
    .filter((part) => weightOf(part) >= SHORTEST_PART && lines.has(part))
  return parts.reduce(longer, '')
}

/** As a line of its own: in a line about the copyright stands the name of the site. */
function isPrinted(bare: string, text: string): boolean {
  return text
    .slice(0, MOST_TEXT_CHARS)
    .split('\n')
    .some((line) => line.startsWith(bare) && line.length <= bare.length + MOST_MORE_CHARS)
}

const MOST_MORE_CHARS = 12
const SHORTEST_PART = 8
const MOST_TEXT_CHARS = 20_000
const LOUD =
  'h1, founder-title, .title, #title, .headline, .tit, .bt, .biaoti, font[size="4"], font[size="5"], font[size="6"], font[size="+2"], font[size="+3"]'
const SHORTEST_LOUD = 12

/** What the page prints largest: its only heading, or what old pages set in a large font. */
function loudest($: CheerioAPI, headings: string[]): string {
  if (headings.length === 1 && weightOf(headings[0]!) >= SHORTEST_LOUD) return headings[0]!
  for (const element of $(LOUD).toArray().slice(0, MOST_HEADINGS)) {
    const text = squeeze($(element).text())
    const weight = weightOf(text)
    if (
      weight >= SHORTEST_LOUD &&
      weight <= LONGEST_LOUD &&
      !HOME.test($(element).find('a').attr('href') ?? '#')
    )
      return text
  }
  return ''
}

const LONGEST_LOUD = 160

function withoutSite(title: string, publisher: string | null): string {
  const parts = title.split(TITLE_SEPARATORS)
  if (parts.length < 2) return title
  const isSite = (part: string) =>
    publisher !== null && part !== '' && (part.includes(publisher) || publisher.includes(part))
  if (isSite(parts[0]!) && parts[0]!.length < title.length / 2)
    return title.slice(title.indexOf(parts[1]!, parts[0]!.length)).trim()
  const site = parts.findLastIndex((part, at) => at > 0 && isSite(part))
  const isChineseTail = /[_｜丨|]/.test(title) && /\p{Script=Han}/u.test(title)
  if (isChineseTail) return parts[0]!.trim()
  if (site === -1) return title
  return title.slice(0, title.lastIndexOf(parts[site]!)).replace(/[\s|\-–—·•»«:_~]+$/u, '')
}

function squeeze(text: string): string {
  return text.slice(0, MOST_RAW_CHARS).replace(/\s+/g, ' ').trim()
}
