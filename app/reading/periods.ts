/** Reads every date and period of a text, English and Chinese: which days it covers, how exactly, and where it stands. */
import { loneYears } from './figure-parts/not-figures/lone-year.ts'
import { plainWidth } from './figure-parts/shared/plain-width.ts'
import { type PeriodPrecision, readIsoDate } from './period-parts/calendar.ts'
import { joined } from './period-parts/join.ts'
import { loneYear } from './period-parts/lone-year.ts'
import { scanPeriods } from './period-parts/scan.ts'
import { settle } from './period-parts/settle.ts'

export type ReadPeriod = {
  text: string
  start: number
  end: number
  /** ISO 8601 dates; `to` is included. */
  from: string
  to: string
  precision: PeriodPrecision
  /** False where the year comes from the surroundings, or the words leave the edges open (early 2025, 年底, FY2025). */
  certain: boolean
}

/**
 * In order of appearance, never overlapping; positions are UTF-16 units of `text`. `referenceDate` (ISO 8601) is the day the
 * text was written: it settles "last year", 上月 and dates without a year; words that need it are left out without it, unless
 * a year stands earlier in the text. A range (3月至5月, 2020 to 2025) is one period. Figures, telephone and version numbers
 * are not periods. Reads in linear time, at most `MAX_MENTIONS` dates of a text, as `mayHoldMore` tells. A calendar year is meant unless the words say fiscal, which is never certain.
 * `language` (BCP-47) settles 04/05/2026: month first only for en-US.
 */
export function readPeriods(
  text: string,
  options: { referenceDate?: string; language?: string } = {},
): ReadPeriod[] {
  const plain = plainWidth(text)
  const page = {
    source: text,
    plain,
    reference: readIsoDate(options.referenceDate),
    language: options.language,
  }
  const years = loneYears(text, plain).flatMap(([start, end]) => loneYear(plain, start, end) ?? [])
  return joined(plain, settle(page, scanPeriods(page, years))).map((period) => ({
    text: text.slice(period.start, period.end),
    ...period,
  }))
}
