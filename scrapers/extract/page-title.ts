/** Finds the headline of a page and the name of the site that puts it out. */
import type { CheerioAPI } from 'cheerio'
import type { JsonLdArticle } from './json-ld.ts'
import { metaContent } from './meta-content.ts'

const MOST_RAW_CHARS = 1000
const SEPARATORS = /\s+[|\-–—·•»:]\s+|\s*[_|｜丨]\s*/u

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
  if (shared) return withoutSite(shared, publisher)
  const shown = shownHeadline($, documentTitle)
  if (shown && documentTitle !== '') return shown
  const bare = documentTitle ? withoutSite(documentTitle, publisher) : ''
  return printedPart(documentTitle, bare, text) || bare || headline || shown || null
}

/** Who puts the page out, as the page states it: sharing data, JSON-LD, application name, or a Chinese 来源 line. */
export function pagePublisher($: CheerioAPI, jsonLd: JsonLdArticle | null, text: string): string | null {
  const stated =
    metaContent($, 'og:site_name') ??
    jsonLd?.publisher ??
    metaContent($, 'application-name') ??
    metaContent($, 'publisher') ??
    metaContent($, 'dc.publisher')
  if (stated && !/^https?:/.test(stated)) return squeeze(stated)
  const metas = ['mediaid', 'source', 'contentsource', 'article:source', 'sitename', 'site_name', 'copyright']
  for (const raw of [...metas.map((name) => metaContent($, name)), SOURCE_LINE.exec(text)?.[1]]) {
    const source = raw ? sourceName(raw) : ''
    if (source) return source
  }
  return null
}

const SOURCE_LINE = /(?:文章来源|信息来源|新闻来源|来源|來源|稿源)\s*[:：]\s*([^\s|，。、:：【〖[（(]{2,30})/u

/** The outlet in a 来源 line, without its label and without the label of what stands next to it. */
function sourceName(raw: string): string {
  const name = squeeze(raw)
    .replace(/^(?:文章|信息|新闻)?(?:来源|來源|稿源)\s*[:：]\s*/u, '')
    .replace(
      /\s*(?:作者|编辑|责编|记者|发布时间|发布日期|时间|日期|浏览|阅读|点击|字号|字体|分享|评论|我要|打印|收藏).*$/u,
      '',
    )
    .trim()
  return /^https?:|^\d|©|copyright|版权/i.test(name) || name.length > 40 ? '' : name
}

/** The headline on the page that the document title begins with, or mostly is; a logo is often an `h1` as well. */
function shownHeadline($: CheerioAPI, documentTitle: string): string {
  const headlines = $('h1')
    .toArray()
    .slice(0, 20)
    .map((element) => squeeze($(element).text()).replace(/\s*[¶§#]$/u, ''))
    .filter((headline) => headline.length >= 4)
  if (documentTitle === '') return headlines[0] ?? ''
  const named = headlines.find((headline) => documentTitle.startsWith(headline))
  return (
    named ??
    headlines.find((one) => documentTitle.includes(one) && one.length * 2 > documentTitle.length) ??
    ''
  )
}

/** The part of the document title that the page prints as a line, where it does not print the whole. */
function printedPart(documentTitle: string, bare: string, text: string): string {
  const start = text.slice(0, MOST_TEXT_CHARS)
  if (bare === '' || start.includes(bare)) return ''
  const lines = new Set(start.split('\n').map(squeeze))
  const parts = documentTitle
    .split(ANY_SEPARATOR)
    .filter((part) => part.length >= SHORTEST_PART && lines.has(part))
  return parts.sort((one, other) => other.length - one.length)[0] ?? ''
}

const ANY_SEPARATOR = /\s+[|\-–—·•»]\s+|\s*[_|｜丨]\s*|[:：]\s+/u
const SHORTEST_PART = 8
const MOST_TEXT_CHARS = 20_000

function withoutSite(title: string, publisher: string | null): string {
  const parts = title.split(SEPARATORS)
  if (parts.length < 2) return title
  const last = parts.at(-1) ?? ''
  const isSite = publisher !== null && (last.includes(publisher) || publisher.includes(last))
  const isChineseTail = /[_｜丨|]/.test(title) && /\p{Script=Han}/u.test(title)
  if (!isSite && !isChineseTail) return title
  const first = title.search(SEPARATORS)
  return isChineseTail
    ? title.slice(0, first).trim()
    : title.slice(0, title.lastIndexOf(last)).replace(/[\s|\-–—·•»:_]+$/u, '')
}

function squeeze(text: string): string {
  return text.slice(0, MOST_RAW_CHARS).replace(/\s+/g, ' ').trim()
}
