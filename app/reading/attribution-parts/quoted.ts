/** The quoted stretches of a text, and the text with their contents blanked so that rules read only the writer's own words. */

export type Quoted = {
  /** Same length as the source; what stands between quotation marks is U+FFFC. */
  bare: string
  /** Marks included, in order, not nested. */
  spans: { start: number; end: number }[]
}

const CLOSES: Record<string, string> = {
  '“': '”',
  '„': '“',
  '«': '»',
  '「': '」',
  '『': '』',
  '"': '"',
  '＂': '＂',
}
/** An opening mark without its closing one must not swallow the text. */
const MAX_QUOTED_CHARS = 5000

/** A quotation ends with its paragraph at the latest; single marks are not read, because they are apostrophes too. */
export function readQuoted(text: string): Quoted {
  const spans: { start: number; end: number }[] = []
  let open = -1
  let close = ''
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? ''
    if (sign === '\n' || (open >= 0 && at - open > MAX_QUOTED_CHARS)) {
      open = -1
    } else if (open >= 0 && sign === close) {
      spans.push({ start: open, end: at + 1 })
      open = -1
    } else if (open < 0 && CLOSES[sign]) {
      open = at
      close = CLOSES[sign] ?? ''
    }
  }
  const pieces: string[] = []
  let edge = 0
  for (const { start, end } of spans) {
    pieces.push(text.slice(edge, start + 1), '\ufffc'.repeat(Math.max(0, end - start - 2)))
    edge = end - 1
  }
  pieces.push(text.slice(edge))
  return { bare: pieces.join(''), spans }
}
