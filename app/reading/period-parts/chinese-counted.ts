/** Reads Chinese periods counted from the day of writing or named as a stretch: 三天前, 过去三年, 上周五, 昨晚, 十四五期间, 上世纪. */
import {
  dayAt,
  monthFrom,
  type PeriodPrecision,
  quarterFrom,
  type Span,
  shifted,
  unsure,
  weekOf,
  yearIn,
  yearsOf,
} from './calendar.ts'
import { edgeOfYear, NUMERAL_SIGNS, partOfMonth } from './chinese-part.ts'
import {
  ago,
  type CountedUnit,
  centuryOf,
  decadeOf,
  fiveYearPlan,
  nearestWeekday,
  stretch,
  weekdayIn,
  weekendIn,
} from './counted.ts'
import { type PeriodRule, referredRule, settled, spanRule } from './mention.ts'
import { readSmallNumber } from './numerals.ts'

const COUNT = `(\\d{1,3}|[${NUMERAL_SIGNS}两百]{1,5})`
const UNIT = '(个?半?年|个?半?月|个?星期|个?礼拜|周|天|日)'
const UNITS: Record<string, CountedUnit> = {
  年: 'year',
  月: 'month',
  期: 'week',
  拜: 'week',
  周: 'week',
  天: 'day',
  日: 'day',
}
const WEEK = '(?:周|星期|礼拜)'
/** 周日均 is no Sunday, 周一鸣 no Monday. */
const WEEKDAY = '([一二三四五六日天末])(?![均程报刊常鸣围帆]|[一二三四五六七八九十百千万]|次)'
const DAYS_AWAY: Record<string, number> = { 今: 0, 昨: -1, 前: -2, 明: 1, 后: 2 }
const STEPS_AWAY: Record<string, number> = { 本: 0, 这: 0, 上: -1, 下: 1 }
const WEEKDAYS = '一二三四五六日'

/** 个半 and 半 are halves; 月 alone is a name, 个月 a number of months. Null where the unit is no unit here. */
function counted(
  count: string,
  unit: string,
  read: (count: number, unit: CountedUnit) => Span | null,
): Span | null {
  const whole = count === '半' ? 0 : readSmallNumber(count)
  const half = unit.includes('半') || count === '半'
  const kind = UNITS[unit.at(-1) ?? '']
  if (!kind || Number.isNaN(whole) || (kind === 'month' && !unit.includes('个'))) return null
  if (!half) return read(whole, kind)
  return kind === 'year'
    ? read(whole * 12 + 6, 'month')
    : kind === 'month'
      ? read(whole * 30 + 15, 'day')
      : null
}

/** At a numeral or digit. */
export const COUNTED_AGO: PeriodRule[] = [
  referredRule(
    `(?<!\\d[.,]?)(?<![${NUMERAL_SIGNS}第每前近约])(?:${COUNT}${UNIT}|(半)(年|个月))多?(?:之前|以前|前(?![后夕列往任期三二两]))`,
    ([, count, unit, half, halfUnit], reference) =>
      // 3日前 may be a deadline, 三日前 counts.
      unit === '日' && /\d/.test(count ?? '')
        ? null
        : counted(half || count || '', half ? (halfUnit ?? '') : (unit ?? ''), (n, kind) =>
            ago(n, kind, reference),
          ),
  ),
]

/** 近三年 is "nearly three years" as often, so it must open a clause or be closed by 来, 间, 内. */
export const COUNTED_STRETCHES: PeriodRule[] = [
  {
    rule: new RegExp(
      `(过去|最近|近|未来|今后|接下来)的?这?(?:${COUNT}${UNIT}|(半)(年|个月))(以来|来|[间内里])?(?!历史|前)`,
      'y',
    ),
    read: (match, { plain, reference }) => {
      const [, lead, count, unit, half, halfUnit, closing] = match
      if (reference === null || (lead === '近' && !closing && !opensClause(plain, match.index))) return null
      const away = /未来|今后|接下来/.test(lead ?? '') ? 1 : -1
      const span = counted(half ?? count ?? '', halfUnit ?? unit ?? '', (n, kind) =>
        stretch(n, kind, away, reference),
      )
      return settled(match.index, match.index + match[0].length, span)
    },
  },
]

