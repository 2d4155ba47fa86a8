/** Reads one figure in Japanese at a position: 1兆2300億円, 3分の2, 3割5分, 時速180キロ, 倍増, 第3. */

import type { Bound } from '#reading/figure.ts'
import { isAttached } from '#reading/figure-parts/english/english-figure.ts'
import { isDigit } from '#reading/figure-parts/numbers/digits.ts'
import { HALF, Rational } from '#reading/figure-parts/numbers/rational.ts'
import { boundBefore } from '#reading/figure-parts/shared/bounds.ts'
import type { Draft, Page, Reading } from '#reading/figure-parts/shared/draft.ts'
import { ordinal } from '#reading/figure-parts/shared/ordinal.ts'
import { currencyBefore } from '#reading/figure-parts/units/currencies.ts'
import { readUnit } from '#reading/figure-parts/units/units.ts'
import {
  JAPANESE_AFTER,
  JAPANESE_BEFORE,
  JAPANESE_COUNTER,
  JAPANESE_NAME_BEFORE,
  JAPANESE_RATES,
  JAPANESE_UNIT_ROWS,
  NOT_JAPANESE_FIGURE,
  NOT_JAPANESE_UNIT,
} from './japanese.ts'
import { type JapaneseNumber, readJapaneseNumber } from './japanese-number.ts'

type Unit = { unit: string; kind: Draft['kind']; end: number; rate: string | null }
type Counted = Pick<JapaneseNumber, 'end' | 'value' | 'scaleWords' | 'factor'>

/** 倍増 doubles, 半減 halves; 半数 and 半分 are one half. */
const WORDS: [string, Rational, boolean][] = [
  ['倍増', new Rational(2n), true],
  ['倍增', new Rational(2n), true],
  ['倍加', new Rational(2n), true],
  ['半減', HALF, true],
  ['半减', HALF, true],
  ['半数', HALF, false],
  ['半分', HALF, false],
]
const PLACE = /(?:番目|位(?![置])|[回人年件例台社期度日代]目)/y
const ORDINAL = /第([\d〇一二三四五六七八九十百千]+)/y
const NOT_A_PLACE = /^(?:四半期|条|章|節|项|項|款|編|部|類|者|一歩|[1-4一二三四]四半期)/
const FRACTION = /分の(?=[\d一二三四五六七八九])/y
const BELOW_ZERO = /(?:氷点下|冰点下|零下|マイナス) ?$/
const VAGUE = /[数几何幾]$/
/** No word of a rate is without one of these signs: most clauses need one look. */
const RATE_HINT = /[あ当に毎每量産产額额間间均商率速給给]/
const PER_ONE = /^(?:あたり|当たり|当り|につき|平均)/
/** 38円45銭. */
const SEN = /(\d{1,2})銭/y
const HALF_MORE = /半(?![数分減减径島期額额])/y

/** Always consumes at least one sign; `draft` is null where the digits or numerals are no figure. */
export function readJapaneseFigure(page: Page, at: number): Reading {
  const { plain } = page
  const before = plain.slice(Math.max(0, at - 8), at)
  NOT_JAPANESE_FIGURE.lastIndex = at
  if (NOT_JAPANESE_FIGURE.test(plain)) {
    return { end: NOT_JAPANESE_FIGURE.lastIndex, draft: null }
  }
  const word = WORDS.find(([sign]) => plain.startsWith(sign, at))
  if (word) return wordFigure(page, at, word, before)
  if (plain[at] === '第') return ordinalFigure(page, at)
  const number = readJapaneseNumber(page, at)
  if (!number) return { end: digitsEnd(plain, at), draft: null }
  if (isAttached(plain, at) || JAPANESE_NAME_BEFORE.test(before) || VAGUE.test(before))
    return { end: number.end, draft: null }
  PLACE.lastIndex = number.end
  if (PLACE.test(plain)) return ordinal(at, PLACE.lastIndex, number.value, 'ja')
  const share = fractionAfter(page, number)
  if (share) return draftOf(page, at, share, null, null)
  const tenths = tenthsAfter(page, number)
  if (tenths)
    return draftOf(page, at, tenths, { unit: 'percent', kind: 'percent', end: tenths.end, rate: null }, null)
  return counted(page, at, number)
}

function digitsEnd(plain: string, at: number): number {
  let end = at + 1
  while (
    isDigit(plain.charCodeAt(end)) ||
    (/[.,]/.test(plain[end] ?? '') && isDigit(plain.charCodeAt(end + 1)))
  )
    end += 1
  return end
}

function wordFigure(
  page: Page,
  at: number,
  [word, value, grows]: [string, Rational, boolean],
  before: string,
): Reading {
  const end = at + word.length
  if (/[過过]$/.test(before) || (word === '半分' && /[前後后]$/.test(before))) return { end, draft: null }
  const unit = grows ? { unit: 'times', kind: 'multiple' as const, end, rate: null } : null
  return draftOf(page, at, { end, value, scaleWords: null, factor: 1n }, unit, null)
}

function ordinalFigure(page: Page, at: number): Reading {
  const { plain } = page
  ORDINAL.lastIndex = at
  if (!ORDINAL.test(plain)) return { end: at + 1, draft: null }
  const end = ORDINAL.lastIndex
  const number = readJapaneseNumber(page, at + 1)
  if (!number || NOT_A_PLACE.test(plain.slice(at + 1, at + 6)) || NOT_A_PLACE.test(plain.slice(end, end + 3)))
    return { end, draft: null }
  return ordinal(at, number.end, number.value, 'ja')
}

