/** Finds the body of a page: the block that holds its prose, without what stands around it. */
import { isStoryContainer } from './page-furniture.ts'
import { type PageNode, textOfNodes } from './visible-text.ts'
import { type Block, weighBlocks } from './weigh-blocks.ts'

/**
 * `sure`: the block holds most of the prose of the page, and little else. `around`: elements of the page that are
 * no part of any story.
 */
export type Story = { text: string; sure: boolean; around: ReadonlySet<PageNode> }

/** Each level further away counts half. */
const DECAY = 0.5
const SURE_SHARE = 0.7
/** A container that is named as the story's needs less. */
const STATED_SHARE = 0.55
const SURE_WEIGHT = 400
const SURE_QUALITY = 0.6

/** Text of the story in lines, empty where the page has no prose. */
export function storyBlock(root: PageNode): Story {
  const { top, shut } = weighBlocks(root)
  const found = statedContainer(top) ?? climb(densest(top))
  if (!found || found.prose === 0) return { text: '', sure: false, around: aroundStory([top], shut) }
  const parts = [...leadsOf(found), found]
  const around = aroundStory(parts, shut)
  const prose = parts.reduce((sum, part) => sum + part.prose, 0)
  const sure =
    prose >= SURE_WEIGHT &&
    prose >= top.prose * SURE_SHARE &&
    found.prose >= (found.text - found.linked) * SURE_QUALITY
  if (!sure) return { text: textOfParts(parts, around), sure, around: aroundStory([top], shut) }
  return { text: textOfParts(parts, around), sure, around }
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
  const scores = new Map<Block, number>()
  let best: Block | null = null
  let bestScore = 0
  for (let at = blocks.length - 1; at >= 0; at -= 1) {
    const block = blocks[at]!
    const below = scores.get(block) ?? 0
    const score = (block.ownProse + below) * (1 - block.linked / Math.max(1, block.text))
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