function opensClause(plain: string, at: number): boolean {
  return at === 0 || /[\s，。；：！？、“（(,.;:在]/.test(plain[at - 1] ?? '')
}

export const DAYS: PeriodRule[] = [
  referredRule('(大?)([今昨前明后])(?:[天日]|(?<=[今昨明])[晨晚早夜])', ([, further, sign], reference) => {
    const away = DAYS_AWAY[sign ?? ''] ?? 0
    return dayAt(shifted(reference, away + (further ? Math.sign(away) : 0)))
  }),
]

export const STEPS: PeriodRule[] = [
  referredRule(`([本这上下])个?${WEEK}${WEEKDAY}`, ([, step, day], reference) => {
    const weeks = STEPS_AWAY[step ?? ''] ?? 0
    if (day === '末') return weekendIn(weeks, reference)
    return weekdayIn(weeks, weekday(day), reference)
  }),
  referredRule(`([本这上下])(?:一|个)?${WEEK}(?![年边围${WEEKDAYS}天末])`, ([, step], reference) =>
    weekOf(reference, STEPS_AWAY[step ?? ''] ?? 0),
  ),
  referredRule('([本这上下])(?:一)?个?季度?(?!节)', ([, step], reference) =>
    quarterFrom(reference, STEPS_AWAY[step ?? ''] ?? 0),
  ),
  referredRule(
    '([本这上下])个?月(?:(底|末|初|上旬|中旬|下旬)|(\\d{1,2})[日号])?(?![球亮饼])',
    ([, step, edge, day], reference) => {
      const whole = monthFrom(reference, STEPS_AWAY[step ?? ''] ?? 0)
      if (!whole) return null
      if (day)
        return Number(day) <= Number(whole.to.slice(8)) ? dayAt(shifted(whole.from, Number(day) - 1)) : null
      return partOfMonth(yearIn(whole.from), Number(whole.from.slice(5, 7)), edge ?? '', false)
    },
  ),
]

function weekday(sign: string | undefined): number {
  return sign === '天' ? 6 : WEEKDAYS.indexOf(sign ?? '')
}

/** A weekday alone; 每周一 is every Monday, 一周一次 once a week. */
const TO_COME = /(?:将|拟|定于|计划|预计)[^。，；！？]{0,6}$/
export const WEEKDAYS_ALONE: PeriodRule[] = [
  {
    rule: new RegExp(`(?<![每逢上下本这单双隔个\\d${NUMERAL_SIGNS}两几])${WEEK}${WEEKDAY}`, 'y'),
    read: (match, { plain, reference }) => {
      if (reference === null || namesADate(plain, match.index, match.index + match[0].length)) return null
      const toCome = TO_COME.test(plain.slice(Math.max(0, match.index - 10), match.index))
      const day = match[1]
      const span =
        day === '末'
          ? unsure(weekendIn(toCome ? 0 : -1, reference))
          : nearestWeekday(weekday(day), toCome, reference)
      return settled(match.index, match.index + match[0].length, span)
    },
  },
]

/** 3月23日（周一）, 周一（3月23日）: the date stands there already. */
function namesADate(plain: string, start: number, end: number): boolean {
  return (
    /[日号][（(]?$/.test(plain.slice(Math.max(0, start - 2), start)) ||
    /^[（(，, ]?\d{1,2}(?:月|日)/.test(plain.slice(end, end + 4))
  )
}

export const EDGES_ALONE: PeriodRule[] = [
  referredRule(
    `(?<![\\d${NUMERAL_SIGNS}今去明前后本上每当同历百千万多几整半来往近跨学全财])年(底|末|初|中(?=[，。,;；、）)\\s]|$)|内)(?:至今|以来)?`,
    ([words, edge], reference) => {
      const year = yearIn(reference)
      if (/今$|来$/.test(words ?? ''))
        return { from: `${year}-01-01`, to: reference, precision: 'year' as PeriodPrecision, certain: true }
      return edge === '内' ? unsure(yearsOf(year)) : edgeOfYear(year, edge ?? '', false)
    },
  ),
  referredRule(
    `(?<![\\d${NUMERAL_SIGNS}本这上下当每个同满])月(底|末|初|中旬|上旬|下旬)`,
    ([, edge], reference) => partOfMonth(yearIn(reference), Number(reference.slice(5, 7)), edge ?? '', false),
  ),
]

const CENTURY_PARTS: Record<string, 'early' | 'mid' | 'late' | 'first' | 'second'> = {
  初: 'early',
  中叶: 'mid',
  中期: 'mid',
  末: 'late',
  末期: 'late',
  上半叶: 'first',
  下半叶: 'second',
}
const DECADE_PARTS: Record<string, 'early' | 'mid' | 'late'> = {
  初: 'early',
  初期: 'early',
  中期: 'mid',
  末: 'late',
  末期: 'late',
  后期: 'late',
}
const CENTURY = '(\\d{1,2}|[一二]?十[一二三四五六七八九]?|上个?|本)世纪'
const DECADE = '((?:1[5-9]|20)\\d0|[1-9]0|[一二三四五六七八九]十)年代(初期?|中期|末期?|后期)?'

/** At a digit, a numeral, 上 or 本. */
export const LONG_STRETCHES: PeriodRule[] = [
  spanRule(`(?<![\\d.${NUMERAL_SIGNS}])(?:${CENTURY})?${DECADE}`, ([, century, written, part]) => {
    const first =
      written?.length === 4
        ? Number(written)
        : (centuryNumber(century) - 1) * 100 + readSmallNumber(written ?? '')
    const span = decadeOf(first, DECADE_PARTS[part ?? ''] ?? null)
    return century || written?.length === 4 ? span : unsure(span)
  }),
  spanRule(
    `(?<![\\d.个${NUMERAL_SIGNS}])${CENTURY}(初|中叶|中期|末期?|上半叶|下半叶)?(?!金融|大道|广场|佳缘|联华|[之一])`,
    ([, century, part]) => centuryOf(centuryNumber(century), CENTURY_PARTS[part ?? ''] ?? null),
  ),
]

function centuryNumber(words: string | undefined): number {
  if (!words || words.startsWith('上')) return 20
  return words === '本' ? 21 : readSmallNumber(words)
}

/** “十四五”期间, 十三五规划; 十四五岁 is an age. */
export const PLANS: PeriodRule[] = [
  spanRule(
    `(?<![\\d${NUMERAL_SIGNS}])[“"「]?((?:二?十[一二三四五六七八九]?|[六七八九]))五(?:[”"」](?:期间|时期|规划(?:期间|时期)?)?|期间|时期|规划(?:期间|时期)?)`,
    ([, number]) => fiveYearPlan(readSmallNumber(number ?? '')),
  ),
]
