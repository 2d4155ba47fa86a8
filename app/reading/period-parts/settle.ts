/** Gives each mention its year, from its own words, its sentence, the day of writing or the text before it. */
import { dayOf, later, type Span, shifted, unsure, yearIn } from './calendar.ts'
import { JOINS, MAX_JOIN_CHARS } from './join.ts'
import type { Mention, PeriodPage } from './mention.ts'
import { runUp } from './run-up.ts'
import { looksAhead, looksBack } from './tense.ts'

type Placed = Span & { start: number; end: number }

const AS_OF =
  /(?:(?<![a-z])(?:as (?:of|at)|by|at|until|through|on)(?: the)? |(?:截至|截止|截止到|截至到|到|至) ?)$/
const AS_OF_CHARS = 16
const STOP = /[。！？；\n]|[.!?](?=\s|$)/g
/** A month named without a year lies ahead by more than this only if it belongs to the year before. */
const MAX_AHEAD_DAYS = 270

type Known = {
  sentence: number | null
  text: number | null
  month: string | null
  /** The period named last in the sentence. */
  period: Span | null
}

export function settle(page: PeriodPage, mentions: Mention[]): Placed[] {
  const { plain } = page
  const placed: Placed[] = []
  const known: Known = { sentence: null, text: null, month: null, period: null }
  let sentenceFrom = 0
  let sentenceTo = -1
  mentions.forEach((mention, index) => {
    while (sentenceTo < mention.start) {
      const stop = nextStop(page, Math.max(0, sentenceTo + 1))
      if (stop >= mention.start || sentenceTo < 0) sentenceFrom = sentenceTo + 1
      else sentenceFrom = stop + 1
      sentenceTo = stop
      known.sentence = null
      known.period = null
    }
    const next = mentions[index + 1]
    const opens = next && closes(plain, mention.end, next.start)
    const follows = index > 0 && closes(plain, mentions[index - 1]?.end ?? 0, mention.start)
    const rangeYear = opens ? next.year : follows ? known.sentence : null
    const span = spanOf(page, mention, rangeYear, known, [sentenceFrom, sentenceTo])
    if (!span) return
    const { start = mention.start, from, to, precision, certain } = runUp(plain, mention, span)
    placed.push({ start, end: mention.end, from, to, precision, certain })
    if (mention.year !== null && yearIn(span.from) === yearIn(span.to)) {
      known.sentence = mention.year
      known.text = mention.year
    }
    known.period = span
    if (span.precision === 'day' || span.precision === 'month') known.month = span.from
  })
  return placed
}

/** The first stop of the writer's at or behind `from`: one before a small letter ends an abbreviation. */
function nextStop({ source, plain }: PeriodPage, from: number): number {
  STOP.lastIndex = from
  for (let match = STOP.exec(plain); match; match = STOP.exec(plain)) {
    const after = plain.charCodeAt(match.index + 2)
    if (
      match[0] === '.' &&
      after >= 0x61 &&
      after <= 0x7a &&
      source[match.index + 2] === plain[match.index + 2]
    )
      continue
    return match.index
  }
  return plain.length
}

function spanOf(
  page: PeriodPage,
  mention: Mention,
  rangeYear: number | null,
  known: Known,
  sentence: [number, number],
): Span | null {
  const { plain, reference } = page
  const asOf = isAsOf(plain, mention.start)
  if (mention.year !== null) {
    const span = mention.inYear(mention.year, asOf)
    return mention.yearCertain ? span : unsure(span)
  }
  if (mention.leansOn) return leaning(mention, known, reference)
  if (rangeYear !== null) return mention.inYear(rangeYear, asOf)
  if (known.sentence !== null) return unsure(mention.inYear(known.sentence, asOf))
  if (!reference) return known.text === null ? null : unsure(mention.inYear(known.text, asOf))
  const year = yearIn(reference)
  const span = mention.inYear(year, asOf)
  if (!span || span.from <= reference) return unsure(span)
  const back = span.from > shifted(reference, MAX_AHEAD_DAYS) || isPast(page, mention, span, sentence)
  return unsure(back ? mention.inYear(year - 1, asOf) : span)
}

function isAsOf(plain: string, start: number): boolean {
  return (
    /[ 至到止]/.test(plain[start - 1] ?? '') &&
    AS_OF.test(plain.slice(Math.max(0, start - AS_OF_CHARS), start))
  )
}

/** A quarter or half that has not begun is reported on only when it is last year's; a month needs a past tense beside it. */
function isPast(page: PeriodPage, mention: Mention, span: Span, [from, to]: [number, number]): boolean {
  if (looksAhead(page.plain, from, mention.start, mention.end, to)) return false
  if (span.precision === 'quarter' || span.precision === 'half')
    return (
      /季/.test(page.plain.slice(mention.start, mention.end)) ||
      looksBack(page.plain, from, mention.start, mention.end, to)
    )
  return looksBack(page.plain, from, mention.start, mention.end, to)
}

function leaning(mention: Mention, known: Known, reference: string | null): Span | null {
  const on = mention.leansOn
  if (on === 'year') {
    const year = known.sentence ?? known.text
    return year === null ? null : unsure(mention.inYear(year, false))
  }
  if (on === 'period') {
    const span = known.period
    if (span && yearIn(span.from) === yearIn(span.to) && span.precision !== 'year')
      return { ...span, from: later(span.from, -12), to: monthEnd(span.to), certain: false }
    return reference ? unsure(mention.inYear(yearIn(reference), false)) : null
  }
  return on ? bareDay(on.month, known.month, reference) : null
}

/** A year before `date`; the last of February stays the last. */
function monthEnd(date: string): string {
  const ends = shifted(date, 1).endsWith('-01')
  return ends ? shifted(later(shifted(date, 1), -12), -1) : later(date, -12)
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

/** Whether nothing but "to" stands between two mentions. */
function closes(plain: string, end: number, start: number): boolean {
  return start > end && start - end <= MAX_JOIN_CHARS && JOINS.test(plain.slice(end, start))
}
