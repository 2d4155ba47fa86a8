/** One figure over time, as several claims state it: its points in order, what superseded what, and the growth between them. */
import { z } from 'zod'
import { Exact } from '#reading/figure-parts/numbers/exact.ts'
import { readPeriods } from '#reading/periods.ts'
import { optionalText } from './optional-text.ts'

/** A day, month or year as ISO 8601 writes it with reduced precision. */
const AS_OF = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/

export const seriesInput = z
  .object({
    seriesId: optionalText(40),
    label: optionalText(200),
    points: z
      .array(
        z.object({
          figurePosition: z.coerce.number().int().min(1),
          asOf: z.string().trim().regex(AS_OF, 'Give a day, a month or a year: 2026-03-23, 2026-03 or 2026.'),
        }),
      )
      .min(1, 'Choose at least one figure of the claim.')
      .max(50),
  })
  .superRefine(({ seriesId, label }, context) => {
    if (!seriesId && !label)
      context.addIssue({
        code: 'custom',
        path: ['label'],
        message: 'Name the series, such as “daily tokens in China”.',
      })
  })

/** Values are exact decimal strings. `asOf` is a day, a month or a year. */
export type SeriesValue = {
  id: string
  asOf: string
  value: string
  bound: string
  articleId: string
}

/** The last day that an as-of date covers, ISO: what "newer" is decided by. */
export function lastDayOf(asOf: string): string {
  const [year = '', month, day] = asOf.split('-')
  if (day) return asOf
  const last = new Date(Date.UTC(Number(year), month ? Number(month) : 12, 0)).getUTCDate()
  return `${year}-${month ?? '12'}-${String(last).padStart(2, '0')}`
}

/** Oldest first; of two for one date the one that was given first comes first. */
export function inOrder<T extends { asOf: string }>(points: readonly T[]): T[] {
  return [...points].sort((a, b) => lastDayOf(a.asOf).localeCompare(lastDayOf(b.asOf)))
}

/** The points that a newer one of the series has overtaken, each with the newest. */
export function supersededAmong<T extends { asOf: string }>(points: readonly T[]): { point: T; by: T }[] {
  const ordered = inOrder(points)
  const newest = ordered.at(-1)
  if (!newest) return []
  return ordered
    .filter((point) => lastDayOf(point.asOf) < lastDayOf(newest.asOf))
    .map((point) => ({ point, by: newest }))
}

/** Points that give two values for one date: one of them is wrong, or they do not measure the same. */
export function clashesAmong<T extends { asOf: string; value: string }>(points: readonly T[]): T[][] {
  const byDate = new Map<string, T[]>()
  for (const point of points) byDate.set(point.asOf, [...(byDate.get(point.asOf) ?? []), point])
  return [...byDate.values()].filter((same) => new Set(same.map(({ value }) => value)).size > 1)
}

/**
 * `times` is the exact quotient where it ends within six decimals, else rounded and `exact` false. `atLeast` and `atMost`: a
 * bound of either value makes the growth one as well ("more than 140" over 100 is more than ×1.4).
 */
export type Growth = {
  times: string
  percent: string
  exact: boolean
  limit: 'none' | 'at_least' | 'at_most' | 'open'
}

const SHOWN_DECIMALS = 6
const ROUNDED_DIGITS = 4

/** Null where the earlier value is zero or the two have different signs: no factor leads from one to the other. */
export function growthBetween(
  before: Pick<SeriesValue, 'value' | 'bound'>,
  after: Pick<SeriesValue, 'value' | 'bound'>,
): Growth | null {
  const [from, to] = [new Exact(before.value), new Exact(after.value)]
  if (from.isZero() || to.isZero() || from.isNegative() !== to.isNegative()) return null
  const times = to.div(from)
  const exact = times.decimalPlaces() <= SHOWN_DECIMALS
  const told = exact ? times : times.toSignificantDigits(ROUNDED_DIGITS)
  const percent = told.minus(1).times(100)
  return {
    times: told.toFixed(),
    percent: percent.toDecimalPlaces(exact ? SHOWN_DECIMALS : 1).toFixed(),
    exact,
    limit: limitOf(before.bound, after.bound),
  }
}

function limitOf(before: string, after: string): Growth['limit'] {
  const low = ['gt', 'gte']
  const high = ['lt', 'lte']
  const isExact = (bound: string) => bound === 'exact'
  if (isExact(before) && isExact(after)) return 'none'
  if ((isExact(before) || high.includes(before)) && (isExact(after) || low.includes(after))) return 'at_least'
  if ((isExact(before) || low.includes(before)) && (isExact(after) || high.includes(after))) return 'at_most'
  return 'open'
}

/**
 * Reads when a figure holds from its own words ("the end of 2025", 今年3月), for the form to propose. `writtenOn` is the day,
 * ISO, on which the claim was written. Null where the words name no day, month or year.
 */
export function readAsOf(words: string | null, writtenOn: string): string | null {
  const [period] = words ? readPeriods(words, { referenceDate: writtenOn }) : []
  if (!period) return null
  if (period.from === period.to) return period.from
  if (period.precision === 'month' && period.from.slice(0, 7) === period.to.slice(0, 7))
    return period.to.slice(0, 7)
  // A quarter or a stretch of months: the figure holds at its end.
  return period.precision === 'year' ? period.to.slice(0, 4) : period.to.slice(0, 7)
}
