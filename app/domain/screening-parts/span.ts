/** A stretch of a page's text. */

/** UTF-16 positions; `end` is not included. */
export type Span = { start: number; end: number }

export function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end
}

/** The span with so many characters to both sides, cut to the text. */
export function around({ start, end }: Span, characters: number, length: number): Span {
  return { start: Math.max(0, start - characters), end: Math.min(length, end + characters) }
}
