/** Tells from declared type and first bytes how a body is to be read. */

export type MediaKind = 'html' | 'text' | 'pdf' | 'image' | 'binary'

/** First bytes of the formats that a desk meets, written as Latin-1, and where they stand. */
const SIGNATURES: { kind: MediaKind; bytes: string; at: number }[] = [
  { kind: 'pdf', bytes: '%PDF-', at: 0 },
  { kind: 'image', bytes: '\x89PNG', at: 0 },
  { kind: 'image', bytes: '\xff\xd8\xff', at: 0 },
  { kind: 'image', bytes: 'GIF8', at: 0 },
  { kind: 'image', bytes: 'WEBP', at: 8 },
  { kind: 'image', bytes: 'ftypavif', at: 4 },
  { kind: 'image', bytes: 'ftypheic', at: 4 },
  { kind: 'binary', bytes: 'ftyp', at: 4 },
  { kind: 'binary', bytes: 'PK\x03\x04', at: 0 },
  { kind: 'binary', bytes: '\x1f\x8b', at: 0 },
  { kind: 'binary', bytes: 'Rar!', at: 0 },
  { kind: 'binary', bytes: '7z\xbc\xaf', at: 0 },
  { kind: 'binary', bytes: 'OggS', at: 0 },
  { kind: 'binary', bytes: '\x7fELF', at: 0 },
]
const HTML_START =
  /^\s*(?:\xef\xbb\xbf)?\s*(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype html|html|head|body|script|title|meta|div|p|table|h1|a|br|iframe|style)\b/i

/**
 * How to read a body. Signatures of binary formats win over the label (servers send PDFs as HTML and the reverse); a
 * missing or generic label is decided by the first bytes (WHATWG MIME Sniffing, shortened to what a desk meets).
 */
export function mediaKind(mediaType: string, body: Uint8Array): MediaKind {
  const head = Buffer.from(body.buffer, body.byteOffset, Math.min(body.length, 2048)).toString('latin1')
  const signature = SIGNATURES.find(({ bytes, at }) => head.startsWith(bytes, at))
  if (signature) return signature.kind
  const type = mediaType.split(';')[0]!.trim().toLowerCase()
  if (/^(?:text\/html|application\/xhtml\+xml)$/.test(type)) return 'html'
  if (type.startsWith('image/')) return 'image'
  if (/^(?:audio|video|font)\//.test(type)) return 'binary'
  if (HTML_START.test(head)) return 'html'
  if (/^text\/|[/+](?:json|xml|javascript|x-ndjson)$/.test(type)) return 'text'
  if (head.includes('\0')) return 'binary'
  return type === '' || type === 'application/octet-stream' || type === 'unknown/unknown' ? 'text' : 'binary'
}
