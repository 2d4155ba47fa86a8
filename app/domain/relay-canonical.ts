/** Reads the address that a page names as its own out of its markup: rel=canonical, or og:url. */
import { canonicalAddress } from './source.ts'

/** Both stand in the head; a page of megabytes is not searched. */
const MAX_MARKUP_CHARS = 300_000
const TAG = /<(?:link|meta)\b[^>]{0,2000}>/gi

/** The absolute address where it is another one than `pageAddress`, else null. rel=canonical goes before og:url (RFC 6596). */
export function namedAddress(markup: string, pageAddress: string): string | null {
  const found: { canonical?: string; og?: string } = {}
  for (const [tag] of markup.slice(0, MAX_MARKUP_CHARS).matchAll(TAG)) {
    if (/\brel\s*=\s*["']?canonical\b/i.test(tag)) found.canonical ??= attribute(tag, 'href')
    if (/\bproperty\s*=\s*["']?og:url\b/i.test(tag)) found.og ??= attribute(tag, 'content')
  }
  const url = URL.parse(found.canonical ?? found.og ?? '', pageAddress)
  if (!url || !/^https?:$/.test(url.protocol) || !URL.canParse(pageAddress)) return null
  return canonicalAddress(url.href) === canonicalAddress(pageAddress) ? null : url.href
}

function attribute(tag: string, name: string): string | undefined {
  const [, double, single, bare] =
    new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag) ?? []
  return (double ?? single ?? bare)?.replaceAll('&amp;', '&').trim() || undefined
}
