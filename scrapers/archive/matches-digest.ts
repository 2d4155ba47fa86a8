/** Recomputes a digest as archives spell it. */
import { createHash } from 'node:crypto'

/**
 * Whether content has the digest that is stated as `algorithm:value`, in hexadecimal or base32, SHA-256, SHA-1 or MD5.
 * Older indexes leave the algorithm out: 64 hexadecimal digits are then SHA-256, anything else SHA-1.
 */
export function matchesDigest(content: Uint8Array, stated: unknown): boolean {
  const spelled = String(stated)
  const bare = /^[0-9a-f]{64}$/i.test(spelled) ? `sha256:${spelled}` : `sha1:${spelled}`
  const labelled = spelled.includes(':') ? spelled : bare
  const [, algorithm = '', value = ''] = /^(sha-?256|sha-?1|md5):(.+)$/i.exec(labelled) ?? []
  if (!value) return false
  const digest = createHash(algorithm.toLowerCase().replace('-', '')).update(content).digest()
  return value.toLowerCase() === digest.toString('hex') || value.toUpperCase() === base32(digest)
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648, with padding: the customary spelling of SHA-1 in WARCs. */
function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const groups = bits.match(/.{1,5}/g) ?? []
  const letters = groups.map((group) => BASE32[Number.parseInt(group.padEnd(5, '0'), 2)]).join('')
  return letters.padEnd(Math.ceil(letters.length / 8) * 8, '=')
}
