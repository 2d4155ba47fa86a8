/** Makes any recorded text one safe line of print: no control characters, no line breaks, nothing that XML forbids. */

/** Control characters, line and paragraph separators, and all white space become one space. */
const SPACE = /[\s\p{Cc}]+/gu
/** Bidirectional overrides can make the words around a title read in another order. */
const REORDERING = /[\u202A-\u202E\u2066-\u2069]/g
/** Lone surrogates and the noncharacters that XML 1.0 section 2.2 leaves out. */
const NOT_TEXT = /[\p{Cs}\uFFFE\uFFFF]/gu

/** The text on one line, trimmed. What is not text at all becomes U+FFFD, so that a loss can be seen. */
export function plainLine(text: string): string {
  return text.replace(NOT_TEXT, '\uFFFD').replace(REORDERING, '').replace(SPACE, ' ').trim()
}
