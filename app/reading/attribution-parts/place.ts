/** Where an attribution stands: its sentence, the quotations beside it, and the dates within reach. */
import type { ReadPeriod } from '#reading/periods.ts'
import type { Quoted } from './quoted.ts'

export type Field = {
  /** The text as printed. */
  source: string
  quoted: Quoted
  /** Where sentences begin, by the writer's own stops; sorted. */
  starts: readonly number[]
  periods: ReadPeriod[]
}

type Range = { start: number; end: number }

const STOPS =
  /[。！？\n]+|(?<!(?<![A-Za-z])(?:Mr|Ms|Mrs|Dr|Prof|Gen|Sen|Rep|Gov|Sgt|Lt|Col|Capt|Maj|Cpl|Adm|Cmdr|Supt|Det|Insp|Rev|Hon|Fr|Sr|Jr|St|Mt|Ft|Univ|Dept|Bros|approx|est|Fig|Vol|No|Inc|Ltd|Co|Corp|vs|U\.S|U\.K|U\.N|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[A-Z]))[.!?](?=[\s"”]|$)/g

/** `bare` is a text whose quotations are blanked. */
export function sentenceStarts(bare: string): readonly number[] {
  if (bare.length < WORTH_KEEPING) return startsIn(bare)
  if (bare !== kept.bare) kept = { bare, starts: startsIn(bare) }
  return kept.starts
}

/** Statements and their attributions are read from one text in turn: it is cut into sentences once. */
const WORTH_KEEPING = 2000
let kept: { bare: string; starts: readonly number[] } = { bare: '', starts: [] }

function startsIn(bare: string): number[] {
  const starts = [0]
  STOPS.lastIndex = 0
  while (STOPS.test(bare)) starts.push(STOPS.lastIndex)
  return starts
}

export function sentenceAt(field: Field, at: number): Range {
  const index = upTo(field.starts, at)
  return { start: field.starts[index] ?? 0, end: field.starts[index + 1] ?? field.source.length }
}

/** The quotation that ends right before `at`, a stop and a space allowed; null where none does. */
export function quoteBefore(field: Field, at: number): Range | null {
  const span = field.quoted.spans[lastBefore(field.quoted.spans, at)]
  return span && /^[\s,，.。]{0,2}$/.test(field.source.slice(span.end, at)) ? span : null
}

/** The quotation that opens right after `at`. */
export function quoteAfter(field: Field, at: number): Range | null {
  const span = field.quoted.spans[lastBefore(field.quoted.spans, at) + 1]
  return span && span.start - at <= 3 && /^[\s,，:：]{0,3}$/.test(field.source.slice(at, span.start))
    ? span
    : null
}

/** The words of the first date or period between two positions; null without one. */
export function periodWithin(field: Field, start: number, end: number): ReadPeriod | null {
  let low = 0
  let high = field.periods.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((field.periods[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  const period = field.periods[low]
  return period && period.end <= end ? period : null
}

/** Without white space and stops at either end; null where nothing is left. */
export function trimmed(field: Field, start: number, end: number): Range | null {
  let from = start
  let to = end
  while (from < to && /[\s,，:：;；]/.test(field.source[from] ?? '')) from += 1
  while (to > from && /[\s,，:：;；.。!！?？]/.test(field.source[to - 1] ?? '')) to -= 1
  return from < to ? { start: from, end: to } : null
}

/** Index of the last position not after `at`. */
function upTo(positions: readonly number[], at: number): number {
  let low = 0
  let high = positions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((positions[middle] ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}

/** Index of the last span that ends at or before `at`; -1 without one. */
function lastBefore(spans: Range[], at: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.end ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}
