/** Finds the body of a page by where its running text is densest; knows no language and needs no class names. */
import { type PageNode, textOfNodes } from './visible-text.ts'

const OWN_CONTAINERS = new Set('div article section main td body dd'.split(' '))
const SKIPPED = new Set(
  'script style noscript template nav footer aside select button iframe title'.split(' '),
)
/** Shorter pieces are captions, menus and buttons. */
const SHORTEST_PIECE = 10

type Scored = { node: PageNode; own: number }

/**
 * Text of the block that holds most of the running text outside links, or an empty string. A block is credited with
 * the text that has no other block in between, so a page frame cannot win over the column inside it.
 */
export function densestBlock(root: PageNode): string {
  const best = bestBlock(root)
  return best ? textOfNodes(best.node) : ''
}

function bestBlock(root: PageNode): Scored | null {
  let best: Scored | null = null
  const scores = new Map<PageNode, number>()
  const open: { node: PageNode; next: number; owner: PageNode }[] = [{ node: root, next: 0, owner: root }]
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const child = top.node.children?.[top.next]
    top.next += 1
    if (!child) open.pop()
    else if (child.type === 'text') {
      const length = (child.data ?? '').trim().length
      if (length < SHORTEST_PIECE) continue
      const own = (scores.get(top.owner) ?? 0) + length
      scores.set(top.owner, own)
      if (!best || own > best.own) best = { node: top.owner, own }
    } else if (child.children && child.name !== 'a' && !SKIPPED.has(child.name ?? '')) {
      const owner = OWN_CONTAINERS.has(child.name ?? '') ? child : top.owner
      open.push({ node: child, next: 0, owner })
    }
  }
  return best
}
