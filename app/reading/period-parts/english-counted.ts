/** Reads English periods counted from the day of writing or named as a stretch: last Tuesday, three years ago, the 19th century. */
import { dayAt, monthFrom, quarterFrom, type Span, shifted, unsure, weekOf, yearIn } from './calendar.ts'
import {
  ago,
  type CountedUnit,
  centuryOf,
  decadeOf,
  fiveYearPlan,
  nearestWeekday,
  seasonAway,
  stretch,
  weekdayIn,
  weekendIn,
} from './counted.ts'
import { partOfMonth, partOfYear } from './english-calendar.ts'
import {
  awayOf,
  COUNT,
  countOf,
  MONTH,
  monthNumber,
  ORDINAL,
  ordinalNumber,
  SEASON_WORDS,
  WEEKDAY_WORDS,
} from './english-words.ts'
import { type Mention, type PeriodPage, type PeriodRule, referredRule, settled, spanRule } from './mention.ts'

const END = '(?![a-z\\d])'
const UNIT = '(day|week|fortnight|month|quarter|year|decade|century)s?'
const LOOK_BACK = 40

/** A decade is ten years, a fortnight two weeks, a quarter three months. */
function counted(
  count: string | undefined,
  unit: string | undefined,
  read: (count: number, unit: CountedUnit) => Span | null,
): Span | null {
  const number = countOf(count)
  if (unit === 'decade') return read(number * 10, 'year')
  if (unit === 'century') return read(number * 100, 'year')
  if (unit === 'fortnight') return read(number * 2, 'week')
  if (unit === 'quarter') return read(number * 3, 'month')
  return read(number, unit as CountedUnit)
}

/** The rule sits on its last word and reads what stands before it. */
function behind(
  word: string,
  before: string,
  span: (groups: string[], page: PeriodPage) => Span | null,
): PeriodRule {
  const rule = new RegExp(`(?<![a-z]|\\d[.,]?)(?:${before})$`)
  return {
    rule: new RegExp(`${word}${END}`, 'y'),
    read: (match, page) => {
      const from = Math.max(0, match.index - LOOK_BACK)
      const found = rule.exec(page.plain.slice(from, match.index))
      if (!found) return null
      const groups = Array.from(found, (group) => group ?? '')
      return settled(
        from + found.index,
        match.index + match[0].length,
        span([...groups, match[1] ?? ''], page),
      )
    },
  }
}

export const AGO: PeriodRule = behind('ago', `${COUNT} ${UNIT} `, ([, count, unit], { reference }) =>
  reference === null ? null : counted(count, unit, (n, kind) => ago(n, kind, reference)),
)
const CENTURY_PARTS = { early: 'early', mid: 'mid', late: 'late', first: 'first', second: 'second' } as const
export const CENTURY: PeriodRule = behind(
  'century',
  `(?:(early|mid|late)[- ](?:the )?|(first|second) half of the )?${ORDINAL}[- ]`,
  ([, edge, half, ordinal]) =>
    centuryOf(ordinalNumber(ordinal), CENTURY_PARTS[(edge || half) as 'early'] ?? null),
)
export const PLAN: PeriodRule = behind('five-year plan(?: period)?', `${ORDINAL} `, ([, ordinal]) =>
  fiveYearPlan(ordinalNumber(ordinal)),
)
/** '80s, after an apostrophe. */
export const SHORT_DECADE: PeriodRule = spanRule(`['’]([2-9]0)s${END}`, ([, decade]) =>
  unsure(decadeOf(1900 + Number(decade), null)),
)

/** At this, last, next, past, previous, coming. */
export const STEPS: PeriodRule[] = [
  referredRule(`(this|last|next) (week|month|quarter)${END}`, ([, step, unit], reference) => {
    const away = awayOf(step)
    return unit === 'week'
      ? weekOf(reference, away)
      : unit === 'month'
        ? monthFrom(reference, away)
        : quarterFrom(reference, away)
  }),
  referredRule(`(this|last|next|past|coming) weekend${END}`, ([, step], reference) =>
    weekendIn(awayOf(step), reference),
  ),
  referredRule(
    `(this|last|next|past|coming) (${WEEKDAY_WORDS.join('|')})${END}`,
    ([, step, day], reference) =>
      unsure(weekdayIn(awayOf(step), WEEKDAY_WORDS.indexOf(day ?? ''), reference)),
  ),
  referredRule(
    `(this|last|next|past|coming) (${SEASON_WORDS.join('|')})${END}`,
    ([, step, season], reference) => seasonAway(season ?? '', awayOf(step), reference),
  ),
  // "last March" is the latest one that is over, "this March" that of the year.
  referredRule(`(this|last|next) ${MONTH}${END}`, ([, step, name], reference) =>
    monthAway(name ?? '', awayOf(step), reference),
  ),
  referredRule(
    `(past|last|previous|next|coming|following) (?:${COUNT} )?${UNIT}${END}`,
    ([words, step, count, unit], reference) =>
      // "the last year" is last year, "the past year" the twelve months before today.
      !count && !/^(?:past|coming)/.test(words ?? '')
        ? null
        : counted(count || 'one', unit, (n, kind) => stretch(n, kind, awayOf(step) < 0 ? -1 : 1, reference)),
  ),
]

