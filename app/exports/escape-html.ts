/** Makes recorded text plain in HTML, in elements and in quoted attributes alike. */
import { plainLine } from './plain-line.ts'

const ENTITY: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** One line of HTML text that reads as `text` does. */
export function escapeHtml(text: string): string {
  return escapeSigns(plainLine(text))
}

/** The text as it is, white space too, with the signs of markup (HTML and XML) as entities. */
export function escapeSigns(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITY[sign] ?? sign)
}
