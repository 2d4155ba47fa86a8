/** Holds a claimed figure against the figures read from a source, with the working shown. */
import { droppedOf } from './check-parts/dropped.ts'
import { likelyFigures } from './check-parts/figure-index.ts'
import { type Around, judge } from './check-parts/judge.ts'
import { isOfAnother } from './check-parts/subject.ts'
import { slipOf, stepsOf } from './check-parts/told-steps.ts'
import type { ComparableFigure } from './check-parts/units-agree.ts'
import { ratioOf } from './check-parts/values.ts'
import type { ReadFigure } from './figure.ts'
import type { Dropped, FigureVerdict } from './figure-verdict.ts'

export type FigureComparison = {
  verdict: FigureVerdict
  found: ReadFigure | null
  /** What the source says of the figure and the claim leaves out. */
  dropped: Dropped[]
  slip: string | null
  steps: string[]
}

/** Best match first; a wrong figure near the claim is better evidence than an unrelated right-looking one. */
const PREFERENCE: FigureVerdict[] = [
  'equal',
  'bound_dropped',
  'date_differs',
  'within_bound',
  'unit_differs',
  'magnitude_slip',
  'different',
]
/** Below this place in `PREFERENCE` the claim holds of the figure it was matched with. */
const HOLDS = PREFERENCE.indexOf('unit_differs')
/** One verdict is further from the next than any distance within it. */
const APART = 1000
/** Equally good figures that are looked at for what they are said of. */
const MAX_RIVALS = 50

type Candidate = { figure: ReadFigure; verdict: FigureVerdict; distance: number }

/**
 * Picks the figure of `found` that matches the claim best; `slip` says in plain words what went wrong on the way. With
 * `around`, the words about both figures count as well: dates, rise or fall, and what the figure is said of.
 */
export function compareFigure(
  claimed: ComparableFigure,
  found: readonly ReadFigure[],
  around: Around | null = null,
): FigureComparison {
  const candidates: Candidate[] = []
  for (const figure of likelyFigures(claimed, found)) {
    const verdict = figure.kind === 'ordinal' ? null : judge(claimed, figure, around)
    if (verdict) candidates.push({ figure, verdict, distance: distance(claimed, figure, verdict) })
  }
  const best = ofItsSubject(candidates, around)
  if (!best) return { verdict: 'absent', found: null, dropped: [], slip: null, steps: [] }
  const { figure, verdict } = best
  return {
    verdict,
    found: figure,
    dropped: droppedOf(claimed, figure, verdict, around),
    slip: slipOf(claimed, figure, verdict, around),
    steps: stepsOf(claimed, figure, verdict, around),
  }
}

/** The nearest candidate, unless another one is said of the claim's subject and the nearest of something else. */
function ofItsSubject(candidates: Candidate[], around: Around | null): Candidate | undefined {
  candidates.sort((a, b) => a.distance - b.distance)
  const best = candidates[0]
  if (!best || !around || candidates.length < 2 || PREFERENCE.indexOf(best.verdict) >= HOLDS) return best
  const claimed = around.claim.subject(around.claimed)
  const taken = around.source.subject(best.figure)
  for (const rival of candidates.slice(1, MAX_RIVALS))
    if (isOfAnother(claimed, taken, around.source.subject(rival.figure))) return rival
  return best
}

/** Smaller is nearer: first the verdict, then the unit, then the value. */
function distance(claimed: ComparableFigure, figure: ReadFigure, verdict: FigureVerdict): number {
  const ratio = ratioOf(claimed, figure)
  const steps = ratio?.gt(0) ? Math.min(100, Math.abs(Math.log10(ratio.toNumber())) * 10) : 200
  const unit = claimed.unit === figure.unit ? 0 : 300
  const rate = claimed.rate && claimed.rate !== figure.rate ? 5 : 0
  return PREFERENCE.indexOf(verdict) * APART + unit + steps + rate
}
