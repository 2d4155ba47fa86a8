/** The small pieces of HTML that the export is set from: links, and words in their language. */
import { escapeHtml } from './escape-html.ts'
import { webLink } from './web-link.ts'

/** A link when the address is a web address; otherwise the words alone. The words default to the address as recorded. */
export function linkHtml(address: string, words = address): string {
  const href = webLink(address)
  if (href === null) return escapeHtml(words)
  return `<a href="${escapeHtml(href)}" rel="nofollow noopener">${escapeHtml(words)}</a>`
}

/** A `lang` attribute with a space in front, or nothing when the language is unknown or not a BCP 47 tag. */
export function langHtml(language: string | null): string {
  return language !== null && /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(language) ? ` lang="${language}"` : ''
}
