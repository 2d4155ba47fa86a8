/** Spans that are counted from the day of writing, or named by what people call them: three years ago, last Tuesday, summer. */
import {
  dayAt,
  later,
  monthFrom,
  monthsOf,
  type PeriodPrecision,
  type Span,
  shifted,
  unsure,
  weekdayOf,
  weekOf,
  yearIn,
  yearsOf,
} from './calendar.ts'

export type CountedUnit = 'day' | 'week' | 'month' | 'year'
const MAX_COUNT = 999
const PRECISIONS: Record<CountedUnit, PeriodPrecision> = {
  day: 'day',
  week: 'day',
  month: 'month',
  year: 'year',
}

/** "Three years ago" is the year, "two months ago" the month, "five days ago" the day: as exact as its unit. */
export function ago(count: number, unit: CountedUnit, reference: string): Span | null {
  if (!(count > 0 && count <= MAX_COUNT)) return null
  if (unit === 'day') return dayAt(shifted(reference, -count))
  if (unit === 'week') return unsure(weekOf(reference, -count))
  if (unit === 'month') return unsure(monthFrom(reference, -count))
  const year = yearIn(reference) - count
  return unsure(yearsOf(year))
}

/** The stretch of so many units that ends (-1) or begins (1) on the day of writing: 过去三年, the next two weeks. */
export function stretch(count: number, unit: CountedUnit, away: -1 | 1, reference: string): Span | null {
  if (!(count > 0 && count <= MAX_COUNT)) return null
  const edge =
    unit === 'day' || unit === 'week'
      ? shifted(reference, away * count * (unit === 'week' ? 7 : 1))
      : later(reference, away * count * (unit === 'year' ? 12 : 1))
  if (!/^\d{4}-/.test(edge)) return null
  const [from, to] = away < 0 ? [edge, reference] : [reference, edge]
  return { from, to, precision: PRECISIONS[unit], certain: false }
}

/** The weekday (0 Monday) of the week of writing, the one before or after. */
export function weekdayIn(weeks: number, weekday: number, reference: string): Span {
  return dayAt(shifted(weekOf(reference, weeks).from, weekday))
}

/** A weekday alone: in a report the last one, the day of writing included; of what is to come, the next. */
export function nearestWeekday(weekday: number, toCome: boolean, reference: string): Span | null {
  const back = (weekdayOf(reference) - weekday + 7) % 7
  return unsure(dayAt(shifted(reference, toCome ? (7 - back) % 7 || 7 : -back)))
}

export function weekendIn(weeks: number, reference: string): Span {
  const from = shifted(weekOf(reference, weeks).from, 5)
  return { from, to: shifted(from, 1), precision: 'day', certain: true }
}

const SEASONS = ['spring', 'summer', 'autumn', 'winter']

/** The three months meteorologists count in the north; winter is named by the year it begins in. Never certain. */
export function seasonOf(year: number, season: string): Span | null {
  const index = SEASONS.indexOf(season === 'fall' ? 'autumn' : season)
  if (index < 3) return unsure(monthsOf(year, index * 3 + 3, index * 3 + 5))
  const ends = monthsOf(year + 1, 1, 2)
  return ends && { ...ends, from: `${String(year).padStart(4, '0')}-12-01`, certain: false }
}

/** "Last summer" is the latest one that is over, "next summer" that of the year after. */
export function seasonAway(season: string, away: number, reference: string): Span | null {
  const year = yearIn(reference)
  const own = seasonOf(year, season)
  if (away >= 0 || !own) return seasonOf(year + away, season)
  const before = seasonOf(year - 1, season)
  if (own.to < reference) return own
  return before && before.to < reference ? before : seasonOf(year - 2, season)
}

/** The twentieth century is 1901 to 2000. Its parts are thirds by habit, halves by word; only the whole is certain. */
export function centuryOf(
  century: number,
  part: 'early' | 'mid' | 'late' | 'first' | 'second' | null,
): Span | null {
  const first = (century - 1) * 100
  if (part === null) return yearsOf(first + 1, first + 100)
  const [from, to] = { early: [1, 33], mid: [34, 66], late: [67, 100], first: [1, 50], second: [51, 100] }[
    part
  ] as [number, number]
  return unsure(yearsOf(first + from, first + to))
}

/** 70, 'late' → 1975 to 1979 of that decade; without a part the ten years. */
export function decadeOf(first: number, part: 'early' | 'mid' | 'late' | null): Span | null {
  if (part === null) return yearsOf(first, first + 9)
  const [from, to] = { early: [0, 3], mid: [4, 6], late: [6, 9] }[part] as [number, number]
  return unsure(yearsOf(first + from, first + to))
}

/** China's five-year plans: the fourteenth is 2021 to 2025. The first five did not follow the rhythm. */
export function fiveYearPlan(number: number): Span | null {
  if (!(number >= 6 && number <= 30)) return null
  const first = 1981 + (number - 6) * 5
  return yearsOf(first, first + 4)
}
