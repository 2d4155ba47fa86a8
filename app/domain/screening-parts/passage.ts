/** The words of a page that are shown for a lead: the sentences around what was found, with marks. */
import type { Span } from './span.ts'

export type MarkKind = 'figure' | 'quote' | 'claimant' | 'date'

/** `start` is where the excerpt begins in the page's text; marks are positions in the excerpt, in order, never overlapping. */
export type ShownPassage = { text: string; start: number; marks: (Span & { kind: MarkKind })[] }

const MAX_CHARS = 320
const MAX_SENTENCE_CHARS = 400
/** Where a sentence ends; a point in a number or a name ends none. */
const STOP = /[。！？!?；\n]|[.](?=\s)/g

/** Marks in the order of what they are worth: the first is always shown, others as far as they fit. */
export function showPassage(text: string, marks: (Span & { kind: MarkKind })[]): ShownPassage | null {
  const [first, ...rest] = marks
  if (!first) return null
  let shown = { start: first.start, end: Math.min(first.end, first.start + MAX_CHARS) }
  const kept = [{ ...shown, kind: first.kind }]
  for (const mark of rest) {
    const grown = { start: Math.min(shown.start, mark.start), end: Math.max(shown.end, mark.end) }
    if (grown.end - grown.start > MAX_CHARS) continue
    shown = grown
    if (kept.every((one) => mark.end <= one.start || mark.start >= one.end)) kept.push(mark)
  }
  const { start, end } = toSentences(text, shown, MAX_CHARS)
  return {
    text: text.slice(start, end),
    start,
    marks: kept
      .map((mark) => ({ ...mark, start: mark.start - start, end: mark.end - start }))
      .sort((a, b) => a.start - b.start),
  }
}

/** The page's sentence that holds the span, to be quoted as it stands. */
export function sentenceAt(text: string, span: Span): string {
  const { start, end } = toSentences(text, span, MAX_SENTENCE_CHARS)
  return text.slice(start, end).replace(/\s+/g, ' ').trim()
}

/** Grown to whole sentences, each side by no more than half of what is left of `most`. */
function toSentences(text: string, span: Span, most: number): Span {
  const room = Math.max(0, Math.floor((most - (span.end - span.start)) / 2))
  const before = text.slice(Math.max(0, span.start - room), span.start)
  const after = text.slice(span.end, span.end + room)
  let from = 0
  for (const stop of before.matchAll(STOP)) from = stop.index + stop[0].length
  STOP.lastIndex = 0
  const stop = STOP.exec(after)
  STOP.lastIndex = 0
  const start = span.start - before.length + from
  const end = span.end + (stop ? stop.index + (stop[0] === '\n' ? 0 : stop[0].length) : after.length)
  return trimmed(text, whole(text, start), whole(text, end))
}

/** A position that does not split a surrogate pair. */
function whole(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at
}

function trimmed(text: string, start: number, end: number): Span {
  let from = start
  let to = end
  while (from < to && /\s/.test(text[from] ?? '')) from += 1
  while (to > from && /\s/.test(text[to - 1] ?? '')) to -= 1
  return { start: from, end: to }
}
