/** Makes recorded text plain in Markdown: nothing in it can open a link, a list, a heading or HTML. */
import { plainLine } from './plain-line.ts'

/** CommonMark 0.31 section 2.4 lets a backslash escape any ASCII punctuation; these can begin or end something inline. */
const INLINE = /[\\`*_[\]~|#]/g
/** What would begin a block when the text stands first in a line or a list item. */
const BLOCK_START = /^([-+=]|\d{1,9}(?=[.)]))/

/**
 * One line of Markdown that reads as `text` does. Angle brackets and ampersands become entities, because renderers that
 * know no backslash before `<` still know `&lt;`.
 */
export function escapeMarkdown(text: string): string {
  return plainLine(text)
    .replace(INLINE, '\\$&')
    .replace(/&(?=#|\w+;)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(BLOCK_START, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`))
}
