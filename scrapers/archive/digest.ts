/** Names bytes by their SHA-256. */
import { createHash, hash } from 'node:crypto'

/** `sha256:` and 64 hexadecimal digits, the form that WACZ, CDXJ and our WARC records share. */
export function sha256Digest(bytes: Uint8Array | string): string {
  return `sha256:${sha256Hex(bytes)}`
}

export function sha256Hex(bytes: Uint8Array | string): string {
  return hash('sha256', bytes, 'hex')
}

/** As `sha256Digest`, over bytes that lie in several pieces. */
export function sha256DigestOf(pieces: Uint8Array[]): string {
  if (pieces.length === 1) return sha256Digest(pieces[0]!)
  const sum = createHash('sha256')
  for (const piece of pieces) sum.update(piece)
  return `sha256:${sum.digest('hex')}`
}
