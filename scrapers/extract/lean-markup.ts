/** Writes a parsed page down again with only what finding its body needs. */
import { isUnseen, type PageNode } from './visible-text.ts'

const KEPT_ATTRIBUTES = ['class', 'id', 'role', 'href', 'src', 'itemprop', 'rel', 'style', 'aria-hidden']
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
/** The frame is written anew: linkedom builds none of its own, and Readability throws without it. */
const FRAME = new Set(['html', 'head', 'body', 'stet-page'])

/** A whole document without the elements in `skip`, scripts, styles and whatever nobody sees. Iterative. */
export function leanMarkup(root: PageNode, skip: ReadonlySet<PageNode>): string {
  const pieces = ['<!doctype html><html><head></head><body>']
  const open: { node: PageNode; next: number }[] = [{ node: root, next: 0 }]
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const child = top.node.children?.[top.next]
    top.next += 1
    const name = child?.name ?? ''
    if (!child) {
      open.pop()
      if (top.node.name && !FRAME.has(top.node.name)) pieces.push(`</${top.node.name}>`)
    } else if (child.type === 'text') pieces.push(escaped(child.data ?? ''))
    else if (!child.children || isUnseen(child) || skip.has(child) || name === 'svg') continue
    else if (VOID.has(name)) pieces.push(startTag(child))
    else {
      if (!FRAME.has(name)) pieces.push(startTag(child))
      open.push({ node: child, next: 0 })
    }
  }
  pieces.push('</body></html>')
  return pieces.join('')
}

function startTag({ name, attribs = {} }: PageNode): string {
  const kept = KEPT_ATTRIBUTES.filter((one) => attribs[one])
  return `<${name}${kept.map((one) => ` ${one}="${escaped(attribs[one]!)}"`).join('')}>`
}

function escaped(text: string): string {
  return /[&<>"]/.test(text)
    ? text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
    : text
}
