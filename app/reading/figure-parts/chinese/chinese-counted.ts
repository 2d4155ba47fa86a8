/** Reads a Chinese number that counts or measures: 三台设备, 140万亿词元, 两年半, 三块五, 9秒98. */

import { isDigit } from '#reading/figure-parts/numbers/digits.ts'
import { HALF, Rational, ZERO } from '#reading/figure-parts/numbers/rational.ts'
import type { Draft, Page, Reading } from '#reading/figure-parts/shared/draft.ts'
import { endAt } from '#reading/figure-parts/shared/sticky.ts'
import { readUnit, type UnitMatch } from '#reading/figure-parts/units/units.ts'
import { chineseDraft } from './chinese-draft.ts'
import { isMeant, isMeasure } from './chinese-meant.ts'
import { type ChineseNumber, readChineseNumber } from './chinese-number.ts'

/** What people speak of in halves beside time: 半吨, 两公里半. */
const HALVED = new Set([
  'times',
  'tonnes',
  'kilometres',
  'metres',
  'jin',
  'kilograms',
  'mu',
  'litres',
  'hectares',
])
const HALF_WORD = /[径导数岛价夜决场途]/
const MORE_AFTER = /[多余来几]/
const NOT_MORE = /^(?:来自|多(?:样|元[化文素])|余[额下])/
/** The verbs after which 3倍 is what is added, not what is reached. */
const ADDED_BEFORE =
  /(?:增长|增加|增|提高|提升|上升|上涨|涨|扩大|多|高出|高|大|快)(?:了|出)?(?:近|约|超|超过|逾|至少|将近)?$/
/** Coins are named alone only with 钱, or where the words end: 5分钱, 两毛。 */
const COINS: [RegExp, bigint][] = [
  [/^(?:[角毛]钱|[角毛](?![\u3400-\u9fff]))/, 10n],
  [/^分钱/, 100n],
]
/** 年息三厘半: an interest of three and a half percent, as Hong Kong counts it; a monthly or daily 厘 is a thousandth. */
const INTEREST_BEFORE = /(?:息|利率|按揭|回报率?|收益率)[^，。；,;\d]{0,8}$/
const SHORT_INTEREST = /[月日]息[^，。；,;]{0,8}$/
const PERCENT = { unit: 'percent', kind: 'percent', rate: null } as const
/** A place won or lost in a table is no person: 上升两位. */
const RANK_BEFORE = /(?:上升|下降|下滑|前进|后退|提升|跃升|攀升|升|降)了?$/
/** 航速32节: on the sea 节 are knots. */
const SPEED_BEFORE = /[航时风流车]速[^，。；,;]{0,5}$/
/** Between the numbers of a list that name their unit once: 3.6和2.9个百分点. */
const LISTED = / ?[和、与及或] ?(?=\d)/y
const MAX_LISTED = 6

/** `number` stands at `start`; a null draft where it is no count. */
export function readCounted(page: Page, start: number, number: ChineseNumber): Reading {
  const { plain } = page
  let end = number.end
  let more = number.more
  let low = number.low
  // 300 多倍: the technology press sets a blank after digits.
  if (number.hasDigits && plain[end] === ' ' && MORE_AFTER.test(plain[end + 1] ?? '')) end += 1
  const marker = plain[end] ?? ''
  if (MORE_AFTER.test(marker) && !NOT_MORE.test(plain.slice(end, end + 3))) {
    more = marker === '来' ? 'approx' : 'gt'
    end += 1
  }
  const oneAndHalf = plain[end] === '个' && /^个半(?=月|小时|星期|钟头|世纪)/.test(plain.slice(end, end + 4))
  if (oneAndHalf) low = low.plus(HALF)
  // 一个半月: the half stands inside the unit (个月).
  const unit = unitAfter(page, start, oneAndHalf ? end + 2 : end, number, oneAndHalf)
  const coin = unit ? null : coinAfter(plain, end)
  if (coin) return chineseDraft(page, start, coin.end, { ...number, low: low.over(coin.parts), more }, YUAN)
  const accepted = isMeant(page, start, number, unit, end)
  if (!accepted) return { end: number.end, draft: null }
  // The words around a low end speak of the range, whose high end reads them.
  if (accepted === 'tentative') return { end: number.end, draft: lowEnd(page, start, number) }
  // 多 belongs to the number, with or without a unit after it: 3百多, 2亿多元.
  let finish = unit ? unit.end : end
  if (
    unit &&
    isHalved(plain, unit) &&
    plain[finish] === '半' &&
    !HALF_WORD.test(plain.slice(finish + 1, finish + 2))
  ) {
    low = low.plus(HALF)
    finish += 1
  }
  const decimals = unit && end === number.end ? decimalsAfter(page, finish) : null
  if (decimals) {
    low = low.plus(decimals.value)
    finish = decimals.end
  }
  if (unit?.unit === 'CNY' && /[元块圆]/.test(plain[finish - 1] ?? '')) {
    const small = readSmallMoney(page, finish)
    low = low.plus(small.value)
    finish = small.end
  }
  // 两个多月, 8分多钟.
  if (unit && plain.slice(end, unit.end).includes('多')) more = 'gt'
  const read = chineseDraft(
    page,
    start,
    finish,
    low === number.low && more === number.more ? number : { ...number, low, more },
    unit ?? sharedUnit(page, finish, number),
  )
  if (!read.draft) return read
  const added = unit?.unit === 'times' && ADDED_BEFORE.test(plain.slice(Math.max(0, start - 10), start))
  if (added) read.draft.note = 'increase_by'
  return read
}

