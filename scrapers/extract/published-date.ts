/** Finds when a page was published and when it was changed. */
import type { CheerioAPI } from 'cheerio'
import { elementDates } from './element-dates.ts'
import type { JsonLdArticle } from './json-ld.ts'
import { metaContent, metaContentsLike } from './meta-content.ts'
import { parseDate } from './parse-date.ts'
import { printedDates } from './printed-dates.ts'
import type { SignatureElement } from './signature-elements.ts'

export type PageDates = { published: string | null; modified: string | null }

export type DateClues = {
  $: CheerioAPI
  jsonLd: JsonLdArticle | null
  /** visible text of the page */
  text: string
  title: string | null
  url: string | null
  language: string | null
  /** elements that by name or kind give a date */
  elements: SignatureElement[]
}

const PUBLISHED_META = (
  'article:published_time og:published_time bytedance:published_time datepublished date_published date-published pubdate pub_date ' +
  'pubtime publishdate publish-date publish_date publishtime publish_time publication_date publicationdate article:published ' +
  'article:publish_time og:article:published_time og:pubdate og:publish_date rnews:datepublished parsely-pub-date sailthru.date ' +
  'cxenseparse:recs:publishtime dc.date.issued dc.date.published dcterms.issued dcterms.available citation_publication_date ' +
  'citation_online_date citation_date prism.publicationdate bt:pubdate ptime weibo:article:create_at article:create_at apub:time ' +
  'firstpublishedtime originalpublicationdate article_date_original articledate releasedate release_date og:release_date ' +
  'video:release_date displaydate contentdate'
).split(' ')
/** Said of the page rather than of the story, and on some sites today's date. */
const WEAK_META =
  'dc.date dcterms.date dcterms.created dc.date.created date created createdate og:time timestamp'.split(' ')
const MODIFIED_META = (
  'article:modified_time og:updated_time og:modified_time bytedance:updated_time datemodified last-modified lastmod lastmodifiedtime ' +
  'dc.date.modified dcterms.modified article:update_at weibo:article:update_at revised updated og:article:modified_time ' +
  'eomportal-lastupdate'
).split(' ')
/** Names that the lists lack, made of the same words: Search.Updated, article-publish-date, pubDateTime. */
const PUBLISHED_NAME =
  /(?:publi[sc]|issue|release|post|creat|pub).{0,12}(?:date|time|_at|on)|(?:date|time).{0,4}(?:publi|issue|release|creat|post)/i
const MODIFIED_NAME = /(?:modif|updat|revis|last|change)/i
const NO_DATE_NAME = /expir|unpubl|event|start|end|valid|ttl|cache|zone|og:image|refresh/i
const NOT_PUBLISHED_NAME = new RegExp(`${MODIFIED_NAME.source}|${NO_DATE_NAME.source}`, 'i')

