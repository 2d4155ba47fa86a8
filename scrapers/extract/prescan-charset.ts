/** Finds the encoding label that an HTML page declares about itself in its first bytes. */

/** WHATWG asks for 1,024 bytes; Chinese pages with long opening comments need more. */
const PRESCAN_BYTES = 4096

const META_TAG = /<meta[\s/]((?:[^>"']|"[^"]*"|'[^']*')*)/gi
const ATTRIBUTE = /([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g
const XML_ENCODING = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)["']/i

/**
 * The declared label as written, or null. Follows the prescan of the HTML standard (comments skipped, `<meta charset>`
 * and `<meta http-equiv=content-type content=…>`), and reads an XML declaration as a last resort.
 */
export function prescanCharset(body: Uint8Array): string | null {
  const head = Buffer.from(body.buffer, body.byteOffset, Math.min(body.length, PRESCAN_BYTES)).toString(
    'latin1',
  )
  const uncommented = head.replace(/<!--[\s\S]*?(?:-->|$)/g, '')
  for (const [, attributes = ''] of uncommented.matchAll(META_TAG)) {
    const label = labelOfMeta(attributes)
    if (label) return label
  }
  return XML_ENCODING.exec(head)?.[1] ?? null
}

function labelOfMeta(attributes: string): string | null {
  const values = new Map<string, string>()
  for (const [, name = '', double, single, bare] of attributes.matchAll(ATTRIBUTE)) {
    const key = name.toLowerCase()
    if (!values.has(key)) values.set(key, double ?? single ?? bare ?? '')
  }
  const charset = values.get('charset')?.trim()
  if (charset) return charset
  if (values.get('http-equiv')?.trim().toLowerCase() !== 'content-type') return null
  return charsetOfContentType(values.get('content') ?? '')
}

/** The charset parameter of a Content-Type value, unquoted, or null. */
function charsetOfContentType(value: string): string | null {
  const found = /charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;"',]+))/i.exec(value)
  return (found?.[1] ?? found?.[2] ?? found?.[3] ?? '').trim() || null
}
