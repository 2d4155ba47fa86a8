/** "The three months ended 31 March 2026", "the week of March 9": words before a date say where the period begins. */
import { later, type Span, shifted } from './calendar.ts'
import type { Mention } from './mention.ts'

const RUN_UP =
  /(?<![a-z])(?:(?:(three|six|nine|twelve|3|6|9|12)[- ]months?)|(?:fiscal |financial )?(year)|(quarter)|(half[- ]year)) (?:ended|ending|to|through)(?: on)?(?: the)? $/
const WEEK = /(?<![a-z])week (?:(ended|ending)|of|beginning|starting|commencing)(?: on)?(?: the)? $/
const MONTHS: Record<string, number> = { three: 3, six: 6, nine: 9, twelve: 12 }
const LOOK_BACK = 48

/** `start` is given where the words before belong to the period. */
export function runUp(plain: string, mention: Mention, span: Span): Span & { start?: number } {
  if ((span.precision !== 'day' && span.precision !== 'month') || plain[mention.start - 1] !== ' ')
    return span
  const before = plain.slice(Math.max(0, mention.start - LOOK_BACK), mention.start)
  const week = span.from === span.to ? WEEK.exec(before) : null
  if (week) {
    const start = mention.start - week[0].length
    return week[1]
      ? { ...span, from: shifted(span.to, -6), start }
      : { ...span, to: shifted(span.from, 6), start }
  }
  const match = RUN_UP.exec(before)
  if (!match) return span
  const months = match[1] ? (MONTHS[match[1]] ?? Number(match[1])) : match[2] ? 12 : match[3] ? 3 : 6
  // Behind the last day of a month a period begins with a month, otherwise the day after the same day so long before.
  const from = later(shifted(span.to, 1), -months)
  const precision = months === 12 ? 'year' : months === 6 ? 'half' : months === 3 ? 'quarter' : 'month'
  return { ...span, from, precision, start: mention.start - match[0].length }
}
