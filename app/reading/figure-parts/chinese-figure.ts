/** Reads one figure in Chinese at a position: 140万亿, 三分之一, 百分之五, 三成, 八折, 两年半, 第三. */
import { boundAfter, boundBefore } from './bounds.ts'
import { type ChineseNumber, readChineseNumber } from './chinese-number.ts'
import { currencyBefore } from './currencies.ts'
import type { Draft, Page, Reading } from './draft.ts'
import { Exact } from './exact.ts'
import { rateAround } from './rates.ts'
import { scaleFactor } from './scale.ts'
import { readUnit, type UnitMatch } from './units.ts'

const PARTS_OF: [string, string, number][] = [
  ['百分之', 'percent', 1],
  ['千分之', 'permille', 1],
]
/** Counted things whose measure word shows that a lone numeral is meant as a number. */
const MEASURE =
  /^[个個名家位次项項台臺辆輛户戶件座条條所只隻艘架枚份批场場款张張篇种種层層间間倍国國省市县縣颗顆株头頭支]/
/** 两国, 三市 … are kept; these are words, not counts. */
const SET_PHRASE =
  /^(?:两会|兩會|两岸|兩岸|两者|兩者|两国|兩國|一国|三国|三國|三省|八卦|九州|四川|五星|三农|三農|百度|万科|萬科|万达|千万|千萬|十分|万一|萬一|一一|三位一体|四面|八方|七夕|三亚|九江|一个|一個|一家|一名|一位|一次|一项|一項|一条|一種|一种|一场|一場|一批|一款|一份|一件|一张|一座|一台|一只|一国|一国|一市|一省|一间|一层|一所|一支|一篇|一頭|一头)/
const VAGUE_BEFORE = /[数數几幾]$/
const NOT_NUMBER_BEFORE =
  /(?:星期|礼拜|禮拜|周|统|統|唯|单|之|同|专|專|万|初|划|劃|逐|独|獨|归|歸|如|不|非|合|为|每|这|這|那|某|有|另|任|哪|进|進|再)$/
const NOT_TENTHS = /^成[立为為员員功本果交都品绩績就长長熟效形分语語语份]/
const PAIR_FOLLOWS = /^[-–—~～至到]\s?[\d零〇一二三四五六七八九十两兩百]/
const HALF_UNIT = /^半(?=(?:年|天|日|个月|個月|小时|小時|个小时|個小時|个世纪|個世紀|周)(?![度来來]))/
const MORE_AFTER = /^(?:多|余|餘|来|來|几|幾)/

/** Always consumes at least one sign; `draft` is null where the words are no figure. */
export function readChineseFigure(page: Page, at: number): Reading {
  const { plain, source } = page
  const ordinal = plain[at] === '第'
  const start = ordinal ? at + 1 : at
  for (const [words, unit] of PARTS_OF) {
    if (!plain.startsWith(words, start)) continue
    const part = readChineseNumber(source, plain, start + words.length)
    if (!part) return { end: start + words.length, draft: null }
    return figure(page, start, part.end, part, { unit, kind: 'percent' })
  }
  if (plain[start] === '半') return readHalf(page, start)
  const number = readChineseNumber(source, plain, start)
  if (!number) return { end: start + 1, draft: null }
  if (ordinal) return figure(page, at, number.end, number, { unit: null, kind: 'ordinal' })
  if (plain.startsWith('一半', start))
    return figure(
      page,
      start,
      start + 2,
      { ...number, low: new Exact('0.5') },
      { unit: null, kind: 'number' },
    )
  if (VAGUE_BEFORE.test(plain.slice(Math.max(0, start - 1), start))) return { end: number.end, draft: null }
  if (plain.startsWith('分之', number.end)) return readFraction(page, start, number)
  const tenths = plain[number.end] === '成' && !NOT_TENTHS.test(plain.slice(number.end, number.end + 2))
  if (tenths && number.low.lte(10)) return readTenths(page, start, number)
  if (plain[number.end] === '折' && !/[扣磨叠疊腾騰]/.test(plain[number.end + 1] ?? '')) {
    // 八折 is 80 % of the price, 八五折 85 %.
    const share = number.low.lt(10) ? number.low.times(10) : number.low
    return figure(
      page,
      start,
      number.end + 1,
      { ...number, low: share, high: null },
      { unit: 'percent', kind: 'percent' },
    )
  }
  return readCounted(page, start, number)
}

function readHalf(page: Page, at: number): Reading {
  const { plain, source } = page
  const before = plain[at - 1] ?? ''
  const half = HALF_UNIT.test(plain.slice(at, at + 6)) && !/[上下前后後大一多过過小折减減]/.test(before)
  const unit = half ? readUnit(source, plain, at + 1) : null
  if (!unit) return { end: at + 1, draft: null }
  return figure(page, at, unit.end, plainNumber('0.5', at + 1), unit)
}

