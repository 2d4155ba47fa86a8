/** Reads a number written in words of German, French or Spanish: anderthalb Millionen, quatre-vingt-dix-sept, dos tercios. */

import { HALF, Rational } from '#reading/figure-parts/numbers/rational.ts'
import type { Page } from '#reading/figure-parts/shared/draft.ts'
import { type Grammar, type GrammarUnit, openerKey } from './grammar.ts'

export type EuropeanNumber = {
  end: number
  value: Rational
  factor: bigint
  scaleWords: string | null
  inWords: boolean
  /** The word itself says "about": une trentaine. */
  about: boolean
  /** A figure only with more beside it: one is an article, a half needs a thing. */
  lone: boolean
  ordinal: boolean
  /** Where the word names its unit itself: verdoppelt, zweitägig. */
  unit: GrammarUnit | null
}

/** Longer chains of number words are no number. */
const MAX_WORDS = 16
const TO_CONTEXT = 14

export function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0xdf && code <= 0xff && code !== 0xf7) || code === 0x153
}

export function wordEnd(plain: string, at: number): number {
  let end = at
  while (isLetter(plain.charCodeAt(end))) end += 1
  return end
}

/** The word that ends right before `at` (one space between), '' where there is none. */
export function wordBefore(plain: string, at: number): string {
  if (plain[at - 1] !== ' ') return ''
  let start = at - 1
  while (isLetter(plain.charCodeAt(start - 1))) start -= 1
  return plain.slice(start, at - 1)
}

/** The word after one space, '' where there is none. */
export function wordAfter(plain: string, at: number): string {
  return plain[at] === ' ' ? plain.slice(at + 1, wordEnd(plain, at + 1)) : ''
}

/** Null where the word opens no number; the word is then all that was looked at. */
export function readWordNumber(page: Page, at: number, grammar: Grammar): EuropeanNumber | null {
  const { plain } = page
  if (!grammar.openers[openerKey(plain.charCodeAt(at), plain.charCodeAt(at + 1))]) return null
  const end = wordEnd(plain, at)
  const word = plain.slice(at, end)
  const not = grammar.notNumber.get(word)
  if (not?.test(plain.slice(Math.max(0, at - TO_CONTEXT), at))) return null
  const sum = readSum(page, at, grammar)
  if (sum) return afterSum(page, sum, grammar)
  const whole = grammar.whole(word)
  if (whole) {
    const only = grammar.wholeOnly.get(word)
    if (only && !only.test(plain.slice(Math.max(0, at - TO_CONTEXT), end + 6))) return null
    return { ...plainNumber(end, Rational.of(whole.value)), unit: whole.unit }
  }
  const place = grammar.ordinal(word)
  if (place === undefined || !grammar.determiners.has(articleBefore(plain, at))) return null
  const next = wordAfter(plain, end)
  if (!next || grammar.notOrdinal.has(next) || (place === 1 && FIRST_TIME.has(next))) return null
  return { ...plainNumber(end, new Rational(BigInt(place))), ordinal: true }
}

const FIRST_TIME = new Set(['fois', 'vez', 'mal'])

