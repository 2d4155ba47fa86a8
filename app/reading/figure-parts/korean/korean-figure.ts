/** Reads one figure in Korean at a position: 1조 2,000억 원, 3만5천 명, 두 배, 3분의 2, 30%, 2%p, 제3. */

import type { Bound } from '#reading/figure.ts'
import { isAttached } from '#reading/figure-parts/english/english-figure.ts'
import { isDigit } from '#reading/figure-parts/numbers/digits.ts'
import { HALF, Rational } from '#reading/figure-parts/numbers/rational.ts'
import { scaleFactor } from '#reading/figure-parts/numbers/scale.ts'
import type { Draft, Page, Reading } from '#reading/figure-parts/shared/draft.ts'
import { ordinal } from '#reading/figure-parts/shared/ordinal.ts'
import { currencyBefore } from '#reading/figure-parts/units/currencies.ts'
import {
  KOREAN_AFTER,
  KOREAN_BEFORE,
  KOREAN_COUNTER,
  KOREAN_NAME_BEFORE,
  KOREAN_RATES,
  KOREAN_STREET_BEFORE,
  KOREAN_UNITS,
  type KoreanUnit,
  NOT_KOREAN_FIGURE,
  NOT_KOREAN_UNIT,
} from './korean.ts'
import { isHangul, type KoreanNumber, readKoreanNumber } from './korean-number.ts'

const BELOW_ZERO = /(?:영하|마이너스) ?$/
const PLACE = / ?번째/y
const RANK = /위(?![안원치험])/y
const FRACTION = / ?분의 ?(?=[\d일이삼사오육칠팔구])/y
/** 제3차 is an ordinal; 제9조 and 제22대 name a section and a session. */
const ORDINAL_AFTER = /^(?: ?(?:차|회|기|위|단계|순위))/
const HALF_MORE = / 반(?=[ .,을이은의만동에]|$)/y
/** 2주를 are shares, 2주 동안 two weeks. */
const WEEKS_AFTER = /^(?: ?(?:간|동안|만|째|뒤|후|전|연속|안에|이내|앞|일)|[.,의가]| )/
const MAX_WEEKS = 60n

/** Always consumes at least one sign; `draft` is null where the signs are no figure. */
export function readKoreanFigure(page: Page, at: number): Reading {
  const { plain } = page
  if (plain.startsWith('절반', at)) return halfFigure(page, at)
  const before = plain.slice(Math.max(0, at - 12), at)
  if (isDigit(plain.charCodeAt(at))) {
    NOT_KOREAN_FIGURE.lastIndex = at
    if (NOT_KOREAN_FIGURE.test(plain) && !/제 ?$/.test(before))
      return { end: NOT_KOREAN_FIGURE.lastIndex, draft: null }
  }
  const number = readKoreanNumber(page, at)
  if (!number) return { end: at + 1, draft: null }
  if ('skip' in number) return { end: number.skip, draft: null }
  if (isAttached(plain, at) || KOREAN_NAME_BEFORE.test(before)) return { end: number.end, draft: null }
  if (/(?:^|[^가-힣])제 ?$/.test(before)) return section(page, at, number)
  PLACE.lastIndex = number.end
  RANK.lastIndex = number.end
  if (PLACE.test(plain)) return ordinal(at, PLACE.lastIndex, number.value, 'ko')
  if (!number.inWords && RANK.test(plain)) return ordinal(at, RANK.lastIndex, number.value, 'ko')
  const share = number.inWords === 'native' ? null : fractionAfter(page, number)
  return share ? draftOf(page, at, share, null, null, false) : counted(page, at, number)
}

function halfFigure(page: Page, at: number): Reading {
  const number: KoreanNumber = { end: at + 2, value: HALF, high: null, scale: null, inWords: null }
  return draftOf(page, at, number, null, null, false)
}

function section({ plain }: Page, at: number, number: KoreanNumber): Reading {
  // 9조 after 제 is a section, no trillion: the digits alone are the number.
  let end = at
  while (isDigit(plain.charCodeAt(end))) end += 1
  if (end === at || !ORDINAL_AFTER.test(plain.slice(end, end + 4))) return { end: number.end, draft: null }
  const start = plain[at - 1] === ' ' ? at - 2 : at - 1
  return ordinal(start, end, new Rational(BigInt(plain.slice(at, end))), 'ko')
}

