/** Reads ordinals: 3rd, the third attempt, finished second, the second-largest; periods, fractions and names are none. */

import { Rational } from '#reading/figure-parts/numbers/rational.ts'
import type { Reading } from '#reading/figure-parts/shared/draft.ts'
import { ordinal } from '#reading/figure-parts/shared/ordinal.ts'
import { follows } from '#reading/figure-parts/shared/sticky.ts'

const PLACES = new Map<string, bigint>(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'
    .split(' ')
    .map((word, index): [string, bigint] => [word, BigInt(index + 1)]),
)
const SUFFIX = /(?:st|nd|rd|th)(?![a-z])/y
const CENTURY = /[ -](?:century|centuries)(?![a-z])/y
/** The first half and the third quarter are periods, the First World War, the Second Amendment and a third party names. */
const NAMED_AFTER =
  /(?:[ -](?:half|halves|quarters?|party|parties|world|amendment|reich|class|person|hand|degree|generation)| (?:lady|ladies|minister|responders?|few|couple|two|three|four|five|six|seven|eight|nine|ten|\d+))(?![a-z])/y
/** A hyphen makes a name (first-class) except before a superlative or a rank. */
const RANKED = /-(?:[a-z]+est|most|best|worst|placed|ranked|seeded|place|time|straight|highest)(?![a-z])/y
const DETERMINER = /(?:(?<![a-z])(?:the|its|their|his|her|our|my|your)(?: very)?|['’]s?) $/
const ARTICLE = /(?<![a-z])an? $/
const NOUN_AFTER = / (?!of(?![a-z]))[a-z]/y
const RANK_BEFORE =
  /(?<![a-z])(?:finish(?:ed|es|ing)?|came|comes?|coming|placed|places|placing|ranked|ranks|ranking|rank|seeded|sits?|sitting|lies|lie|lying|stands?|joint|tied|currently|only) $/
const PLACE_BEFORE = /(?<![a-z])(?:in|into|to|for|up|from|is|was|were|are) $/
const ENDS =
  /(?:[.,;:)]|$| (?:in|on|at|behind|after|with|overall|out|by|and|for|among|worldwide|globally|of)(?![a-z]))/y
const PLACE_AFTER = / (?:place|spot|position|straight|consecutive|successive|in line)(?![a-z])/y
/** ", eighth in a field of 24" */
const FIELD_AFTER = / (?:in|of|behind|overall|on)(?![a-z])/y
/** "The second it rang": a span of time. */
const SECOND_NOUN = / (?!(?:it|he|she|they|we|you|i|that)(?![a-z]))[a-z]|-/y

/** The place an ordinal word names; undefined for every other word. */
export function placeOf(word: string): bigint | undefined {
  return PLACES.get(word)
}

/** "th" right after digits; the stretch of the ordinal, and whether it counts a century, which is a period. */
export function ordinalSuffix(plain: string, end: number): { end: number; century: boolean } | null {
  // 17st is a weight: only 1, 21, 31… end in st.
  if (!follows(SUFFIX, plain, end) || (plain[end] === 's' && !/(?:^|[^1])1$/.test(plain.slice(end - 2, end))))
    return null
  return { end: end + 2, century: follows(CENTURY, plain, end + 2) }
}

export function readOrdinalWord(plain: string, at: number, word: string, place: bigint): Reading {
  const end = at + word.length
  if (!isMeant(plain, at, end, place)) return { end, draft: null }
  return ordinal(at, end, new Rational(place), 'en')
}

function isMeant(plain: string, at: number, end: number, place: bigint): boolean {
  if (follows(NAMED_AFTER, plain, end)) return false
  if (place === 1n && plain.startsWith(' time', end)) return false
  if (plain[end] === '-' && !follows(RANKED, plain, end)) return false
  const before = plain.slice(Math.max(0, at - 12), at)
  if (DETERMINER.test(before)) return place !== 2n || follows(SECOND_NOUN, plain, end)
  if (follows(PLACE_AFTER, plain, end) && place > 1n) return true
  if (RANK_BEFORE.test(before) && follows(ENDS, plain, end)) return true
  if (place > 2n && /[,;(] ?$/.test(before) && follows(FIELD_AFTER, plain, end)) return true
  if (place > 2n && PLACE_BEFORE.test(before) && follows(ENDS, plain, end)) return true
  return place > 2n && ARTICLE.test(before) && follows(NOUN_AFTER, plain, end)
}
