/** Names bytes by their SHA-256. */
import { createHash } from 'node:crypto'

/** `sha256:` and 64 hexadecimal digits, the form that WACZ, CDXJ and our WARC records share. */
export function sha256Digest(bytes: Uint8Array | string): string {
  return `sha256:${sha256Hex(bytes)}`
}

export function sha256Hex(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}