function readFraction(page: Page, start: number, lower: ChineseNumber): Reading {
  const upper = readChineseNumber(page.source, page.plain, lower.end + 2)
  if (!upper || lower.low.isZero()) return { end: lower.end + 2, draft: null }
  const value = upper.low.div(lower.low)
  return figure(page, start, upper.end, { ...upper, low: value, high: null }, { unit: null, kind: 'number' })
}

function readTenths(page: Page, start: number, number: ChineseNumber): Reading {
  const { plain, source } = page
  const rest = /^[一二三四五六七八九](?![成年月个十百])/.test(plain.slice(number.end + 1, number.end + 3))
    ? readChineseNumber(source, plain, number.end + 1)
    : null
  const low = number.low.times(10).plus(rest?.low ?? 0)
  const high = number.high ? number.high.times(10) : null
  const read = figure(
    page,
    start,
    rest?.end ?? number.end + 1,
    { ...number, low, high },
    { unit: 'percent', kind: 'percent' },
  )
  // 三至五成: the low end counts in tenths as well.
  if (read.draft) read.draft.factor = new Exact(10)
  return read
}

function readCounted(page: Page, start: number, number: ChineseNumber): Reading {
  const { plain, source } = page
  let end = number.end
  let more = number.more
  let low = number.low
  const marker = MORE_AFTER.exec(plain.slice(end, end + 1))
  if (marker) {
    more = true
    end += 1
  }
  const oneAndHalf = /^[个個]半(?=月|小时|小時|星期|钟头|世纪)/.test(plain.slice(end, end + 4))
  if (oneAndHalf) {
    low = low.plus('0.5')
    end += 1
  }
  const unit = oneAndHalf
    ? readUnit(source, `${plain.slice(0, end)}个${plain.slice(end + 1)}`, end)
    : readUnit(source, plain, end)
  const accepted = isMeant(page, start, number, unit, end)
  if (!unit) end = number.end
  if (!accepted) return { end: number.end, draft: null }
  let finish = unit ? unit.end : number.end
  if (unit?.kind === 'duration' && plain[finish] === '半') {
    low = low.plus('0.5')
    finish += 1
  }
  const read = figure(page, start, finish, { ...number, low, more }, unit ?? { unit: null, kind: 'number' })
  if (read.draft) read.draft.tentative = accepted === 'tentative'
  return read
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
  if (number.hasDigits) return true
  const before = plain.slice(Math.max(0, start - 2), start)
  if (number.startsWithScale) {
    const next = plain.slice(end, end + 2)
    return boundBefore(plain, start, true) !== null && !/^[分姓货貨度]/.test(next)
  }
  if (number.tokens > 1) return !/^(?:点|點)/.test(plain.slice(end, end + 1))
  const lone = number.end - start === 1
  if (!lone) return number.high ? unit !== null || MEASURE.test(plain.slice(end, end + 1)) : unit !== null
  if (SET_PHRASE.test(plain.slice(start, start + 4)) && !(unit && unit.kind !== 'number')) return false
  if (PAIR_FOLLOWS.test(plain.slice(number.end, number.end + 3))) return 'tentative'
  if (NOT_NUMBER_BEFORE.test(before) && !/(?:不|为|如)$/.test(before)) return false
  if (unit) return unit.unit !== 'degrees' && !(number.low.eq(1) && /^(?:people|days)$/.test(unit.unit))
  return !number.low.eq(1) && MEASURE.test(plain.slice(end, end + 1))
}

function plainNumber(value: string, end: number): ChineseNumber {
  return {
    end,
    low: new Exact(value),
    high: null,
    scaleWords: null,
    more: false,
    tokens: 1,
    startsWithScale: false,
    hasDigits: false,
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
  const currency =
    unit.unit === null && unit.kind === 'number' ? currencyBefore(plain, start, language ?? 'zh') : null
  const from = currency ? currency.start : start
  const signBefore = unit.kind === 'money' ? currencyBefore(plain, start, 'zh') : null
  // 人民币100亿元: the name before the number belongs to the figure too.
  const textStart = signBefore && signBefore.code === unit.unit ? signBefore.start : from
  const moreAfter = /^(?:多|余|餘)(?![种種样樣])/.test(plain.slice(end, end + 2)) && unit.kind !== 'ordinal'
  const bound = boundBefore(plain, textStart, number.startsWithScale)
  const after = boundAfter(plain, end)
  return {
    end,
    draft: {
      start: textStart,
      end,
      value: number.low,
      high: number.high,
      unit: currency ? currency.code : unit.unit,
      kind: currency ? 'money' : unit.kind,
      bound: number.high ? 'range' : (bound ?? after ?? (number.more || moreAfter ? 'gt' : 'exact')),
      rate: unit.rate ?? rateAround(plain, textStart, end),
      scaleWords: number.scaleWords,
      chinese: true,
      factor: number.scaleWords ? scaleFactor(number.scaleWords) : new Exact(1),
      signed: currency !== null || signBefore !== null,
      tentative: false,
    },
  }
}
