/** Whether a passage gives the day or month that the claim's figure holds for. */
import { readPeriods } from '#reading/periods.ts'
import type { Span } from './span.ts'

const COARSE = ['year', 'half', 'quarter']

type Known = { from: string; to: string; precision: string }

/** Periods of the claim, from its figures' own words ("March 2026", 今年3月) and the day it was said. */
export function claimedPeriods(words: string[], referenceDate: string | undefined): Known[] {
  return words.flatMap((text) => readPeriods(text, { referenceDate }))
}

/** The first date in the passage that lies in a period of the claim, or the other way round. */
export function dateIn(
  text: string,
  passage: Span,
  claimed: Known[],
  page: { published: string | null; language: string | null },
): (Span & { isCoarse: boolean }) | null {
  if (claimed.length === 0) return null
  const periods = readPeriods(text.slice(passage.start, passage.end), {
    referenceDate: page.published?.slice(0, 10),
    language: page.language ?? undefined,
  })
  const fitting = periods.filter((period) => claimed.some((one) => holds(one, period) || holds(period, one)))
  const fine = fitting.find(({ precision }) => !COARSE.includes(precision))
  const best = fine ?? fitting[0]
  if (!best) return null
  return { start: passage.start + best.start, end: passage.start + best.end, isCoarse: best !== fine }
}

function holds(outer: { from: string; to: string }, inner: { from: string; to: string }): boolean {
  return outer.from <= inner.from && inner.to <= outer.to
}
