/** Tells from its first bytes what a file is; names and labels are not asked. */

export type SniffedType =
  | 'text/html'
  | 'text/plain'
  | 'multipart/related'
  | 'application/pdf'
  | 'image/png'
  | 'image/jpeg'
  | 'image/webp'
  | 'application/zip'

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const JPEG = [0xff, 0xd8, 0xff]
const ZIP_FILE = [0x50, 0x4b, 0x03, 0x04]
const ZIP_EMPTY = [0x50, 0x4b, 0x05, 0x06]
/** Real pages open with comments or a byte order mark; the first tag comes soon after. */
const HTML_WINDOW_BYTES = 4096
/** Readers accept a PDF header anywhere in the first kilobyte (ISO 32000-1, annex H 3.4.1). */
const PDF_WINDOW_BYTES = 1024
const HTML_START =
  /^(?:\s|<!--[\s\S]*?-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head|body|title|meta|script|div|p|article|table|h1)\b/i
/** MHTML begins with mail headers, of which one says that a page with its parts follows. */
const MAIL_START = /^[!-9;-~]+:[ \t]/
const MHTML_TYPE = /^content-type:\s*multipart\/(?:related|alternative)\b/im

/** The media type of what Stet can keep, or null for anything else. */
export function sniffType(bytes: Uint8Array): SniffedType | null {
  if (startsWith(bytes, PNG)) return 'image/png'
  if (startsWith(bytes, JPEG)) return 'image/jpeg'
  if (latin1(bytes, 0, 4) === 'RIFF' && latin1(bytes, 8, 12) === 'WEBP') return 'image/webp'
  if (startsWith(bytes, ZIP_FILE) || startsWith(bytes, ZIP_EMPTY)) return 'application/zip'
  const head = decodeHead(bytes)
  if (MAIL_START.test(head) && MHTML_TYPE.test(head)) return 'multipart/related'
  if (HTML_START.test(head)) return 'text/html'
  if (latin1(bytes, 0, PDF_WINDOW_BYTES).includes('%PDF-')) return 'application/pdf'
  return null
}

/**
 * Whether bytes that are nothing else can be read as plain text: no control characters but white space in UTF-8, UTF-16
 * with its mark, or an older encoding. Not asked by `sniffType`: a site that sends bytes without a type may mean anything.
 */
export function looksLikeText(bytes: Uint8Array): boolean {
  const head = decodeHead(bytes)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells a binary file from a text
  return head.trim() !== '' && !/[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(head)
}

function decodeHead(bytes: Uint8Array): string {
  const head = bytes.subarray(0, HTML_WINDOW_BYTES)
  const [first, second] = head
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(head)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(head)
  // Tags are ASCII in every other encoding a page may have.
  return new TextDecoder('utf-8').decode(head)
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.subarray(from, to)).toString('latin1')
}

function startsWith(bytes: Uint8Array, signature: number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte)
}