/** Where scripts keep a story's date. */
const IN_SCRIPTS =
  /["']?(?:datePublished|pubDate|pub_date|pubTime|pubtime|publishTime|publish_time|publishedAt|published_at|publishDate|publish_date|publishedTime|newsTime|ptime|createTime|ct)["']?\s*[:=]\s*["']?(\d{4}[-/]\d{1,2}[-/]\d{1,2}(?:[ T]\d{1,2}:\d{2}(?::\d{2})?(?:[.\d]*(?:Z|[+-]\d{2}:?\d{2}))?)?|\d{13}|\d{10})["']?\s*[,;}]/g
const MOST_RAW_CHARS = 500
const MOST_SCRIPT_CHARS = 400_000
/** A text goes online the night before or after the day in its address. */
const URL_TOLERANCE_DAYS = 2

/**
 * ISO dates as printed, without converting zones; null where the page does not tell. Order: what the page states for
 * machines; elements and labelled lines near the headline; the address; weaker signs. A date that is only read off the
 * page and lies far from a full date in the address gives way to it.
 */
export function pageDates(clues: DateClues): PageDates {
  const { $, jsonLd } = clues
  const monthFirst = writesMonthFirst(clues)
  // A Unix time in a Chinese page's script: its day is the day in China, eight hours ahead.
  const epochHours = /^zh\b/i.test(clues.language ?? '') ? 8 : 0
  const read = (text: string | null | undefined) =>
    text ? (parseDate(text.slice(0, MOST_RAW_CHARS), { monthFirst, epochHours })?.iso ?? null) : null
  const metaOf = (names: string[]) => firstOf(names, (name) => read(metaContent($, name)))
  const likeOf = (name: RegExp, except: RegExp) =>
    firstOf(metaContentsLike($, name, except), (content) => read(content))
  const inAddress = firstOf(addressesOf(clues), dateInUrl)
  const byElement = elementDates(clues.elements, read)
  const printed = printedDates(clues.text, clues.title, read)
  const near = (date: string | null) =>
    date && inAddress && daysBetween(date, inAddress) > URL_TOLERANCE_DAYS ? null : date

  const published =
    read(jsonLd?.published) ??
    metaOf(PUBLISHED_META) ??
    near(byElement.stated) ??
    near(printed.labelled) ??
    near(byElement.published) ??
    near(printed.nearTitle) ??
    near(metaOf(WEAK_META)) ??
    near(likeOf(PUBLISHED_NAME, NOT_PUBLISHED_NAME)) ??
    inAddress ??
    inScripts($, read) ??
    printed.anywhere ??
    printed.aboveTitle ??
    // The only day that the page gives.
    byElement.modified
  const modified =
    read(jsonLd?.modified) ??
    metaOf(MODIFIED_META) ??
    byElement.modified ??
    printed.modified ??
    likeOf(MODIFIED_NAME, NO_DATE_NAME)
  return { published, modified }
}

function firstOf<T>(candidates: T[], read: (candidate: T) => string | null): string | null {
  for (const candidate of candidates) {
    const found = read(candidate)
    if (found) return found
  }
  return null
}

const DAY_FIRST_HOST = /\.(?:uk|au|nz|ie|in|za|eu|fr|de|es|it|pt|br|nl|be|ch|at)(?:[:/]|$)/i

/** Which way round `03/04/2026` is meant: by country of the address, by language; unknown where neither tells. */
function writesMonthFirst({ $, url, language }: DateClues): boolean | undefined {
  const tag = (metaContent($, 'og:locale') ?? language ?? '').replace('_', '-').toLowerCase()
  const host = url?.replace(/^[a-z]+:\/\//i, '').replace(/\/.*$/, '') ?? ''
  if (/^en-us\b/.test(language?.toLowerCase() ?? '') && !DAY_FIRST_HOST.test(host)) return true
  if (DAY_FIRST_HOST.test(host)) return false
  if (/^en(?:-us)?$/.test(tag)) return true
  if (/^(?:zh|ja|ko)\b/.test(tag) || tag === '') return undefined
  return false
}

function inScripts($: CheerioAPI, read: (text: string) => string | null): string | null {
  let left = MOST_SCRIPT_CHARS
  for (const script of $('script').toArray()) {
    if (script.attribs.src || left <= 0) continue
    const source = $(script).text().slice(0, left)
    left -= source.length
    for (const match of source.matchAll(IN_SCRIPTS)) {
      const found = read(match[1]!)
      if (found) return found
    }
  }
  return null
}

/** Where the page was fetched, then where it says that it belongs: a copy has an address of its own. */
function addressesOf({ $, url }: DateClues): string[] {
  const stated = [$('link[rel="canonical" i]').first().attr('href'), metaContent($, 'og:url')]
  return [url, ...stated].filter((one) => one !== null && one !== undefined)
}

/** A full date in the path: /2026/03/23/, /2026-03/23/, /2026/politics/03/23/, /202603/23/, /20260323/, t20260323_12.html. */
function dateInUrl(url: string): string | null {
  const path = url.replace(/^[a-z]+:\/\/[^/]+/i, '').replace(/[?#].*$/, '')
  const found =
    /(?:^|[/_.-]|\/[a-zA-Z]{1,6})((?:19|20)\d{2})[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/.exec(
      path,
    ) ??
    /\/(?:ARTI|PHOA|VIDE)[A-Za-z0-9]*?((?:20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])/.exec(path) ??
    /\/((?:19|20)\d{2})\/(?:[a-z_-]+\/)?(\d{1,2})\/(\d{1,2})(?=\/|$)/i.exec(path)
  if (found) return parseDate(`${found[1]}-${found[2]}-${found[3]}`)?.iso ?? null
  const named = /\/((?:19|20)\d{2})\/([a-z]{3,9})\/(\d{1,2})(?=\/|$)/i.exec(path)
  return named ? (parseDate(`${named[3]} ${named[2]} ${named[1]}`)?.iso ?? null) : null
}

function daysBetween(one: string, other: string): number {
  return Math.abs(Date.parse(one.slice(0, 10)) - Date.parse(other.slice(0, 10))) / 86_400_000
}
