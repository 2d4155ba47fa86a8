/** Reads English dates and parts of a named or unnamed year: 23 March 2026, mid-March, Q3 2025, the first half, FY2025/26. */
import {
  dayOf,
  daysOf,
  endOf,
  halfOf,
  monthsOf,
  quartersOf,
  type Span,
  unsure,
  yearIn,
  yearsOf,
} from './calendar.ts'
import { decadeOf, seasonOf } from './counted.ts'
import { countOf, MONTH, monthNumber, NTH, nthNumber } from './english-words.ts'
import type { Mention, PeriodPage, PeriodRule } from './mention.ts'

const DAY = '(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)'
const DASH = ' ?(?:[-–—]|to|through|until|and) ?'
const YEAR = '((?:fy ?|fiscal(?: year)? )?(?:1[5-9]|20)\\d{2}(?!\\d|[.,]\\d)|(?:this|last|next) year)'
const IN_YEAR = `(?:(?:,| of| in)? ${YEAR})?`
const COUNT = '(two|three|four|five|six|seven|eight|nine|ten|eleven|\\d{1,2})'
const EDGE = '(?:(very end|end|close|start|beginning|turn|middle) of (?:the )?|(early|late|mid|end)[- ])'

type Read = (groups: (string | undefined)[], year: number, asOf: boolean) => Span | null

const n = (words: string | undefined) => Number(words)

/**
 * `yearAt` is the group of the year; 0 where the words need none, -1 where the whole match names it. `the` takes an
 * article before the words in.
 */
function rule(pattern: string, yearAt: number, read: Read, the = false): PeriodRule {
  return {
    rule: new RegExp(`(?<![a-z]|\\d[.,]?)(?:${pattern})(?![a-z\\d])`, 'y'),
    read: (match, page) => mentionOf(match, page, yearAt, read, the),
  }
}

/** At the first digit of a day. */
export const DAY_FIRST: PeriodRule[] = [
  rule(`${DAY}(?: of)?[ -]${MONTH}(?:(?:(?:,| of| in)? |-)${YEAR})?`, 3, (g, y) =>
    dayOf(y, monthNumber(g[2]), n(g[1])),
  ),
  rule(`${DAY}${DASH}${DAY} ${MONTH}${IN_YEAR}`, 4, (g, y) => daysOf(y, monthNumber(g[3]), n(g[1]), n(g[2]))),
]
/** At the name of a month. */
export const MONTH_FIRST: PeriodRule[] = [
  rule(
    `${MONTH} ${DAY}(?:(?:,| of)? ${YEAR})?(?![\\d%]|[.,:]\\d| ?(?:percent|per cent|million|billion|trillion)(?![a-z]))`,
    3,
    (g, y) => dayOf(y, monthNumber(g[1]), n(g[2])),
  ),
  rule(`${MONTH} ${DAY} ?(?:[-–—]|to) ?${DAY}(?:,? ${YEAR})?(?!%|[.,]\\d)`, 4, (g, y) =>
    daysOf(y, monthNumber(g[1]), n(g[2]), n(g[3])),
  ),
  rule(`${MONTH}${IN_YEAR}`, 2, (g, y) => monthsOf(y, monthNumber(g[1]))),
  // "the December quarter" ends with that month.
  rule(`${MONTH} quarter${IN_YEAR}`, 2, (g, y) =>
    monthNumber(g[1]) % 3 === 0 ? quartersOf(y, monthNumber(g[1]) / 3) : null,
  ),
]
/** At early, late, mid, end, start, middle and the like. */
export const EDGES: PeriodRule[] = [
  rule(
    `${EDGE}${MONTH}${IN_YEAR}`,
    4,
    (g, y, asOf) => partOfMonth(y, monthNumber(g[3]), g[1] ?? g[2], asOf),
    true,
  ),
  rule(`${EDGE}${YEAR}`, 3, (g, y, asOf) => partOfYear(y, g[1] ?? g[2], asOf), true),
  rule(`${EDGE}((?:1[5-9]|20)\\d0)['’]?s`, 0, (g) => decadeOf(n(g[3]), decadePart(g[1] ?? g[2]))),
]
/** At q, h, fy, fiscal, year, calendar. */
export const SHORT_PARTS: PeriodRule[] = [
  rule(`q([1-4])(?:(?: of|,)? ?${YEAR})?`, 2, (g, y) => quartersOf(y, n(g[1]))),
  rule(`q([1-4]) ?['’]?(\\d{2})`, 0, (g) => unsure(quartersOf(2000 + n(g[2]), n(g[1])))),
  rule(`h([12])(?: of|,)? ?${YEAR}`, 2, (g, y) => halfOf(y, n(g[1]))),
  rule(`h([12]) ?['’](\\d{2})`, 0, (g) => unsure(halfOf(2000 + n(g[2]), n(g[1])))),
]
export const FISCAL_YEARS: PeriodRule[] = [
  rule(`(?:fy ?|fiscal(?: year)? )['’]?((?:19|20)\\d{2})([/–-](?:20)?\\d{2}(?!\\d))?`, 1, (g, y) =>
    yearsOf(y, g[2] ? y + 1 : y),
  ),
  rule(`fy ?['’]?(\\d{2})(?:[/–-](\\d{2}))?`, 0, (g) => {
    const year = 2000 + n(g[1])
    return unsure(yearsOf(year, g[2] ? year + 1 : year))
  }),
]
export const YEAR_ENDS: PeriodRule[] = [
  rule(`(?:year|calendar)[- ]end ${YEAR}`, 1, (_, y, asOf) => partOfYear(y, 'end', asOf), true),
]
/** At first, second, …, final, opening, or at 1st, 2nd, …. */
export const NTH_PARTS: PeriodRule[] = [
  rule(`${NTH}[- ](?:fiscal[- ])?quarters?${IN_YEAR}`, 2, (g, y) => quartersOf(y, nthNumber(g[1], 4)), true),
  rule(`${NTH}[- ]half${IN_YEAR}`, 2, (g, y) => halfOf(y, nthNumber(g[1], 2)), true),
  rule(
    `first ${COUNT} (months|quarters)${IN_YEAR}`,
    3,
    (g, y) => (g[2] === 'months' ? monthsOf(y, 1, countOf(g[1])) : quartersOf(y, 1, countOf(g[1]))),
    true,
  ),
]
/** At a digit: 1Q25, 2025 Q3, the 2025 fiscal year. */
export const DIGIT_PARTS: PeriodRule[] = [
  rule(`([1-4])q ?['’]?(?:20)?(\\d{2})`, 0, (g) => unsure(quartersOf(2000 + n(g[2]), n(g[1])))),
  rule(`([12])h ?['’]?(?:20)?(\\d{2})`, 0, (g) => unsure(halfOf(2000 + n(g[2]), n(g[1])))),
  rule(`${YEAR}[ -]?q([1-4])`, 1, (g, y) => quartersOf(y, n(g[2]))),
  rule(`${YEAR}[ -]?h([12])`, 1, (g, y) => halfOf(y, n(g[2]))),
  rule(`((?:19|20)\\d{2})([/–-](?:20)?\\d{2})? (?:fiscal|financial) year`, 1, (g, y) =>
    unsure(yearsOf(y, g[2] ? y + 1 : y)),
  ),
]
/** At this, last, next. */
export const YEARS_AWAY: PeriodRule[] = [rule(`(?:this|last|next) year`, -1, (_, y) => yearsOf(y))]
/** At the name of a season. "winter of 2024-25" is one winter. */
export const SEASONS: PeriodRule[] = [
  rule(`(spring|summer|autumn|fall|winter)(?:,| of| in)? ${YEAR}(?:[/–-]\\d{2}(?!\\d))?`, 2, (g, y) =>
    seasonOf(y, g[1] ?? ''),
  ),
]

