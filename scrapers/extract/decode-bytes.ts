/** Turns bytes into text with one named encoding, and counts what could not be read. */
import { normalizeEncoding, TextDecoder as WhatwgDecoder } from '@exodus/bytes/encoding.js'

export type DecodedBytes = { text: string; charset: string; replacementCharacters: number }

/** GB 2312 and GBK pages carry characters of GB 18030 all the time; the superset reads all three. */
const GB_FAMILY = new Set(['gbk', 'gb18030'])
/** Encodings that Node's own decoder reads exactly. Its Big5 and EUC-KR tables differ from the WHATWG ones. */
const NATIVE = new Set(['utf-8', 'gb18030', 'shift_jis', 'euc-jp', 'iso-2022-jp', 'utf-16le', 'utf-16be'])

/**
 * The decoder's name for a label as declared (WHATWG Encoding, 4.2), or null where no decoder exists. A page that
 * declares UTF-16 in its own ASCII bytes is UTF-8, and `x-user-defined` is windows-1252 (HTML standard, prescan).
 */
export function charsetOfLabel(label: string, declaredIn: 'http' | 'meta'): string | null {
  const name = normalizeEncoding(label.trim())
  if (name === null || name === 'replacement') return null
  if (GB_FAMILY.has(name)) return 'gb18030'
  if (declaredIn === 'meta' && name.startsWith('utf-16')) return 'utf-8'
  if (declaredIn === 'meta' && name === 'x-user-defined') return 'windows-1252'
  return name
}

/** Decodes without ever failing; what is unreadable becomes U+FFFD and is counted. `charset` is a WHATWG name. */
export function decodeBytes(body: Uint8Array, charset: string): DecodedBytes {
  const decoder = NATIVE.has(charset) ? new TextDecoder(charset) : new WhatwgDecoder(charset)
  const text = decoder.decode(body)
  return { text, charset, replacementCharacters: countReplacements(text) }
}

function countReplacements(text: string): number {
  let count = 0
  for (let at = text.indexOf('\uFFFD'); at !== -1; at = text.indexOf('\uFFFD', at + 1)) count += 1
  return count
}
