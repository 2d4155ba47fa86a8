/** Reads one figure in Chinese or Japanese at a position: 140万亿, 三分之一, 百分之五, 三成, 八折, 两年半, 第三, 3割. */
import type { Bound } from '#reading/figure.ts'
import { boundAfter, boundBefore } from './bounds.ts'
import { type ChineseNumber, readChineseNumber } from './chinese-number.ts'
import { currencyBefore } from './currencies.ts'
import type { Draft, Page, Reading } from './draft.ts'
import { rateAround } from './rates.ts'
import { HALF, Rational, ZERO } from './rational.ts'
import { scaleFactor } from './scale.ts'
import { readUnit, type UnitMatch } from './units.ts'

const PARTS_OF: [string, string][] = [
  ['百分之', 'percent'],
  ['千分之', 'permille'],
  ['万分之', 'permyriad'],
]
/** Counted things whose measure word shows that a lone numeral is meant as a number. */
const MEASURE =
  /[个名家位次项台辆户件座条所只艘架枚份批场款张篇种层间倍国省市县颗株头支本封匹套杯瓶箱袋桌届轮类款栋幢宗起处门首部集章页字]/
/** These are words or names, not counts, whatever follows. */
const NAMED =
  /^(?:二十国集团|七国集团|五角大楼|七天乐|三峡|百家争鸣|百分点|千家万户|千禧|十字|八一|九一八|七七|五四|一带一路|两弹一星|三农|一二三产|一三产|二次元|三次元|二维码|三文鱼|八宝粥)/
/** A lone numeral in these is a word, not a count. */
const SET_PHRASE =
  /^(?:两会|两岸|两者|两国|一国|三国|三省|八卦|九州|四川|五星|百度|万科|万达|千万|十分|万一|一一|三位一体|四面|八方|七夕|三亚|九江|一[个家名位次项条种场批款份件张座台只国市省间层所支篇头本套类届期轮起处门首部])/
/** 数十亿 is vague, 总数十二亿 is not. */
const VAGUE_BEFORE = /几|(?<![总人户件参指次基多半系位单双常字笔倍])数/
const NOT_NUMBER_BEFORE =
  /(?:星期|礼拜|周|统|唯|单|之|同|专|万|初|划|逐|独|归|如|不|非|合|为|每|这|那|某|另|任|哪|进|再|双)$/
const NOT_TENTHS = /^成[立为员功本果交都品绩就长熟效形分语份]/
const PAIR_FOLLOWS = /^[-–—~～至到]\s?[\d零〇一二三四五六七八九十两百]/
const HALF_UNIT = /^半(?=(?:年|天|日|个月|小时|个小时|个世纪|周)(?![度来]))/
const NOT_ORDINAL = /^(?:三方|三者|一时间|一线|一手|一夫人|二课堂|三世界|三产业|一财经)/
const MORE_AFTER = /[多余来几]/
/** The verbs after which 3倍 is what is added, not what is reached. */
const ADDED_BEFORE =
  /(?:增长|增加|增|提高|提升|上升|上涨|涨|扩大|多|高出|高|大|快)(?:了|出)?(?:近|约|超|超过|逾|至少|将近)?$/

/** Always consumes at least one sign; `draft` is null where the words are no figure. */
export function readChineseFigure(page: Page, at: number): Reading {
  const { plain, source } = page
  const opens = plain[at] ?? ''
  const ordinal = opens === '第'
  const start = ordinal ? at + 1 : at
  if (opens === '百' || opens === '千' || opens === '万')
    for (const [words, unit] of PARTS_OF) {
      if (!plain.startsWith(words, start)) continue
      const part = readChineseNumber(source, plain, start + words.length)
      if (!part) return { end: start + words.length, draft: null }
      return figure(page, start, part.end, part, { unit, kind: 'percent' })
    }
  if (plain.startsWith('百分百', start))
    return figure(page, start, start + 3, plainNumber(new Rational(100n), start + 3), PERCENT)
  if (plain[start] === '半') return readHalf(page, start)
  const number = readChineseNumber(source, plain, start)
  if (!number) return { end: start + 1, draft: null }
  if (ordinal) {
    if (NOT_ORDINAL.test(plain.slice(start, start + 4))) return { end: number.end, draft: null }
    return figure(page, at, number.end, number, { unit: null, kind: 'ordinal' })
  }
  if (plain.startsWith('一半', start) && number.end === start + 1)
    return figure(page, start, start + 2, plainNumber(HALF, start + 2), { unit: null, kind: 'number' })
  if (!number.hasDigits) {
    const vague =
      VAGUE_BEFORE.test(plain.slice(Math.max(0, start - 2), start)) &&
      /[几数]/.test(plain[start - 1] ?? '') &&
      /[十百千万亿]/.test(opens)
    if (vague || NAMED.test(plain.slice(start, start + 6))) return { end: number.end, draft: null }
    if (opens === '万' && plain.startsWith('成千上', start - 3)) return { end: number.end, draft: null }
  }
  if (plain.startsWith('分之', number.end)) return readFraction(page, start, number)
  const after = plain[number.end]
  const tenths = after === '成' ? !NOT_TENTHS.test(plain.slice(number.end, number.end + 2)) : after === '割'
  if (tenths && !new Rational(10n).below(number.low)) return readTenths(page, start, number)
  if (after === '折' && !/[扣磨叠腾射线页]/.test(plain[number.end + 1] ?? '')) {
    // 八折 is 80 % of the price, 八五折 85 %.
    const share = number.low.atLeast(10n) ? number.low : number.low.times(10n)
    return figure(page, start, number.end + 1, { ...number, low: share, high: null }, PERCENT)
  }
  return readCounted(page, start, number)
}

