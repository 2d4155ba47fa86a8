/** Reads every date and period of a text, English and Chinese: which days it covers, how exactly, and where it stands. */
import { loneYears } from './figure-parts/lone-year.ts'
import { plainWidth } from './figure-parts/plain-width.ts'
import { foldScript } from './fold-script.ts'
import {
  dayOf,
  PERIOD_PRECISIONS,
  type PeriodPrecision,
  readIsoDate,
  type Span,
  shifted,
  unsure,
  yearIn,
} from './period-parts/calendar.ts'
import { chinesePeriods } from './period-parts/chinese-period.ts'
import { englishPeriods } from './period-parts/english-period.ts'
import type { Mention } from './period-parts/mention.ts'

export type ReadPeriod = {
  text: string
  start: number
  end: number
  /** ISO 8601 dates; `to` is included. */
  from: string
  to: string
  precision: PeriodPrecision
  /** False where the year comes from the surroundings, or the words leave the edges open (early 2025, 年底, FY2025). */
  certain: boolean
}

const AS_OF =
  /(?:(?<![a-z])(?:as (?:of|at)|by|at|until|through|on)(?: the)? |(?:截至|截止|截止到|截至到|到|至) ?)$/
const JOINS = /^ ?(?:[-–—~～]|至|到|(?:up )?to|through|until|till|and) ?(?:the )?$/
const BETWEEN = /(?<![a-z])between (?:the )?$/
const RUN_UP =
  /(?<![a-z])(?:(?:(three|six|nine|twelve|3|6|9|12)[- ]months?)|(?:fiscal |financial )?(year)|(quarter)|(half[- ]year)) (?:ended|ending|to|through)(?: on)?(?: the)? $/
const RUN_UP_MONTHS: Record<string, number> = { three: 3, six: 6, nine: 9, twelve: 12 }
const STOPS = /[。！？；\n]|[.!?](?= \p{Lu}|\s*$)/gu
/** A month named without a year lies ahead by more than this only if it belongs to the year before. */
const MAX_AHEAD_DAYS = 270
const LOOK_BACK = 48
const MAX_JOIN_CHARS = 12

/**
 * In order of appearance, never overlapping; positions are UTF-16 units of `text`. `referenceDate` (ISO 8601) is the day the
 * text was written: it settles "last year", 上月 and dates without a year; words that need it are left out without it, unless
 * a year stands earlier in the text. A range (3月至5月, 2020 to 2025) is one period. Figures, telephone and version numbers
 * are not periods. Reads in linear time. A calendar year is meant unless the words say fiscal, which is never certain.
 * `language` (BCP-47) settles 04/05/2026: month first only for en-US.
 */
export function readPeriods(
  text: string,
  options: { referenceDate?: string; language?: string } = {},
): ReadPeriod[] {
  const reference = readIsoDate(options.referenceDate)
  const plain = foldScript(plainWidth(text))
  const skipped = loneYears(text, plain)
  const mentions = longest([
    ...englishPeriods(text, plain, reference, skipped, options.language),
    ...chinesePeriods(plain, reference),
  ])
  return joined(plain, settle(plain, mentions, reference)).map((period) => ({
    text: text.slice(period.start, period.end),
    ...period,
  }))
}

type Placed = Span & { start: number; end: number }

/** Of overlapping mentions the first, and of those the longest, stands. */
function longest(mentions: Mention[]): Mention[] {
  const kept: Mention[] = []
  for (const mention of mentions.sort((a, b) => a.start - b.start || b.end - a.end))
    if (mention.start >= (kept.at(-1)?.end ?? 0)) kept.push(mention)
  return kept
}

