/** Reads dates and periods written in Chinese, and in Japanese where the signs are the same (令和6年3月). */
import {
  dayOf,
  daysOf,
  endOf,
  halfOf,
  monthFrom,
  monthsOf,
  quarterFrom,
  quartersOf,
  type Span,
  shifted,
  unsure,
  weekOf,
  yearIn,
  yearsOf,
} from './calendar.ts'
import { type Mention, settled } from './mention.ts'
import { readSmallNumber, readYearNumerals } from './numerals.ts'

const NUMERAL = '[〇零一二三四五六七八九十廿卅]'
const SMALL = `(?:\\d{1,2}|${NUMERAL}{1,3})`
const ERA = '民国|明治|大正|昭和|平成|令和'
/** Before these, a number of years is a span of time: 近2000年, 长达2000年. */
const SPAN_BEFORE = '(?<![近约达余逾\\d.,])'
const YEAR = new RegExp(
  [
    `(${ERA}) ?(\\d{1,3}|[元〇零一二三四五六七八九十百]{1,5})年度?`,
    `${SPAN_BEFORE}((?:1[5-9]|20)\\d{2}) ?(?:年度?(?!历史|前(?![两二三]))|财年|会计年度)`,
    `(?<!${NUMERAL})([一二][〇零一二三四五六七八九]{3})年`,
    '(今年|本年度?|去年|上年度?|前年|明年|后年)',
    '(?<![\\d.,])(\\d{2,3})年(?=度?(?:第?[一二三四1-4]季|[上下]半年|\\d{1,2} ?月))',
  ].join('|'),
  'g',
)
const PART = [
  `第?([一二三四1-4])季(?:度|报)?`,
  '前([二两三2-3])个?季度',
  '([上下])半年',
  `(?:前|首)(\\d{1,2}|[两二三四五六七八九十]{1,2})个月`,
  `(${SMALL})(?:月份?)?[-–—~～至到](${SMALL})月份?(?![\\d${NUMERAL.slice(1, -1)}]{1,3}[日号])`,
  `(${SMALL}) ?月 ?(${SMALL})[日号]?[-–—~～至到](${SMALL})[日号]`,
  `(${SMALL}) ?月 ?(${SMALL}) ?[日号]`,
  `(${SMALL}) ?月(上旬|中旬|下旬|底|末|初|中(?=[，。,;；、）)\\s]|$)|份(?![额子])|(?!球|亮|饼|薪|租|息|刊|台|均|费|嫂|子))`,
].join('|')
const YEAR_EDGE = '(底|末|初|中(?=[，。,;；、）)\\s]|$))|(以来|至今|迄今)'
const PART_OF_YEAR = new RegExp(`(?: ?(?:的|年)? ?)(?:${PART}|${YEAR_EDGE})`, 'y')
const BARE_PART = new RegExp(`(?<![\\d.,:/个每〇零一二三四五六七八九十第-])(?:${PART})`, 'g')
const YEAR_RANGE = /(?<![\d.,-])((?:1[5-9]|20)\d{2})[-–—~～至到]((?:1[5-9]|20)\d{2}|\d{2})年/g
const BARE_DAY = /(?<![\d.,月\-–—~～至到])(\d{1,2})[日号](?![内间均元圆游线报常文本楼院馆店机])/g
const DECADE = /(?:(\d{2}|二十|十九)世纪)?(?<![\d.])((?:1[5-9]|20)\d0|[1-9]0|[二三四五六七八九]十)年代/g
const RELATIVE =
  /今天|今日|昨天|昨日|前天|明天|明日|后天|(?:本|这|上|下)(?:个)?月(?:底|末|初|上旬|中旬|下旬)?(?![球亮饼])|(?:本|这|上|下)(?:个)?季度?|(?:本|这|上|下)(?:一|个)?(?:周|星期|礼拜)(?![年边围])/g

/** First year of each era and the days it began and ended on. */
const ERAS: Record<string, { first: number; from: string; to: string }> = {
  民国: { first: 1912, from: '1912-01-01', to: '9999-12-31' },
  明治: { first: 1868, from: '1868-10-23', to: '1912-07-29' },
  大正: { first: 1912, from: '1912-07-30', to: '1926-12-24' },
  昭和: { first: 1926, from: '1926-12-25', to: '1989-01-07' },
  平成: { first: 1989, from: '1989-01-08', to: '2019-04-30' },
  令和: { first: 2019, from: '2019-05-01', to: '9999-12-31' },
}
const YEARS_AWAY: Record<string, number> = { 今: 0, 本: 0, 去: -1, 上: -1, 前: -2, 明: 1, 后: 2 }
const DAYS_AWAY: Record<string, number> = { 今: 0, 昨: -1, 前: -2, 明: 1, 后: 2 }
const STEPS_AWAY: Record<string, number> = { 本: 0, 这: 0, 上: -1, 下: 1 }

