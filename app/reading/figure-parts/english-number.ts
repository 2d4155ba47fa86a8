/** Reads an English number at a position: digits with a scale word, number words, or both mixed. */
import { readDigits } from './digits.ts'
import { Exact } from './exact.ts'
import { scaleWordFactor } from './scale.ts'

export type EnglishNumber = {
  end: number
  value: Exact
  scaleWords: string | null
  /** Written in words: 'three', 'a million'. */
  inWords: boolean
  /** A scale given by one letter that could also be a unit (100m): a million only with money or people. */
  doubtfulScale: { end: number; value: Exact; scaleWords: string } | null
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
function scaleOf(word: string): string | undefined {
  return word.length > 1 ? scaleWordFactor(word) : undefined
}
/** One letter right after the digits; upper or lower case decides (140T is trillion, 140t is tonnes). */
const LETTER_SCALE = new Map<string, string>([
  ['k', '1e3'],
  ['K', '1e3'],
  ['M', '1e6'],
  ['B', '1e9'],
  ['T', '1e12'],
])
const DOUBTFUL_LETTER = new Map<string, string>([
  ['m', '1e6'],
  ['b', '1e9'],
  ['t', '1e12'],
])
const FRACTION_SIGN = new Map<string, string>([
  ['½', '0.5'],
  ['¼', '0.25'],
  ['¾', '0.75'],
])
const WORD = /[a-z]+/y
const MAX_WORDS = 16
const AND_A_HALF = /[ -](?:and[ -]a[ -]half)(?![a-z])/y
const DENOMINATOR = new Map<string, number>([
  ['half', 2],
  ['halves', 2],
  ['third', 3],
  ['thirds', 3],
  ['quarter', 4],
  ['quarters', 4],
  ['fifth', 5],
  ['fifths', 5],
  ['sixth', 6],
  ['sixths', 6],
  ['seventh', 7],
  ['sevenths', 7],
  ['eighth', 8],
  ['eighths', 8],
  ['tenth', 10],
  ['tenths', 10],
])

function opensEnglishNumber(word: string): boolean {
  return SMALL.has(word) || TENS.has(word)
}

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

/** 3/4 is three quarters; 24/7 and 9/11 are not fractions, so the upper number must be the smaller one and the lower common. */
function readSlashFraction(source: string, plain: string, end: number, upper: Exact) {
  if (plain[end] !== '/' && plain[end] !== '⁄') return null
  if (!/\d/.test(plain[end + 1] ?? '')) return null
  const lower = readDigits(source, plain, end + 1)
  if (!lower.value || !['2', '3', '4', '5', '6', '8', '10'].includes(lower.value.toString())) return null
  if (!upper.lt(lower.value) || !upper.isInteger() || /[/\d]/.test(plain[lower.end] ?? '')) return null
  return { end: lower.end, value: upper.div(lower.value) }
}

function readScales(source: string, plain: string, at: number, start: Exact) {
  let value = start
  let end = at
  let scaleWords = ''
  AND_A_HALF.lastIndex = end
  const half = AND_A_HALF.exec(plain)
  if (half) {
    value = value.plus('0.5')
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
  let total = new Exact(0)
  let current = new Exact(0)
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
      current = current.plus(small)
      smallest = small < 10 ? 1 : 10
      if (small === 0) smallest = 0
    } else if (tens !== undefined && smallest >= 100) {
      current = current.plus(tens)
      smallest = tens
    } else if (scale !== undefined && current.gt(0)) {
      const factor = new Exact(scale)
      if (word === 'hundred') current = current.times(100)
      else {
        total = total.plus(current.times(factor))
        current = new Exact(0)
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
    denominator === 4 && plain[end] === ' ' && !/^ quarters? of(?![a-z])/.test(plain.slice(end, end + 13))
  if (gap && denominator && !quarters && value.lt(denominator)) {
    const fractionEnd = end + gap + wordAt(plain, end + gap).length
    total = value.div(denominator)
    current = new Exact(0)
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

const HALF_OF = /half (?:of|the)(?![a-z])/y
const HALF_A =
  /half[ -](?:an? )?(?=(?:dozen|hundred|thousand|million|billion|trillion|hour|year|day|month|century|percentage|percent|per cent|kilomet(?:re|er)|mile|tonne|degree)(?![a-z]))/y
const ARTICLE_SCALE =
  /an? (?=(?:dozen|hundred|thousand|million|billion|trillion|quadrillion|lakh|crore)(?![a-z]))/y
const ARTICLE_FRACTION = /an? (third|quarter|fifth|tenth)(?= of(?![a-z]))/y

function readArticle(
  plain: string,
  at: number,
  article: string,
): { value: Exact; next: number; complete: boolean } | null {
  for (const rule of [HALF_OF, HALF_A, ARTICLE_SCALE, ARTICLE_FRACTION]) rule.lastIndex = at
  if (article === 'half') {
    if (HALF_OF.test(plain)) return { value: new Exact('0.5'), next: at + 4, complete: true }
    const half = HALF_A.exec(plain)?.[0]
    if (!half) return null
    const scaled = scaleOf(wordAt(plain, at + half.length)) !== undefined
    return {
      value: new Exact('0.5'),
      next: scaled ? at + half.length : at + half.trimEnd().length,
      complete: !scaled,
    }
  }
  const scale = ARTICLE_SCALE.exec(plain)?.[0]
  if (scale) return { value: new Exact(1), next: at + scale.length, complete: false }
  const fraction = ARTICLE_FRACTION.exec(plain)
  const denominator = DENOMINATOR.get(fraction?.[1] ?? '')
  if (!fraction || !denominator) return null
  return { value: new Exact(1).div(denominator), next: at + fraction[0].length, complete: true }
}

/** Where the next word of the same number may start: after a space, a hyphen or ' and '. */
function nextWord(plain: string, end: number): number {
  if (plain.startsWith(' and ', end) && opensEnglishNumber(wordAt(plain, end + 5))) return end + 5
  return plain[end] === ' ' || plain[end] === '-' ? end + 1 : -1
}
