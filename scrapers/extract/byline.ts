/** Finds who signed a page. */
import type { CheerioAPI } from 'cheerio'
import type { JsonLdArticle } from './json-ld.ts'
import { metaContent } from './meta-content.ts'

export type BylineClues = { $: CheerioAPI; jsonLd: JsonLdArticle | null; text: string; title: string | null }

const AUTHOR_META = [
  'author',
  'article:author',
  'article:author_name',
  'og:article:author',
  'byl',
  'byline',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'dc.contributor',
  'citation_author',
  'rbauthors',
  'cxenseparse:author',
  'authors',
  'twitter:data1:author',
]
const AUTHOR_ELEMENTS = [
  '[itemprop~="author"] [itemprop~="name"]',
  '[itemprop~="author"]',
  'a[rel~="author"]',
  '.p-author',
  '.author-name, .author_name, .authorName',
  '[class*="byline" i] a',
  '[class*="byline" i]',
  '.author a',
  '.author',
  '[class*="author-name" i]',
  '[id="author" i]',
  '[class*="article-author" i], [class*="post-author" i]',
]
/** Lines near a headline, in the order in which they say who wrote. A responsible editor signs where nobody else does. */
const CHINESE_LINES = [
  /(?:^|[\s　|（(])(?:作者|撰文|撰稿|文)\s*[:：/／|丨]\s*([\p{Script=Han}·、 \w]{2,40})/u,
  /(?:本报记者|本报通讯员|本网记者|实习记者|特约记者|记者|記者)[ 　]*[:：]?[ 　]*([\p{Script=Han}·、 　]{2,24}?)(?=[ 　]*(?:$|\n|[／/∕）)】\]|\d]|报道|報道|報導|摄|攝|通讯员|编辑))/u,
  /(?:责任编辑|責任編輯|责编|编辑)\s*[:：]\s*([\p{Script=Han}·、 \w]{2,20})/u,
]
const ENGLISH_LINE =
  /(?:^|\n)\s*(?:(?:Written|Posted|Reported|Story|Words)\s+)?[Bb][Yy]:?\s+((?:\p{Lu}[\p{L}.'’-]* ?(?:and |& |, |de |van |von |der )?){2,8})/u
const NEAR_TITLE_CHARS = 600
const LONGEST_BYLINE = 90
/** A whole column can carry a class that says "author"; its start tells as much. */
const MOST_RAW_CHARS = 500

/** Names as signed, separated by commas, without "By" or "作者：", or null. Addresses and site slogans are no names. */
export function pageByline(clues: BylineClues): string | null {
  const { $, jsonLd } = clues
  const stated = cleanByline((jsonLd?.authors ?? []).map(cleanByline).filter(Boolean).join(', '))
  if (stated) return stated
  for (const name of AUTHOR_META) {
    const found = cleanByline(metaContent($, name))
    if (found) return found
  }
  for (const selector of AUTHOR_ELEMENTS) {
    const found = cleanByline(textOfFirst($, selector))
    if (found && /\p{L}{2}/u.test(found)) return found
  }
  return fromLines(clues)
}

function textOfFirst($: CheerioAPI, selector: string): string | null {
  const element = $(selector).first()
  return element.length === 0 ? null : (element.attr('content') ?? element.text())
}

function fromLines({ text, title }: BylineClues): string | null {
  const at = title ? text.indexOf(title.slice(0, 40)) : -1
  const near = text.slice(Math.max(0, at), Math.max(0, at) + NEAR_TITLE_CHARS)
  for (const [index, line] of CHINESE_LINES.entries()) {
    // The editor's line closes a Chinese article, far from its headline.
    const found = cleanByline(line.exec(index === 2 ? text : near)?.[1])
    if (found) return found
  }
  return cleanByline(ENGLISH_LINE.exec(near)?.[1])
}

/** A signature without its trimmings, or null when what is left is no name. */
function cleanByline(raw: string | null | undefined): string | null {
  if (!raw) return null
  const line = raw
    .slice(0, MOST_RAW_CHARS)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .replace(/^(?:(?:written|posted|reported|published|story|words)\s+)?(?:by|von|por|par)\b:?\s+/i, '')
    .replace(/^(?:作者|撰文|撰稿|文|记者|責任編輯|责任编辑|责编|编辑)\s*[:：/]\s*/u, '')
    .replace(/\s*(?:\||•|·\s|–\s|@\w).*$/u, '')
    .replace(
      /\s*,?\s(?:on\s)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\w{3,9}\.? \d{1,2}, \d{4}|\d{1,2}[ ./-]\w+[ ./-]\d{4}|\d{4}[-/年]).*$/iu,
      '',
    )
    .replace(/\s+(?:责任编辑|编辑|来源|发布时间|时间).*$/u, '')
    .replace(/[,;，、\s]+$/u, '')
  if (line.length < 2 || line.length > LONGEST_BYLINE) return null
  if (/https?:|www\.|^@|^\d+$|\.(?:com|cn|org|net)\b|[<>{}]/i.test(line)) return null
  return /^(?:admin|administrator|author|editor|staff|null|undefined|none|匿名|佚名|未知)$/i.test(line)
    ? null
    : line
}
