/** A date or period as the text names it, before its year is settled. */
import type { Span } from './calendar.ts'

export type Mention = {
  start: number
  end: number
  /** The year the words give; null where only the surroundings or the reference date can. */
  year: number | null
  /** False where the year is written short or fiscal. */
  yearCertain: boolean
  /** Null where that year has no such day. `asOf` is true behind "as of", "by", 截至. */
  inYear: (year: number, asOf: boolean) => Span | null
  /** The day of the month alone (23日): its month comes from the text before it. */
  bareDay?: number
}

/** A mention whose span needs no year from elsewhere; null where there is no span. */
export function settled(start: number, end: number, span: Span | null): Mention | null {
  if (!span) return null
  return { start, end, year: Number(span.from.slice(0, 4)), yearCertain: true, inYear: () => span }
}
