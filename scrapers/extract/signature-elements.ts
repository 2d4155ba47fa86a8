/** Collects the elements of a page that by name or kind say who wrote it and when, with their place near the headline. */
import { standingOf } from './page-furniture.ts'
import { SIGNED } from './signed-line.ts'
import { type PageNode, textOfNodes } from './visible-text.ts'

export type SignatureElement = {
  node: PageNode
  /** elements after the headline (negative: before it), or null where the page shows no headline */
  distance: number | null
  /** class, id and the like, of the element and its parent */
  called: string
}

/** `signed`: the smallest elements with a text such as "By …", "Posted by …", "Von …", "geschrieben von …". */
export type SignatureElements = {
  dates: SignatureElement[]
  authors: SignatureElement[]
  signed: SignatureElement[]
  /** a piece of text right under the headline that is nothing but a name, with a date in the parts around it */
  bare: SignatureElement[]
  sources: SignatureElement[]
}

const DATE_NAME =
  /date|(?:^|[\s_-])time|time(?:$|[\s_-])|publish|pubtime|posted|(?:^|[\s_-])(?:post|entry|article|story|news)[_-]?(?:meta|info)|byline|(?:^|[\s_-])(?:info|source|laiyuan|msg|meta)(?:$|[\s_-])/i
const NOT_DATE_NAME =
  /update-?(?:notice|alert)|validate|candidate|mandate|datepicker|timeline|runtime|countdown/i
const AUTHOR_NAME =
  /author|byline|by-line|(?:^|[\s_-])(?:writer|reporter|contributor|columnist|creator|posted-?by|autor(?:en|es|e)?|auteurs?|autore|firma|redacteur|verfasser|journalist|nick-?name|username|(?:big)?user-?name|poster)s?(?:$|[\s_-])|autorenzeile|zuozhe|(?:^|[\s_-])(?:fn|firma)(?:$|[\s_-])/i
const SOURCE_NAME = /source|media|from|where|laiyuan|origin/i
const UNREAD = new Set(['script', 'style', 'template', 'noscript', 'svg', 'nav', 'footer', 'iframe', 'head'])
const MOST_ELEMENTS = 150
const MOST_HEADLINE_CHARS = 400

/** One walk over the page. What stands in comments, lists of other stories, menus or tables of facts is left out. */
export function signatureElements(root: PageNode, title: string | null): SignatureElements {
  const found: SignatureElements = { dates: [], authors: [], signed: [], bare: [], sources: [] }
  const wanted = title ? bare(title) : ''
  let order = 0
  let looks = 0
  let headlineAt: number | null = null
  let headlineIsSure = false
  const placed: { one: SignatureElement; order: number }[] = []
  const open: PageNode[] = [root]
  for (let node = open.pop(); node; node = open.pop()) {
    order += 1
    const { name, attribs } = node
    if (name === 'h1' || name === 'h2' || name === 'h3') {
      const shown = bare(shortText(node, MOST_HEADLINE_CHARS))
      const same =
        wanted !== '' && shown.length >= 4 && (wanted.startsWith(shown) || shown.startsWith(wanted))
      if (!headlineIsSure && (same || (name === 'h1' && headlineAt === null && shown.length >= 4))) {
        headlineAt = order
        headlineIsSure = same
      }
    }
    if (attribs) {
      const called = nameOf(node)
      const one = { node, distance: null, called }
      const isDate =
        name === 'time' ||
        attribs.datetime !== undefined ||
        /^\d{4}-\d{2}-\d{2}T/.test(attribs.title ?? '') ||
        /date(?:Published|Modified|Created)/.test(attribs.itemprop ?? '') ||
        (called !== '' && DATE_NAME.test(called) && !NOT_DATE_NAME.test(called))
      if (isDate && found.dates.length < MOST_ELEMENTS) {
        found.dates.push(one)
        placed.push({ one, order })
      }
      const isAuthor =
        /\b(?:author|creator)\b/.test(attribs.itemprop ?? '') ||
        /(?:^|\s)author(?:\s|$)/i.test(attribs.rel ?? '') ||
        (called !== '' && AUTHOR_NAME.test(called))
      if (called !== '' && SOURCE_NAME.test(called) && found.sources.length < MOST_ELEMENTS) {
        found.sources.push(one)
        placed.push({ one, order })
      }
      if (isAuthor && found.authors.length < MOST_ELEMENTS) {
        found.authors.push(one)
        placed.push({ one, order })
      }
    }
    const children = node.children ?? []
    for (let at = children.length - 1; at >= 0; at -= 1) {
      const child = children[at]!
      if (child.children) {
        if (!isElsewhere(child)) open.push(child)
      } else if (child.type !== 'text') continue
      else if (headlineAt === null && isWanted(child.data ?? '', wanted)) headlineAt = order
      else if (
        headlineAt !== null &&
        order - headlineAt < MOST_BARE_DISTANCE &&
        found.bare.length < MOST_BARE &&
        FULL_NAME.test(child.data ?? '') &&
        looks++ < MOST_BARE_LOOKS &&
        standsWithDate(node)
      )
        found.bare.push({ node, distance: order - headlineAt, called: '' })
      else if (isSigned(child.data ?? '') && found.signed.length < MOST_ELEMENTS) {
        const one = { node, distance: null, called: nameOf(node) }
        found.signed.push(one)
        placed.push({ one, order })
      }
    }
  }
  if (headlineAt !== null) for (const { one, order: at } of placed) one.distance = at - headlineAt
  return found
}

