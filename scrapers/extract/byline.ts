/** Finds who signed a page. */
import type { CheerioAPI } from 'cheerio'
import type { JsonLdArticle } from './json-ld.ts'
import { metaContents } from './meta-content.ts'
import { isChineseName, readSignature, type Signature } from './person-names.ts'
import { type SignatureElement, shortText } from './signature-elements.ts'
import type { PageNode } from './visible-text.ts'

export type BylineClues = {
  $: CheerioAPI
  jsonLd: JsonLdArticle | null
  text: string
  title: string | null
  publisher: string | null
  url: string | null
  /** elements that by name or kind give an author */
  elements: SignatureElement[]
}

const AUTHOR_META = (
  'author article:author article:author_name og:article:author og:author byl byline parsely-author sailthru.author dc.creator ' +
  'dcterms.creator dc.contributor citation_author rbauthors cxenseparse:author authors article.author author_name'
).split(' ')

const NAMES = '[\\p{Script=Han}·A-Za-z.]{2,12}(?:[、，,/／ 　]+[\\p{Script=Han}·]{2,8}){0,5}'
/** Lines near a headline or at a story's end, in the order in which they say who wrote. */
const CHINESE_AUTHOR =
  /(?:(?:文章作者|本文作者|作者|撰文|撰稿)\s*[:：/／|丨｜︱▏]|(?<![\p{L}])(?:文字|图文|文)\s*[:：/／|丨｜︱▏]|(?<=[次时分秒览读击论])文\s*[/／|丨｜︱▏])\s*([^\n]{2,60})/u
const CHINESE_REPORTER = new RegExp(
  `(?:记者|記者|通讯员|通訊員)[ 　]*[:：]?[ 　]*(${NAMES}?)(?=[ 　]*(?:$|\\n|[／/∕）)】\\]｜|\\d]|报道|報道|報導|通讯员|实习|编辑|发自|从|北京|上海))`,
  'gu',
)
/** A bracketed name alone at the end of the story: （张三）. */
const CHINESE_END = /[（(]\s*([\p{Script=Han}]{2,4}(?:[ 　、]+[\p{Script=Han}]{2,4}){0,3})\s*[）)]\s*$/gmu
const CHINESE_EDITOR =
  /(?:责任编辑|責任編輯|责编|编辑|編輯)\s*[:：/|丨]\s*((?:[\p{Script=Han}·]{2,4}|[A-Za-z]+ [A-Za-z]+)(?:[、，, ]+[\p{Script=Han}]{2,4}(?![\p{Script=Han}:：]))*)/u
const ENGLISH_LINE =
  /(?:^|\n)\s*(?:(?:written|posted|reported|story|words|text|report|analysis|opinion|article)\s+)?(?:by|BY)\s*:?\s+(?=\p{Lu})([^\n]{3,120})/giu
const NEAR_TITLE_CHARS = 700
const BEFORE_TITLE_CHARS = 100
/** A whole column can carry a class that says "author"; its start tells as much. */
const MOST_RAW_CHARS = 300
const MOST_ELEMENT_CHARS = 1500
const LEAST_SCORE = 2

/**
 * Names as signed, separated by ", ", or null. A person goes before an organisation, whatever states it. A Chinese
 * responsible editor (责任编辑) is not the author: the name stands only on pages that nobody else signed.
 */
export function pageByline(clues: BylineClues): string | null {
  const { $, jsonLd, publisher } = clues
  const organisations: string[] = []
  const people = (raw: string[]): string | null => {
    const found: Signature = { people: [], organisations: [] }
    for (const one of raw) {
      if (publisher !== null && one.trim().toLowerCase() === publisher.toLowerCase()) {
        organisations.push(publisher)
        continue
      }
      const read = readSignature(one)
      found.people.push(...read.people.filter((name) => !found.people.includes(name)))
      found.organisations.push(...read.organisations)
    }
    const isOutlet = (name: string) => publisher !== null && name.toLowerCase() === publisher.toLowerCase()
    organisations.push(...found.organisations, ...found.people.filter(isOutlet))
    const persons = found.people.filter((name) => !isOutlet(name))
    return persons.length > 0 ? persons.slice(0, MOST_NAMES).join(', ') : null
  }
  const stated = people(jsonLd?.authors ?? [])
  if (stated && !isHandle(stated)) return stated
  organisations.push(...(jsonLd?.authorOrganisations ?? []))
  let handle = stated
  for (const name of AUTHOR_META) {
    const found = people(metaContents($, name))
    if (found && !isHandle(found)) return found
    handle ??= found
  }
  const shown = byElements(clues.elements, people)
  if (shown && !isHandle(shown)) return shown
  return (
    byLines(clues, people) ??
    (handle && isNameOfSite(handle, clues) ? null : handle) ??
    shown ??
    organisations[0] ??
    people([CHINESE_EDITOR.exec(clues.text)?.[1] ?? ''])
  )
}

const MOST_NAMES = 8

/** Platforms sign with the name of the blog, which is also its address. */
function isNameOfSite(handle: string, { $, url }: BylineClues): boolean {
  const address = url ?? metaContents($, 'og:url')[0] ?? ''
  return new RegExp(`^https?://(?:www\\.)?${handle.replace(/[^a-z0-9-]/gi, '')}\\.`, 'i').test(address)
}