function monthAway(name: string, away: number, reference: string): Span | null {
  const number = monthNumber(name)
  const own = Number(reference.slice(5, 7))
  const year = yearIn(reference) + (away < 0 && number >= own ? -1 : away > 0 && number <= own ? 1 : 0)
  return unsure(monthFrom(`${year}-${String(number).padStart(2, '0')}-01`, 0))
}

export const DAYS: PeriodRule[] = [
  referredRule(`(?:today|tonight)${END}`, (_, reference) => dayAt(reference)),
  referredRule(`yesterday${END}`, (_, reference) => dayAt(shifted(reference, -1))),
  referredRule(`tomorrow${END}`, (_, reference) => dayAt(shifted(reference, 1))),
  referredRule(`day before yesterday${END}`, (_, reference) => dayAt(shifted(reference, -2))),
  referredRule(`day after tomorrow${END}`, (_, reference) => dayAt(shifted(reference, 2))),
  referredRule(`last night${END}`, (_, reference) => dayAt(shifted(reference, -1))),
  referredRule(`this (?:morning|afternoon|evening)${END}`, (_, reference) => dayAt(reference)),
  referredRule(`(?:year|month)[- ]to[- ]date${END}`, ([words], reference) => ({
    from: words?.startsWith('m') ? `${reference.slice(0, 7)}-01` : `${reference.slice(0, 4)}-01-01`,
    to: reference,
    precision: words?.startsWith('m') ? 'month' : 'year',
    certain: true,
  })),
]

/** At end, start, beginning, middle, close, year, month. */
export const EDGES_ALONE: PeriodRule[] = [
  referredRule(
    `(end|close|start|beginning|middle) of (?:the|this) (year|month)${END}`,
    ([, edge, unit], reference) => edgeOf(edge ?? '', unit ?? '', reference),
  ),
  referredRule(
    `(?:(?<=by |at |until |before )(year|month)|calendar[- ]year)[- ]end${END}`,
    ([, unit], reference) => edgeOf('end', unit || 'year', reference),
  ),
]

function edgeOf(edge: string, unit: string, reference: string): Span | null {
  const part = edge === 'middle' ? 'mid' : edge
  const year = yearIn(reference)
  return unit === 'year'
    ? partOfYear(year, part, false)
    : partOfMonth(year, Number(reference.slice(5, 7)), part, false)
}

/** These make a weekday the name of a feast or a sale. */
const NAMED_DAY =
  /(?:black|good|easter|super|cyber|ash|palm|bloody|giving|holy|maundy|whit|shrove|fat|every|each|most|ruby) $/
const TO_COME =
  /(?<![a-z])(?:will|shall|to|due|expected|scheduled|set|plans?|planned|starting|beginning|until|by|next)(?![a-z])[^.;!?]{0,32}$/
const DATE_BESIDE = new RegExp(
  `^(?: (?:morning|afternoon|evening|night))?,? (?:the )?(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}|${MONTH} \\d)`,
)

/** A weekday alone: the last one, or the next where the words before it look ahead. Not certain. */
export const WEEKDAYS_ALONE: PeriodRule = {
  rule: new RegExp(`(${WEEKDAY_WORDS.join('|')})${END}`, 'y'),
  read: (match, { source, plain, reference }): Mention | null => {
    const end = match.index + match[0].length
    if (reference === null || !/\p{Lu}/u.test(source[match.index] ?? '')) return null
    const before = plain.slice(Math.max(0, match.index - LOOK_BACK), match.index)
    if (NAMED_DAY.test(before) || DATE_BESIDE.test(plain.slice(end, end + 32))) return null
    const toCome = TO_COME.test(before)
    return settled(match.index, end, nearestWeekday(WEEKDAY_WORDS.indexOf(match[1] ?? ''), toCome, reference))
  },
}

/** At same, year: the year-ago counterpart of the period named before it. */
export const YEAR_BEFORE: PeriodRule[] = [
  /same (?:period|quarter|month|time|half|week) (?:of )?(?:last year|the (?:previous|prior) year|a year (?:ago|earlier|before))(?![a-z])/y,
  /year[- ](?:earlier|ago) (?:period|quarter|month)(?![a-z])/y,
].map((rule) => ({
  rule,
  read: (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    year: null,
    yearCertain: true,
    inYear: (year) =>
      unsure({ from: `${year - 1}-01-01`, to: `${year - 1}-12-31`, precision: 'year', certain: false }),
    leansOn: 'period',
  }),
}))
