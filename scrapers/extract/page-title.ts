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
): string | null {
  const documentTitle = squeeze($('title').first().text())
  const shared = squeeze(metaContent($, 'og:title') ?? metaContent($, 'twitter:title') ?? '')
  const headline = squeeze(jsonLd?.headline ?? '')
  if (shared) return withoutSite(shared, publisher)
  const shown = shownHeadline($, documentTitle)
  if (shown && documentTitle !== '') return shown
  return (documentTitle ? withoutSite(documentTitle, publisher) : '') || headline || shown || null
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
  const source =
    metaContent($, 'source') ??
    /(?:文章来源|来源|來源|稿源)\s*[:：]\s*([^\s|，。、:：]{2,20})/u.exec(text)?.[1]
  return source ? squeeze(source) : null
}

/** The headline on the page that the document title begins with, or mostly is; a logo is often an `h1` as well. */
function shownHeadline($: CheerioAPI, documentTitle: string): string {
  const headlines = $('h1')
    .toArray()
    .slice(0, 20)
    .map((element) => squeeze($(element).text()))
    .filter((headline) => headline.length >= 4)
  if (documentTitle === '') return headlines[0] ?? ''
  const named = headlines.find((headline) => documentTitle.startsWith(headline))
  return (
    named ??
    headlines.find((one) => documentTitle.includes(one) && one.length * 2 > documentTitle.length) ??
    ''
  )
}

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
