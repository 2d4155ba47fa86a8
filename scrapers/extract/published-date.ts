/** Finds when a page was published and when it was changed. */
import type { CheerioAPI } from 'cheerio'
import type { JsonLdArticle } from './json-ld.ts'
import { metaContent } from './meta-content.ts'
import { parseDate } from './parse-date.ts'

export type PageDates = { published: string | null; modified: string | null }

export type DateClues = {
  $: CheerioAPI
  jsonLd: JsonLdArticle | null
  /** visible text of the page */
  text: string
  title: string | null
  url: string | null
  language: string | null
}

const PUBLISHED_META = [
  'article:published_time',
  'og:published_time',
  'datepublished',
  'date_published',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'article:published',
  'og:article:published_time',
  'rnews:datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'dc.date',
  'dcterms.date',
  'citation_publication_date',
  'citation_date',
  'bt:pubdate',
  'ptime',
  'weibo: article:create_at',
  'article:create_at',
  'apub:time',
  'firstpublishedtime',
  'originalpublicationdate',
  'og:release_date',
  'video:release_date',
  'displaydate',
  'date',
  'created',
  'article_date_original',
]
const MODIFIED_META = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'last-modified',
  'lastmod',
  'dc.date.modified',
  'dcterms.modified',
  'article:update_at',
  'weibo: article:update_at',
  'revised',
  'updated',
  'eomportal-lastupdate',
]
const PUBLISHED_ELEMENTS = [
  '[itemprop~="datePublished"]',
  'time[pubdate]',
  'time.published, time.entry-date, .published[datetime], .published[title]',
  '.dt-published',
  'article header time[datetime], header time[datetime]',
  'article time[datetime]',
  'time[datetime]',
]
const DATE_CLASSES =
  '[class*="pubtime" i], [id*="pubtime" i], [class*="pub-time" i], [class*="pub_date" i], [class*="publish" i], ' +
  '[class*="post-date" i], [class*="postdate" i], [class*="entry-date" i], [class*="dateline" i], [class*="timestamp" i], ' +
  '[class*="byline" i], [class*="article-date" i], [class*="post-meta" i], [class*="entry-meta" i], [class~="date" i], [class~="time" i], ' +
  '[id~="date" i], [class*="date" i], time'

const PUBLISHED_WORDS =
  /(?:发布时间|发表时间|发布日期|发稿时间|时间|日期|發佈時間|發布時間|published(?:\s+on)?|posted(?:\s+on)?|first published|publié le|veröffentlicht(?: am)?|公開日)\s*[:：]?\s*/giu
const MODIFIED_WORDS =
  /(?:更新时间|更新時間|最后更新|修改时间|(?:last\s+)?(?:updated|modified|revised)(?:\s+on)?|mis à jour le|aktualisiert(?: am)?|最終更新)\s*[:：]?\s*/giu
/** A date stands at the start of what is marked as one, or is not meant. */
const MOST_RAW_CHARS = 500
/** A dateline stands within a few lines of the headline. */
const NEAR_TITLE_CHARS = 400
/** Longer lines are prose, and dates in prose are what the story is about. */
const LONGEST_DATELINE_CHARS = 90
const AFTER_WORD_CHARS = 60

/** ISO dates as printed, without converting zones; null where the page does not tell. Stated data wins over read text. */
export function pageDates(clues: DateClues): PageDates {
  const { $, jsonLd } = clues
  const monthFirst = /^en(?:-us)?$/i.test(clues.language ?? '')
  const read = (text: string | null | undefined) =>
    text ? (parseDate(text.slice(0, MOST_RAW_CHARS), { monthFirst })?.iso ?? null) : null
  const published =
    read(jsonLd?.published) ??
    firstOf(PUBLISHED_META, (name) => read(metaContent($, name))) ??
    firstOf(PUBLISHED_ELEMENTS, (selector) => read(elementDate($, selector))) ??
    afterWord(clues.text, PUBLISHED_WORDS, read) ??
    nearTitle(clues, read) ??
    fromClasses($, read) ??
    fromUrl(clues.url)
  const modified =
    read(jsonLd?.modified) ??
    firstOf(MODIFIED_META, (name) => read(metaContent($, name))) ??
    read(elementDate($, '[itemprop~="dateModified"], time.updated')) ??
    afterWord(clues.text, MODIFIED_WORDS, read)
  return { published, modified }
}

function firstOf<T>(candidates: T[], read: (candidate: T) => string | null): string | null {
  for (const candidate of candidates) {
    const found = read(candidate)
    if (found) return found
  }
  return null
}

function elementDate($: CheerioAPI, selector: string): string | null {
  const element = $(selector).first()
  if (element.length === 0) return null
  return element.attr('datetime') ?? element.attr('content') ?? (element.attr('title') || element.text())
}

function fromClasses($: CheerioAPI, read: (text: string | null) => string | null): string | null {
  for (const element of $(DATE_CLASSES).toArray().slice(0, 60)) {
    const text = $(element).text().trim()
    if (text.length > 200) continue
    const found = read($(element).attr('datetime') ?? null) ?? read(text)
    if (found) return found
  }
  return null
}

function afterWord(text: string, words: RegExp, read: (text: string) => string | null): string | null {
  for (const word of text.matchAll(words)) {
    const from = word.index + word[0].length
    const following = text.slice(from, from + AFTER_WORD_CHARS)
    const date = parseDate(following)
    if (date && date.index <= 12) return read(following)
  }
  return null
}

function nearTitle(clues: DateClues, read: (text: string) => string | null): string | null {
  const title = clues.title?.slice(0, 40)
  if (!title) return null
  const at = clues.text.indexOf(title)
  if (at === -1) return null
  const near = clues.text.slice(at + title.length, at + title.length + NEAR_TITLE_CHARS)
  const lines = near.split('\n').filter((line) => line.length <= LONGEST_DATELINE_CHARS)
  return firstOf(lines, read)
}

function fromUrl(url: string | null): string | null {
  const path = url?.replace(/^[a-z]+:\/\/[^/]+/i, '') ?? ''
  const separated =
    /(?:^|[/_-])((?:19|20)\d{2})[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/.exec(path)
  if (!separated) return null
  return parseDate(`${separated[1]}-${separated[2]}-${separated[3]}`)?.iso ?? null
}
