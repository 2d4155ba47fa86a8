/** A text as it is compared: typography and script levelled, every unit still knowing where it came from. */
import { scriptTable } from '#reading/fold-script.ts'

export type NormalText = {
  text: string
  /** For each UTF-16 unit of `text`: where its source begins and ends in the original. */
  starts: Uint32Array
  ends: Uint32Array
}

const DROP = -1
const SPACE = -2
const EXPAND = -4
const COMBINE = -5
const DASH = 0x2d
const MARK = 0x22
const APOSTROPHE = 0x27

const DASHES = '-‐‑‒–—―−﹘﹣－─━'
const MARKS = '"“”„‟«»＂〝〞〟「」『』﹁﹂﹃﹄`´＇‘’‚‛‹›'
const DOTS = '・•‧∙⋅･'
/** Compatibility folding would glue these to a number before them: 10² must not become 102. */
const KEPT = /[\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089\u00bc-\u00be\u2150-\u218b\u2460-\u24ff]/
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|[\ufe00-\ufe0f]/
const COMBINING = /\p{M}/u
const WIDE = /[\u2e80-\u303f\u3040-\u30ff\u3100-\u312f\u3400-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]/

/** What becomes of each UTF-16 unit; 0 is "not looked at yet". Filled as units are met. */
const codes = new Int32Array(0x10000)
const expansions = new Map<number, string>()
const wide = new Uint8Array(0x10000)
const LATIN = 1
const IDEOGRAPH = 2
/** Signs that only ever stand for themselves (or their simplified form), by how they treat a space beside them. */
const simple = new Uint8Array(0x10000)

/**
 * Levelled: white space (none beside Chinese or Japanese signs, brackets, quotation marks and dashes), quotation marks,
 * dashes, full width and other compatibility forms (NFKC), accents (NFC), invisible signs, traditional to simplified.
 * Letter case is kept.
 */
export function normalText(source: string): NormalText {
  let capacity = source.length + 64
  let units = new Uint16Array(capacity)
  let starts = new Uint32Array(capacity)
  let ends = new Uint32Array(capacity)
  let length = 0
  let spaceFrom = -1
  let previousOpen = true

  const emit = (code: number, from: number, to: number) => {
    if (length === capacity) {
      capacity = Math.ceil(capacity * 1.5)
      units = grown(units, new Uint16Array(capacity))
      starts = grown(starts, new Uint32Array(capacity))
      ends = grown(ends, new Uint32Array(capacity))
    }
    units[length] = code
    starts[length] = from
    ends[length] = to
    length += 1
  }

  for (let index = 0; index < source.length; index += 1) {
    const unit = source.charCodeAt(index)
    const code = codes[unit] || learn(unit)
    const kind = simple[unit]
    if (kind && length + 2 < capacity) {
      // Nine signs in ten are letters; this path is what makes a page of megabytes quick.
      if (spaceFrom >= 0) {
        if (kind === LATIN && !previousOpen) {
          units[length] = 0x20
          starts[length] = spaceFrom
          ends[length] = index
          length += 1
        }
        spaceFrom = -1
      }
      units[length] = code
      starts[length] = index
      ends[length] = index + 1
      length += 1
      previousOpen = kind === IDEOGRAPH
      continue
    }
    if (code === DROP) continue
    if (code === SPACE) {
      if (spaceFrom < 0) spaceFrom = index
      continue
    }
    if (code === COMBINE && length > 0) {
      const composed = String.fromCharCode(units[length - 1] ?? 0, unit).normalize('NFC')
      if (composed.length === 1) {
        units[length - 1] = composed.charCodeAt(0)
        ends[length - 1] = index + 1
      } else emit(unit, index, index + 1)
      continue
    }
    const open = wide[unit] === 1 || (code > 0 && isOpen(code))
    if (spaceFrom >= 0) {
      const closesUp = open || previousOpen || (code > 0 && isStop(code))
      if (!closesUp) emit(0x20, spaceFrom, index)
      spaceFrom = -1
    }
    previousOpen = open
    if (code === EXPAND) {
      for (const sign of expansions.get(unit)?.split('') ?? []) emit(sign.charCodeAt(0), index, index + 1)
    } else if (code === DASH && units[length - 1] === DASH && length > 0) {
      ends[length - 1] = index + 1
    } else {
      const written = code === COMBINE ? unit : code
      emit(levelMark(written, unit, units[length - 1]), index, index + 1)
    }
  }
  return {
    text: decode(units.subarray(0, length)),
    starts: starts.subarray(0, length),
    ends: ends.subarray(0, length),
  }
}

/** All quotation marks are one, except the single stroke after a digit, which is feet or minutes (5' is not 5"). */
function levelMark(code: number, unit: number, previous: number | undefined): number {
  if (code !== MARK || previous === undefined || previous < 0x30 || previous > 0x39) return code
  return unit === APOSTROPHE || unit === 0x2019 ? APOSTROPHE : code
}

function learn(unit: number): number {
  const sign = String.fromCharCode(unit)
  if (WIDE.test(sign)) wide[unit] = 1
  const code = classify(unit, sign)
  codes[unit] = code
  if (code > 0 && /[\p{L}\p{N}.,]/u.test(sign)) simple[unit] = wide[unit] === 1 ? IDEOGRAPH : LATIN
  return code
}

function classify(unit: number, sign: string): number {
  if (/\s/.test(sign)) return INVISIBLE.test(sign) ? DROP : SPACE
  if (INVISIBLE.test(sign) || unit < 0x20 || unit === 0x7f) return DROP
  if (DASHES.includes(sign)) return DASH
  if (MARKS.includes(sign) || unit === APOSTROPHE) return MARK
  if (DOTS.includes(sign)) return 0xb7
  if (sign === '。') return 0x2e
  if (KEPT.test(sign) || (unit >= 0xd800 && unit <= 0xdfff)) return unit
  if (COMBINING.test(sign)) return COMBINE
  const folded = sign.normalize('NFKC')
  if (folded.length !== 1) {
    // A spacing accent decomposes into a space and a mark; the space is no white space of the text.
    if (/\s/.test(folded)) return unit
    expansions.set(unit, folded)
    return EXPAND
  }
  return scriptTable()[folded.charCodeAt(0)] ?? unit
}

/** Brackets, marks and dashes: white space beside them is typography. */
function isOpen(code: number): boolean {
  return code === MARK || code === DASH || code === 0x28 || code === 0x29 || code === 0x5b || code === 0x5d
}

/** Stops close up to the word before them (French and old typesetting put a space there), except a decimal point. */
function isStop(code: number): boolean {
  return code === 0x3b || code === 0x3a || code === 0x21 || code === 0x3f
}

function grown<T extends Uint16Array | Uint32Array>(from: T, to: T): T {
  to.set(from)
  return to
}

const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true })

/** One sign per unit; half a surrogate pair, which is no text, becomes U+FFFD. */
function decode(units: Uint16Array): string {
  return utf16.decode(units)
}