/** A piece of text that is the headline, where no heading is. */
function isWanted(text: string, wanted: string): boolean {
  if (wanted === '' || text.length < wanted.length || text.length > wanted.length * 2 + 40) return false
  return bare(text) === wanted
}

const HEADING = /^h[1-6]$/
const MOST_BARE_DISTANCE = 30
const MOST_BARE = 5
const MOST_BARE_LOOKS = 40
const FULL_NAME = /^\s*\p{Lu}[\p{L}'’-]{1,20}(?:\s\p{Lu}[\p{L}'’.-]{0,20}){1,3}\s*$/u
const LONGEST_AROUND_CHARS = 120

function standsWithDate(node: PageNode): boolean {
  if (HEADING.test(node.name ?? '') || HEADING.test(node.parent?.name ?? '')) return false
  const around = node.parent?.name === 'a' ? node.parent.parent : node.parent
  return around != null && /(?:19|20)\d{2}/.test(shortText(around, LONGEST_AROUND_CHARS))
}

const LONGEST_SIGNED_CHARS = 200

function isSigned(text: string): boolean {
  return text.length >= SHORTEST_SIGNED_CHARS && text.length <= LONGEST_SIGNED_CHARS && SIGNED.test(text)
}

const SHORTEST_SIGNED_CHARS = 2

const OF_OTHERS =
  /comment|relat|recom|sidebar|rail|popular|trending|teaser|breadcrumb|nav|menu|cookie|footer|copyright|rank|hot|tuijian|promo|newsletter|read/i

/** A part about other stories, or a table of facts. A frame around the headline is none of these, whatever its name. */
function isElsewhere(node: PageNode): boolean {
  const name = node.name ?? ''
  if (UNREAD.has(name)) return true
  if (FRAMES.has(name)) return false
  const called = nameOf(node)
  if (called === '') return name === 'aside' && !holdsHeadline(node)
  if (/infobox|wikitable|vevent/.test(called)) return true
  const apart = name === 'aside' || (OF_OTHERS.test(called) && standingOf(node) === 'elsewhere')
  return apart && !holdsHeadline(node)
}

/** A part this large is a frame. The bound keeps nested ones from being looked through again and again. */
const MOST_LOOKS = 5000
const FRAMES = new Set(['html', 'body', 'main', 'article'])

function holdsHeadline(root: PageNode): boolean {
  const open = [root]
  let looked = 0
  for (let node = open.pop(); node; node = open.pop()) {
    looked += node.children?.length ?? 0
    if (node.name === 'h1' || looked > MOST_LOOKS) return true
    for (const child of node.children ?? []) if (child.children) open.push(child)
  }
  return false
}

function nameOf({ attribs }: PageNode): string {
  if (!attribs || (attribs.class === undefined && attribs.id === undefined)) return ''
  return `${attribs.class ?? ''} ${attribs.id ?? ''}`.trim().slice(0, 200)
}

/** Text of a small part of the page in lines, or an empty string where it is longer than that. Bounded work. */
export function shortText(root: PageNode, mostChars: number): string {
  let left = mostChars
  let looked = 0
  const open = [root]
  for (let node = open.pop(); node; node = open.pop()) {
    looked += node.children?.length ?? 0
    if (node.type === 'text') left -= (node.data ?? '').trim().length
    if (left < 0 || looked > MOST_LOOKS) return ''
    for (const child of node.children ?? []) open.push(child)
  }
  return textOfNodes(root).trim()
}

function bare(text: string): string {
  return text.replace(/[\s\u00a0]+/g, '').toLowerCase()
}
