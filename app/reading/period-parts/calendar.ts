/** Days, months, quarters, halves and years as spans of the Gregorian calendar (ISO 8601 dates, both ends included). */

export const PERIOD_PRECISIONS = ['day', 'month', 'quarter', 'half', 'year'] as const
export type PeriodPrecision = (typeof PERIOD_PRECISIONS)[number]
/** `from` and `to` are ISO 8601 dates; `certain` is false where the words leave the edges or the year open. */
export type Span = { from: string; to: string; precision: PeriodPrecision; certain: boolean }

const DAY_MS = 86_400_000

/** Null for a day no calendar has (30 February). */
export function dayOf(year: number, month: number, day: number): Span | null {
  return daysOf(year, month, day, day)
}

export function daysOf(year: number, month: number, first: number, last: number): Span | null {
  if (!isMonth(month) || first < 1 || last < first || last > lengthOf(year, month)) return null
  return { from: iso(year, month, first), to: iso(year, month, last), precision: 'day', certain: true }
}

/** `last` may be smaller than `first` only by mistake: null. */
export function monthsOf(year: number, first: number, last = first): Span | null {
  if (!isMonth(first) || !isMonth(last) || last < first) return null
  const to = iso(year, last, lengthOf(year, last))
  return { from: iso(year, first, 1), to, precision: 'month', certain: true }
}

export function quartersOf(year: number, first: number, last = first): Span | null {
  const months = monthsOf(year, first * 3 - 2, last * 3)
  return months && { ...months, precision: 'quarter' }
}

export function halfOf(year: number, half: number): Span | null {
  const months = monthsOf(year, half * 6 - 5, half * 6)
  return months && { ...months, precision: 'half' }
}

export function yearsOf(first: number, last = first): Span | null {
  if (first < 1 || last < first || last > 9999) return null
  return { from: iso(first, 1, 1), to: iso(last, 12, 31), precision: 'year', certain: true }
}

/** The last day of a span, for "as of the end of". */
export function endOf(span: Span | null): Span | null {
  return span && { from: span.to, to: span.to, precision: 'day', certain: true }
}

export function unsure(span: Span | null): Span | null {
  return span && { ...span, certain: false }
}

export function shifted(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** Monday to Sunday (ISO 8601) of the week of `date`, or of one `weeks` later. */
export function weekOf(date: string, weeks: number): Span {
  const from = shifted(date, weeks * 7 - weekdayOf(date))
  return { from, to: shifted(from, 6), precision: 'day', certain: true }
}

/** The month `months` after that of `date`. */
export function monthFrom(date: string, months: number): Span | null {
  const count = yearIn(date) * 12 + Number(date.slice(5, 7)) - 1 + months
  return monthsOf(Math.floor(count / 12), (count % 12) + 1)
}

export function quarterFrom(date: string, quarters: number): Span | null {
  const count = yearIn(date) * 4 + Math.floor((Number(date.slice(5, 7)) - 1) / 3) + quarters
  return quartersOf(Math.floor(count / 4), (count % 4) + 1)
}

/** The same day `months` later, or the last one of a shorter month. */
export function later(date: string, months: number): string {
  const count = yearIn(date) * 12 + Number(date.slice(5, 7)) - 1 + months
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1]
  return iso(year, month, Math.min(Number(date.slice(8)), lengthOf(year, month)))
}

/** 0 is Monday (ISO 8601). */
export function weekdayOf(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7
}

/** One day as a span. */
export function dayAt(date: string): Span {
  return { from: date, to: date, precision: 'day', certain: true }
}

export function yearIn(date: string): number {
  return Number(date.slice(0, 4))
}

/** The day itself of an ISO date or date-time; null for anything else. */
export function readIsoDate(written: string | undefined): string | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:$|[T ])/.exec(written ?? '')
  return parts ? (dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]))?.from ?? null) : null
}

function lengthOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function isMonth(month: number): boolean {
  return month >= 1 && month <= 12
}

function iso(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
