/** Reads Chinese dates that name their year, and parts of a year that leave it to the text: 2024年3月, 民國114年, 去年底, 3月23日. */
import { type Span, yearIn, yearsOf } from './calendar.ts'
import { NUMERAL_SIGNS, PART, PART_OF_YEAR, type PartOf, partIn } from './chinese-part.ts'
import { ERA_NAMES, eraBudgetYear, withinEra, yearOfEra } from './eras.ts'
import type { Mention, PeriodPage, PeriodRule } from './mention.ts'
import { settled } from './mention.ts'
import { readSmallNumber, readYearNumerals } from './numerals.ts'

const NUMERAL = `[${NUMERAL_SIGNS}]`
const YEARS_AWAY: Record<string, number> = { 今: 0, 本: 0, 去: -1, 上: -1, 前: -2, 明: 1, 后: 2 }

/** What a part of a year can begin with: most years are followed by none. */
const PART_BEGINS = new Set(`${NUMERAL_SIGNS}0123456789 的第首前上下年底末初中春夏秋冬以至迄全期qh`)

/** The words of a year, then whatever part of it follows. `yearOf` gives the year, null where it cannot be told. */
function yearRule(
  pattern: string,
  yearOf: (match: RegExpExecArray, page: PeriodPage) => number | null,
  kind: 'written' | 'short' | 'away' | 'era' = 'written',
): PeriodRule {
  return {
    rule: new RegExp(pattern, 'y'),
    read: (match, page) => {
      const year = yearOf(match, page)
      if (year === null || Number.isNaN(year)) return null
      const [words] = match
      const yearEnd = match.index + words.length
      PART_OF_YEAR.lastIndex = yearEnd
      const part = PART_BEGINS.has(page.plain[yearEnd] ?? '') ? PART_OF_YEAR.exec(page.plain) : null
      const since = part?.groups?.since !== undefined
      // 2019年以来 is still 2019; 今年以来 ends with the day of writing.
      const end = part && !(since && kind !== 'away') ? yearEnd + part[0].length : yearEnd
      const inPart = part?.groups && !since ? partIn(part.groups) : null
      const inYear =
        kind === 'era'
          ? inEra(match[1] ?? '', words.endsWith('度'), inPart)
          : (inPart ?? (since && kind === 'away' ? sinceStart(page.reference) : wholeYear))
      const yearCertain = kind !== 'short' && !/财年|会计年度/.test(words)
      return { start: match.index, end, year, yearCertain, inYear }
    },
  }
}

function wholeYear(year: number): Span | null {
  return yearsOf(year)
}

function inEra(era: string, budget: boolean, inPart: PartOf | null): PartOf {
  return (year, asOf) => {
    if (budget && !inPart) return eraBudgetYear(year, era)
    const span = inPart ? inPart(year, asOf) : yearsOf(year)
    return span && withinEra(span, era)
  }
}

function sinceStart(reference: string | null): PartOf {
  return (year) => {
    const span = yearsOf(year)
    return span && reference && year === yearIn(reference) ? { ...span, to: reference } : span
  }
}

/** Before these, a number of years is a span of time: 近2000年, 长达2000年. */
const SPAN_BEFORE = '(?<![近约达余逾长])(?<!\\d[.,]?)'
export const DIGIT_YEARS: PeriodRule[] = [
  // 2000年前 is two thousand years ago, 2030年前 a deadline.
  yearRule(
    `${SPAN_BEFORE}((?:1[5-9]|20)\\d{2}) ?(?:年度?(?!历史|(?<=00年)前(?![两二三后]))|财年|会计年度)`,
    ([, digits]) => Number(digits),
  ),
  // 113年3月 is a year of the Republic in Taiwan's papers; 24年3月 is 2024.
  yearRule(
    '(?<!\\d[.,]?)(\\d{2,3})年(?=度?(?:第?[一二三四1-4]季|[上下]半年|\\d{1,2} ?月))',
    ([, short]) => Number(short) + (Number(short) >= 100 ? 1911 : 2000),
    'short',
  ),
  {
    rule: /(?<!\d[.,-]?)((?:1[5-9]|20)\d{2})(?:年?[-–—~～至到]((?:1[5-9]|20)\d{2})|[-–—~～至到/](\d{2}))(?:年度?|财年|学年|赛季)/y,
    read: (match) => {
      const first = Number(match[1])
      const last = match[2] ? Number(match[2]) : Math.floor(first / 100) * 100 + Number(match[3])
      const span = yearsOf(first, last)
      const fiscal = /财年|学年|赛季/.test(match[0])
      return settled(match.index, match.index + match[0].length, span && { ...span, certain: !fiscal })
    },
  },
]
export const NUMERAL_YEARS: PeriodRule[] = [
  yearRule(`(?<!${NUMERAL})([一二][〇零一二三四五六七八九]{3})年`, ([, signs]) =>
    readYearNumerals(signs ?? ''),
  ),
]
export const ERA_YEARS: PeriodRule[] = [
  yearRule(
    `(${ERA_NAMES.join('|')}) ?(\\d{1,3}|[元〇零一二三四五六七八九十百廿卅]{1,5})年度?`,
    ([, era, count]) => yearOfEra(era ?? '', readSmallNumber(count ?? '')),
    'era',
  ),
]
export const YEARS_AWAY_RULES: PeriodRule[] = [
  yearRule(
    '(?<!大)([今去前明后])年度?|([本上])年度',
    ([, one, other], { reference }) =>
      reference === null ? null : yearIn(reference) + (YEARS_AWAY[one || other || ''] ?? 0),
    'away',
  ),
  {
    rule: /(?:去年|上年度?|上一年)(?:的)?同期/y,
    read: (match) => backAYear(match),
  },
  {
    rule: new RegExp(`同年 ?(?:${PART})?`, 'y'),
    read: (match) => ({
      ...unnamedYear(match, match[0].length > 3 ? partIn(match.groups ?? {}) : wholeYear),
      leansOn: 'year',
    }),
  },
]

function backAYear(match: RegExpExecArray): Mention {
  return { ...unnamedYear(match, (year) => yearsOf(year - 1)), leansOn: 'period' }
}

function unnamedYear(match: RegExpExecArray, inYear: Mention['inYear']): Mention {
  return { start: match.index, end: match.index + match[0].length, year: null, yearCertain: true, inYear }
}

/** Parts of a year that leave the year to the text, and the bare day of a month. */
export const PARTS_ALONE: PeriodRule[] = [
  {
    rule: new RegExp(`(?<!\\d[.,]?)(?<![:/个每那几${NUMERAL_SIGNS}第-])(?:${PART})`, 'y'),
    read: (match) => unnamedYear(match, partIn(match.groups ?? {})),
  },
]
export const DAY_ALONE: PeriodRule = {
  rule: /(?<!\d[.,]?)(?<![月\-–—~～至到])(\d{1,2})[日号](?![内间均元圆游线报常文本楼院馆店机前])/y,
  read: (match) => ({ ...unnamedYear(match, () => null), leansOn: { month: Number(match[1]) } }),
}
