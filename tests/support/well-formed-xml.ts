/** Checks that a text is well-formed XML 1.0 as far as DOCX parts go: balanced tags, quoted attributes, known entities, allowed characters. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 section 2.2 names these characters.
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/u
const ENTITY = /&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/
const TOKEN = /<\?[^>]*\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+|</gy

/** The first fault as a sentence, or null when there is none. */
export function xmlFault(xml: string): string | null {
  if (FORBIDDEN.test(xml)) return 'a character that XML forbids'
  if (ENTITY.test(xml)) return 'an ampersand that begins no entity'
  const open: string[] = []
  let roots = 0
  for (const [token, closing, name, , empty] of xml.matchAll(TOKEN)) {
    if (token === '<') return 'a "<" that begins no tag'
    if (name === undefined) {
      if (open.length === 0 && !token.startsWith('<?') && token.trim() !== '')
        return `text outside the root: ${token}`
      continue
    }
    if (closing) {
      if (open.pop() !== name) return `</${name}> closes nothing`
    } else {
      if (open.length === 0) roots += 1
      if (!empty) open.push(name)
    }
  }
  if (open.length > 0) return `<${open.at(-1)}> is never closed`
  return roots === 1 ? null : `${roots} root elements`
}
