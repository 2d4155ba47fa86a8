/** A date or period as the text names it, before its year is settled; and the rules that read one. */
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
  /** What the words lean on in the text before them: a day of the month named last (23日), the year named last (同年), the period named last a year back (去年同期). */
  leansOn?: { month: number } | 'year' | 'period'
}

/** What every rule may look at. `plain` is lower case, plain width and simplified; the same length as `source`. */
export type PeriodPage = {
  source: string
  plain: string
  /** ISO 8601 day of writing; null where it is not known. */
  reference: string | null
  language: string | undefined
}

/** `rule` is sticky; `read` refuses with null. */
export type PeriodRule = {
  rule: RegExp
  read: (match: RegExpExecArray, page: PeriodPage) => Mention | null
}

/** A mention whose span needs no year from elsewhere; null where there is no span. */
export function settled(start: number, end: number, span: Span | null): Mention | null {
  if (!span) return null
  return { start, end, year: Number(span.from.slice(0, 4)), yearCertain: true, inYear: () => span }
}

/** A rule whose span is settled by its own words and the day of writing. */
export function spanRule(
  pattern: string,
  span: (groups: string[], page: PeriodPage) => Span | null,
): PeriodRule {
  return {
    rule: new RegExp(pattern, 'y'),
    read: (match, page) =>
      settled(
        match.index,
        match.index + match[0].length,
        span(
          Array.from(match, (group) => group ?? ''),
          page,
        ),
      ),
  }
}

/** The same for words that mean nothing without a day of writing. */
export function referredRule(
  pattern: string,
  span: (groups: string[], reference: string) => Span | null,
): PeriodRule {
  return spanRule(pattern, (groups, { reference }) => (reference === null ? null : span(groups, reference)))
}