function lowEnd({ language }: Page, start: number, number: ChineseNumber): Draft {
  return {
    start,
    end: number.end,
    value: number.low,
    high: null,
    unit: null,
    kind: 'number',
    bound: 'exact',
    rate: null,
    scaleWords: null,
    language: language === 'ja' ? 'ja' : 'zh',
    factor: 1n,
    signed: false,
    tentative: true,
  }
}

const DECIMALS =
  /^(?:\d{1,2}(?![\d.\u3400-\u9fff])|\d{2}(?![\d.秒分年月点个人名])|[一二三四五六七八九](?![一二三四五六七八九十百千万亿个名人位年月点分米条]))/
const HUNDRED = 100n
const TEN = new Rational(10n)
/** Whether 半 may stand before or behind the unit. */
export function isHalved(plain: string, { kind, unit, end }: UnitMatch): boolean {
  return kind === 'duration' || HALVED.has(unit) || plain[end - 1] === '厘'
}

const YUAN = { unit: 'CNY', kind: 'money' } as const
const NOTHING = { unit: null, kind: 'number' } as const

function unitAfter(
  page: Page,
  start: number,
  at: number,
  number: ChineseNumber,
  oneAndHalf: boolean,
): UnitMatch | null {
  const { plain } = page
  const unit = readUnit(page, at)
  if (!unit && isAmount(plain, at, number)) return { ...YUAN, end: at + 1, rate: null }
  if (!unit && plain[at] === '节' && SPEED_BEFORE.test(plain.slice(Math.max(0, start - 8), start)))
    return { unit: 'knots', kind: 'number', end: at + 1, rate: null }
  if (!unit && plain[at] === '厘') return interestAt(plain, start, at)
  if (!unit) return (oneAndHalf ? halfUnitAfter(plain, at) : null) ?? minutesAfter(plain, start, at, number)
  const sign = plain[unit.end - 1]
  // 用电300度: kilowatt-hours are called degrees.
  if (sign === '度' && unit.unit === 'degrees' && isElectric(plain.slice(Math.max(0, start - 14), start)))
    return { ...unit, unit: 'kilowatt_hours' }
  if (sign === '位' && RANK_BEFORE.test(plain.slice(Math.max(0, start - 4), start))) return null
  return unit
}

/** 厘 as percent, where the words before the number at `start` speak of interest. */
export function interestAt(plain: string, start: number, at: number): UnitMatch | null {
  const before = plain.slice(Math.max(0, start - 14), start)
  return plain[at] === '厘' && INTEREST_BEFORE.test(before) && !SHORT_INTEREST.test(before)
    ? { ...PERCENT, end: at + 1 }
    : null
}

/** 两万块积蓄 is money, 两块地 and 512块显卡 are pieces. */
function isAmount(plain: string, at: number, number: ChineseNumber): boolean {
  if (plain[at] !== '块' || plain[at + 1] === '儿') return false
  return number.scaleWords !== null || (!number.hasDigits && number.low.atLeast(HUNDRED))
}

