/** Reads dates written in digits alone: 2026-03-23, 23/03/2026, 2026-03. */
import { dayOf, monthsOf, type Span, unsure } from './calendar.ts'
import { type PeriodRule, spanRule } from './mention.ts'

const n = (words: string | undefined) => Number(words)

/** At a digit with no digit before it. */
export const NUMERIC_DATES: PeriodRule[] = [
  spanRule(
    '(?<!\\.|(?<![a-z])v(?:ersion)? ?)(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?!\\d|\\.\\d)',
    ([, year, , month, day]) => dayOf(n(year), n(month), n(day)),
  ),
  spanRule('(?<![.\\-/])((?:19|20)\\d{2})-(0[1-9]|1[0-2])(?![\\d-])', ([, year, month]) => {
    // 2001-02 may be two years.
    const span = monthsOf(n(year), n(month))
    return n(month) === (n(year) % 100) + 1 ? unsure(span) : span
  }),
  spanRule('(?<![./])(\\d{1,2})([/.])(\\d{1,2})\\2((?:19|20)\\d{2})(?![\\d./])', (groups, { language }) =>
    dayAndMonth(groups, language),
  ),
]

/** Day first, as most of the world writes, unless the numbers or an American text say otherwise. */
function dayAndMonth(groups: string[], language: string | undefined): Span | null {
  const [first, second, year] = [n(groups[1]), n(groups[3]), n(groups[4])]
  if (first > 12) return dayOf(year, second, first)
  if (second > 12) return dayOf(year, first, second)
  const span = language === 'en-US' ? dayOf(year, first, second) : dayOf(year, second, first)
  return first === second || groups[2] === '.' ? span : unsure(span)
}
