/** Reads a number in digits as German, French and Spanish print it, and tells the digits that only name or date something. */
import { readSlashFraction } from '#reading/figure-parts/numbers/digit-forms.ts'
import { Rational } from '#reading/figure-parts/numbers/rational.ts'
import type { Page } from '#reading/figure-parts/shared/draft.ts'
import { type EuropeanNumber, wordAfter, wordBefore, wordEnd } from './european-words.ts'
import type { Grammar } from './grammar.ts'

/** Longer numbers are identifiers or noise. */
const MAX_NUMBER = 48
const RUN = /\d[\d.,'’]*/y
const NO_MORE = '(?![.,]?\\d)'
const POINT_GROUPS = '\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?'
const SPACE_GROUPS = "\\d{1,3}(?:(?: \\d{3})+|(?:['’]\\d{3})+)(?:[,.]\\d+)?"
/** Unmistakably the English way, as Mexican papers print: 1,234.5 and 1,234,567. */
const COMMA_GROUPS = '\\d{1,3}(?:(?:,\\d{3}){2,}(?:\\.\\d+)?|,\\d{3}\\.\\d+)'
const NUMBER = new RegExp(
  `(?:${POINT_GROUPS}|${SPACE_GROUPS}|${COMMA_GROUPS}|\\d+(?:,\\d+)?|\\d+\\.\\d+)${NO_MORE}`,
  'y',
)
const POINT_GROUPED = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/
const COMMA_GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/
/** Three and more short groups that are not all of three digits. */
const TELEPHONE = /\d{2,4}(?:[ .\-/]\d{2,4}){2,6}(?!\d)/y
const THREES = /^\d{1,3}(?:[ .]\d{3})+$/
const MORE_NUMBERS = /(?: ?(?:[,/–-]|und|bis|et|à|y|a|o|ou|oder) ?\d+)*/y
const FIRST_YEAR = 1500
const LAST_YEAR = 2099
const MODERN = 1900
const NEAR_FUTURE = 2060
const YEARS = /[-–/](?:\d{4}|\d{2})(?!\d)/y
const CONTEXT = 44
/** What may follow a house number or an hour: "calle Mayor, 300 manifestantes" counts people. */
const PLACE_ENDS = new Set(['', 'de', 'del', 'in', 'en', 'à', 'y', 'und'])

/** The end of the stretch where the digits are no number, or the number without its scale words. */
export function readEuropeanDigits(
  page: Page,
  at: number,
  grammar: Grammar,
): { skip: number } | EuropeanNumber {
  const { plain, source } = page
  RUN.lastIndex = at
  const run = RUN.exec(plain)?.[0].replace(/[.,'’]+$/, '') ?? ''
  const runEnd = at + run.length
  if (run.length > MAX_NUMBER) return { skip: runEnd }
  const named = namedEnd(plain, at, runEnd, grammar)
  if (named) return { skip: named }
  NUMBER.lastIndex = at
  const printed = NUMBER.exec(plain)?.[0]
  if (!printed || printed.length > MAX_NUMBER || /^0\d/.test(printed)) return { skip: runEnd }
  const number = plainDigits(at + printed.length, decimalOf(printed, plain[at - 1] === '$'))
  const share = readSlashFraction(source, plain, number.end, number.value)
  if (share) return { ...number, ...share }
  return /^\/\d/.test(plain.slice(number.end, number.end + 2))
    ? { skip: skipSlashes(plain, number.end) }
    : number
}

function plainDigits(end: number, value: Rational): EuropeanNumber {
  return {
    end,
    value,
    factor: 1n,
    scaleWords: null,
    inWords: false,
    about: false,
    lone: false,
    ordinal: false,
    unit: null,
  }
}

/** Money has no thousandths: $1,200 is grouped. */
function decimalOf(printed: string, afterDollar: boolean): Rational {
  const digits = printed.replace(/[ '’]/g, '')
  const commas = digits.split(',').length - 1
  if (POINT_GROUPED.test(digits)) return Rational.of(digits.replaceAll('.', '').replace(',', '.'))
  const grouped = COMMA_GROUPED.test(digits) && (commas > 1 || digits.includes('.') || afterDollar)
  return Rational.of(grouped ? digits.replaceAll(',', '') : digits.replace(',', '.'))
}

function skipSlashes(plain: string, at: number): number {
  let end = at
  while (/[\d/.]/.test(plain[end] ?? '')) end += 1
  return end
}

/** Dates, times, scores, telephone numbers, postcodes, numbered things; 0 where the digits are none of these. */
function namedEnd(plain: string, at: number, runEnd: number, grammar: Grammar): number {
  const next = plain[runEnd] ?? ''
  if (plain[at] === '0' && /[\d]/.test(plain[at + 1] ?? '')) return skipGroups(plain, runEnd)
  if (runEnd - at <= 9 && /\d/.test(plain[at] ?? '')) {
    grammar.moment.lastIndex = at
    const moment = grammar.moment.exec(plain)
    if (moment && moment[0].length >= runEnd - at) return at + moment[0].length
  }
  if (next === ':' && /\d/.test(plain[runEnd + 1] ?? '')) return skipColons(plain, runEnd)
  if (/[ .\-/]/.test(next) || plain.slice(at, runEnd).includes('.')) {
    TELEPHONE.lastIndex = at
    const groups = TELEPHONE.exec(plain)?.[0]
    const count = groups?.replace(/\D/g, '').length ?? 0
    if (groups && count >= 8 && count <= 15 && !THREES.test(groups)) return at + groups.length
  }
  return 0
}

function skipGroups(plain: string, at: number): number {
  let end = at
  while (/[ \-/.]/.test(plain[end] ?? '') && /\d/.test(plain[end + 1] ?? '')) {
    end += 1
    while (/\d/.test(plain[end] ?? '')) end += 1
  }
  return end
}

function skipColons(plain: string, at: number): number {
  let end = at
  while (plain[end] === ':' && /\d/.test(plain[end + 1] ?? '')) {
    end += 1
    while (/[\d.,]/.test(plain[end] ?? '') && /\d/.test(plain[end] ?? plain[end + 1] ?? '')) end += 1
  }
  return end
}

/**
 * The end of a number without unit or scale that names something: § 12, page 5, a year, a house, a postcode; 0 where it
 * counts. `limited`: a word such as "about" stands before it.
 */
export function nameEnd(page: Page, at: number, end: number, grammar: Grammar, limited: boolean): number {
  const { plain, source } = page
  if (isNamed(plain, at, grammar)) {
    MORE_NUMBERS.lastIndex = end
    return end + (MORE_NUMBERS.exec(plain)?.[0].length ?? 0)
  }
  const length = end - at
  if (
    length <= 5 &&
    PLACE_ENDS.has(wordAfter(plain, end)) &&
    grammar.placeBefore.test(plain.slice(Math.max(0, at - CONTEXT), at))
  )
    return end
  if (length === 5 && !limited && /^\d{5}$/.test(plain.slice(at, end)) && isPostcode(page, at, end))
    return end
  if (length !== 4 || limited || !/^\d{4}$/.test(plain.slice(at, end))) return 0
  const value = Number(plain.slice(at, end))
  if (value < FIRST_YEAR || value > LAST_YEAR) return 0
  YEARS.lastIndex = end
  const span = YEARS.exec(plain)?.[0].length ?? 0
  if (span) return end + span
  const near = value >= MODERN && value <= NEAR_FUTURE && value % 1000 !== 0
  const counts = !near && wordAfter(plain, end) !== '' && !grammar.yearWords.has(wordBefore(plain, at))
  return counts || source[at - 1] === '$' ? 0 : end
}

function isNamed(plain: string, at: number, grammar: Grammar): boolean {
  let from = at
  if (plain[from - 1] === ' ') from -= 1
  if (plain[from - 1] === '.') from -= 1
  const sign = plain[from - 1] ?? ''
  if (sign === '§' || sign === '°' || sign === 'º' || sign === '#') return true
  let start = from
  while (start > 0 && wordEnd(plain, start - 1) > start - 1) start -= 1
  return start < from && grammar.names.has(plain.slice(start, from))
}

/** 10115 Berlin, 75002 Paris: a place follows, and the number opens the text or stands after a comma, a dash or "in". */
function isPostcode({ plain, source }: Page, at: number, end: number): boolean {
  const next = source[end + 1] ?? ''
  if (plain[end] !== ' ' || next === next.toLowerCase()) return false
  return /(?:^|[,(\n]|[ (]in|[ (][a-z]-| à| en) ?$|-$/.test(plain.slice(Math.max(0, at - 4), at))
}