function articleBefore(plain: string, at: number): string {
  return /['’]/.test(plain[at - 1] ?? '') ? (plain[at - 2] ?? '') : wordBefore(plain, at)
}

function plainNumber(end: number, value: Rational): EuropeanNumber {
  return {
    end,
    value,
    factor: 1n,
    scaleWords: null,
    inWords: true,
    about: false,
    lone: false,
    ordinal: false,
    unit: null,
  }
}

type Sum = { end: number; halves: bigint; last: bigint; scaleFrom: number; scaleTo: number; isHalf: boolean }

/** Counted in halves, so that anderthalb and medio stay whole: `halves` is twice the number. */
function readSum({ plain }: Page, from: number, grammar: Grammar): Sum | null {
  let total = 0n
  let section = 0n
  let small = 0
  let seen = false
  let isHalf = false
  let last = 0n
  let end = from
  let at = from
  let scaleFrom = -1
  let scaleTo = -1
  for (let count = 0; count < MAX_WORDS; count += 1) {
    const next = wordEnd(plain, at)
    if (next === at) break
    const word = plain.slice(at, next)
    const value = grammar.number(word)
    const added = value === undefined ? null : joined(small, value, seen)
    const scale = grammar.scales.get(word)
    if (added !== null) small = added
    else if (grammar.halves.has(word) && small <= 1 && section === 0n && total === 0n) {
      small = 0.5
      isHalf = true
    } else if (grammar.hundreds.has(word) && small < 100 && small % 1 === 0) small = (small || 1) * 100
    else if (scale === 1000n && section === 0n && (small > 0 || isThousand(word))) {
      section = BigInt((small || 1) * 2) * 1000n
      small = 0
      isHalf = false
      if (scaleFrom < 0) scaleFrom = at
      scaleTo = next
    } else if (scale && scale > 1000n && (small > 0 || section > 0n) && (last === 0n || scale < last)) {
      total += (section + BigInt(small * 2)) * scale
      last = scale
      section = 0n
      small = 0
      isHalf = false
      if (scaleFrom < 0) scaleFrom = at
      scaleTo = next
    } else break
    seen = true
    end = next
    const gap = plain.charCodeAt(next)
    if (gap !== 0x20 && gap !== 0x2d) break
    at = next + 1
    // Ochenta y cinco, vingt et un: the joint counts only between tens and ones.
    if (small >= 20 && small % 10 === 0 && small % 100 >= 20 && plain.startsWith(grammar.joint, at)) {
      const one = at + grammar.joint.length + 1
      const ones = grammar.number(plain.slice(one, wordEnd(plain, one)))
      if (/[ -]/.test(plain[one - 1] ?? '') && ones && ones < 12 && ones !== 10) at = one
    }
  }
  if (!seen) return null
  return { end, halves: total + section + BigInt(small * 2), last, scaleFrom, scaleTo, isHalf }
}

/** 'miles' and 'milliers' count nothing without a number before them. */
function isThousand(word: string): boolean {
  return word === 'mil' || word === 'mille' || word === 'tausend'
}

/** What a number below a thousand becomes with one more word; null where the word begins another number. */
function joined(small: number, value: number, seen: boolean): number | null {
  if (small === 0) return seen && value === 0 ? null : value
  if (value === 0 || small % 1 !== 0 || value % 1 !== 0) return null
  // Quatre-vingts.
  if (value === 20 && small % 100 === 4) return small + 76
  if (small >= 100 && small % 100 === 0 && value < 100) return small + value
  const tens = small % 100
  // Dix-sept.
  if (tens === 10 && value >= 7 && value < 10) return small + value
  if (tens < 20 || tens % 10 !== 0) return null
  if (value < 10) return small + value
  return (tens === 60 || tens === 80) && value < 20 ? small + value : null
}

/** Fractions, nouns that count, and "and a half" right after the sum. */
function afterSum(page: Page, sum: Sum, grammar: Grammar): EuropeanNumber {
  const { plain, source } = page
  const number: EuropeanNumber = {
    ...plainNumber(sum.end, new Rational(sum.halves, 2n)),
    factor: sum.last || (sum.scaleFrom >= 0 ? 1000n : 1n),
    scaleWords: sum.scaleFrom >= 0 ? source.slice(sum.scaleFrom, sum.scaleTo) : null,
  }
  if (sum.halves % 2n === 0n) number.value = new Rational(sum.halves / 2n)
  const article = sum.scaleFrom < 0 && (sum.halves === 2n || sum.isHalf)
  const noun = plain[sum.end] === ' ' ? plain.slice(sum.end + 1, wordEnd(plain, sum.end + 1)) : ''
  if (!noun) return { ...number, lone: article }
  const end = sum.end + 1 + noun.length
  if (sum.scaleFrom < 0) {
    const fraction = readFraction(plain, number, noun, end, grammar)
    if (fraction) return fraction
    const collective = grammar.collectives.get(noun)
    if (collective) return readCollective(page, number, collective, end, grammar)
  }
  if (noun === grammar.joint && sum.last > 0n) {
    const half = wordAfter(plain, end)
    if (grammar.halves.has(half))
      return {
        ...number,
        end: end + 1 + half.length,
        value: number.value.plus(new Rational(sum.last).over(new Rational(2n))),
      }
  }
  return { ...number, lone: article }
}

function readFraction(
  plain: string,
  upper: EuropeanNumber,
  noun: string,
  end: number,
  grammar: Grammar,
): EuropeanNumber | null {
  const more = wordAfter(plain, end)
  const long = more ? grammar.fractions.get(`${noun} ${more}`) : undefined
  const lower = long ?? grammar.fractions.get(noun)
  if (!lower || !upper.value.isWhole()) return null
  const stop = long ? end + 1 + more.length : end
  const of = /^ (?:d['’]|d[eu] |des |del )(?!finale?(?![a-z]))/.test(plain.slice(stop, stop + 12))
  if (!long && grammar.alsoOrdinal.has(noun) && !of) return null
  if (/^ de finale?(?![a-z])/.test(plain.slice(stop, stop + 11))) return null
  return { ...upper, end: stop, value: upper.value.over(new Rational(lower)), lone: false }
}

function readCollective(
  { plain, source }: Page,
  number: EuropeanNumber,
  { count, about }: { count: bigint; about: boolean },
  end: number,
  grammar: Grammar,
): EuropeanNumber {
  const value = number.value.times(count)
  const counted = { ...number, end, value, about, lone: false }
  // Une centaine de millions, un centenar de miles.
  const link = grammar.link.find((one) => plain.startsWith(one, end)) ?? ' '
  if (!plain.startsWith(link, end)) return counted
  const from = end + link.length
  const to = wordEnd(plain, from)
  const scale = grammar.scales.get(plain.slice(from, to))
  if (!scale || to - from < 3) return counted
  return { ...counted, end: to, value: value.times(scale), factor: scale, scaleWords: source.slice(from, to) }
}

/** "Zwei Jahre und ein halbes" is not said; "dos años y medio" and "deux ans et demi" are: half a unit more. */
export function halfMore(
  plain: string,
  end: number,
  grammar: Grammar,
): { end: number; value: Rational } | null {
  if (grammar.language === 'de' || !plain.startsWith(` ${grammar.joint} `, end)) return null
  const from = end + grammar.joint.length + 2
  const to = wordEnd(plain, from)
  return grammar.halves.has(plain.slice(from, to)) ? { end: to, value: HALF } : null
}
