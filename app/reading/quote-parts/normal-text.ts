/** A text as it is compared: typography and script levelled, every unit still knowing where it came from. */
import { scriptTable } from '#reading/fold-script.ts'
import { Origins } from './origins.ts'

export type NormalText = {
  text: string
  units: Uint16Array
  /** Where unit `at` of `text` begins and ends in the original. */
  startOf(at: number): number
  endOf(at: number): number
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
const HAN = /[\u3400-\u9fff]/
const COMBINING = /\p{M}/u
const WIDE = /[\u2e80-\u303f\u3040-\u30ff\u3100-\u312f\u3400-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]/

/** What becomes of each UTF-16 unit; 0 is "not looked at yet". Filled as units are met. */
const codes = new Int32Array(0x10000)
const expansions = new Map<number, string>()
const wide = new Uint8Array(0x10000)
/** Signs that only ever stand for themselves or their simplified form, which is here; 0 for all others. */
const simple = new Uint16Array(0x10000)

/**
 * Levelled: white space (none beside Chinese or Japanese signs, brackets, quotation marks and dashes), quotation marks,
 * dashes, full width and other compatibility forms (NFKC), accents (NFC), invisible signs, traditional to simplified.
 * Letter case is kept.
 */
export function normalText(source: string): NormalText {
  const level = new Levelled(source.length)
  let spaceFrom = -1
  let previousOpen = true
  for (let index = 0; index < source.length; index += 1) {
    if (spaceFrom < 0) {
      const end = level.takeRun(source, index)
      if (end > index) previousOpen = wide[source.charCodeAt(end - 1)] === 1
      if (end === source.length) break
      index = end
    }
    const unit = source.charCodeAt(index)
    const code = codes[unit] || learn(unit)
    if (code === DROP) continue
    if (code === SPACE) {
      if (spaceFrom < 0) spaceFrom = index
      continue
    }
    if (code === COMBINE && level.compose(unit, index)) continue
    const open = wide[unit] === 1 || (code > 0 && isOpen(code))
    if (spaceFrom >= 0) {
      const closesUp = open || previousOpen || (code > 0 && isStop(code))
      if (!closesUp) level.put(0x20, spaceFrom, index)
      spaceFrom = -1
    }
    previousOpen = open
    if (code === EXPAND) {
      for (const sign of expansions.get(unit)?.split('') ?? [])
        level.put(sign.charCodeAt(0), index, index + 1)
    } else if (code !== DASH || !level.joinsDash(index)) {
      const written = code === COMBINE ? unit : code
      level.put(levelMark(written, unit, level.last()), index, index + 1)
    }
  }
  const { origins } = level
  const units = level.units.subarray(0, level.length)
  return {
    text: decode(units),
    units,
    startOf: (at) => origins.of(at)[0],
    endOf: (at) => origins.of(at)[1],
  }
}

/** The levelled text while it is written. */
class Levelled {
  readonly origins = new Origins()
  units: Uint16Array
  length = 0

  constructor(capacity: number) {
    this.units = new Uint16Array(capacity + 64)
  }

  /**
   * Takes over letters and single spaces between them from `index` on, up to the first sign that needs a closer look; returns
   * where that is. Nine signs in ten are letters: this loop is what makes a page of megabytes quick.
   */
  takeRun(source: string, index: number): number {
    const { units, origins } = this
    if (!simple[source.charCodeAt(index)]) return index
    let length = this.length
    const end = Math.min(source.length, index + units.length - length)
    if (index - length !== origins.shift && end > index) origins.add(length, index, index + 1)
    let at = index
    for (; at < end; at += 1) {
      const code = simple[source.charCodeAt(at)]!
      if (code !== 0) units[length++] = code
      else if (at > index && isGap(source, at)) units[length++] = 0x20
      else break
    }
    this.length = length
    return at
  }

  put(code: number, from: number, to: number): void {
    if (this.length === this.units.length) this.units = grown(this.units)
    this.origins.add(this.length, from, to)
    this.units[this.length++] = code
  }

  last(): number | undefined {
    return this.units[this.length - 1]
  }

  /** An accent of its own joins the letter before it; false where there is no such letter. */
  compose(accent: number, index: number): boolean {
    const composed = String.fromCharCode(this.last() ?? 0, accent).normalize('NFC')
    if (this.length === 0 || composed.length !== 1) return false
    this.units[this.length - 1] = composed.charCodeAt(0)
    this.origins.widen(this.length - 1, index + 1)
    return true
  }

  /** A second dash in a row is part of the first. */
  joinsDash(index: number): boolean {
    if (this.length === 0 || this.last() !== DASH) return false
    this.origins.widen(this.length - 1, index + 1)
    return true
  }
}

/** One space between two letters that are not Chinese or Japanese. */
function isGap(source: string, at: number): boolean {
  if (source.charCodeAt(at) !== 0x20) return false
  const [before, after] = [source.charCodeAt(at - 1), source.charCodeAt(at + 1)]
  return wide[before] === 0 && wide[after] === 0 && simple[before] !== 0 && simple[after] !== 0
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
  if (code > 0 && /[\p{L}\p{N}.,]/u.test(sign)) simple[unit] = code
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
  const plain = folded.charCodeAt(0)
  // The table of scripts takes a tenth of a second to build; a page without Chinese never needs it.
  return HAN.test(folded) ? (scriptTable()[plain] ?? plain) : plain
}

/** Brackets, marks and dashes: white space beside them is typography. */
function isOpen(code: number): boolean {
  return code === MARK || code === DASH || code === 0x28 || code === 0x29 || code === 0x5b || code === 0x5d
}

/** Stops close up to the word before them (French and old typesetting put a space there), except a decimal point. */
function isStop(code: number): boolean {
  return code === 0x3b || code === 0x3a || code === 0x21 || code === 0x3f
}

function grown(from: Uint16Array): Uint16Array<ArrayBuffer> {
  const to = new Uint16Array(Math.ceil(from.length * 1.5))
  to.set(from)
  return to
}

/** One sign per unit. A buffer copies them as they are, in a tenth of the time that a decoder takes to look at each. */
function decode(units: Uint16Array): string {
  return Buffer.from(units.buffer, units.byteOffset, units.byteLength).toString('utf16le')
}
