/** Which date or period a figure is told for, and whether two such periods exclude one another. */
import type { ReadFigure } from '#reading/figure.ts'
import { type ReadPeriod, readPeriods } from '#reading/periods.ts'

/** Settles words that need a day of writing; what it lends, the year, is never compared. */
const ANY_DAY = '2023-12-31'
const STOPS = /[。！？；\n]|[.!?;](?=\s|$)/g
const MAX_REACH_CHARS = 200
/** "100 billion at the start of 2024", "$3.4 billion for Q2": nothing but little words stand between. */
const JOINED =
  /^,?(?: (?:in|at|on|by|for|during|of|over|the|as of|until|through|since|per|a|share|last|this))*(?: |\()$/i
const OWN_YEAR = /(?<!\d)\d{4}(?!\d)|[〇零一二三四五六七八九]{4}年|(?:民国|令和)/

/**
 * A year, or a part of one by its own name. "On Monday", "last month" and 上月 mean another day in every report, and the day of
 * the report is not known here.
 */
const COMPARABLE = new RegExp(
  `${OWN_YEAR.source}|(?:\\d|[一二三四五六七八九十]) ?月|(?<![a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?<![a-z])q[1-4]|(?:first|second|third|fourth|final|1st|2nd|3rd|4th)[ -](?:quarter|half)|[一二三四1-4]季|[上下]半年|年[底末初中]`,
  'i',
)

/** The periods of a text with its sentence ends, in order; read once and asked for many figures. */
export class Periods {
  private readonly text: string
  private readonly all: ReadPeriod[]
  private readonly stops: number[]

  constructor(text: string) {
    this.text = text
    this.all = readPeriods(text, { referenceDate: ANY_DAY }).filter((one) => COMPARABLE.test(one.text))
    this.stops = Array.from(text.matchAll(STOPS), (match) => match.index)
  }

  /**
   * The period right after the figure; else the nearest one before it in its sentence that no other figure has; else the
   * only one of the sentence. `figures` are all of the text, in order.
   */
  of(figure: ReadFigure, figures: readonly ReadFigure[]): ReadPeriod | null {
    const stop = firstFrom(this.stops, figure.start, itself)
    const from = Math.max(figure.start - MAX_REACH_CHARS, (this.stops[stop - 1] ?? -1) + 1)
    const to = Math.min(
      figure.end + MAX_REACH_CHARS,
      this.stops[firstFrom(this.stops, figure.end, itself)] ?? this.text.length,
    )
    const near = within(this.all, from, to)
    const follows = near.find((period) => this.joins(figure, period))
    if (follows) return follows
    const before = near.filter(
      (period) =>
        period.end <= figure.start && !within(figures, from, to).some((other) => this.joins(other, period)),
    )
    return before.at(-1) ?? (near.length === 1 && near[0] ? near[0] : null)
  }

  private joins(figure: ReadFigure, period: ReadPeriod): boolean {
    const gap = period.start - figure.end
    return gap > 0 && gap <= 24 && JOINED.test(this.text.slice(figure.end, period.start))
  }
}

/** True where no day belongs to both; a year that the words do not name is left out of the comparison. */
export function exclude(one: ReadPeriod, other: ReadPeriod): boolean {
  const [first, second] = [one, other]
  if (OWN_YEAR.test(first.text) && OWN_YEAR.test(second.text))
    return first.to < second.from || second.to < first.from
  const [left, right] = [withinYear(first), withinYear(second)]
  return left !== null && right !== null && (left.to < right.from || right.to < left.from)
}

/** Month and day alone; null for a period of a year or more, or one that crosses the new year. */
function withinYear({ from, to, precision }: ReadPeriod): { from: string; to: string } | null {
  if (precision === 'year' || from.slice(0, 4) !== to.slice(0, 4)) return null
  return { from: from.slice(5), to: to.slice(5) }
}

const itself = (position: number) => position

/** Those that lie between two positions; `placed` is in order. */
function within<T extends { start: number; end: number }>(
  placed: readonly T[],
  from: number,
  to: number,
): T[] {
  const near: T[] = []
  for (let at = firstFrom(placed, from, ({ start }) => start); (placed[at]?.end ?? to + 1) <= to; at += 1)
    near.push(placed[at]!)
  return near
}

function firstFrom<T>(placed: readonly T[], at: number, positionOf: (one: T) => number): number {
  let low = 0
  let high = placed.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (positionOf(placed[middle]!) < at) low = middle + 1
    else high = middle
  }
  return low
}
