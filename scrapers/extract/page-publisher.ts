/** Finds who puts a page out: the site, or on Chinese portals the outlet whose story it is. */
import type { CheerioAPI } from 'cheerio'
import type { JsonLdArticle } from './json-ld.ts'
import { metaContent } from './meta-content.ts'
import { TITLE_SEPARATORS } from './page-title.ts'
import { type SignatureElement, shortText } from './signature-elements.ts'
import { weightOf } from './weigh-blocks.ts'

const MOST_RAW_CHARS = 1000
const SITE_META = ['og:site_name', 'application-name', 'publisher', 'dc.publisher']
const SOURCE_META = [
  'mediaid',
  'source',
  'contentsource',
  'article:source',
  'sitename',
  'site_name',
  'copyright',
]
/** A platform that anybody publishes on says so in its sharing data; who publishes is the account. */
const PLATFORM = /^(?:微信公众平台|微信公眾平台|今日头条|百家号|搜狐号|网易号|企鹅号|一点资讯)$/u

/** What the page states for sharing and in JSON-LD, then its source in a meta element or a 来源 line; or null. */
export function statedPublisher($: CheerioAPI, jsonLd: JsonLdArticle | null, text: string): string | null {
  const stated = metaContent($, 'og:site_name') ?? jsonLd?.publisher ?? firstMeta($, SITE_META)
  if (stated && !/^https?:/.test(stated)) {
    const account = PLATFORM.test(stated) ? squeeze($('#js_name, #profileBt').first().text()) : ''
    return account || squeeze(stated)
  }
  for (const raw of [...SOURCE_META.map((name) => metaContent($, name)), SOURCE_LINE.exec(text)?.[1]]) {
    const source = raw ? sourceName(raw) : ''
    if (source) return source
  }
  return null
}

/** For pages that state none: an element called a source, the outlet beside the date, the site's name in the title. */
export function shownPublisher(
  $: CheerioAPI,
  elements: SignatureElement[],
  text: string,
  headline: string | null,
): string | null {
  for (const { node, called, distance } of elements) {
    if (!SOURCE_NAME.test(called) || (distance !== null && (distance < 0 || distance > 80))) continue
    const name = sourceName(shortText(node, LONGEST_SOURCE_CHARS))
    if (name.length >= 2 && /^\p{Script=Han}[^\d:：|]*$/u.test(name)) return name
  }
  return besideDate(text, headline) ?? siteInTitle($, headline)
}

const SOURCE_NAME =
  /(?:^|[\s_-])(?:source|media|from|where|laiyuan|origin)|(?:source|from)(?:$|[\s_-])|fromSummary/i
const LONGEST_SOURCE_CHARS = 40
const SOURCE_LABEL = '(?:文章来源|信息来源|新闻来源|稿件来源|来源于|来源|來源|稿源|来自|转自|轉自|摘自|出处)'
const SOURCE_LINE = new RegExp(
  `${SOURCE_LABEL}(?:\\s*[:：]\\s*|(?<=于)\\s+)([^\\s|，。、:：【〖[（(]{2,30})`,
  'u',
)

/** The outlet in a 来源 line, without its label and without the label of what stands next to it. */
function sourceName(raw: string): string {
  const name = squeeze(raw)
    .replace(new RegExp(`^${SOURCE_LABEL}\\s*[:：]?\\s*`, 'u'), '')
    .replace(
      /\s*(?:作者|编辑|责编|记者|发布时间|发布日期|时间|日期|浏览|阅读|点击|字号|字体|分享|评论|我要|打印|收藏).*$/u,
      '',
    )
    .replace(/[\s丨｜|·]+$/u, '')
    .trim()
  return SELF.test(name) || /^https?:|^\d|©|copyright|版权/i.test(name) || name.length > LONGEST_SOURCE_CHARS
    ? ''
    : name
}

/** Words for "ourselves" and "somewhere". */
const SELF = /^(?:本网|本站|本报|本刊|本台|原创|网络|互联网|转载|未知|不详|佚名|其他|综合)$/u

/** 2007-03-15 09:12 北岸商报: the outlet's name ends as outlets' names do. */
function besideDate(text: string, headline: string | null): string | null {
  const at = headline ? text.indexOf(headline.slice(0, 40)) : -1
  if (at === -1) return null
  const near = text.slice(at + headline!.length, at + headline!.length + NEAR_CHARS)
  const found =
    /(?:19|20)\d{2}\s?[-年/.]\s?\d{1,2}\s?[-月/.]\s?\d{1,2}日?(?:\s?\d{1,2}[:：]\d{2}(?::\d{2})?)?[\s　|]+([\p{Script=Han}]{2,12}(?:报|報|网|網|社|台|在线|周刊|杂志|新闻))(?=$|[\s　|(（【])/mu.exec(
      near,
    )
  const before =
    /(?:^|[\s　|])([\p{Script=Han}]{2,12}(?:报|報|网|網|社|台|在线|周刊|杂志))[\s　|]+(?:19|20)\d{2}\s?[-年/.]\s?\d{1,2}/mu.exec(
      near,
    )
  return found?.[1] ?? before?.[1] ?? null
}

const NEAR_CHARS = 200

/** What the document title has besides the headline, when that is short: "Headline | Site", "Site: Headline". */
function siteInTitle($: CheerioAPI, headline: string | null): string | null {
  const title = squeeze($('title').first().text())
  const at = headline ? title.indexOf(headline) : -1
  if (at === -1) return title !== '' && weightOf(title) <= LONGEST_SITE_CHARS ? title : null
  const after = partsOf(title.slice(at + headline!.length)).at(-1)
  const before = partsOf(title.slice(0, at))[0]
  return after ?? before ?? null
}

function partsOf(rest: string): string[] {
  return rest
    .split(TITLE_SEPARATORS)
    .map((part) => part.replace(MARKS, ''))
    .filter((part) => part.length >= 2 && part.length <= LONGEST_SITE_CHARS && !GENERIC.test(part))
}

const MARKS = /^[\s|\-–—·•»«:：_~]+|[\s|\-–—·•»«:：_~]+$/gu
const LONGEST_SITE_CHARS = 40
const GENERIC =
  /^(?:blog archive|view topic|news|home|article|blog|powered by .*|by .*|正文|新闻|首页|详情)$/i

function firstMeta($: CheerioAPI, names: string[]): string | null {
  for (const name of names) {
    const content = metaContent($, name)
    if (content) return content
  }
  return null
}

function squeeze(text: string): string {
  return text.slice(0, MOST_RAW_CHARS).replace(/\s+/g, ' ').trim()
}
