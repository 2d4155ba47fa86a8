/** Guesses the encoding of bytes that declare none, or that declare a wrong one. */
import { analyse } from 'chardet'
import { charsetOfLabel, type DecodedBytes, decodeBytes } from './decode-bytes.ts'

/** Enough for letter statistics, little enough for any page. */
const SAMPLE_BYTES = 65_536
/** Below this chardet says "something": its own tests call 10 a mere possibility. */
const LEAST_CONFIDENCE = 30
/** Share of unreadable characters that a guess may leave behind. */
const LARGEST_ERROR_SHARE = 0.02

const MULTI_BYTE = ['gb18030', 'big5', 'euc-kr', 'shift_jis', 'euc-jp']

/**
 * The best reading of undeclared bytes. `detected` when letter statistics speak for an encoding; `fallback` when they
 * do not: GB 18030 for bytes in pairs (the usual undeclared page is Chinese), windows-1252 for lone ones.
 */
export function detectCharset(body: Uint8Array): DecodedBytes & { charsetFrom: 'detected' | 'fallback' } {
  if (hasIso2022Escape(body)) return { ...decodeBytes(body, 'iso-2022-jp'), charsetFrom: 'detected' }
  const sample = textBytes(body)
  const paired = !isMostlyLoneBytes(sample)
  for (const match of analyse(sample)) {
    const charset = charsetOfLabel(match.name, 'http')
    if (!charset || match.confidence < LEAST_CONFIDENCE) continue
    if (charset === 'utf-8' || charset.startsWith('utf-16') || charset === 'iso-2022-jp') continue
    if (MULTI_BYTE.includes(charset) !== paired && !isCyrillicLike(charset)) continue
    const decoded = decodeBytes(body, charset)
    if (isReadable(decoded)) return { ...decoded, charsetFrom: 'detected' }
  }
  if (paired) {
    const chinese = decodeBytes(body, 'gb18030')
    if (isReadable(chinese)) return { ...chinese, charsetFrom: 'fallback' }
  }
  return { ...decodeBytes(body, 'windows-1252'), charsetFrom: 'fallback' }
}

/** Cyrillic, Greek, Hebrew, Arabic and Thai words are runs of high bytes as well, in single-byte encodings. */
function isCyrillicLike(charset: string): boolean {
  return /^(windows-125[1356]|koi8|iso-8859-[5-8]|windows-874|ibm866)/.test(charset)
}

function isReadable(decoded: DecodedBytes): boolean {
  let highCharacters = 0
  for (let at = 0; at < decoded.text.length; at += 1)
    if (decoded.text.charCodeAt(at) > 127) highCharacters += 1
  return decoded.replacementCharacters <= highCharacters * LARGEST_ERROR_SHARE
}

function hasIso2022Escape(body: Uint8Array): boolean {
  const head = Buffer.from(body.buffer, body.byteOffset, Math.min(body.length, SAMPLE_BYTES))
  return head.includes('\x1b$B', 0, 'latin1') || head.includes('\x1b$@', 0, 'latin1')
}

/** Bytes outside tags and scripts: markup is ASCII in every page and drowns the statistics. */
function textBytes(body: Uint8Array): Uint8Array {
  const page = Buffer.from(body.buffer, body.byteOffset, Math.min(body.length, SAMPLE_BYTES * 8)).toString(
    'latin1',
  )
  const text = page
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1|$)/gi, ' ')
    .replace(/<[^>]*>?/g, ' ')
    .replace(/\s+/g, ' ')
  return Buffer.from(text.slice(0, SAMPLE_BYTES), 'latin1')
}

/** In Western European text an accented letter stands between ASCII letters; in East Asian text high bytes touch. */
function isMostlyLoneBytes(sample: Uint8Array): boolean {
  let high = 0
  let lone = 0
  for (let at = 0; at < sample.length; at += 1) {
    if (sample[at]! < 0x80) continue
    high += 1
    if ((sample[at - 1] ?? 0) < 0x80 && (sample[at + 1] ?? 0) < 0x80) lone += 1
  }
  return lone * 2 > high
}
