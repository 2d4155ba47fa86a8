/** Reads the part of a year as Chinese names it: 第一季度, 上半年, 前三季度, 3月下旬, 1月至5月, 3月23日, 年底. */
import { daysOf, endOf, halfOf, monthsOf, quartersOf, type Span, unsure, yearsOf } from './calendar.ts'
import { seasonOf } from './counted.ts'
import { readSmallNumber } from './numerals.ts'

export const NUMERAL_SIGNS = '〇零一二三四五六七八九十廿卅'
const NUMERAL = `[${NUMERAL_SIGNS}]`
const SMALL = `(?:\\d{1,2}|${NUMERAL}{1,3})`
const TO = '[-–—~～至到]'
/** 3月, 3月份, 3月底; not 月球, 月薪: a moon or a wage. */
const MONTH_TAIL = `(?<edge>上旬|中旬|下旬|底|末|初|中(?=[，。,;；、）)\\s]|$)|份(?![额子])|(?!球|亮|饼|薪|租|息|刊|台|均|费|嫂|子))`

/** What stands alone as well as behind a year. */
export const PART = [
  `第(?<quarter>[一二三四1-4])(?:个)?季(?:度|报)|(?<quarterAlone>[一二三四1-4])季(?:度|报)|首(?<firstQuarter>季)(?:度)?`,
  `(?:前|首)(?<quarters>[二两三2-3])个?季度?`,
  `(?<half>[上下])半年度?`,
  `(?:前|首)(?<months>\\d{1,2}|[两二三四五六七八九十]{1,2})个月`,
  `(?<fromMonth>${SMALL})(?:月份?)?${TO}(?<toMonth>${SMALL})月份?(?![\\d${NUMERAL_SIGNS}]{1,3}[日号])`,
  `(?<daysMonth>${SMALL}) ?月 ?(?<fromDay>${SMALL})[日号]?${TO}(?<toDay>${SMALL})[日号]`,
  `(?<dayMonth>${SMALL}) ?月 ?(?<day>${SMALL}) ?[日号]`,
  `(?<month>${SMALL}) ?月${MONTH_TAIL}`,
].join('|')
/** What needs a year before it. */
const PART_BEHIND_YEAR = [
  '(?<quarterShort>[一二三四])季(?![节])|q(?<quarterSign>[1-4])(?!\\d)|h(?<halfSign>[12])(?!\\d)',
  '(?<yearEdge>年?[底末初]|中(?=[，。,;；、）)\\s]|$)|年中)',
  '(?<season>[春夏秋冬])(?:季|天)',
  '(?<since>以来|至今|迄今|初至今)',
  '(?<whole>全年|期间)',
].join('|')
export const PART_OF_YEAR = new RegExp(`(?: ?的? ?)(?:${PART}|${PART_BEHIND_YEAR})`, 'y')

const SEASONS: Record<string, string> = { 春: 'spring', 夏: 'summer', 秋: 'autumn', 冬: 'winter' }

/** The part of any year; `asOf` reads 年底 as its last day. */
export type PartOf = (year: number, asOf: boolean) => Span | null

/** `groups` are those of PART and PART_OF_YEAR. What is returned keeps numbers, not the match. */
export function partIn(groups: Record<string, string | undefined>): PartOf {
  const n = (words: string | undefined) => readSmallNumber(words ?? '')
  const { half, season, edge = '', yearEdge = '' } = groups
  const quarter = groups.quarter ?? groups.quarterAlone ?? groups.quarterShort ?? groups.quarterSign
  if (quarter) return inQuarters(n(quarter), n(quarter))
  if (groups.firstQuarter) return inQuarters(1, 1)
  if (groups.quarters) return inQuarters(1, n(groups.quarters))
  if (half) return inHalf(half === '上' ? 1 : 2)
  if (groups.halfSign) return inHalf(n(groups.halfSign))
  if (groups.months) return inMonths(1, n(groups.months))
  if (groups.fromMonth) return inMonths(n(groups.fromMonth), n(groups.toMonth))
  if (groups.daysMonth) return inDays(n(groups.daysMonth), n(groups.fromDay), n(groups.toDay))
  if (groups.dayMonth) return inDays(n(groups.dayMonth), n(groups.day), n(groups.day))
  if (groups.month) return inMonth(n(groups.month), edge)
  if (season) return inSeason(SEASONS[season] ?? '')
  if (groups.whole) return (year) => yearsOf(year)
  return (year, asOf) => edgeOfYear(year, yearEdge, asOf)
}

function inQuarters(first: number, last: number): PartOf {
  return (year) => quartersOf(year, first, last)
}

function inHalf(half: number): PartOf {
  return (year) => halfOf(year, half)
}

function inMonths(first: number, last: number): PartOf {
  return (year) => monthsOf(year, first, last)
}

function inDays(month: number, first: number, last: number): PartOf {
  return (year) => daysOf(year, month, first, last)
}

function inMonth(month: number, edge: string): PartOf {
  return (year, asOf) => partOfMonth(year, month, edge, asOf)
}

function inSeason(season: string): PartOf {
  return (year) => seasonOf(year, season)
}

/** 年底 is December, 年初 January, 年中 June and July: never certain unless something is counted as of it. */
export function edgeOfYear(year: number, edge: string, asOf: boolean): Span | null {
  if (/[底末]$/.test(edge)) return asOf ? endOf(yearsOf(year)) : unsure(monthsOf(year, 12))
  return unsure(/初$/.test(edge) ? monthsOf(year, 1) : monthsOf(year, 6, 7))
}

export function partOfMonth(year: number, month: number, edge: string, asOf: boolean): Span | null {
  const whole = monthsOf(year, month)
  if (!whole) return null
  const last = Number(whole.to.slice(8))
  if (edge === '上旬') return daysOf(year, month, 1, 10)
  if (edge === '中旬') return daysOf(year, month, 11, 20)
  if (edge === '下旬') return daysOf(year, month, 21, last)
  if (edge === '底' || edge === '末') return asOf ? endOf(whole) : unsure(daysOf(year, month, 21, last))
  if (edge === '初') return unsure(daysOf(year, month, 1, 10))
  if (edge === '中') return unsure(daysOf(year, month, 11, 20))
  return whole
}