/** Gives each mention its year: its own, that of the range it opens, its sentence's, the reference's, the text's. */
function settle(plain: string, mentions: Mention[], reference: string | null): Placed[] {
  const stops = Array.from(plain.matchAll(STOPS), (match) => match.index)
  const known =
    reference === null ? null : { year: yearIn(reference), horizon: shifted(reference, MAX_AHEAD_DAYS) }
  const placed: Placed[] = []
  let stop = 0
  let sentenceYear: number | null = null
  let textYear: number | null = null
  let latest: string | null = null
  mentions.forEach((mention, index) => {
    while (stop < stops.length && (stops[stop] ?? 0) < mention.start) {
      stop += 1
      sentenceYear = null
    }
    const next = mentions[index + 1]
    const opens = next && closes(plain, mention.end, next.start)
    const follows = index > 0 && closes(plain, mentions[index - 1]?.end ?? 0, mention.start)
    const rangeYear = opens ? next.year : follows ? sentenceYear : null
    const asOf = AS_OF.test(plain.slice(Math.max(0, mention.start - 16), mention.start))
    const span =
      mention.bareDay !== undefined
        ? bareDay(mention.bareDay, latest, reference)
        : spanOf(mention, asOf, { range: rangeYear, sentence: sentenceYear, text: textYear }, known)
    if (!span) return
    placed.push({ start: mention.start, end: mention.end, ...runUp(plain, mention, span) })
    if (mention.year !== null) {
      sentenceYear = mention.year
      textYear = mention.year
    }
    if (span.precision === 'day' || span.precision === 'month') latest = span.from
  })
  return placed.map(({ start, end, from, to, precision, certain }) => ({
    start,
    end,
    from,
    to,
    precision,
    certain,
  }))
}

function spanOf(
  mention: Mention,
  asOf: boolean,
  near: { range: number | null; sentence: number | null; text: number | null },
  reference: { year: number; horizon: string } | null,
): Span | null {
  if (mention.year !== null) {
    const span = mention.inYear(mention.year, asOf)
    return mention.yearCertain ? span : unsure(span)
  }
  if (near.range !== null) return mention.inYear(near.range, asOf)
  if (near.sentence !== null) return unsure(mention.inYear(near.sentence, asOf))
  if (!reference) return near.text === null ? null : unsure(mention.inYear(near.text, asOf))
  const span = mention.inYear(reference.year, asOf)
  const ahead = span && span.from > reference.horizon
  return unsure(ahead ? mention.inYear(reference.year - 1, asOf) : span)
}

/** Whether nothing but "to" stands between two mentions. */
function closes(plain: string, end: number, start: number): boolean {
  return start - end <= MAX_JOIN_CHARS && JOINS.test(plain.slice(end, start))
}

/** 23日: of the month named last, else the latest 23rd up to the reference date. */
function bareDay(day: number, latest: string | null, reference: string | null): Span | null {
  const base = latest ?? reference
  if (!base) return null
  const [year, month] = [yearIn(base), Number(base.slice(5, 7))]
  const span = dayOf(year, month, day)
  if (latest || !span || span.from <= base) return unsure(span)
  return unsure(month === 1 ? dayOf(year - 1, 12, day) : dayOf(year, month - 1, day))
}

/** "the three months ended 31 March 2026": the words before the date say where the period begins. */
function runUp(plain: string, mention: Mention, span: Span): Span & { start?: number } {
  if (span.precision !== 'day' && span.precision !== 'month') return span
  const match = RUN_UP.exec(plain.slice(Math.max(0, mention.start - LOOK_BACK), mention.start))
  if (!match) return span
  const months = match[1] ? (RUN_UP_MONTHS[match[1]] ?? Number(match[1])) : match[2] ? 12 : match[3] ? 3 : 6
  const [year, month, day] = [yearIn(span.to), Number(span.to.slice(5, 7)), span.to.slice(8)]
  const count = year * 12 + month - 1 - months
  const begins = (months12: number) =>
    `${Math.floor(months12 / 12)}-${String((months12 % 12) + 1).padStart(2, '0')}`
  // A period that ends with its month begins with one; otherwise the day after the same day so many months before.
  const endsMonth = shifted(span.to, 1).slice(8) === '01'
  const from = endsMonth ? `${begins(count + 1)}-01` : shifted(`${begins(count)}-${day}`, 1)
  const precision = months === 12 ? 'year' : months === 6 ? 'half' : months === 3 ? 'quarter' : 'month'
  return { ...span, from, precision, start: mention.start - match[0].length }
}

/** Two periods with nothing but "to" between them are one. */
function joined(plain: string, placed: Placed[]): Placed[] {
  const kept: Placed[] = []
  for (const period of placed) {
    const last = kept.at(-1)
    const words = last ? plain.slice(last.end, Math.min(period.start, last.end + MAX_JOIN_CHARS)) : ''
    const and =
      /and/.test(words) && last && !BETWEEN.test(plain.slice(Math.max(0, last.start - 12), last.start))
    if (
      last &&
      closes(plain, last.end, period.start) &&
      !and &&
      last.from < period.from &&
      last.to <= period.to
    ) {
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
