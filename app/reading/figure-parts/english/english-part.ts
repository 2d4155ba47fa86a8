/** Parts of a whole in English words: half the seats, a third of it, by a quarter, three-quarters of an hour, half a million. */

import { HALF, ONE, Rational } from '#reading/figure-parts/numbers/rational.ts'
import { scaleWordFactor } from '#reading/figure-parts/numbers/scale.ts'
import { follows, matchAt } from '#reading/figure-parts/shared/sticky.ts'
import type { EnglishNumber } from './english-number.ts'

const WORD = /[a-z]+/y
const DENOMINATOR = new Map<string, bigint>([
  ['half', 2n],
  ['halves', 2n],
  ['quarter', 4n],
  ['quarters', 4n],
])
for (const [index, word] of 'third fourth fifth sixth seventh eighth ninth tenth'.split(' ').entries())
  DENOMINATOR.set(word, BigInt(index + 3)).set(`${word}s`, BigInt(index + 3))
for (const [word, value] of [
  ['hundredth', 100n],
  ['thousandth', 1000n],
  ['millionth', 1_000_000n],
] as const)
  DENOMINATOR.set(word, value).set(`${word}s`, value)

/** What can be halved or quartered as a measure: the unit is read after it. */
const MEASURES =
  'hour|minute|second|year|day|week|month|century|decade|percentage|percent|per cent|kilomet(?:re|er)|met(?:re|er)|mile|tonne|ton|degree|inch|foot|acre|hectare|litre|gallon|pint|kilo|kilogram|gram|pound|ounce|basis'
const HALF_A = new RegExp(
  `half (?:an? )?(?=(?:${MEASURES})(?![a-z]))|half-(?=(?:hour|minute|mile|percentage|percent|per cent|inch|tonne|ton|kilo|pint|acre)(?![a-z]))`,
  'y',
)
const HALF_SCALE =
  /half[ -](?:an? )?(?=(?:dozen|hundred|thousand|million|billion|trillion|crore|lakh)(?![a-z]))/y
/** Half of something, half as many, half said: the word before need not tell. */
const HALF_OPENS =
  /half (?:of|the|an?|its|their|his|her|our|my|your|all|that|those|these|this|what|as|again|said|say|says|were|are|have|had|would|think|want|believe)(?![a-z])/y
/** By half, nearly half, more than half. */
const HALF_BEFORE =
  /(?<![a-z])(?:by|nearly|almost|about|around|roughly|over|under|than|least|most|exactly|just|approximately|only|some|virtually|(?:close|up) to) $/
const CUT_IN_HALF =
  /half(?=[.,;:)]|$| (?:by|from|to|since|over|in|within|after|on|and|as|for|this|last|the|next)(?![a-z]))/y
/** "Half got the drug and half did not": a clause of its own. */
const CLAUSE_BEFORE = /(?:^|[.,;:(] ?|(?<![a-z])and )$/
/** Half-time and half past are no shares. */
const NO_HALF =
  /half(?:-| (?:time|term|year|yearly|past|brother|sister|price|marathon|century|centuries|board|backs?|way|mast|measures|full|empty|baked|hearted|life|volley|truths?|day|days|pay|asleep|naked|dead|joking|right|moon|board)(?![a-z]))/y
const FRACTION =
  /(?:an?|one) (third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|hundredth|thousandth)(?![a-z-])/y
/** A third of it, a quarter said: after an article a word like "third" divides only before these, else it counts off. */
const DIVIDES =
  /(?: (?:of|to|more|less|fewer|higher|lower|larger|bigger|smaller|faster|cheaper|in|from|on|off|by|over|since|and|or|are|were|have|say|said|at|during|between|than|below|above|this|last|compared|who|which|would|will|do|did|think|want|believe|had|as)(?![a-z])|[,.;:)]|$)/y
const BY_BEFORE =
  /(?<![a-z])(?:by|than|nearly|almost|about|over|under|around|roughly|up|down|least|approximately|only|just|(?:close|up) to|rose|fell|dropped|grew|slumped|jumped|soared|shrank) $/
const OF_ONE = new RegExp(
  ` of (?:an?|one) (?:(dozen|hundred|thousand|million|billion|trillion)(?![a-z])|(?=(?:${MEASURES})(?![a-z])))| of 1(?= ?(?:%|per ?cent))`,
  'y',
)

export function wordAt(plain: string, at: number): string {
  return matchAt(WORD, plain, at)?.[0] ?? ''
}

/** What "thirds" and "quarter" divide by; undefined for any other word. */
export function denominatorOf(word: string): bigint | undefined {
  return DENOMINATOR.get(word)
}

/** A part that opens with an article or "half"; `scaled` where a scale word follows ("half a million"). Null for other uses. */
export function readPart(
  plain: string,
  at: number,
  article: string,
): { end: number; value: Rational; scaled: boolean } | null {
  if (article === 'half') return readHalf(plain, at)
  const match = matchAt(FRACTION, plain, at)
  const denominator = DENOMINATOR.get(match?.[1] ?? '')
  if (!match || !denominator) return null
  const end = at + match[0].length
  const meant = follows(DIVIDES, plain, end) || BY_BEFORE.test(plain.slice(Math.max(0, at - 16), at))
  return meant ? { end, value: ONE.over(new Rational(denominator)), scaled: false } : null
}

function readHalf(plain: string, at: number): { end: number; value: Rational; scaled: boolean } | null {
  const measured = matchAt(HALF_A, plain, at)
  if (measured) return { end: at + measured[0].trimEnd().length, value: HALF, scaled: false }
  const scaled = matchAt(HALF_SCALE, plain, at)
  if (scaled) return { end: at + scaled[0].length, value: HALF, scaled: true }
  const half = { end: at + 4, value: HALF, scaled: false }
  if (follows(HALF_OPENS, plain, at)) return half
  if (follows(NO_HALF, plain, at)) return null
  if (plain.startsWith(' in ', at - 4)) return follows(CUT_IN_HALF, plain, at) ? half : null
  const before = plain.slice(Math.max(0, at - 15), at)
  return HALF_BEFORE.test(before) || CLAUSE_BEFORE.test(before) ? half : null
}

/** The part as a number of its own: a quarter of a million is 250,000, three-quarters of an hour 0.75 hours. */
export function partOfOne(
  source: string,
  plain: string,
  part: { end: number; value: Rational },
): EnglishNumber {
  const { value } = part
  const match = plain.startsWith(' of ', part.end) ? matchAt(OF_ONE, plain, part.end) : null
  if (!match) return { end: part.end, value, scaleWords: null, inWords: true, doubtfulScale: null }
  const end = part.end + match[0].trimEnd().length
  const scale = match[1] ? (scaleWordFactor(match[1]) ?? 1n) : 1n
  return {
    end,
    value: value.times(scale),
    scaleWords: match[1] ? source.slice(end - match[1].length, end) : null,
    inWords: true,
    doubtfulScale: null,
  }
}