function isElectric(before: string): boolean {
  return before.includes('电') && !/[温角热]/.test(before)
}

/** What may follow 一个半 without its 个. */
function halfUnitAfter(plain: string, at: number): UnitMatch | null {
  if (plain[at] === '月') return { unit: 'months', kind: 'duration', end: at + 1, rate: null }
  return plain.startsWith('世纪', at)
    ? { unit: 'centuries', kind: 'duration', end: at + 2, rate: null }
    : null
}

/** 9秒98, 1米75, 一米八, 三十九度五: what stands behind the unit are its decimals. */
function decimalsAfter({ plain, source }: Page, at: number): { value: Rational; end: number } | null {
  const sign = plain[at - 1]
  if ((sign !== '秒' && sign !== '米' && sign !== '度') || !DECIMALS.test(plain.slice(at, at + 3)))
    return null
  if (isDigit(plain.charCodeAt(at))) {
    const end = isDigit(plain.charCodeAt(at + 1)) ? at + 2 : at + 1
    return { value: Rational.of(`0.${plain.slice(at, end)}`), end }
  }
  const number = readChineseNumber(source, plain, at)
  return number ? { value: number.low.over(TEN), end: number.end } : null
}

/** 分 alone is minutes between hours and seconds only; elsewhere it is a point or a coin. */
function minutesAfter(plain: string, start: number, at: number, number: ChineseNumber): UnitMatch | null {
  if (plain[at] !== '分' || !number.hasDigits) return null
  const meant =
    /^零?\d{1,2}(?:\.\d+)?秒/.test(plain.slice(at + 1, at + 8)) || plain.startsWith('小时', start - 2)
  return meant ? { unit: 'minutes', kind: 'duration', end: at + 1, rate: null } : null
}

function coinAfter(plain: string, at: number): { end: number; parts: Rational } | null {
  if (!'角毛分'.includes(plain[at] ?? ' ')) return null
  for (const [rule, parts] of COINS) {
    const words = rule.exec(plain.slice(at, at + 2))?.[0]
    if (words) return { end: at + words.length, parts: new Rational(parts) }
  }
  return null
}

/** The unit of the last number of a list (3.6和2.9个百分点), for one that has none; not where a scale word is shared too. */
function sharedUnit(
  page: Page,
  end: number,
  number: ChineseNumber,
): Pick<UnitMatch, 'unit' | 'kind'> | typeof NOTHING {
  const { plain, source } = page
  if (!number.hasDigits) return NOTHING
  let at = end
  for (let count = 0; count < MAX_LISTED; count += 1) {
    const from = endAt(LISTED, plain, at)
    if (!from) return NOTHING
    const next = readChineseNumber(source, plain, from)
    if (!next) return NOTHING
    const unit = readUnit(page, next.end)
    if (unit) {
      const alike = !next.scaleWords || number.scaleWords || unit.kind === 'percent'
      return alike && plain[unit.end - 1] !== '日' ? { unit: unit.unit, kind: unit.kind } : NOTHING
    }
    at = next.end
  }
  return NOTHING
}

/** 三元五角二分, 三块五: jiao and fen (and a bare numeral for jiao) that belong to the amount before them. */
function readSmallMoney(page: Page, at: number): { value: Rational; end: number } {
  const { plain, source } = page
  let value = ZERO
  let end = at
  for (const [signs, parts] of [
    ['角毛', 10n],
    ['分', 100n],
  ] as const) {
    if (plain[end] === '零') end += 1
    const number = readChineseNumber(source, plain, end)
    const sign = number ? (plain[number.end] ?? '') : ''
    const colloquial =
      plain[at - 1] === '块' &&
      parts === 10n &&
      number?.tokens === 1 &&
      !isMeasure(sign) &&
      !readUnit(page, number.end)
    const counted = sign !== '' && signs.includes(sign)
    if (!number?.low.isWhole() || number.hasPoint || number.low.atLeast(10n) || !(counted || colloquial))
      continue
    value = value.plus(number.low.over(new Rational(parts)))
    end = number.end + (counted ? 1 : 0)
  }
  return plain[end - 1] === '零' ? { value: ZERO, end: at } : { value, end }
}
