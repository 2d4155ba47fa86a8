/** Finds out in which encoding a page is written, and reads it. */
import { isUtf8 } from 'node:buffer'
import { getBOMEncoding } from '@exodus/bytes/encoding.js'
import { charsetOfLabel, type DecodedBytes, decodeBytes } from './decode-bytes.ts'
import { detectCharset } from './detect-charset.ts'
import { prescanCharset } from './prescan-charset.ts'

export type CharsetFrom = 'bom' | 'http' | 'meta' | 'utf-8-valid' | 'detected' | 'fallback'

/** `notes` name, in plain words, every label that was declared and not followed. */
export type DecodedPage = DecodedBytes & { charsetFrom: CharsetFrom; notes: string[] }

type Declared = { label: string; charset: string; from: 'http' | 'meta' }

/** A page with fewer unreadable characters than this share is damaged, not mislabelled. */
const DAMAGED_SHARE = 0.02

/**
 * Text of a page. Order: byte order mark, HTTP label, the page's own label, valid UTF-8, letter statistics, GB 18030.
 * A label that the bytes contradict gives way: bytes that are valid UTF-8 are UTF-8, whatever is declared; bytes that
 * are not are looked at again. A label that no decoder knows counts as none. Never fails; unreadable bytes are counted.
 */
export function decodePage(body: Uint8Array, hints: { httpCharset: string | null }): DecodedPage {
  const marked = getBOMEncoding(body)
  if (marked) return { ...decodeBytes(body, marked), charsetFrom: 'bom', notes: [] }

  const notes: string[] = []
  const declared = declaredCharsets(body, hints.httpCharset, notes)
  const utf8 = isUtf8(body)
  for (const one of declared) {
    if (utf8 && one.charset !== 'utf-8' && isSurelyUtf8(body, one.charset)) {
      notes.push(`declared "${one.label}" (${one.from}), but the bytes are UTF-8`)
      continue
    }
    const decoded = decodeBytes(body, one.charset)
    if (decoded.replacementCharacters === 0 || (utf8 && one.charset === 'utf-8')) {
      return { ...decoded, charsetFrom: one.from, notes }
    }
    if (isMerelyDamaged(decoded) && !utf8) return { ...decoded, charsetFrom: one.from, notes }
    notes.push(`declared "${one.label}" (${one.from}), but the bytes are something else`)
  }
  if (utf8) return { ...decodeBytes(body, 'utf-8'), charsetFrom: 'utf-8-valid', notes }
  return bestGuess(body, declared[0] ?? null, notes)
}

function declaredCharsets(body: Uint8Array, httpCharset: string | null, notes: string[]): Declared[] {
  const labels = [
    { label: httpCharset, from: 'http' as const },
    { label: prescanCharset(body), from: 'meta' as const },
  ]
  const declared: Declared[] = []
  for (const { label, from } of labels) {
    if (!label) continue
    const charset = charsetOfLabel(label, from)
    if (!charset) notes.push(`declared "${label.slice(0, 40)}" (${from}), which is no known encoding`)
    else if (!declared.some((one) => one.charset === charset)) declared.push({ label, charset, from })
  }
  return declared
}

/**
 * Valid UTF-8 with a three-byte character, or with any non-ASCII character where one byte is declared to be one letter.
 * Two-byte sequences alone prove nothing against GB 18030: 模式 in GBK happens to be valid UTF-8.
 */
function isSurelyUtf8(body: Uint8Array, declaredCharset: string): boolean {
  if (declaredCharset === 'iso-2022-jp') return false
  const singleByte = !/^(gb|big5|euc|shift|utf)/.test(declaredCharset)
  const from = singleByte ? 0xc2 : 0xe0
  return body.some((byte) => byte >= from)
}

function isMerelyDamaged(decoded: DecodedBytes): boolean {
  let high = 0
  for (let at = 0; at < decoded.text.length; at += 1) if (decoded.text.charCodeAt(at) > 127) high += 1
  return decoded.replacementCharacters <= high * DAMAGED_SHARE
}

/** What letter statistics say, unless the declared label reads the bytes better. */
function bestGuess(body: Uint8Array, declared: Declared | null, notes: string[]): DecodedPage {
  const guess = detectCharset(body)
  if (declared) {
    const asDeclared = decodeBytes(body, declared.charset)
    const useless = guess.charsetFrom === 'fallback' && guess.charset === 'windows-1252'
    if (useless || asDeclared.replacementCharacters <= guess.replacementCharacters) {
      return { ...asDeclared, charsetFrom: declared.from, notes }
    }
  }
  return { ...guess, notes }
}