const PERCENT = { unit: 'percent', kind: 'percent' } as const

function readHalf(page: Page, at: number): Reading {
  const { plain } = page
  const before = plain[at - 1] ?? ''
  const half = HALF_UNIT.test(plain.slice(at, at + 6)) && !/[上下前后大一多过小折减]/.test(before)
  const unit = half ? readUnit(page, at + 1) : null
  if (!unit) return { end: at + 1, draft: null }
  return figure(page, at, unit.end, plainNumber(HALF, at + 1), unit)
}

function readFraction(page: Page, start: number, lower: ChineseNumber): Reading {
  const upper = readChineseNumber(page.source, page.plain, lower.end + 2)
  if (!upper || lower.low.top <= 0n) return { end: lower.end + 2, draft: null }
  const value = upper.low.over(lower.low)
  return figure(page, start, upper.end, { ...upper, low: value, high: null }, { unit: null, kind: 'number' })
}

function readTenths(page: Page, start: number, number: ChineseNumber): Reading {
  const { plain, source } = page
  const next = number.end + 1
  const japanese = plain[number.end] === '割'
  // 三成五 and 3割5分 are 35 %.
  const follows = japanese
    ? /^(?:\d|[一二三四五六七八九])分/.test(plain.slice(next, next + 2))
    : /^[一二三四五六七八九](?![成年月个十百])/.test(plain.slice(next, next + 2))
  const rest = follows ? readChineseNumber(source, plain, next) : null
  const low = number.low.times(10n).plus(rest?.low ?? ZERO)
  const high = number.high ? number.high.times(10n) : null
  const end = rest ? rest.end + (japanese ? 1 : 0) : next
  const read = figure(page, start, end, { ...number, low, high }, PERCENT)
  // 三至五成: the low end counts in tenths as well.
  if (read.draft) read.draft.factor = 10n
  return read
}

function readCounted(page: Page, start: number, number: ChineseNumber): Reading {
  const { plain } = page
  let end = number.end
  let more = number.more
  let low = number.low
  const marker = plain[end] ?? ''
  if (
    marker &&
    MORE_AFTER.test(marker) &&
    !/^(?:来自|多(?:[种样方国]|元[化文素])|余[额下])/.test(plain.slice(end, end + 3))
  ) {
    more = marker === '来' ? 'approx' : 'gt'
    end += 1
  }
  const oneAndHalf = plain[end] === '个' && /^个半(?=月|小时|星期|钟头|世纪)/.test(plain.slice(end, end + 4))
  if (oneAndHalf) low = low.plus(HALF)
  // 一个半月: the half stands inside the unit (个月).
  const unit = readUnit(page, oneAndHalf ? end + 2 : end) ?? (oneAndHalf ? monthsAfter(plain, end + 2) : null)
  const accepted = isMeant(page, start, number, unit, end)
  if (!accepted) return { end: number.end, draft: null }
  // The words around a low end speak of the range, whose high end reads them.
  if (accepted === 'tentative') return { end: number.end, draft: lowEnd(page, start, number) }
  // 多 belongs to the number, with or without a unit after it: 3百多, 2亿多元.
  let finish = unit ? unit.end : end
  if (unit?.kind === 'duration' && plain[finish] === '半') {
    low = low.plus(HALF)
    finish += 1
  }
  if (unit?.unit === 'CNY' && /[元块圆]/.test(plain[finish - 1] ?? '')) {
    const small = readSmallMoney(page, finish)
    low = low.plus(small.value)
    finish = small.end
  }
  const read = figure(page, start, finish, { ...number, low, more }, unit ?? { unit: null, kind: 'number' })
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

function monthsAfter(plain: string, at: number): UnitMatch | null {
  return plain[at] === '月' ? { unit: 'months', kind: 'duration', end: at + 1, rate: null } : null
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
    const colloquial = plain[at - 1] === '块' && parts === 10n && number?.tokens === 1 && !MEASURE.test(sign)
    const counted = sign !== '' && signs.includes(sign)
    if (!number || number.hasPoint || number.low.atLeast(10n) || !(counted || colloquial)) continue
    value = value.plus(number.low.over(new Rational(parts)))
    end = number.end + (counted ? 1 : 0)
  }
  return plain[end - 1] === '零' ? { value: ZERO, end: at } : { value, end }
}

