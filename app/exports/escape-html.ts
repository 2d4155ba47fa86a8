/** Makes recorded text plain in HTML, in elements and in quoted attributes alike. */
import { plainLine } from './plain-line.ts'

const ENTITY: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** One line of HTML text that reads as `text` does. */
export function escapeHtml(text: string): string {
  return plainLine(text).replace(/[&<>"']/g, (sign) => ENTITY[sign] ?? sign)
}