/** "may", "march" and short names are words too: they are months after these, or with a number. */
const MONTH_BEFORE =
  /(?:^|[^a-z])(?:in|by|since|until|till|from|to|through|of|during|last|this|next|before|after|for|early|late|mid|as of|as at|and|between)[ -]$/
const WORD_MONTHS = /^(?:may|march|mar|jan|sep|dec|oct|jun)\.?$/
/** "the second half of the match", "a first quarter mile" */
const OF_A_THING = /^ of (?:the|a|an|his|her|its|their|this)(?![a-z])(?! year)/

function mentionOf(
  match: RegExpExecArray,
  { source, plain, reference }: PeriodPage,
  yearAt: number,
  read: Read,
  the: boolean,
): Mention | null {
  const { index } = match
  const [words] = match
  const end = index + words.length
  const written = yearAt === -1 ? words : yearAt > 0 ? match[yearAt] : undefined
  if (/^[a-z]+\.?$/.test(words)) {
    const before = plain.slice(Math.max(0, index - 10), index)
    if (!/\p{Lu}/u.test(source[index] ?? '') || (WORD_MONTHS.test(words) && !MONTH_BEFORE.test(before)))
      return null
  }
  if (!written && OF_A_THING.test(plain.slice(end, end + 16))) return null
  const year = yearAt === 0 ? 0 : yearOfWords(written, reference)
  if (written && year === null) return null
  const start = the && plain.startsWith('the ', index - 4) ? index - 4 : index
  // A stop after a short month's name ends the date only where a number follows it.
  const last = words.endsWith('.') ? end - 1 : end
  if (yearAt === 0) {
    const span = read(match, 0, false)
    return span && { start, end: last, year: yearIn(span.from), yearCertain: true, inYear: () => span }
  }
  const yearCertain = !/^(?:fy|fiscal)/.test(written ?? '') && !/^fy|fiscal|financial/.test(words)
  return { start, end: last, year, yearCertain, inYear: (given, asOf) => read(match, given, asOf) }
}

function yearOfWords(words: string | undefined, reference: string | null): number | null {
  if (!words) return null
  const digits = /\d{4}/.exec(words)?.[0]
  if (digits) return Number(digits)
  if (!reference) return null
  return yearIn(reference) + (words.startsWith('last') ? -1 : words.startsWith('next') ? 1 : 0)
}

export function partOfMonth(
  year: number,
  month: number,
  edge: string | undefined,
  asOf: boolean,
): Span | null {
  const whole = monthsOf(year, month)
  if (!whole || !edge) return whole
  if (/end|close/.test(edge))
    return asOf ? endOf(whole) : unsure(daysOf(year, month, 21, n(whole.to.slice(8))))
  if (edge === 'late') return unsure(daysOf(year, month, 21, n(whole.to.slice(8))))
  return unsure(/mid/.test(edge) ? daysOf(year, month, 11, 20) : daysOf(year, month, 1, 10))
}

export function partOfYear(year: number, edge: string | undefined, asOf: boolean): Span | null {
  if (edge === 'late') return unsure(quartersOf(year, 4))
  if (edge === 'early') return unsure(quartersOf(year, 1))
  if (/mid/.test(edge ?? '')) return unsure(monthsOf(year, 6, 7))
  if (/end|close/.test(edge ?? '')) return asOf ? endOf(yearsOf(year)) : unsure(monthsOf(year, 12))
  return unsure(monthsOf(year, 1))
}

function decadePart(edge: string | undefined): 'early' | 'mid' | 'late' {
  return /late|end|close/.test(edge ?? '') ? 'late' : /mid/.test(edge ?? '') ? 'mid' : 'early'
}