/** `plain` is lower case, plain width and simplified; mentions may overlap, the caller keeps the longest. */
export function chinesePeriods(plain: string, reference: string | null): Mention[] {
  const found: (Mention | null)[] = []
  for (const match of plain.matchAll(YEAR)) found.push(inNamedYear(plain, match, reference))
  for (const match of plain.matchAll(BARE_PART)) {
    const end = match.index + match[0].length
    const parts = match.slice(1)
    const inYear = (year: number, asOf: boolean) => partOf(parts, year, asOf)
    found.push({ start: match.index, end, year: null, yearCertain: true, inYear })
  }
  for (const match of plain.matchAll(YEAR_RANGE)) {
    const first = Number(match[1])
    const written = Number(match[2])
    const last = written < 100 ? Math.floor(first / 100) * 100 + written : written
    found.push(settled(match.index, match.index + match[0].length, yearsOf(first, last)))
  }
  for (const match of plain.matchAll(BARE_DAY)) {
    const end = match.index + match[0].length
    const none = () => null
    found.push({
      start: match.index,
      end,
      year: null,
      yearCertain: false,
      inYear: none,
      bareDay: Number(match[1]),
    })
  }
  for (const match of plain.matchAll(DECADE)) {
    const written = match[2] ?? ''
    const century = match[1] ? readSmallNumber(match[1]) : 20
    const first = written.length === 4 ? Number(written) : (century - 1) * 100 + readSmallNumber(written)
    const span = yearsOf(first, first + 9)
    const whole = match[1] !== undefined || written.length === 4
    found.push(settled(match.index, match.index + match[0].length, whole ? span : unsure(span)))
  }
  if (reference)
    for (const match of plain.matchAll(RELATIVE))
      found.push(settled(match.index, match.index + match[0].length, relative(match[0], reference)))
  return found.filter((mention) => mention !== null)
}

function inNamedYear(plain: string, match: RegExpMatchArray, reference: string | null): Mention | null {
  const start = match.index ?? 0
  const yearEnd = start + match[0].length
  const [, era, eraYear, digits, numerals, away, short] = match
  const shortYear = Number(short)
  // 113年3月 is a year of the Republic in Taiwan's papers; 24年3月 is 2024.
  const year = era
    ? (ERAS[era]?.first ?? 0) + readSmallNumber(eraYear ?? '') - 1
    : digits
      ? Number(digits)
      : numerals
        ? readYearNumerals(numerals)
        : away
          ? reference
            ? yearIn(reference) + (YEARS_AWAY[away[0] ?? ''] ?? 0)
            : null
          : shortYear >= 100
            ? shortYear + 1911
            : 2000 + shortYear
  if (year === null || Number.isNaN(year)) return null
  const fiscal = /财年|会计年度/.test(match[0])
  PART_OF_YEAR.lastIndex = yearEnd
  const part = PART_OF_YEAR.exec(plain)
  const parts = part?.slice(1)
  const end = yearEnd + (part?.[0].length ?? 0)
  const inYear = (given: number, asOf: boolean) => {
    if (parts?.at(-1)) return reference && away ? sinceStartOf(given, reference) : yearsOf(given)
    const span = parts ? partOf(parts, given, asOf) : yearsOf(given)
    return era && span ? within(span, era) : span
  }
  const yearCertain = !short && !fiscal
  return { start, end: parts?.at(-1) && !away ? yearEnd : end, year, yearCertain, inYear }
}

/** The groups of PART, then the edge of the year. */
function partOf(parts: (string | undefined)[], year: number, asOf: boolean): Span | null {
  const [
    quarter,
    quarters,
    half,
    months,
    fromMonth,
    toMonth,
    month1,
    day1,
    day2,
    month2,
    day,
    month3,
    edge,
    yearEdge,
  ] = parts
  const n = (words: string | undefined) => readSmallNumber(words ?? '')
  if (quarter) return quartersOf(year, n(quarter))
  if (quarters) return quartersOf(year, 1, n(quarters))
  if (half) return halfOf(year, half === '上' ? 1 : 2)
  if (months) return monthsOf(year, 1, n(months))
  if (fromMonth) return monthsOf(year, n(fromMonth), n(toMonth))
  if (month1) return daysOf(year, n(month1), n(day1), n(day2))
  if (month2) return dayOf(year, n(month2), n(day))
  if (month3) return partOfMonth(year, n(month3), edge ?? '', asOf)
  if (yearEdge === '底' || yearEdge === '末') return asOf ? endOf(yearsOf(year)) : unsure(monthsOf(year, 12))
  if (yearEdge === '初') return unsure(monthsOf(year, 1))
  return unsure(monthsOf(year, 6, 7))
}

function partOfMonth(year: number, month: number, edge: string, asOf: boolean): Span | null {
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

/** 今年以来 ends with the reference date. */
function sinceStartOf(year: number, reference: string): Span | null {
  const span = yearsOf(year)
  return span && year === yearIn(reference) ? { ...span, to: reference } : span
}

/** 昭和64年 has seven days; a year the era never had is not certain. */
function within(span: Span, era: string): Span | null {
  const reign = ERAS[era]
  if (!reign) return span
  if (span.from > reign.to || span.to < reign.from) return unsure(span)
  const clipped = { ...span }
  if (span.from < reign.from) clipped.from = reign.from
  if (span.to > reign.to) clipped.to = reign.to
  return clipped
}

function relative(words: string, reference: string): Span | null {
  const sign = words[0] ?? ''
  if (/[天日]$/.test(words)) {
    const date = shifted(reference, DAYS_AWAY[sign] ?? 0)
    return { from: date, to: date, precision: 'day', certain: true }
  }
  const away = STEPS_AWAY[sign] ?? 0
  const month = /月(.*)$/.exec(words)
  if (month) {
    const whole = monthFrom(reference, away)
    return whole && partOfMonth(yearIn(whole.from), Number(whole.from.slice(5, 7)), month[1] ?? '', false)
  }
  if (words.includes('季')) return quarterFrom(reference, away)
  return weekOf(reference, away)
}