function fractionAfter(page: Page, lower: KoreanNumber): KoreanNumber | null {
  FRACTION.lastIndex = lower.end
  if (!FRACTION.test(page.plain) || lower.value.is(0n)) return null
  const from = FRACTION.lastIndex
  const one = '일이삼사오육칠팔구'.indexOf(page.plain[from] ?? '') + 1
  const upper = one ? null : readKoreanNumber(page, from)
  if (!one && (!upper || 'skip' in upper)) return null
  const top = one ? new Rational(BigInt(one)) : (upper as KoreanNumber).value
  const end = one ? from + 1 : (upper as KoreanNumber).end
  return { end, value: top.over(lower.value), high: null, scale: null, inWords: null }
}

function counted(page: Page, at: number, number: KoreanNumber): Reading {
  const { plain } = page
  // 300여 명: somewhat more than 300.
  const more = plain[number.end] === '여' && !/[러]/.test(plain[number.end + 1] ?? '')
  const from = number.end + (more ? 1 : 0)
  const unit = unitAfter(page, from, number)
  const currency = unit || number.inWords ? null : currencyBefore(plain, at, 'ko')
  KOREAN_COUNTER.lastIndex = from
  const counter = !unit && KOREAN_COUNTER.test(plain) ? KOREAN_COUNTER.lastIndex : 0
  // 1인당 and 1시간당 say per what the next figure is counted.
  if (number.value.is(1n) && plain[unit?.end ?? counter] === '당')
    return { end: unit?.end ?? number.end, draft: null }
  if (number.inWords && !stands(plain, number.end, unit?.end ?? counter))
    return { end: number.end, draft: null }
  if (number.inWords && !unit && !counter) return { end: number.end, draft: null }
  if (number.inWords === 'native' && number.value.is(1n) && !number.high && unit?.unit !== 'people')
    return { end: number.end, draft: null }
  if (!unit && !currency && !number.inWords) {
    if (/[a-z:/_]/.test(plain[number.end] ?? '')) return { end: skipCode(plain, number.end), draft: null }
    if (!counter && !number.scale && isName(plain, at, number.end)) return { end: number.end, draft: null }
  }
  return draftOf(page, at, number, unit, currency, more, counter)
}

/** 세명이 counts, 세종대로 is a name: written together, what is counted ends there or takes a particle. */
function stands(plain: string, end: number, stop: number): boolean {
  return plain[end] === ' ' || !isHangul(plain.charCodeAt(stop)) || PARTICLES.includes(plain[stop] ?? '')
}

const PARTICLES = '이가을를은는의에도만과와로씩으당까부마째간'

/** 14:30 and 3/4 are no figures, and neither are their second halves. */
function skipCode(plain: string, at: number): number {
  let end = at
  while (/[:/]/.test(plain[end] ?? '') && isDigit(plain.charCodeAt(end + 1))) {
    end += 1
    while (isDigit(plain.charCodeAt(end))) end += 1
  }
  return Math.max(end, at)
}

/** A year written alone, a house number. */
function isName(plain: string, at: number, end: number): boolean {
  if (KOREAN_STREET_BEFORE.test(plain.slice(Math.max(0, at - 5), at))) return true
  return end - at === 4 && /^(?:1[5-9]|20)\d\d$/.test(plain.slice(at, end))
}

type Found = { unit: string; kind: Draft['kind']; end: number }

function unitAfter(page: Page, from: number, number: KoreanNumber): Found | null {
  const { plain, ownUnits } = page
  const start = plain[from] === ' ' ? from + 1 : from
  for (const [word, unit] of ownUnits ?? [])
    if (plain.startsWith(word, start)) return { unit, kind: 'number', end: start + word.length }
  for (const row of KOREAN_UNITS.get(plain[start] ?? '') ?? []) {
    if (!plain.startsWith(row.word, start)) continue
    const end = start + row.word.length
    if (/[a-z]$/.test(row.word) && /[a-z]/.test(plain[end] ?? '')) continue
    if (NOT_KOREAN_UNIT.get(row.word)?.test(plain[end] ?? '')) continue
    return meant(plain, row, end, number, start > from)
  }
  return null
}

