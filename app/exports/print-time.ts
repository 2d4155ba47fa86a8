/** Prints recorded times for readers in English: with the month in words, in UTC unless a zone is given. */
import { zoneOffsetMinutes } from '#domain/zoned-time.ts'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `Date` reads far more than ISO 8601, and guesses: "spring 2026" would become a day in January. */
const ISO_TIME = /^\d{4}-\d{2}-\d{2}T/

const two = (value: number) => String(value).padStart(2, '0')
const day = (at: Date) => `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()}`
const minute = (at: Date) => `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`

/** ISO 8601 time → "24 March 2026, 09:15 UTC". What is not a time is printed as it stands. */
export function printMoment(iso: string): string {
  const at = new Date(iso)
  return !ISO_TIME.test(iso) || Number.isNaN(at.getTime()) ? iso : `${day(at)}, ${minute(at)} UTC`
}

/** Times from the first to the last, with their preposition: "on 24 March 2026 between 09:15 and 09:17 UTC". */
export function printSpan(times: string[]): string {
  const sorted = times.map((iso) => new Date(iso)).sort((a, b) => a.getTime() - b.getTime())
  const first = sorted[0]
  const last = sorted.at(-1)
  if (!first || !last) return 'at an unknown time'
  if (day(first) !== day(last))
    return `between ${day(first)}, ${minute(first)}, and ${day(last)}, ${minute(last)} UTC`
  if (minute(first) === minute(last)) return `on ${day(first)} at ${minute(first)} UTC`
  return `on ${day(first)} between ${minute(first)} and ${minute(last)} UTC`
}

/** The day on the clock of the zone: "24 March 2026". */
export function printDay(iso: string, timeZone: string): string {
  return day(onClock(iso, timeZone))
}

/** The moment on the clock of the zone, with its distance from UTC: "24 March 2026, 18:00 UTC+8". */
export function printMomentIn(iso: string, timeZone: string): string {
  const at = onClock(iso, timeZone)
  return `${day(at)}, ${minute(at)} ${offsetWords(new Date(iso), timeZone)}`
}

/** "UTC", "UTC+8", "UTC−3:30". */
export function offsetWords(at: Date, timeZone: string): string {
  const minutes = zoneOffsetMinutes(at, timeZone)
  if (minutes === 0) return 'UTC'
  const rest = Math.abs(minutes) % 60
  const hours = Math.floor(Math.abs(minutes) / 60)
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest === 0 ? '' : `:${two(rest)}`}`
}

/** A date whose UTC parts are those of the zone's clock. */
export function onClock(iso: string, timeZone: string): Date {
  const at = new Date(iso)
  return new Date(at.getTime() + zoneOffsetMinutes(at, timeZone) * 60_000)
}
