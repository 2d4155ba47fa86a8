/** Finds who signed a page. */
import type { CheerioAPI } from 'cheerio'
import { bylineOfElements, type ElementClues } from './byline-elements.ts'
import { chineseByline, chineseEditor } from './chinese-byline.ts'
import type { JsonLdArticle } from './json-ld.ts'
import { metaContents, metaContentsLike } from './meta-content.ts'
import { readSignature, type Signature } from './person-names.ts'
import { shortText } from './signature-elements.ts'

export type BylineClues = ElementClues & {
  $: CheerioAPI
  jsonLd: JsonLdArticle | null
  text: string
  title: string | null
  publisher: string | null
  url: string | null
}

const AUTHOR_META = (
  'author article:author article:author_name og:article:author og:author byl byline parsely-author sailthru.author dc.creator ' +
  'dcterms.creator dc.contributor citation_author rbauthors cxenseparse:author authors article.author author_name'
).split(' ')

/** Names that the list lacks, made of the same words: Search.Byline, article_author_name. */
const AUTHOR_NAME = /author|byline|(?:^|[._:-])(?:creator|writer|autor|auteur)s?$/
const NO_AUTHOR_NAME =
  /(?:twitter|instapp|generator|og:image)|(?:url|link|id|image|img|photo|avatar|email|mail|handle|twitter|facebook|page|type|role|title|slug|count)$/

const NEAR_TITLE_CHARS = 700
const BEFORE_TITLE_CHARS = 100
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
  for (const content of metaContentsLike($, AUTHOR_NAME, NO_AUTHOR_NAME)) {
    const found = people([content])
    if (found && !isHandle(found)) return found
  }
  const shown = bylineOfElements(clues, people)
  if (shown && !isHandle(shown)) return shown
  return (
    byChineseLines(clues, people) ??
    (handle && isNameOfSite(handle, clues) ? null : handle) ??
    shown ??
    people([nameInAddress($) ?? '']) ??
    people(clues.bare.map(({ node }) => shortText(node, 80)).filter((name) => !NO_NAME.test(name))) ??
    underHeadline(clues) ??
    bloggerIn(clues.$) ??
    organisations[0] ??
    people([chineseEditor(clues.text)])
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

function byChineseLines(
  { text, title }: BylineClues,
  people: (raw: string[]) => string | null,
): string | null {
  const at = title ? Math.max(0, text.indexOf(title.slice(0, 40))) : 0
  const near = text.slice(Math.max(0, at - BEFORE_TITLE_CHARS), at + (title?.length ?? 0) + NEAR_TITLE_CHARS)
  return /\p{Script=Han}/u.test(near) ? chineseByline(text, near, people) : null
}

/** The last part of an address such as /profile/dora-example, as a name. */
function nameInAddress($: CheerioAPI): string | null {
  for (const address of metaContents($, 'article:author')) {
    const path =
      /^https?:\/\/(?!(?:www\.)?(?:facebook|twitter|x|plus\.google)\.)[^/]+\/(?:[\w-]+\/)+([a-z]+(?:-[a-z]+){1,3})\/?$/.exec(
        address,
      )
    if (path)
      return path[1]!.replace(/(?:^|-)([a-z])/g, (_, first: string) => ` ${first.toUpperCase()}`).trim()
  }
  return null
}

/** A line of nothing but a name between the headline and its date, as many designs print it. */
function underHeadline({ text, title, publisher }: BylineClues): string | null {
  const at = title ? text.indexOf(title.slice(0, 40)) : -1
  if (at === -1) return null
  const lines = text
    .slice(at + title!.length, at + title!.length + NEAR_TITLE_CHARS)
    .split('\n')
    .map((line) => line.trim())
    .slice(0, MOST_LINES_UNDER)
  for (const [index, line] of lines.entries()) {
    if (!FULL_NAME.test(line) || NO_NAME.test(line)) continue
    const isDated = lines
      .slice(Math.max(0, index - 1), index + 3)
      .some((one) => one.length < 80 && YEAR.test(one))
    const [name] = readSignature(line).people
    if (isDated && name && name !== publisher) return name
  }
  return null
}

const MOST_LINES_UNDER = 8
const FULL_NAME =
  /^\p{Lu}[\p{L}'’.-]{1,20}(?: (?:\p{Lu}[\p{L}'’.-]{0,20}|van|von|de|der|den|la|le|el|bin)){1,3}$/u
/** Words that begin labels and headings, never names. */
const NO_NAME =
  /^(?:for|the|in|on|at|to|press|news|read|more|about|last|all|top|home|back|follow|share|our|this|your|how|why|what|when|who|release|special|breaking|latest|photo|image|video|date|new|open|public|local|world|sign|log|no|please|posted|published|updated|contact|media|site|main|skip|see|view|get|by|learn|find|join|watch|listen|download|register|subscribe|donate|go|next|previous|related|popular)\s/i
const YEAR = /(?:19|20)\d{2}/

/** 渔火的博客: Chinese blogs are called after who writes them. */
function bloggerIn($: CheerioAPI): string | null {
  const title = $('title').first().text().slice(0, MOST_TITLE_CHARS)
  return /(?:^|[\s_|-])([^\s_|·-]{2,12})的(?:博客|日志|部落格|空间|專欄|专栏)/u.exec(title)?.[1] ?? null
}

const MOST_TITLE_CHARS = 300
