/** Reads an English number written in digits at a position, with its scale word or letter: 1.4 trillion, 30k, 2½, 10^12. */

import {
  FRACTION_SIGN,
  goesOn,
  readPower,
  readSlashFraction,
} from '#reading/figure-parts/numbers/digit-forms.ts'
import { readDigits } from '#reading/figure-parts/numbers/digits.ts'
import type { Rational } from '#reading/figure-parts/numbers/rational.ts'
import { readScales } from './english-words.ts'

export type EnglishNumber = {
  end: number
  value: Rational
  scaleWords: string | null
  /** Written in words: 'three', 'a million'. */
  inWords: boolean
  /** A scale given by letters that could also be a unit (100m, 40mm): a million only with money or things counted. */
  doubtfulScale: { end: number; value: Rational; scaleWords: string } | null
}

/** One letter right after the digits; upper or lower case decides (140T is trillion, 140t is tonnes). */
const LETTER_SCALE = new Map<string, bigint>([
  ['k', 10n ** 3n],
  ['K', 10n ** 3n],
  ['M', 10n ** 6n],
  ['B', 10n ** 9n],
  ['T', 10n ** 12n],
])
const DOUBTFUL_LETTER = new Map<string, bigint>([
  ['m', 10n ** 6n],
  ['b', 10n ** 9n],
  ['t', 10n ** 12n],
])
const MILLION = 10n ** 6n
/** A 4K screen and an 8K run are kinds of screens and races. */
const K_NAMES =
  /^ (?:tvs?|televisions?|videos?|streams?|streaming|displays?|resolution|screens?|cameras?|monitors?|ultra|uhd|hdr|run|race|walk|runner)(?![a-z])/

/** Digits at `at`, then scale words; null where the digits are not one number. `end` is set either way. */
export function readDigitNumber(
  source: string,
  plain: string,
  at: number,
): { end: number; number: EnglishNumber | null } {
  const run = readDigits(source, plain, at)
  if (!run.value) return { end: run.end, number: null }
  if (!goesOn(plain, run.end)) return { end: run.end, number: bare(run.end, run.value) }
  let value = run.value
  let end = run.end
  const fraction = FRACTION_SIGN.get(plain[end] ?? '')
  if (fraction) {
    value = value.plus(fraction)
    end += 1
  }
  const slash = fraction ? null : readSlashFraction(source, plain, end, value)
  if (slash) return { end: slash.end, number: bare(slash.end, slash.value) }
  const power = readPower(plain, end, value)
  if (power) return { end: power.end, number: bare(power.end, power.value) }
  const letter = source[end] ?? ''
  const letterAlone = isAlone(plain, end + 1)
  const factor = letterAlone ? LETTER_SCALE.get(letter) : undefined
  if (factor) {
    if (factor === 1000n && K_NAMES.test(plain.slice(end + 1, end + 14)))
      return { end: end + 1, number: null }
    const scaled = { ...bare(end + 1, value.times(factor)), scaleWords: letter }
    return { end, number: scaled }
  }
  const doubtfulScale = readDoubtful(source, plain, end, value)
  return { end, number: { ...readScales(source, plain, end, value), inWords: false, doubtfulScale } }
}

function bare(end: number, value: Rational): EnglishNumber {
  return { end, value, scaleWords: null, inWords: false, doubtfulScale: null }
}

/** "100m", "100 m", "$5 B" and the million of finance, "$40mm". */
function readDoubtful(
  source: string,
  plain: string,
  end: number,
  value: Rational,
): EnglishNumber['doubtfulScale'] {
  if (plain.startsWith('mm', end) && isAlone(plain, end + 2))
    return { end: end + 2, value: value.times(MILLION), scaleWords: source.slice(end, end + 2) }
  const gap = plain[end] === ' ' ? 1 : 0
  const letter = source[end + gap] ?? ''
  const factor = DOUBTFUL_LETTER.get(letter) ?? (gap ? LETTER_SCALE.get(letter) : undefined)
  if (!factor || !isAlone(plain, end + gap + 1)) return null
  if (gap && /['-]/.test(plain[end + 2] ?? '')) return null
  return { end: end + gap + 1, value: value.times(factor), scaleWords: letter }
}

function isAlone(plain: string, after: number): boolean {
  return !/[a-z0-9]/.test(plain[after] ?? '')
}
