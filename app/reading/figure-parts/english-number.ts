/** Reads an English number at a position: digits with a scale word, number words, or both mixed. */

import { FRACTION_SIGN, goesOn, readPower, readSlashFraction } from './digit-forms.ts'
import { readDigits } from './digits.ts'
import { HALF, ONE, Rational, ZERO } from './rational.ts'
import { scaleWordFactor } from './scale.ts'

export type EnglishNumber = {
  end: number
  value: Rational
  scaleWords: string | null
  /** Written in words: 'three', 'a million'. */
  inWords: boolean
  /** A scale given by one letter that could also be a unit (100m): a million only with money or people. */
  doubtfulScale: { end: number; value: Rational; scaleWords: string } | null
}

const SMALL = new Map<string, number>(
  [
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  ].flatMap((row) => row.split(' ').map((word, index): [string, number] => [word, index])),
)
const TENS = new Map<string, number>(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index): [string, number] => [word, (index + 2) * 10]),
)
/** Short forms of one letter are read apart: they stand right after digits only. */
function scaleOf(word: string): bigint | undefined {
  return word.length > 1 ? scaleWordFactor(word) : undefined
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
const WORD = /[a-z]+/y
const MAX_WORDS = 16
const AND_A_HALF = /[ -](?:and[ -]a[ -]half)(?![a-z])/y
const DENOMINATOR = new Map<string, bigint>([
  ['half', 2n],
  ['third', 3n],
  ['thirds', 3n],
  ['quarter', 4n],
  ['quarters', 4n],
  ['fifth', 5n],
  ['fifths', 5n],
  ['sixth', 6n],
  ['sixths', 6n],
  ['seventh', 7n],
  ['sevenths', 7n],
  ['eighth', 8n],
  ['eighths', 8n],
  ['ninth', 9n],
  ['ninths', 9n],
  ['tenth', 10n],
  ['tenths', 10n],
  ['hundredth', 100n],
  ['hundredths', 100n],
  ['thousandth', 1000n],
  ['thousandths', 1000n],
])

function wordAt(plain: string, at: number): string {
  WORD.lastIndex = at
  return WORD.exec(plain)?.[0] ?? ''
}

/** Digits at `at`, then scale words; null where the digits are not one number. `end` is set either way. */
export function readDigitNumber(
  source: string,
  plain: string,
  at: number,
): { end: number; number: EnglishNumber | null } {
  const run = readDigits(source, plain, at)
  if (!run.value) return { end: run.end, number: null }
  if (!goesOn(plain, run.end))
    return {
      end: run.end,
      number: { end: run.end, value: run.value, scaleWords: null, inWords: false, doubtfulScale: null },
    }
  let value = run.value
  let end = run.end
  const fraction = FRACTION_SIGN.get(plain[end] ?? '')
  if (fraction) {
    value = value.plus(fraction)
    end += 1
  }
  const slash = fraction ? null : readSlashFraction(source, plain, end, value)
  if (slash)
    return { end: slash.end, number: { ...slash, scaleWords: null, inWords: false, doubtfulScale: null } }
  const power = readPower(plain, end, value)
  if (power)
    return { end: power.end, number: { ...power, scaleWords: null, inWords: false, doubtfulScale: null } }
  const letter = source[end] ?? ''
  const letterAlone = !/[a-z0-9]/.test(plain[end + 1] ?? '')
  const factor = letterAlone ? LETTER_SCALE.get(letter) : undefined
  if (factor)
    return {
      end,
      number: {
        end: end + 1,
        value: value.times(factor),
        scaleWords: letter,
        inWords: false,
        doubtfulScale: null,
      },
    }
  const spacedLetter = letter === ' ' ? (source[end + 1] ?? '') : ''
  const spacedAlone = spacedLetter !== '' && !/[a-z0-9'-]/.test(plain[end + 2] ?? '')
  const doubtful =
    (letterAlone ? DOUBTFUL_LETTER.get(letter) : undefined) ??
    (spacedAlone ? (DOUBTFUL_LETTER.get(spacedLetter) ?? LETTER_SCALE.get(spacedLetter)) : undefined)
  const printed = spacedLetter || letter
  const scaled = readScales(source, plain, end, value)
  return {
    end,
    number: {
      ...scaled,
      inWords: false,
      doubtfulScale: doubtful
        ? {
            end: end + printed.length + (spacedLetter ? 1 : 0),
            value: value.times(doubtful),
            scaleWords: printed,
          }
        : null,
    },
  }
}

function readScales(source: string, plain: string, at: number, start: Rational) {
  let value = start
  let end = at
  let scaleWords = ''
  AND_A_HALF.lastIndex = end
  const half = AND_A_HALF.exec(plain)
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

/** Number words at `at` ('twenty-five', 'two hundred and five thousand', 'a million', 'two-thirds'); null without any. */
export function readNumberWords(source: string, plain: string, at: number): EnglishNumber | null {
  let end = at
  let total = ZERO
  let current = ZERO
  let scaleWords: string[] = []
  let read = 0
  let smallest = Number.POSITIVE_INFINITY
  let position = at
  const article = wordAt(plain, at)
  if (article === 'a' || article === 'an' || article === 'half') {
    const opened = readArticle(plain, at, article)
    if (!opened) return null
    current = opened.value
    position = opened.next
    if (opened.complete) return result(opened.next)
    smallest = 0
  }
  for (; read < MAX_WORDS; read += 1) {
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
        scaleWords.push(source.slice(position, position + word.length))
      }
      smallest = word === 'hundred' ? 100 : Number.POSITIVE_INFINITY
      if (word === 'dozen') smallest = 0
    } else break
    end = position + word.length
    position = nextWord(plain, end)
    if (position < 0) break
  }
  if (end === at) return null
  const point = readSpokenDecimals(plain, end)
  if (point) {
    const scaled = readScales(source, plain, point.end, total.plus(current).plus(point.value))
    return { ...scaled, inWords: true, doubtfulScale: null }
  }
  const value = total.plus(current)
  AND_A_HALF.lastIndex = end
  const half = AND_A_HALF.exec(plain)
  if (half) {
    const scaled = readScales(source, plain, end, value)
    return { ...scaled, inWords: true, doubtfulScale: null }
  }
  const gap = plain[end] === '-' || plain[end] === ' ' ? 1 : 0
  const denominator = DENOMINATOR.get(wordAt(plain, end + gap))
  // Three quarters are a span of time unless something is divided: three-quarters, three quarters of.
  const quarters =
    denominator === 4n && plain[end] === ' ' && !/^ quarters? of(?![a-z])/.test(plain.slice(end, end + 13))
  if (gap && denominator && !quarters && !value.atLeast(denominator)) {
    const fractionEnd = end + gap + wordAt(plain, end + gap).length
    total = value.over(new Rational(denominator))
    current = ZERO
    scaleWords = []
    return result(fractionEnd)
  }
  return result(end)

  function result(finish: number): EnglishNumber {
    return {
      end: finish,
      value: total.plus(current),
      scaleWords: scaleWords.join(' ') || null,
      inWords: true,
      doubtfulScale: null,
    }
  }
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

const HALF_OF = /half (?:of|the)(?![a-z])/y
const HALF_A =
  /half[ -](?:an? )?(?=(?:dozen|hundred|thousand|million|billion|trillion|hour|year|day|month|century|percentage|percent|per cent|kilomet(?:re|er)|mile|tonne|degree)(?![a-z]))/y
const ARTICLE_SCALE =
  /an? (?=(?:dozen|hundred|thousand|million|billion|trillion|quadrillion|lakh|crore)(?![a-z]))/y
const ARTICLE_FRACTION =
  /(?:an?|one) (third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|hundredth|thousandth)(?= (?:of|to|more|less|higher|lower|in|from)(?![a-z])|[,.;](?:\s|$))/y

function readArticle(
  plain: string,
  at: number,
  article: string,
): { value: Rational; next: number; complete: boolean } | null {
  for (const rule of [HALF_OF, HALF_A, ARTICLE_SCALE, ARTICLE_FRACTION]) rule.lastIndex = at
  if (article === 'half') {
    if (HALF_OF.test(plain)) return { value: HALF, next: at + 4, complete: true }
    const half = HALF_A.exec(plain)?.[0]
    if (!half) return null
    const scaled = scaleOf(wordAt(plain, at + half.length)) !== undefined
    return {
      value: HALF,
      next: scaled ? at + half.length : at + half.trimEnd().length,
      complete: !scaled,
    }
  }
  const scale = ARTICLE_SCALE.exec(plain)?.[0]
  if (scale) return { value: ONE, next: at + scale.length, complete: false }
  const fraction = ARTICLE_FRACTION.exec(plain)
  const denominator = DENOMINATOR.get(fraction?.[1] ?? '')
  if (!fraction || !denominator) return null
  return { value: ONE.over(new Rational(denominator)), next: at + fraction[0].length, complete: true }
}

/** Where the next word of the same number may start: after a space, a hyphen or ' and '. */
function nextWord(plain: string, end: number): number {
  const next = plain.startsWith(' and ', end) ? wordAt(plain, end + 5) : ''
  if (SMALL.has(next) || TENS.has(next)) return end + 5
  return plain[end] === ' ' || plain[end] === '-' ? end + 1 : -1
}
