/** Tells from its first bytes what a file is; names and labels are not asked. */

export type SniffedType = 'text/html' | 'application/pdf' | 'image/png' | 'image/jpeg' | 'application/zip'

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

/** The media type of what Stet can keep, or null for anything else. */
export function sniffType(bytes: Uint8Array): SniffedType | null {
  if (startsWith(bytes, PNG)) return 'image/png'
  if (startsWith(bytes, JPEG)) return 'image/jpeg'
  if (startsWith(bytes, ZIP_FILE) || startsWith(bytes, ZIP_EMPTY)) return 'application/zip'
  if (HTML_START.test(decodeHead(bytes))) return 'text/html'
  const head = Buffer.from(bytes.subarray(0, PDF_WINDOW_BYTES)).toString('latin1')
  return head.includes('%PDF-') ? 'application/pdf' : null
}

function decodeHead(bytes: Uint8Array): string {
  const head = bytes.subarray(0, HTML_WINDOW_BYTES)
  const [first, second] = head
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(head)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(head)
  // Tags are ASCII in every other encoding a page may have.
  return new TextDecoder('utf-8').decode(head)
}

function startsWith(bytes: Uint8Array, signature: number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte)
}
