/** Cuts a long text into pieces with marks, and leaves out what is far from every mark. */

/** A passage to mark. Positions are UTF-16 units in the text; `key` tells marks apart. */
export type TextMark = {
  key: string
  kind: 'quote' | 'figure'
  /** what reading showed for the passage; decides how the mark looks */
  verdict: string
  start: number
  end: number
}

/**
 * A piece of the text in order. `marks` are those that cover it; a `gap` stands for characters left out.
 * `start` is where the piece begins in the whole text.
 */
export type TextSegment =
  | { type: 'text'; start: number; text: string; marks: TextMark[] }
  | { type: 'gap'; start: number; characters: number }

/** `windowCharacters`: how much to keep around each mark; null keeps the whole text. */
export type MarkOptions = { windowCharacters: number | null }

/** A gap shorter than this says less than the words it hides. */
const SMALLEST_GAP_CHARACTERS = 200

/**
 * The text as segments whose texts and gaps together cover all of it, in order, without overlap. Marks may overlap: a
 * piece under two marks names both. Marks outside the text are cut to it; empty ones are dropped. Without any mark the
 * window lies at the beginning of the text. No segment begins or ends within a surrogate pair.
 */
export function markText(text: string, marks: TextMark[], options: MarkOptions): TextSegment[] {
  const inside = marks
    .map((mark) => ({ ...mark, start: snap(text, mark.start), end: snap(text, mark.end) }))
    .filter((mark) => mark.end > mark.start)
  const shown = options.windowCharacters === null ? null : windows(text, inside, options.windowCharacters)
  const cuts = new Set([0, text.length])
  for (const mark of inside) cuts.add(mark.start).add(mark.end)
  for (const window of shown ?? []) cuts.add(window.start).add(window.end)
  const places = [...cuts].sort((a, b) => a - b)
  const segments: TextSegment[] = []
  for (let index = 0; index + 1 < places.length; index += 1) {
    const start = places[index]!
    const end = places[index + 1]!
    if (shown && !shown.some((window) => window.start <= start && end <= window.end))
      segments.push({ type: 'gap', start, characters: end - start })
    else
      segments.push({
        type: 'text',
        start,
        text: text.slice(start, end),
        marks: inside.filter((mark) => mark.start <= start && end <= mark.end),
      })
  }
  return segments
}

type Span = { start: number; end: number }

/** Windows around the marks, grown to whole lines where a line is short, joined where they meet. */
function windows(text: string, marks: Span[], around: number): Span[] {
  const wanted = marks.length > 0 ? [...marks].sort((a, b) => a.start - b.start) : [{ start: 0, end: 0 }]
  const joined: Span[] = []
  for (const mark of wanted) {
    const start = lineStart(text, snap(text, mark.start - around))
    const end = snap(text, mark.end + around)
    const last = joined.at(-1)
    if (last && start - last.end < SMALLEST_GAP_CHARACTERS) last.end = Math.max(last.end, end)
    else joined.push({ start: start < SMALLEST_GAP_CHARACTERS ? 0 : start, end })
  }
  const last = joined.at(-1)!
  if (text.length - last.end < SMALLEST_GAP_CHARACTERS) last.end = text.length
  return joined
}

/** The beginning of the line at `position`, when it is not far; a window that begins in mid-word reads badly. */
function lineStart(text: string, position: number): number {
  const newline = text.lastIndexOf('\n', position - 1) + 1
  return position - newline <= SMALLEST_GAP_CHARACTERS ? newline : position
}

/** A position within the text that does not split a surrogate pair. */
function snap(text: string, position: number): number {
  const inside = Math.min(Math.max(0, Math.trunc(position)), text.length)
  const low = text.charCodeAt(inside)
  const high = text.charCodeAt(inside - 1)
  return low >= 0xdc00 && low <= 0xdfff && high >= 0xd800 && high <= 0xdbff ? inside - 1 : inside
}
