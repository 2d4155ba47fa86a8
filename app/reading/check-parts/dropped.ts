/** What the source says of its figure and the claim leaves out: "more than", "daily", "as of March". */
import type { ReadFigure } from '#reading/figure.ts'
import type { Dropped, FigureVerdict } from '#reading/figure-verdict.ts'
import type { Around } from './judge.ts'
import type { ComparableFigure } from './units-agree.ts'

/** Of another figure nothing is dropped. */
const OF_ANOTHER = new Set<FigureVerdict>(['different', 'absent', 'could_not_look'])

export function droppedOf(
  claimed: ComparableFigure,
  figure: ReadFigure,
  verdict: FigureVerdict,
  around: Around | null,
): Dropped[] {
  if (OF_ANOTHER.has(verdict)) return []
  const dropped: Dropped[] = []
  if (verdict === 'bound_dropped' || (claimed.bound === 'exact' && figure.bound !== 'exact'))
    dropped.push('bound')
  if (figure.rate && !claimed.rate) dropped.push('rate')
  // A span of time and a multiple hold for no day.
  const isDated = figure.kind !== 'duration' && figure.kind !== 'multiple'
  if (isDated && figure.asOf && !claimed.asOf && !around?.claim.period(around.claimed)) dropped.push('as_of')
  return dropped
}
