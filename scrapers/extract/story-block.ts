/** Finds the body of a page: the block that holds its prose, without what stands around it. */
import { isStoryContainer } from './page-furniture.ts'
import { type PageNode, textOfNodes } from './visible-text.ts'
import { type Block, weighBlocks } from './weigh-blocks.ts'

/**
 * `sure`: the block holds most of the prose of the page, and little else. `around`: elements of the page that are
 * no part of any story. `named`: the block, or one around it, is called a story's body.
 */
export type Story = { text: string; sure: boolean; named: boolean; around: ReadonlySet<PageNode> }

/** Each level further away counts half. */
const DECAY = 0.5
const SURE_SHARE = 0.7
/** A container that is named as the story's needs less. */
const STATED_SHARE = 0.55
const SURE_WEIGHT = 400
/** The same for what stands under the page's only headline: an item of two sentences. */
const SURE_SHORT_WEIGHT = 120
const SURE_QUALITY = 0.6

/** Text of the story in lines, empty where the page has no prose. */
export function storyBlock(root: PageNode): Story {
  const { top, shut } = weighBlocks(root)
  const found = statedContainer(top) ?? climb(densest(top))
  if (!found || found.prose === 0)
    return { text: '', sure: false, named: false, around: aroundStory([top], shut) }
  const parts = [...leadsOf(found), found]
  const around = aroundStory(parts, shut)
  const prose = parts.reduce((sum, part) => sum + part.prose, 0)
  const sure =
    prose >= (followsHeadline(found, top) ? SURE_SHORT_WEIGHT : SURE_WEIGHT) &&
    prose >= top.prose * SURE_SHARE &&
    found.prose >= (found.text - found.linked) * SURE_QUALITY
  const text = textOfParts(parts, around)
  return { text, sure, named: isNamed(found), around: sure ? around : aroundStory([top], shut) }
}

function isNamed(found: Block): boolean {
  for (let at: Block | null = found; at; at = at.parent) if (isStoryContainer(at.node)) return true
  return false
}

function textOfParts(parts: Block[], around: ReadonlySet<PageNode>): string {
  return parts.map((part) => textOfNodes(part.node, around)).join('\n')
}

/** Paragraphs that stand before the story's block, in a neighbouring one: a lead under the headline. */
function leadsOf(found: Block): Block[] {
  const leads: Block[] = []
  let at = found
  for (let level = 0; level < MOST_LEAD_LEVELS && at.parent; level += 1) {
    const up = at.parent
    if (FRAMES.has(up.node.name ?? 'root')) break
    const before = up.children.slice(0, up.children.indexOf(at))
    leads.unshift(...before.flatMap(leadsIn))
    at = up
  }
  return leads
}

const MOST_LEAD_LEVELS = 3
const FRAMES = new Set(['html', 'body', 'stet-page', 'root', 'tr', 'table', 'tbody'])
const LEAST_LEAD_WEIGHT = 70
const HEADING = /^h[1-6]$/

/** Whole paragraphs without links, at most two levels down. */
function leadsIn(block: Block): Block[] {
  if (
    block.furniture ||
    HEADING.test(block.node.name ?? '') ||
    block.prose < LEAST_LEAD_WEIGHT ||
    block.linked > block.text * 0.1
  )
    return []
  if (block.children.length === 0) return block.ownProse >= block.text * 0.9 ? [block] : []
  return block.children.flatMap((child) => (child.children.length > 3 ? [] : leadsIn(child)))
}

/** The smallest container named as the story's that holds most of the prose; false names hold little. */
function statedContainer(top: Block): Block | null {
  let best: Block | null = null
  for (const block of shownBlocks(top)) {
    if (!isStoryContainer(block.node) || block.prose < top.prose * STATED_SHARE) continue
    if (!best || block.prose >= best.prose * 0.9) best = block
  }
  return best
}

/** Prose weighs where it stands; each block above counts it half as much again. */
function densest(top: Block): Block | null {
  const blocks = shownBlocks(top)
  const isAbove = aboveHeadline(blocks)
  const scores = new Map<Block, number>()
  let best: Block | null = null
  let bestScore = 0
  for (let at = blocks.length - 1; at >= 0; at -= 1) {
    const block = blocks[at]!
    const below = scores.get(block) ?? 0
    const weight = (block.ownProse + below) * (1 - block.linked / Math.max(1, block.text))
    const score = isAbove(block) ? weight * ABOVE : weight
    if (score > bestScore && !isParagraph(block)) {
      best = block
      bestScore = score
    }
    if (block.parent) {
      const passed = isParagraph(block) ? block.ownProse : (block.ownProse + below) * DECAY
      scores.set(block.parent, (scores.get(block.parent) ?? 0) + passed)
    }
  }
  return best
}

/** What stands above the headline is a notice or a teaser more often than the story. */
const ABOVE = 0.4

function aboveHeadline(blocks: Block[]): (block: Block) => boolean {
  const headline = onlyHeadline(blocks)
  if (!headline) return () => false
  const around = new Set<Block>()
  for (let at: Block | null = headline; at; at = at.parent) around.add(at)
  return (block) => block.at < headline.at && !around.has(block)
}

function followsHeadline(found: Block, top: Block): boolean {
  const headline = onlyHeadline(shownBlocks(top))
  return headline !== null && !aboveHeadline([headline])(found)
}

function onlyHeadline(blocks: Block[]): Block | null {
  const headlines = blocks.filter(({ node, text }) => node.name === 'h1' && text > 0)
  return headlines.length === 1 ? headlines[0]! : null
}

/** A block that only lays out one piece of text; the story is what it stands in. */
function isParagraph(block: Block): boolean {
  return block.children.length === 0 && block.ownPieces < LEAST_PIECES && block.parent?.parent != null
}

const LEAST_PIECES = 3

/** From the densest block up, as long as what each step adds is prose again. */
function climb(from: Block | null): Block | null {
  let at = from
  for (let up = at?.parent; at && up?.parent; up = up.parent) {
    const prose = up.prose - at.prose
    const text = up.text - at.text
    const linked = up.linked - at.linked
    const isMore = prose >= text * 0.65 && linked <= text * 0.12
    if (text > 0 && !isMore) break
    at = up
  }
  return at
}

function shownBlocks(top: Block): Block[] {
  const shown = [top]
  for (let at = 0; at < shown.length; at += 1) {
    for (const child of shown[at]!.children) if (!child.furniture && !child.linkList) shown.push(child)
  }
  return shown
}

/** Everything that is not the story, inside its block and out: furniture, lists of links, linked promotions. */
function aroundStory(parts: Block[], shut: ReadonlySet<PageNode>): Set<PageNode> {
  const skip = new Set(shut)
  const waiting = [...parts]
  for (let block = waiting.pop(); block; block = waiting.pop()) {
    for (const child of block.children) {
      if (child.furniture || child.linkList) skip.add(child.node)
      else waiting.push(child)
    }
  }
  return skip
}