/** Numerals are words as often as numbers: 统一, 十分, 万科. A number has digits, several signs, a unit or a bound. */
function isMeant(
  page: Page,
  start: number,
  number: ChineseNumber,
  unit: UnitMatch | null,
  end: number,
): boolean | 'tentative' {
  const { plain } = page
  if (number.hasDigits || number.hasPoint) return true
  const before = plain.slice(Math.max(0, start - 2), start)
  if (number.startsWithScale) {
    const next = plain[end] ?? ''
    if (end > number.end && /[余多]/.test(plain[end - 1] ?? '') && (unit || MEASURE.test(next))) return true
    return boundBefore(plain, start, true) !== null && !/[分姓货度]/.test(next)
  }
  if (number.tokens > 1) return plain[end] !== '点' && before.at(-1) !== '双'
  const lone = number.end - start === 1
  if (!lone) return number.high ? unit !== null || MEASURE.test(plain[end] ?? '') : unit !== null
  if (SET_PHRASE.test(plain.slice(start, start + 4)) && !(unit && unit.kind !== 'number')) return false
  if (PAIR_FOLLOWS.test(plain.slice(number.end, number.end + 3))) return 'tentative'
  if (NOT_NUMBER_BEFORE.test(before) && !/(?:不|为|如)$/.test(before)) return false
  if (before.endsWith('有') && number.low.is(1n)) return false
  if (unit) return unit.unit !== 'degrees' && !(number.low.is(1n) && /^(?:people|days)$/.test(unit.unit))
  return !number.low.is(1n) && MEASURE.test(plain[end] ?? '')
}

function plainNumber(value: Rational, end: number): ChineseNumber {
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

function figure(
  page: Page,
  start: number,
  end: number,
  number: ChineseNumber,
  unit: { unit: string | null; kind: Draft['kind']; rate?: string | null },
): Reading {
  const { plain, language } = page
  const named = unit.kind === 'money' || (unit.unit === null && unit.kind === 'number')
  const currency = named ? currencyBefore(plain, start, language ?? 'zh') : null
  // 人民币100亿元, 新台币3兆元: the name before the number belongs to the figure, and says which 元 is meant.
  const generic = unit.unit === 'CNY' && /[元块圆]/.test(plain[end - 1] ?? '')
  const before = currency && (unit.unit === null || generic || currency.code === unit.unit) ? currency : null
  const below = before ? null : signBefore(plain, start)
  const textStart = before ? before.start : below ? start - below : start
  const value = below && number.low.top > 0n ? number.low.negated() : number.low
  const bound: Bound | null = boundBefore(plain, textStart, number.startsWithScale)
  const moreAfter = /[多余]/.test(plain[end] ?? '') && !/^.[种样元]/.test(plain.slice(end, end + 2))
  const more = number.more ?? (moreAfter && unit.kind !== 'ordinal' ? 'gt' : null)
  return {
    end,
    draft: {
      start: textStart,
      end,
      value,
      high: number.high,
      unit: before ? before.code : unit.unit,
      kind: before ? 'money' : unit.kind,
      bound: number.high ? 'range' : (bound ?? boundAfter(plain, end) ?? more ?? 'exact'),
      rate: unit.rate ?? rateAround(plain, textStart, end),
      scaleWords: number.scaleWords,
      language: language === 'ja' ? 'ja' : 'zh',
      factor: number.scaleWords ? scaleFactor(number.scaleWords) : 1n,
      signed: before !== null,
      tentative: false,
    },
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
