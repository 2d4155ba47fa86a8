/** Reads dates and periods written in English, and numeric dates. */
import {
  dayOf,
  daysOf,
  endOf,
  halfOf,
  monthFrom,
  monthsOf,
  quarterFrom,
  quartersOf,
  type Span,
  shifted,
  unsure,
  weekOf,
  yearIn,
  yearsOf,
} from './calendar.ts'
import { type Mention, settled } from './mention.ts'

const MONTH =
  '(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)(?![a-z])\\.?'
const NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)'
const DASH = ' ?(?:[-–—]|to|through|until|and) ?'
const YEAR = '((?:fy ?|fiscal(?: year)? )?(?:1[5-9]|20)\\d{2}(?!\\d|[.,]\\d)|(?:this|last|next) year)'
const IN_YEAR = `(?:(?:,| of| in)? ${YEAR})?`
const NTH = '(first|second|third|fourth|1st|2nd|3rd|4th|final|opening)'
const COUNT = '(two|three|four|five|six|seven|eight|nine|ten|eleven|\\d{1,2})'
const COUNTS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
]
const EDGE = '(?:the )?(very end|end|close|start|beginning|turn|middle) of |(early|late|mid|end)[- ]'

type Rule = {
  rule: RegExp
  /** Which group holds the year; the others are for `read`. */
  yearAt: number
  read: (groups: (string | undefined)[], year: number, asOf: boolean) => Span | null
}

const n = (words: string | undefined) => Number(words)
const rule = (pattern: string, yearAt: number, read: Rule['read'], tail = '(?![a-z\\d])'): Rule => ({
  rule: new RegExp(`(?<![a-z\\d.,])(?:${pattern})${tail}`, 'g'),
  yearAt,
  read,
})

const RULES: Rule[] = [
  rule(`${DAY}(?: of)?[ -]${MONTH}(?:(?:(?:,| of| in)? |-)${YEAR})?`, 3, (g, y) =>
    dayOf(y, month(g[2]), n(g[1])),
  ),
  rule(
    `${MONTH} ${DAY}(?:(?:,| of)? ${YEAR})?(?![\\d%]|[.,:]\\d| ?(?:percent|per cent|million|billion|trillion)(?![a-z]))`,
    3,
    (g, y) => dayOf(y, month(g[1]), n(g[2])),
  ),
  rule(`${DAY}${DASH}${DAY} ${MONTH}${IN_YEAR}`, 4, (g, y) => daysOf(y, month(g[3]), n(g[1]), n(g[2]))),
  rule(`${MONTH} ${DAY} ?(?:[-–—]|to) ?${DAY}(?:,? ${YEAR})?(?!%|[.,]\\d)`, 4, (g, y) =>
    daysOf(y, month(g[1]), n(g[2]), n(g[3])),
  ),
  rule(`(?:${EDGE})?${MONTH}${IN_YEAR}`, 4, (g, y, asOf) => partOfMonth(y, month(g[3]), g[1] ?? g[2], asOf)),
  rule(`(?:${EDGE})${YEAR}`, 3, (g, y, asOf) => partOfYear(y, g[1] ?? g[2], asOf)),
  rule(`(?:the )?(?:year|calendar)[- ]end ${YEAR}`, 1, (_, y, asOf) => partOfYear(y, 'end', asOf)),
  rule(`q([1-4])(?:(?: of|,)? ?${YEAR})?`, 2, (g, y) => quartersOf(y, n(g[1]))),
  rule(`${YEAR}[ -]?q([1-4])`, 1, (g, y) => quartersOf(y, n(g[2]))),
  rule(`q([1-4]) ?['’](\\d{2})|([1-4])q ?['’]?(?:20)?(\\d{2})`, 0, (g) =>
    unsure(quartersOf(2000 + n(g[2] ?? g[4]), n(g[1] ?? g[3]))),
  ),
  rule(`(?:the )?${NTH}[- ]quarters?${IN_YEAR}`, 2, (g, y) => quartersOf(y, nth(g[1], 4))),
  rule(`(?:the )?${NTH}[- ]half${IN_YEAR}`, 2, (g, y) => halfOf(y, nth(g[1], 2))),
  rule(`h([12])(?: of)? ?${YEAR}`, 2, (g, y) => halfOf(y, n(g[1]))),
  rule(`([12])h ?['’]?(?:20)?(\\d{2})`, 0, (g) => unsure(halfOf(2000 + n(g[2]), n(g[1])))),
  rule(`(?:the )?first ${COUNT} (months|quarters)${IN_YEAR}`, 3, (g, y) =>
    g[2] === 'months' ? monthsOf(y, 1, count(g[1])) : quartersOf(y, 1, count(g[1])),
  ),
  rule(`(?:fy ?|fiscal(?: year)? |the year )((?:19|20)\\d{2})([/–-]\\d{2}(?!\\d))?`, 1, (g, y) =>
    yearsOf(y, g[2] ? y + 1 : y),
  ),
  rule(`((?:19|20)\\d{2}) (?:fiscal|financial) year`, 1, (_, y) => yearsOf(y)),
  rule(`(?:this|last|next) year`, -1, (_, y) => yearsOf(y)),
]
/** "may", "march" and short names are words too: they are months after these, or with a number. */
const MONTH_BEFORE =
  /(?:^|[^a-z])(?:in|by|since|until|till|from|to|through|of|during|last|this|next|before|after|for|early|late|mid|as of|as at|and|between)[ -]$/
