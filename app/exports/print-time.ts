/** Prints recorded times for readers: always UTC, always with the month in words. */

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
