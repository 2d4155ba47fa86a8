/** Makes one period of two with nothing but "to" between them. */
import { PERIOD_PRECISIONS, type Span } from './calendar.ts'

export const JOINS = /^ ?(?:[-–—~～]|至|到|(?:up )?to|through|until|till|and) ?(?:the )?$/
export const MAX_JOIN_CHARS = 12
const BETWEEN = /(?<![a-z])between (?:the )?$/

export function joined<T extends Span & { start: number; end: number }>(plain: string, placed: T[]): T[] {
  const kept: T[] = []
  for (const period of placed) {
    const last = kept.at(-1)
    if (last && areOne(plain, last, period)) {
      const coarser = Math.max(
        PERIOD_PRECISIONS.indexOf(last.precision),
        PERIOD_PRECISIONS.indexOf(period.precision),
      )
      last.end = period.end
      last.to = period.to
      last.precision = PERIOD_PRECISIONS[coarser] ?? period.precision
      last.certain = last.certain && period.certain
    } else kept.push(period)
  }
  return kept
}

function areOne(
  plain: string,
  last: Span & { start: number; end: number },
  period: Span & { start: number },
): boolean {
  if (
    period.start === last.end ||
    period.start - last.end > MAX_JOIN_CHARS ||
    last.from >= period.from ||
    last.to > period.to
  )
    return false
  const words = plain.slice(last.end, period.start)
  if (!JOINS.test(words)) return false
  return !words.includes('and') || BETWEEN.test(plain.slice(Math.max(0, last.start - 12), last.start))
}
