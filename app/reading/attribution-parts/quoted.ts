/** The quoted stretches of a text, and the text with their contents blanked so that rules read only the writer's own words. */

export type Quoted = {
  /** Same length as the source; what stands between quotation marks is U+FFFC. */
  bare: string
  /** Marks included, in order, not nested, never empty. */
  spans: { start: number; end: number }[]
}

const CLOSES = {
  '“': '”',
  '„': '“',
  '«': '»',
  '「': '」',
  '『': '』',
  '"': '"',
  '＂': '＂',
}
const NEW_LINE = 0x0a
/** The code of an opening mark → that of its closing one; 0 for every other sign. */
const CLOSE_OF = new Uint16Array(0x10000)
for (const [opens, closes] of Object.entries(CLOSES)) CLOSE_OF[opens.charCodeAt(0)] = closes.charCodeAt(0)
/** An opening mark without its closing one must not swallow the text. */
const MAX_QUOTED_CHARS = 5000

/** A quotation ends with its paragraph at the latest; single marks are not read, because they are apostrophes too. */
export function readQuoted(text: string): Quoted {
  if (text.length < WORTH_KEEPING) return quotedIn(text)
  if (text !== kept.text) kept = { text, quoted: quotedIn(text) }
  return kept.quoted
}

/** Statements and their attributions are read from one text in turn: its quotations are looked for once. */
const WORTH_KEEPING = 2000
let kept: { text: string; quoted: Quoted } = { text: '', quoted: { bare: '', spans: [] } }

function quotedIn(text: string): Quoted {
  const spans: { start: number; end: number }[] = []
  let open = -1
  let close = 0
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at)
    if (sign === NEW_LINE || (open >= 0 && at - open > MAX_QUOTED_CHARS)) {
      open = -1
    } else if (open >= 0 && sign === close) {
      // Marks without a word between them quote nothing.
      if (at > open + 1) spans.push({ start: open, end: at + 1 })
      open = -1
    } else if (open < 0 && CLOSE_OF[sign]) {
      open = at
      close = CLOSE_OF[sign] ?? 0
    }
  }
  const pieces: string[] = []
  let edge = 0
  for (const { start, end } of spans) {
    pieces.push(text.slice(edge, start + 1), '\ufffc'.repeat(end - start - 2))
    edge = end - 1
  }
  pieces.push(text.slice(edge))
  return { bare: pieces.join(''), spans }
}
