/** Weighs the blocks of a page: how much prose, how much linked text, how much text at all each one holds. */
import { furnitureOf, standingOf } from './page-furniture.ts'
import { isBlock, isUnseen, type PageNode } from './visible-text.ts'

/** A block with everything below it. Weights count letters, a Han or kana character as two; furniture counts for nothing. */
export type Block = {
  node: PageNode
  /** place among the blocks of the page */
  at: number
  parent: Block | null
  children: Block[]
  /** weight of the prose that no smaller block holds */
  ownProse: number
  /** pieces of prose (paragraphs, or lines between breaks) that no smaller block holds */
  ownPieces: number
  prose: number
  linked: number
  text: number
  furniture: boolean
  /** text that mostly leads elsewhere; counts for nothing either */
  linkList: boolean
}

/** Shorter pieces are prose only where they are punctuated like it. */
const SURE_PROSE_WEIGHT = 160
const LEAST_PROSE_WEIGHT = 40
/** What is called furniture and holds this share of the page's prose is the story under a bad name. */
const STORY_SHARE = 0.4
const SENTENCE = /[.!?,;:。！？，；：、…”"](?:\s|$|\p{Script=Han})|[。！？，；،؟؛۔।։።]/u

/** `shut`: elements that are never part of a story, in no block's weights. */
export type WeighedPage = { top: Block; shut: Set<PageNode> }

/** The blocks of a page, furniture marked. One walk, iterative; time in proportion to the page. */
export function weighBlocks(root: PageNode): WeighedPage {
  const top = blockOf(root, null, 0)
  const shut = new Set<PageNode>()
  const all = [top]
  const open: { node: PageNode; next: number; block: Block; inLink: boolean }[] = [
    { node: root, next: 0, block: top, inLink: false },
  ]
  const piece = new Piece()
  for (let at = open.at(-1); at; at = open.at(-1)) {
    const child = at.node.children?.[at.next]
    at.next += 1
    if (!child) {
      if (at.block.node === at.node) piece.endIn(at.block)
      open.pop()
    } else if (child.type === 'text') piece.add(child.data ?? '', at.inLink)
    else if (child.name === 'br') piece.endIn(at.block)
    else if (child.children && !isUnseen(child)) {
      const furniture = standsInText(child, at.node) ? null : furnitureOf(child)
      if (furniture === 'surely') {
        shut.add(child)
        continue
      }
      const inLink = child.name === 'a' ? isLink(child) : at.inLink
      if (!isBlock(child) && furniture === null && child.name !== 'td') {
        open.push({ node: child, next: 0, block: at.block, inLink })
        continue
      }
      piece.endIn(at.block)
      const block = blockOf(child, at.block, all.length)
      block.furniture = furniture !== null
      at.block.children.push(block)
      all.push(block)
      open.push({ node: child, next: 0, block, inLink })
    }
  }
  sumUp(all)
  return { top, shut }
}

const MOST_LOOKS = 200

/** Old pages mark places with <a name>, and forget to close links: one that holds another is none. */
function isLink({ attribs, children = [] }: PageNode): boolean {
  if (attribs?.href === undefined) return false
  const waiting = children.slice(0, MOST_LOOKS)
  for (let at = 0; at < waiting.length && at < MOST_LOOKS; at += 1) {
    const node = waiting[at]!
    if (node.name === 'a') return false
    for (const child of node.children?.slice(0, MOST_LOOKS) ?? []) waiting.push(child)
  }
  return true
}

const PHRASING = new Set('span b strong i em small font time abbr cite u mark'.split(' '))

/** A place or a date set apart inside a paragraph: <p><span class="dateline">NORTHMARK</span> The council … */
function standsInText(child: PageNode, parent: PageNode): boolean {
  return parent.name === 'p' && PHRASING.has(child.name ?? '') && standingOf(child) === 'signature'
}

function blockOf(node: PageNode, parent: Block | null, at: number): Block {
  return {
    node,
    at,
    parent,
    children: [],
    ownProse: 0,
    ownPieces: 0,
    prose: 0,
    linked: 0,
    text: 0,
    furniture: false,
    linkList: false,
  }
}

/** Parents stand before their children in the list, so one pass from its end adds everything up. */
function sumUp(all: Block[]): void {
  let total = 0
  for (const block of all) total += block.ownProse
  for (let at = all.length - 1; at > 0; at -= 1) {
    const block = all[at]!
    const parent = block.parent!
    block.prose += block.ownProse
    if (block.furniture && block.prose < total * STORY_SHARE && !isLead(block)) continue
    block.furniture = false
    block.linkList = isLinkList(block)
    if (block.linkList) continue
    parent.prose += block.prose
    parent.linked += block.linked
    parent.text += block.text
  }
  const top = all[0]!
  top.prose += top.ownProse
}

const LEAD = /teaser|summary|intro|lead|abstract|standfirst|dek|vorspann/i

/** German templates call a story's own first paragraph its teaser; a teaser of another story is a link. */
function isLead({ node, linked, prose, text }: Block): boolean {
  return (
    linked === 0 &&
    prose >= text * 0.9 &&
    prose > 0 &&
    LEAD.test(`${node.attribs?.class ?? ''} ${node.attribs?.id ?? ''}`)
  )
}

const LISTS = new Set(['ul', 'ol', 'dl', 'table'])
const LIST_PARTS = new Set(['li', 'dt', 'dd', 'td', 'th', 'tr', 'tbody'])
const LEAST_LINKED_WEIGHT = 16

/** Text that mostly leads elsewhere and says nothing of its own. An item is judged with its list. */
function isLinkList({ prose, linked, text, node, children }: Block): boolean {
  const name = node.name ?? ''
  if (HEADING.test(name) && linksToItself(node)) return false
  if (LIST_PARTS.has(name) || linked < LEAST_LINKED_WEIGHT || prose > linked * 0.25) return false
  if (children.length === 0) return linked >= text * 0.9
  return linked >= text * (LISTS.has(name) ? 0.8 : 0.6)
}

const HEADING = /^h[1-6]$/

/** Headings of manuals are links to their own place on the page. */
function linksToItself({ children = [] }: PageNode): boolean {
  return children.every((child) => child.name !== 'a' || /^#/.test(child.attribs?.href ?? '#'))
}

const CONSENT = /cookies?|consent|einwilligung|zustimm|consentement/i
const OF_CONSENT =
  /partners?\b|personal data|personali[sz]ed|privacy|identifiers|preferences|settings|advert|third part|datenschutz|einstellungen|personenbezogen|drittanbieter|partenaires|données|publicité|datos|privacidad|socios/gi
const LEAST_CONSENT_WORDS = 2

/** A notice about cookies, which carries no name where a service puts it in. A story about them says more besides. */
function isConsent(text: string): boolean {
  return (
    text.length < 1500 &&
    CONSENT.test(text) &&
    new Set(text.toLowerCase().match(OF_CONSENT)).size >= LEAST_CONSENT_WORDS
  )
}

/** Text between two edges of blocks or line breaks. */
class Piece {
  private weight = 0
  private linked = 0
  private punctuated = false
  private consent = false

  add(data: string, inLink: boolean): void {
    const weight = weightOf(data)
    if (weight === 0) return
    this.weight += weight
    if (inLink) this.linked += weight
    else this.punctuated ||= SENTENCE.test(data)
    this.consent ||= weight >= LEAST_PROSE_WEIGHT && isConsent(data)
  }

  endIn(block: Block): void {
    if (this.weight === 0) return
    const { weight, linked } = this
    const isProse =
      !this.consent &&
      linked <= weight * 0.5 &&
      (block.node.name === 'pre' ||
        weight >= SURE_PROSE_WEIGHT ||
        (weight >= LEAST_PROSE_WEIGHT && this.punctuated && linked <= weight * 0.3))
    if (isProse) {
      block.ownProse += weight - linked
      block.ownPieces += 1
    }
    block.text += weight
    block.linked += linked
    this.weight = 0
    this.linked = 0
    this.punctuated = false
    this.consent = false
  }
}

/** Letters in a text, white space left out. */
export function weightOf(text: string): number {
  let weight = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code <= 32 || code === 0xa0 || code === 0x3000) continue
    weight += code >= 0x3040 && code <= 0x9fff ? 2 : 1
  }
  return weight
}