function fractionAfter(page: Page, lower: JapaneseNumber): Counted | null {
  const { plain } = page
  FRACTION.lastIndex = lower.end
  if (!FRACTION.test(plain) || lower.value.is(0n)) return null
  const upper = readJapaneseNumber(page, FRACTION.lastIndex)
  if (!upper) return null
  return { end: upper.end, value: upper.value.over(lower.value), scaleWords: null, factor: 1n }
}

/** 3割5分2厘 is 35.2 percent. */
function tenthsAfter(page: Page, number: JapaneseNumber): Counted | null {
  const { plain } = page
  if (plain[number.end] !== '割' || /[りい]/.test(plain[number.end + 1] ?? '')) return null
  let value = number.value.times(10n)
  let end = number.end + 1
  for (const [sign, share] of [
    ['分', 1n],
    ['厘', 10n],
  ] as const) {
    const more = /[\d一二三四五六七八九]/.test(plain[end] ?? '') ? readJapaneseNumber(page, end) : null
    if (!more || plain[more.end] !== sign) break
    value = value.plus(more.value.over(new Rational(share)))
    end = more.end + 1
  }
  return { end, value, scaleWords: null, factor: 1n }
}

function counted(page: Page, at: number, number: JapaneseNumber): Reading {
  const { plain } = page
  const unit = unitAfter(page, at, number.end)
  const currency = unit && unit.kind !== 'number' ? null : currencyBefore(plain, at, 'ja')
  JAPANESE_COUNTER.lastIndex = number.end
  const counter = JAPANESE_COUNTER.test(plain)
  const inNumerals = !number.hasDigits
  // 1人当たり and 1リットルあたり say per what the next figure is counted.
  if (
    number.value.is(1n) &&
    PER_ONE.test(plain.slice(unit?.end ?? number.end, (unit?.end ?? number.end) + 4))
  )
    return { end: unit?.end ?? number.end, draft: null }
  // 三 alone is a name more often than a count; 一年 and 一日 are "a year", "a day".
  if (inNumerals && !unit && !counter) return { end: number.end, draft: null }
  if (inNumerals && number.value.is(1n) && (!unit || unit.kind === 'duration'))
    return { end: number.end, draft: null }
  if (inNumerals && plain[number.end] === '数') return { end: number.end, draft: null }
  if (!unit && !currency && /[a-z:/_]/.test(plain[number.end] ?? '')) return { end: number.end, draft: null }
  const read: Counted = {
    end: number.end,
    value: number.value,
    scaleWords: number.scaleWords,
    factor: number.factor,
  }
  SEN.lastIndex = unit?.end ?? 0
  const sen = unit?.unit === 'JPY' ? SEN.exec(plain)?.[1] : undefined
  if (unit && sen) {
    read.value = read.value.plus(new Rational(BigInt(sen), 100n))
    unit.end = SEN.lastIndex
  }
  HALF_MORE.lastIndex = unit?.end ?? 0
  if (unit?.kind === 'duration' && HALF_MORE.test(plain)) {
    read.value = read.value.plus(HALF)
    unit.end += 1
  }
  return draftOf(page, at, read, unit, currency, counter ? JAPANESE_COUNTER.lastIndex : 0)
}

function unitAfter(page: Page, at: number, end: number): Unit | null {
  const { plain } = page
  if (page.ownUnits) {
    const own = readUnit(page, end)
    if (own) return own
  }
  for (const { word, unit, kind } of JAPANESE_UNIT_ROWS.get(plain[end] ?? '') ?? []) {
    if (!plain.startsWith(word, end)) continue
    const stop = end + word.length
    if (NOT_JAPANESE_UNIT.get(word)?.test(plain[stop] ?? '')) continue
    if (
      word === 'キロ' &&
      /(?:体重|コメ|米|重さ|重量)[^\d。、]{0,6}$/.test(plain.slice(Math.max(0, at - 10), at))
    )
      return { unit: 'kilograms', kind, end: stop, rate: null }
    return { unit, kind, end: stop, rate: null }
  }
  return readUnit(page, end)
}

function draftOf(
  page: Page,
  at: number,
  number: Counted,
  unit: Unit | null,
  currency: { code: string; start: number } | null,
  counterEnd = 0,
): Reading {
  const { plain } = page
  const below = BELOW_ZERO.exec(plain.slice(Math.max(0, at - 5), at))
  const start = currency ? currency.start : below ? at - below[0].length : at
  const end = unit?.end ?? number.end
  const clause = plain.slice(Math.max(0, start - 16), start)
  return {
    end,
    draft: {
      start,
      end,
      value: below ? number.value.negated() : number.value,
      high: null,
      unit: currency ? currency.code : (unit?.unit ?? null),
      kind: currency ? 'money' : (unit?.kind ?? 'number'),
      bound: boundOf(plain, start, counterEnd && !unit ? counterEnd : end),
      rate:
        unit?.rate ??
        (RATE_HINT.test(clause) ? JAPANESE_RATES.find(([rule]) => rule.test(clause))?.[1] : null) ??
        null,
      scaleWords: number.scaleWords,
      language: 'ja',
      factor: number.factor,
      signed: currency !== null,
      tentative: false,
    },
  }
}

function boundOf(plain: string, start: number, end: number): Bound {
  const from = plain[start - 1] === ' ' ? start - 1 : start
  const before = JAPANESE_BEFORE.find(([words]) => plain.startsWith(words, from - words.length))
  if (before) return before[1]
  if (/[<>≤≥~≈]/.test(plain[start - 1] ?? '')) return boundBefore(plain, start) ?? 'exact'
  const after = plain.slice(end, end + 10)
  return JAPANESE_AFTER.find(([rule]) => rule.test(after))?.[1] ?? 'exact'
}