const WORD_MONTHS = /^(?:may|march|mar|jan|sep|dec|oct|jun)\.?$/

const ISO_DATE = /(?<![\d.]|(?<![a-z])v(?:ersion)? ?)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d]|\.\d)/g
const ISO_MONTH = /(?<![\d.\-/])((?:19|20)\d{2})-(0[1-9]|1[0-2])(?![\d-])/g
const NUMERIC = /(?<![\d./])(\d{1,2})([/.])(\d{1,2})\2((?:19|20)\d{2})(?![\d./])/g
const RELATIVE =
  /(?<![a-z])(?:today|yesterday|tomorrow|(?:this|last|next) (?:week|month|quarter)|year[- ]to[- ]date)(?![a-z])/g
const BARE_YEAR = /^((?:1[5-9]|20)\d{2})(?:[-–/]((?:1[5-9]|20)\d{2}|\d{2}))?(s|['’]s)?$/

/**
 * `source` is the text as printed, `plain` the same in plain width and lower case, `loneYears` the stretches that hold
 * nothing but a year, a pair of years or a decade. Mentions may overlap; the caller keeps the longest.
 */
export function englishPeriods(
  source: string,
  plain: string,
  reference: string | null,
  loneYears: [number, number][],
  language: string | undefined,
): Mention[] {
  const found: (Mention | null)[] = []
  for (const { rule, yearAt, read } of RULES)
    for (const match of plain.matchAll(rule))
      found.push(mentionOf(source, plain, match, yearAt, read, reference))
  for (const match of plain.matchAll(ISO_DATE))
    found.push(
      settled(match.index, match.index + match[0].length, dayOf(n(match[1]), n(match[3]), n(match[4]))),
    )
  for (const match of plain.matchAll(ISO_MONTH)) {
    // 2001-02 may be two years.
    const span = monthsOf(n(match[1]), n(match[2]))
    const open = n(match[2]) === (n(match[1]) % 100) + 1
    found.push(settled(match.index, match.index + match[0].length, open ? unsure(span) : span))
  }
  for (const match of plain.matchAll(NUMERIC))
    found.push(settled(match.index, match.index + match[0].length, numeric(match, language)))
  if (reference)
    for (const match of plain.matchAll(RELATIVE))
      found.push(settled(match.index, match.index + match[0].length, relative(match[0], reference)))
  for (const [start, end] of loneYears) found.push(settled(start, end, loneYear(plain.slice(start, end))))
  return found.filter((mention) => mention !== null)
}

function mentionOf(
  source: string,
  plain: string,
  match: RegExpMatchArray,
  yearAt: number,
  read: Rule['read'],
  reference: string | null,
): Mention | null {
  const start = match.index ?? 0
  const end = start + match[0].length
  const groups = [...match]
  const written = yearAt === -1 ? match[0] : yearAt > 0 ? groups[yearAt] : undefined
  const word = /^[a-z]+\.?$/.exec(match[0])?.[0]
  if (word) {
    const capital = /\p{Lu}/u.test(source[start] ?? '')
    const before = plain.slice(Math.max(0, start - 10), start)
    if (!capital || (WORD_MONTHS.test(word) && !MONTH_BEFORE.test(before))) return null
  }
  // "the second half of the match", "a first quarter mile"
  if (!written && /^ of (?:the|a|an|his|her|its|their|this)\b(?! year)/.test(plain.slice(end, end + 12)))
    return null
  if (yearAt === 0) return settled(start, end, read(groups, 0, false))
  const year = yearOfWords(written, reference)
  if (written && year === null) return null
  const fiscal = /^(?:fy|fiscal)/.test(written ?? '') || /^fy|fiscal|financial/.test(match[0])
  // A stop after a short month's name ends the date only where a number follows it.
  const tail = /\.$/.test(match[0]) ? 1 : 0
  return {
    start,
    end: end - tail,
    year,
    yearCertain: !fiscal,
    inYear: (given, asOf) => read(groups, given, asOf),
  }
}

function yearOfWords(words: string | undefined, reference: string | null): number | null {
  if (!words) return null
  const digits = /\d{4}/.exec(words)?.[0]
  if (digits) return Number(digits)
  if (!reference) return null
  return yearIn(reference) + (words.startsWith('last') ? -1 : words.startsWith('next') ? 1 : 0)
}

function partOfMonth(year: number, number: number, edge: string | undefined, asOf: boolean): Span | null {
  const whole = monthsOf(year, number)
  if (!whole || !edge) return whole
  if (/end|close/.test(edge))
    return asOf ? endOf(whole) : unsure(daysOf(year, number, 21, n(whole.to.slice(8))))
  if (edge === 'late') return unsure(daysOf(year, number, 21, n(whole.to.slice(8))))
  return unsure(/mid/.test(edge) ? daysOf(year, number, 11, 20) : daysOf(year, number, 1, 10))
}

function partOfYear(year: number, edge: string | undefined, asOf: boolean): Span | null {
  if (edge === 'late') return unsure(quartersOf(year, 4))
  if (edge === 'early') return unsure(quartersOf(year, 1))
  if (/mid/.test(edge ?? '')) return unsure(monthsOf(year, 6, 7))
  if (/end|close/.test(edge ?? '')) return asOf ? endOf(yearsOf(year)) : unsure(monthsOf(year, 12))
  return unsure(monthsOf(year, 1))
}

/** Day first, as most of the world writes, unless the numbers or an American text say otherwise. */
function numeric(match: RegExpMatchArray, language: string | undefined): Span | null {
  const [first, second, year] = [n(match[1]), n(match[3]), n(match[4])]
  if (first > 12) return dayOf(year, second, first)
  if (second > 12) return dayOf(year, first, second)
  const span = language === 'en-US' ? dayOf(year, first, second) : dayOf(year, second, first)
  return first === second || match[2] === '.' ? span : unsure(span)
}

function relative(words: string, reference: string): Span | null {
  const away = words.startsWith('last') ? -1 : words.startsWith('next') ? 1 : 0
  if (words.endsWith('week')) return weekOf(reference, away)
  if (words.endsWith('month')) return monthFrom(reference, away)
  if (words.endsWith('quarter')) return quarterFrom(reference, away)
  if (words.endsWith('date'))
    return { from: `${reference.slice(0, 4)}-01-01`, to: reference, precision: 'year', certain: true }
  const date = shifted(reference, words === 'yesterday' ? -1 : words === 'tomorrow' ? 1 : 0)
  return { from: date, to: date, precision: 'day', certain: true }
}

/** "2024-25" is a season, a school year or two years: both years, not certain. */
function loneYear(words: string): Span | null {
  const parts = BARE_YEAR.exec(words)
  if (!parts) return null
  const first = n(parts[1])
  if (parts[3]) return first % 10 === 0 ? yearsOf(first, first + 9) : null
  if (!parts[2]) return yearsOf(first)
  const last = n(parts[2]) < 100 ? Math.floor(first / 100) * 100 + n(parts[2]) : n(parts[2])
  return unsure(yearsOf(first, last))
}

function month(name: string | undefined): number {
  return NAMES.indexOf((name ?? '').slice(0, 3)) + 1
}

function nth(word: string | undefined, last: number): number {
  const digit = /\d/.exec(word ?? '')?.[0]
  if (digit) return Number(digit)
  if (word === 'final') return last
  return word === 'opening' ? 1 : ['first', 'second', 'third', 'fourth'].indexOf(word ?? '') + 1
}

function count(word: string | undefined): number {
  const spelled = COUNTS.indexOf(word ?? '')
  return spelled >= 0 ? spelled : Number(word)
}
