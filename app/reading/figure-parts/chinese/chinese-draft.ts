/** Makes a figure of a Chinese number and its unit: the currency or sign printed before it, its bound and its rate. */
import type { Bound } from '#reading/figure.ts'
import type { Rational } from '#reading/figure-parts/numbers/rational.ts'
import { scaleFactor } from '#reading/figure-parts/numbers/scale.ts'
import { boundAfter, boundBefore } from '#reading/figure-parts/shared/bounds.ts'
import type { Draft, Page, Reading } from '#reading/figure-parts/shared/draft.ts'
import { currencyBefore } from '#reading/figure-parts/units/currencies.ts'
import { rateAround } from '#reading/figure-parts/units/rates.ts'
import { isMeasure } from './chinese-meant.ts'
import type { ChineseNumber } from './chinese-number.ts'
import { priceOfOne } from './chinese-rates.ts'

type Unit = { unit: string | null; kind: Draft['kind']; rate?: string | null }

/** 近五年来 looks back over five years; 历时近五年 is nearly five. */
const RECENT = /(?:^|[\s，。；：、（“"(,;:])近$/
const RECENT_AFTER = /^(?:以?来|间|内)/
const OF_ONE = new Set(['per_person', 'per_share', 'per_household'])
/** The name of the scale may stand before the number: 摄氏12度, 华氏零下5度. */
const SCALE_BEFORE = /([摄华])氏(?:零下)?$/

/** `start` to `end` is the number with its unit; what belongs to the figure before it is looked for here. */
export function chineseDraft(
  page: Page,
  start: number,
  end: number,
  number: ChineseNumber,
  counted: Unit,
): Reading {
  const { plain, language } = page
  let unit = counted
  const named = unit.kind === 'money' || (unit.unit === null && unit.kind === 'number')
  const currency = named ? currencyBefore(plain, start, language ?? 'zh') : null
  // 人民币100亿元, 新台币3兆元: the name before the number belongs to the figure, and says which 元 is meant.
  const generic = unit.unit === 'CNY' && /[元块圆]/.test(plain[end - 1] ?? '')
  const before = currency && (unit.unit === null || generic || currency.code === unit.unit) ? currency : null
  const below = before ? 0 : signBefore(plain, start)
  let textStart = before ? before.start : start - below
  if (unit.unit === 'degrees') {
    const scale = SCALE_BEFORE.exec(plain.slice(Math.max(0, start - 4), start))
    if (scale) {
      textStart = start - scale[0].length
      unit = { unit: scale[1] === '摄' ? 'celsius' : 'fahrenheit', kind: 'number' }
    }
  }
  const isBelow = below > 0 && number.low.top > 0n
  // 零下二十七八度: of two numbers below zero the second is the lower one.
  const value = isBelow ? (number.high ?? number.low).negated() : number.low
  const high = isBelow && number.high ? number.low.negated() : number.high
  const price = before || unit.kind === 'money' ? priceOfOne(plain, end) : null
  return {
    end: price?.end ?? end,
    draft: {
      start: textStart,
      end,
      value,
      high,
      unit: before ? before.code : generic ? page.yuan : unit.unit,
      kind: before ? 'money' : unit.kind,
      bound: number.high ? 'range' : boundAround(plain, textStart, end, number, unit),
      rate: price?.rate ?? rateOf(plain, textStart, end, unit),
      scaleWords: number.scaleWords,
      language: language === 'ja' ? 'ja' : 'zh',
      factor: number.scaleWords ? scaleFactor(number.scaleWords) : 1n,
      signed: before !== null,
      tentative: false,
    },
  }
}

function boundAround(plain: string, start: number, end: number, number: ChineseNumber, unit: Unit): Bound {
  const before: Bound | null = boundBefore(plain, start, number.startsWithScale)
  const after = afterMeasure(plain, end, unit)
  // 最大80毫米以上: the words after the number are the limit, those before only say of what.
  if (before === 'lte' && after === 'gte') return after
  if (
    before === 'approx' &&
    unit.kind === 'duration' &&
    plain[start - 1] === '近' &&
    !number.startsWithScale
  ) {
    const recent =
      RECENT.test(plain.slice(Math.max(0, start - 2), start)) || RECENT_AFTER.test(plain.slice(end, end + 2))
    if (recent) return after ?? number.more ?? 'exact'
  }
  if (before ?? after) return before ?? after ?? 'exact'
  const moreAfter = /[多余]/.test(plain[end] ?? '') && !/^.[样元]/.test(plain.slice(end, end + 2))
  return number.more ?? (moreAfter && unit.kind !== 'ordinal' ? 'gt' : 'exact')
}

/** 以上 may stand behind the measure word: 五票以上. */
function afterMeasure(plain: string, end: number, unit: Unit): Bound | null {
  const counts = unit.unit === null && unit.kind === 'number' && isMeasure(plain[end] ?? '')
  return boundAfter(plain, counts ? end + 1 : end)
}

/** Income per person grows over three years, which are nobody's years. */
function rateOf(plain: string, start: number, end: number, unit: Unit): string | null {
  const rate =
    unit.rate ??
    rateAround(plain, start, end, { percent: unit.kind === 'percent' || unit.kind === 'percentage_point' })
  return unit.kind === 'duration' && rate && OF_ONE.has(rate) ? null : rate
}

/** A number that is not written as one: 百分百, 一半. */
export function plainNumber(value: Rational, end: number): ChineseNumber {
  return {
    end,
    low: value,
    high: null,
    scaleWords: null,
    more: null,
    tokens: 1,
    startsWithScale: false,
    hasDigits: false,
    hasPoint: false,
  }
}

/** How many signs before the number say it is below zero: 零下12度, 负5%, -5%. */
function signBefore(plain: string, start: number): number {
  if (plain.startsWith('零下', start - 2)) return 2
  const sign = plain[start - 1]
  const before = plain[start - 2] ?? ''
  if (sign === '负' && !/[正抱担胜自肩背欺辜]/.test(before)) return 1
  return sign === '-' && !/[\da-z%万亿元年月]/.test(before) ? 1 : 0
}
