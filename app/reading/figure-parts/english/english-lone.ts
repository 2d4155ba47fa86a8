/** Whether a number counts something at all: 5G and a 502 are names, "one of us" is a pronoun, "one dead" a count. */
import { isDigit } from '#reading/figure-parts/numbers/digits.ts'
import { follows } from '#reading/figure-parts/shared/sticky.ts'
import type { EnglishNumber } from './english-number.ts'

const A_BEFORE = /(?<![a-z])an? $/
/** "One to two million": a lone one is a figure only as an end of a range. */
const RANGE_FOLLOWS = / (?:and|to|or) (?:two|three|four|five|six|ten|\d)/y
const THINGS = / [a-z]+s(?![a-z])/y
/** Those who are counted one by one in reports; "one day" and "one way" are figures of speech. */
const ONE_COUNTED =
  / (?:(?:more|other|young|elderly|local|male|female|police|american|british|palestinian|israeli|russian|ukrainian|chinese|indian) )?(?:dead|killed|injured|wounded|hurt|missing|arrested|man|woman|child|boy|girl|baby|soldier|officer|policeman|student|pupil|teacher|passenger|worker|resident|patient|player|driver|pilot|firefighter|civilian|suspect|victim|teenager|protester|survivor|death|casualty|goal|vote|seat|wicket|set|case|teaspoon|tablespoon)(?![a-z])/y
const ONE_LIMITED = /(?<![a-z])(?:at least|just|only|exactly|about|around|no more than|up to|less than) $/
const PRONOUN_AFTER =
  / (?:of|day|another|more|thing|way|that|who|which|could|can|would|should|must|is|was|has|hand|side|time|or)(?![a-z])/y
const NAMED_ONE = /(?<![a-z])(?:no|number|any|every|the|this|that|some|each|formula|day|phase|part|net) $/

/** 5G and 3D are names, 3:2 and 4/7 scores and marks, a 10-K is a form, "a 502" is a code. */
export function isCode(plain: string, at: number, number: EnglishNumber): boolean {
  const next = plain.charCodeAt(number.end)
  // 36c a share: cents are of no one currency.
  if (next === 0x63 && !/[a-z0-9]/.test(plain[number.end + 1] ?? '')) return false
  if (next >= 0x61 && next <= 0x7a) return true
  const sign = plain[number.end]
  if (sign === '_' || sign === '@') return true
  if ((sign === ':' || sign === '/') && isDigit(plain.charCodeAt(number.end + 1))) return true
  if (sign === '-')
    return (
      /^-[a-z](?![a-z])/.test(plain.slice(number.end, number.end + 3)) || follows(KIND, plain, number.end)
    )
  if (number.scaleWords || !number.value.isWhole() || plain[at - 1] !== ' ') return false
  return A_BEFORE.test(plain.slice(Math.max(0, at - 4), at))
}

/** Day two, category five, chapter seven: called by a number, where nothing counted follows. */
const CALLED =
  /(?<![a-z])(?:category|chapter|phase|stage|grade|day|part|type|level|tier|page|act|step|platform|gate|number|route|channel|room|war|article|section|division|league|class|band|zone|round|week|year|game|lane|volume|book|season|episode|option|plan|question|heat|lap|group|exhibit|count) $/
const NAME_ENDS =
  /[.,;:)]|$| (?:of|in|on|at|for|was|is|were|are|begins|began|starts|ended|and|as|with|to|storm|hurricane|cyclone)(?![a-z])/y
/** Two-way trade, a three-pronged plan, twenty-something: a kind, no count. */
const KIND =
  /-(?:way|ways|something|somethings|sided|faced|handed|pronged|dimensional|by|off|up|upmanship)(?![a-z])/y

function isName(plain: string, at: number, end: number): boolean {
  if (plain[end] === '-') return follows(KIND, plain, end)
  return (
    plain[at - 1] === ' ' &&
    CALLED.test(plain.slice(Math.max(0, at - 10), at)) &&
    follows(NAME_ENDS, plain, end)
  )
}

/**
 * Words below two are words as often as numbers: they count with a unit, zero also with things in the plural, one where
 * it is limited ("just one") or counts heads. 'range' where it counts only as the low end of a range.
 */
export function loneWord(
  plain: string,
  at: number,
  number: EnglishNumber,
  unit: string | null,
): 'counts' | 'range' | 'word' {
  const { end, value } = number
  if (number.scaleWords || value.atLeast(2n) || !value.isWhole())
    return !unit && isName(plain, at, end) ? 'word' : 'counts'
  if (value.is(0n) && plain[end] === '-') return 'word'
  if (unit && !(unit === 'days' && value.is(1n)) && !plain.startsWith(' of the', end)) return 'counts'
  if (value.is(0n))
    return follows(THINGS, plain, end) && !plain.startsWith('net ', at - 4) ? 'counts' : 'word'
  if (follows(RANGE_FOLLOWS, plain, end)) return 'range'
  const before = plain.slice(Math.max(0, at - 14), at)
  if (NAMED_ONE.test(before) || plain[end] === '-') return 'word'
  if (follows(ONE_COUNTED, plain, end)) return 'counts'
  return ONE_LIMITED.test(before) && !follows(PRONOUN_AFTER, plain, end) ? 'counts' : 'word'
}
