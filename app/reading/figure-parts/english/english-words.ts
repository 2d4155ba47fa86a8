/** Reads a number in English words at a position: twenty-five, two hundred and five thousand, a million and a half, two-thirds. */

import { HALF, ONE, Rational, ZERO } from '#reading/figure-parts/numbers/rational.ts'
import { scaleWordFactor } from '#reading/figure-parts/numbers/scale.ts'
import { matchAt } from '#reading/figure-parts/shared/sticky.ts'
import type { EnglishNumber } from './english-number.ts'
import { denominatorOf, partOfOne, readPart, wordAt } from './english-part.ts'

const SMALL = new Map<string, number>(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, index): [string, number] => [word, index]),
)
const TENS = new Map<string, number>(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index): [string, number] => [word, (index + 2) * 10]),
)
const MAX_WORDS = 16
const AND_A_HALF = /[ -](?:and[ -]a[ -]half)(?![a-z])/y
const ARTICLE_SCALE =
  /an? (?=(?:dozen|hundred|thousand|million|billion|trillion|quadrillion|lakh|crore)(?![a-z]))/y

/** Short forms of one letter are read apart, and so is mm: they stand right after digits only. */
function scaleOf(word: string): bigint | undefined {
  return word.length > 2 || word === 'bn' || word === 'mn' || word === 'tn' || word === 'cr'
    ? scaleWordFactor(word)
    : undefined
}

/** Scale words after a number: " million", "-million-", " lakh crore", " and a half million". */
export function readScales(source: string, plain: string, at: number, start: Rational) {
  let value = start
  let end = at
  let scaleWords = ''
  const half = matchAt(AND_A_HALF, plain, end)
  if (half) {
    value = value.plus(HALF)
    end += half[0].length
  }
  for (let count = 0; count < 3; count += 1) {
    const gap = plain[end] === ' ' || plain[end] === '-' ? 1 : 0
    const word = wordAt(plain, end + gap)
    const factor = scaleOf(word)
    if (!factor) break
    value = value.times(factor)
    scaleWords += (scaleWords ? ' ' : '') + source.slice(end + gap, end + gap + word.length)
    end += gap + word.length
  }
  return { end, value, scaleWords: scaleWords || null }
}

/** Null where no number word opens at `at`. */
export function readNumberWords(source: string, plain: string, at: number): EnglishNumber | null {
  const article = wordAt(plain, at)
  if (article !== 'a' && article !== 'an' && article !== 'half') return readCount(source, plain, at, ZERO, at)
  const scale = article === 'half' ? null : matchAt(ARTICLE_SCALE, plain, at)
  if (scale) return readCount(source, plain, at, ONE, at + scale[0].length)
  const part = readPart(plain, at, article)
  if (!part) return null
  return part.scaled ? readCount(source, plain, at, HALF, part.end) : partOfOne(source, plain, part)
}

/** Number words from `from` on; an article or "half" before them is their `opened` value. */
function readCount(
  source: string,
  plain: string,
  at: number,
  opened: Rational,
  from: number,
): EnglishNumber | null {
  let end = at
  let total = ZERO
  let current = opened
  let scaleWords = ''
  let smallest = from > at ? 0 : Number.POSITIVE_INFINITY
  let position = from
  let last = 1n
  for (let read = 0; read < MAX_WORDS; read += 1) {
    const word = wordAt(plain, position)
    const small = SMALL.get(word)
    const tens = TENS.get(word)
    const scale = scaleOf(word)
    if (small !== undefined && smallest > small && (smallest >= 100 || (smallest >= 20 && small < 10))) {
      current = current.plus(new Rational(BigInt(small)))
      smallest = small < 10 ? 1 : 10
      if (small === 0) smallest = 0
    } else if (tens !== undefined && smallest >= 100) {
      current = current.plus(new Rational(BigInt(tens)))
      smallest = tens
    } else if (scale !== undefined && current.top > 0n) {
      if (word === 'hundred') current = current.times(100n)
      else {
        total = total.plus(current.times(scale))
        current = ZERO
        scaleWords += (scaleWords ? ' ' : '') + source.slice(position, position + word.length)
      }
      last = scale
      smallest = word === 'hundred' ? 100 : Number.POSITIVE_INFINITY
      if (word === 'dozen') smallest = 0
    } else break
    end = position + word.length
    position = nextWord(plain, end)
    if (position < 0) break
  }
  if (end === at) return null
  const value = total.plus(current)
  const point = readSpokenDecimals(plain, end)
  if (point) {
    const scaled = readScales(source, plain, point.end, value.plus(point.value))
    return { ...scaled, inWords: true, doubtfulScale: null }
  }
  const half = matchAt(AND_A_HALF, plain, end)
  // "A million and a half" is half a million more, "two and a half million" half of one more.
  if (half && scaleWords && current.top === 0n) {
    const more = value.plus(HALF.times(last))
    return { end: end + half[0].length, value: more, scaleWords, inWords: true, doubtfulScale: null }
  }
  if (half) return { ...readScales(source, plain, end, value), inWords: true, doubtfulScale: null }
  const part = readDivided(plain, end, value, plain.startsWith('by ', at - 3))
  if (part) return partOfOne(source, plain, part)
  return { end, value, scaleWords: scaleWords || null, inWords: true, doubtfulScale: null }
}

/** "Two-thirds", "three tenths" after the upper number; null where the next word divides nothing. */
function readDivided(
  plain: string,
  end: number,
  upper: Rational,
  isChange: boolean,
): { end: number; value: Rational } | null {
  if (plain[end] !== '-' && plain[end] !== ' ') return null
  const word = wordAt(plain, end + 1)
  const denominator = denominatorOf(word)
  if (!denominator || upper.atLeast(denominator)) return null
  const wordEnd = end + 1 + word.length
  // Three quarters are a span of time unless something is divided: three-quarters, three quarters of, by three quarters.
  if (
    denominator === 4n &&
    plain[end] === ' ' &&
    !isChange &&
    !/^ of(?![a-z])/.test(plain.slice(wordEnd, wordEnd + 4))
  )
    return null
  // One sixth-placed side, two third parties: an ordinal.
  if (!upper.atLeast(2n) && plain[wordEnd] === '-') return null
  return { end: wordEnd, value: upper.over(new Rational(denominator)) }
}

/** " point two five" after a number in words. */
function readSpokenDecimals(plain: string, at: number): { end: number; value: Rational } | null {
  if (!plain.startsWith(' point ', at)) return null
  let end = at + 6
  let digits = ''
  while (digits.length < MAX_WORDS && (plain[end] === ' ' || plain[end] === '-')) {
    const word = wordAt(plain, end + 1)
    const digit = SMALL.get(word)
    if (digit === undefined || digit > 9) break
    digits += digit
    end += 1 + word.length
  }
  return digits ? { end, value: Rational.of(`0.${digits}`) } : null
}

/** Where the next word of the same number may start: after a space, a hyphen or ' and '. */
function nextWord(plain: string, end: number): number {
  const next = plain.startsWith(' and ', end) ? wordAt(plain, end + 5) : ''
  if (SMALL.has(next) || TENS.has(next)) return end + 5
  return plain[end] === ' ' || plain[end] === '-' ? end + 1 : -1
}