/** One word in small letters is what somebody logs in with; a name shown elsewhere says more. */
function isHandle(name: string): boolean {
  return /^[a-z0-9_.-]+$/.test(name) || /^\p{Lu}[\p{Ll}\d]+\d$/u.test(name)
}

type People = (raw: string[]) => string | null

/** The nearest to the headline of the elements that name most clearly. */
function byElements(elements: SignatureElement[], people: People): string | null {
  const scored = elements
    .map((element) => ({ element, score: scoreOf(element) }))
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort((one, other) => other.score - one.score)
  for (const { element, score } of scored) {
    if (!people(namesIn(element.node))) continue
    // Two authors have an element each; those that are marked as clearly and as near are the others.
    const alike = scored.filter((one) => one.score === score && one.element.called === element.called)
    return people(alike.flatMap((one) => namesIn(one.element.node)))
  }
  return null
}

function scoreOf({ node, called, distance }: SignatureElement): number {
  const { attribs = {} } = node
  let score = 0
  if (/\b(?:author|creator)\b/.test(attribs.itemprop ?? '')) score += 4
  if (/(?:^|\s)author(?:\s|$)/i.test(attribs.rel ?? '')) score += 4
  if (/author[_-]?name|name[_-]?author|byline[_-]?name|p-author/i.test(called)) score += 4
  else if (/byline|by-line|(?:^|[\s_-])(?:author|writer|reporter)s?(?:$|[\s_-])|zuozhe/i.test(called))
    score += 3
  else if (/author/i.test(called)) score += 2
  if (
    /avatar|image|img|photo|follow|social|twitter|desc|comment|link-?list|count|title|role|job/i.test(called)
  )
    score -= 3
  if (/date|time/i.test(called)) score -= 2
  if (distance === null) return score
  if (distance >= -15 && distance <= 80) return score + 3
  if (distance < -60) return score - 2
  return score
}

/** Names inside: as marked, as linked, or the whole text. */
function namesIn(node: PageNode): string[] {
  const content = node.attribs?.content
  if (content) return [content]
  const marked = below(node, (one) => /\bname\b/.test(one.attribs?.itemprop ?? ''))
  if (marked.length > 0) return marked.map((one) => one.attribs?.content ?? shortText(one, MOST_RAW_CHARS))
  const links = below(
    node,
    (one) => one.name === 'a' && !/mailto:|twitter|facebook|share/i.test(one.attribs?.href ?? ''),
  )
    .map((one) => shortText(one, MOST_RAW_CHARS).trim())
    .filter((text) => text.length > 1 && text.length < 60)
  const whole = shortText(node, MOST_ELEMENT_CHARS)
  if (whole === '') return []
  if (links.length > 0 && links.length <= 6 && links.join('').length * 3 >= whole.length) return links
  const first = whole
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const signed =
    first[0]?.length && /^(?:by|作者|文)[:：]?$/i.test(first[0]) ? `${first[0]} ${first[1] ?? ''}` : first[0]
  const labelled = CHINESE_AUTHOR.exec(whole)?.[1]
  return [labelled ? chineseSignature(labelled) : (signed ?? '').slice(0, MOST_RAW_CHARS)]
}

function below(root: PageNode, wanted: (node: PageNode) => boolean): PageNode[] {
  const found: PageNode[] = []
  const open = [...(root.children ?? [])].reverse()
  for (let node = open.pop(); node && found.length < 20; node = open.pop()) {
    if (wanted(node)) found.push(node)
    else for (const child of [...(node.children ?? [])].reverse()) open.push(child)
  }
  return found
}

function byLines({ text, title }: BylineClues, people: People): string | null {
  const at = title ? Math.max(0, text.indexOf(title.slice(0, 40))) : 0
  const near = text.slice(Math.max(0, at - BEFORE_TITLE_CHARS), at + (title?.length ?? 0) + NEAR_TITLE_CHARS)
  if (/\p{Script=Han}/u.test(near)) {
    const found =
      people([chineseSignature(CHINESE_AUTHOR.exec(near)?.[1])]) ?? reporters(near) ?? reporters(text)
    if (found) return found
    const atEnd = people([chineseSignature(CHINESE_AUTHOR.exec(text)?.[1])])
    if (atEnd) return atEnd
    for (const match of text.matchAll(CHINESE_END)) {
      const names = match[1]!.split(/[ 　、]+/)
      if (names.every(isChineseName)) return names.join(', ')
    }
  }
  for (const match of near.matchAll(ENGLISH_LINE)) {
    const found = people([match[1]!])
    if (found && /^\p{Lu}/u.test(found)) return found
  }
  return null
}

/** What follows 作者： up to the next label, bracket or sentence. */
function chineseSignature(line: string | undefined): string {
  if (!line) return ''
  const [names = ''] = line.split(
    /[（(【[<《|｜丨。；;]|\s*(?:来源|责任编辑|責任編輯|编辑|责编|时间|发布|日期|摄影|图片?|浏览|阅读|点击|系|单位|\d{4})/u,
  )
  return names.trim()
}

/** 记者 with names that are names: 记者从市政府获悉 has none. */
function reporters(text: string): string | null {
  const names: string[] = []
  for (const match of text.matchAll(CHINESE_REPORTER)) {
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 3)
    if (/^\s*[摄攝]/u.test(after)) continue
    const found = match[1]!.split(/[、，,/／ 　]+/u).filter(isChineseName)
    for (const name of found) if (!names.includes(name)) names.push(name)
    if (names.length > 0) return names.join(', ')
  }
  return null
}
