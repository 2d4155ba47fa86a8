/** Reads all text of a page that a browser would show, laid out in lines as a browser would. */
import { openPage } from './open-page.ts'

/** The part of a parsed node that reading needs. */
export type PageNode = {
  type: string
  name?: string
  data?: string
  attribs?: Record<string, string>
  children?: PageNode[]
  parent?: PageNode | null
}

const UNSEEN = new Set(
  (
    'script style template noscript title iframe object embed audio video canvas select datalist ' +
    'noframes noembed rp annotation annotation-xml metadata desc defs map'
  ).split(' '),
)
const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre ' +
    'search section summary table tbody textarea tfoot thead tr ul xmp listing plaintext'
  ).split(' '),
)
const PRESERVED = new Set(['pre', 'textarea', 'listing', 'xmp', 'plaintext'])
const HIDING_STYLE = /(?:^|[;\s])(display\s*:\s*none|visibility\s*:\s*hidden)/i
/** A block that is laid out but hidden, with this much in it, waits for a script to show it. */
const LEAST_WAITING_CHARS = 400
/** Nested hidden parts are looked through once each; the bound keeps that cheap. */
const MOST_LOOKS = 2000

/**
 * All visible text of an HTML document. Blocks and `<br>` make lines, table cells are separated by tabs, other
 * whitespace folds to one space (CSS Text, `white-space: normal`). Scripts, styles, templates, `noscript` and
 * elements hidden by attribute or inline style are left out; style sheets are not consulted.
 */
export function visibleText(html: string): string {
  return textOfNodes(openPage(html).$.root()[0] as unknown as PageNode)
}

/** Same for a part of a parsed page, without the elements in `skip`. Iterative: depth costs memory, never the stack. */
export function textOfNodes(root: PageNode, skip?: ReadonlySet<PageNode>): string {
  const lines = new LineWriter()
  const open: { node: PageNode; next: number; preserved: boolean }[] = [
    { node: root, next: 0, preserved: false },
  ]
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const child = top.node.children?.[top.next]
    top.next += 1
    if (!child) {
      open.pop()
      if (BLOCKS.has(top.node.name ?? '')) lines.breakLine()
    } else if (child.type === 'text') {
      lines.write(child.data ?? '', top.preserved)
    } else if (child.name === 'br') {
      lines.forceBreak()
    } else if (child.children && !isUnseen(child) && !skip?.has(child)) {
      const name = child.name ?? ''
      if (BLOCKS.has(name)) lines.breakLine()
      else if (name === 'td' || name === 'th') lines.breakCell()
      open.push({ node: child, next: 0, preserved: top.preserved || PRESERVED.has(name) })
    }
  }
  return lines.text()
}

/** Whether the element makes lines of its own. */
export function isBlock(node: PageNode): boolean {
  return BLOCKS.has(node.name ?? '')
}

/** Whether a browser shows nothing of the element, as far as its name, attributes and inline style tell. */
export function isUnseen(node: PageNode): boolean {
  const name = node.name ?? ''
  if (UNSEEN.has(name)) return true
  // Pages hide the whole body until their scripts ran (anti-flicker); people see it.
  if (name === 'html' || name === 'body' || !node.attribs) return false
  const { hidden, style } = node.attribs
  if (hidden !== undefined && hidden.toLowerCase() !== 'until-found') return true
  if (name === 'dialog' && node.attribs.open === undefined) return true
  const hiding = style === undefined ? null : HIDING_STYLE.exec(style)
  if (!hiding) return false
  return /^d/i.test(hiding[1]!) || !hasMuchText(node)
}

function hasMuchText(root: PageNode): boolean {
  let left = LEAST_WAITING_CHARS
  let looked = 0
  const open = [root]
  for (let node = open.pop(); node && left > 0; node = open.pop()) {
    looked += node.children?.length ?? 0
    if (looked > MOST_LOOKS) return true
    if (node.type === 'text') left -= inkOf(node.data ?? '')
    else if (!UNSEEN.has(node.name ?? '')) for (const child of node.children ?? []) open.push(child)
  }
  return left <= 0
}

/** A Han character says as much as two letters. */
function inkOf(data: string): number {
  return data.trim().length + (data.match(/[\u3040-\u9fff]/g)?.length ?? 0)
}

/** Collects text and folds whitespace the way inline layout does: a line never starts or ends with a space. */
class LineWriter {
  private readonly pieces: string[] = []
  private atLineStart = true
  private pendingSpace = false
  private pendingTab = false

  write(data: string, preserved: boolean): void {
    if (preserved) {
      this.writePreserved(data)
      return
    }
    const folded = data.replace(/[ \t\n\f\r]+/g, ' ')
    const trimmed = folded.replace(/^ | $/g, '')
    if (trimmed === '') {
      this.pendingSpace ||= folded !== ''
      return
    }
    this.put(trimmed, folded.startsWith(' '))
    this.pendingSpace = folded.endsWith(' ') && folded.length > 1
  }

  private writePreserved(data: string): void {
    const rows = data.split(/\r\n?|\n/)
    rows.forEach((row, index) => {
      if (index > 0) this.forceBreak()
      if (row !== '') this.put(row, false)
    })
  }

  private put(text: string, spaceBefore: boolean): void {
    if (!this.atLineStart) {
      if (this.pendingTab) this.pieces.push('\t')
      else if (this.pendingSpace || spaceBefore) this.pieces.push(' ')
    }
    this.pieces.push(text)
    this.atLineStart = false
    this.pendingSpace = false
    this.pendingTab = false
  }

  breakCell(): void {
    this.pendingTab = true
  }

  /** The edge of a block: starts a new line unless one has just begun. */
  breakLine(): void {
    if (!this.atLineStart) this.forceBreak()
    this.pendingTab = false
  }

  forceBreak(): void {
    this.pieces.push('\n')
    this.atLineStart = true
    this.pendingSpace = false
  }

  text(): string {
    return this.pieces
      .join('')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  }
}