/** Some syllables are a unit after one kind of number only: 두 분 are people, 십 분 minutes; 백 주 are shares. */
function meant(
  plain: string,
  { word, unit, kind }: KoreanUnit,
  end: number,
  number: KoreanNumber,
  spaced: boolean,
): Found | null {
  const native = number.inWords === 'native'
  if (word === '분' && native) return { unit: 'people', kind: 'number', end }
  if ((word === '달' || word === '해' || word === '살') && !native) return null
  if ((word === '일' || word === '세') && native) return null
  if (word === '주' && (number.value.atLeast(MAX_WEEKS) || !WEEKS_AFTER.test(plain.slice(end, end + 3))))
    return null
  // After a space these are more often the next word: 3 도 (too), 5 일.
  if (spaced && /^[도일초인주해]$/.test(word) && isHangul(plain.charCodeAt(end)) && !number.inWords)
    return null
  return { unit, kind, end }
}

function draftOf(
  page: Page,
  at: number,
  number: KoreanNumber,
  unit: Found | null,
  currency: { code: string; start: number } | null,
  more: boolean,
  counterEnd = 0,
): Reading {
  const { plain, source } = page
  const below = BELOW_ZERO.exec(plain.slice(Math.max(0, at - 5), at))
  const minus = plain[at - 1] === '-' && /^$|[\s(]/.test(plain[at - 2] ?? '')
  const start = currency ? currency.start : below ? at - below[0].length : minus ? at - 1 : at
  let end = unit?.end ?? number.end
  let { value } = number
  HALF_MORE.lastIndex = end
  if (unit?.kind === 'duration' && HALF_MORE.test(plain)) {
    value = value.plus(HALF)
    end = HALF_MORE.lastIndex
  }
  const clause = plain.slice(clauseFrom(plain, start), start)
  const said = boundOf(plain, start, counterEnd || end)
  return {
    end,
    draft: {
      start,
      end,
      value: below || minus ? value.negated() : value,
      high: number.high,
      unit: currency ? currency.code : (unit?.unit ?? null),
      kind: currency ? 'money' : (unit?.kind ?? 'number'),
      bound: number.high ? 'range' : (said ?? (more ? 'gt' : 'exact')),
      rate: RATE_HINT.test(clause) ? (KOREAN_RATES.find(([rule]) => rule.test(clause))?.[1] ?? null) : null,
      scaleWords: number.scale ? source.slice(number.scale[0], number.scale[1]) : null,
      language: 'ko',
      factor: number.scale ? scaleFactor(plain.slice(number.scale[0], number.scale[1])) : 1n,
      signed: currency !== null,
      tentative: false,
    },
  }
}

const LOOK_BACK = 20
/** No word of a rate is without one of these signs: most clauses need one look. */
const RATE_HINT = /[루일매달월연당속급해주]/

/** The words that may name a rate, back to the figure or the sentence before; "1인당" and "1일" belong to them. */
function clauseFrom(plain: string, start: number): number {
  let from = start
  while (from > Math.max(0, start - LOOK_BACK)) {
    const sign = plain[from - 1] ?? ''
    if (/[.!?\n]/.test(sign)) break
    if (isDigit(sign.charCodeAt(0)))
      return /^(?:인|명|일|주)/.test(plain.slice(from, from + 1)) ? from - 1 : from
    from -= 1
  }
  return from
}

function boundOf(plain: string, start: number, end: number): Bound | null {
  const tail = plain.slice(Math.max(0, start - 6), start)
  const before = BOUND_HINT.test(tail) ? KOREAN_BEFORE.find(([rule]) => rule.test(tail)) : undefined
  if (before) return before[1]
  const next = plain.slice(end, end + 9)
  return KOREAN_AFTER.find(([rule]) => rule.test(next))?.[1] ?? null
}

const BOUND_HINT = /[가-힣<>≤≥~≈] ?$/
