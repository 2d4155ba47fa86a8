/** Compares two values in one unit: the same, covered by the claim's bound, or rounded. */
import { printedPlace } from '#reading/derived-parts/printed-place.ts'
import type { ReadFigure } from '#reading/figure.ts'
import { Exact } from '#reading/figure-parts/numbers/exact.ts'
import type { FigureVerdict } from '#reading/figure-verdict.ts'
import { isCount } from './measures.ts'
import type { ComparableFigure } from './units-agree.ts'

/** A third has no last digit: values this close are the same. */
const SAME = new Exact('1e-15')
const ABOUT = new Exact('0.05')

export function sameValue(claimed: ComparableFigure, figure: ReadFigure): boolean {
  return close(claimed.value, figure.value) && close(claimed.valueHigh ?? '0', figure.valueHigh ?? '0')
}

function close(one: string, other: string): boolean {
  if (one === other) return true
  const left = new Exact(one)
  const right = new Exact(other)
  return left.minus(right).abs().lte(right.abs().times(SAME))
}

/** Claimed ÷ found; null where the source has nought. */
export function ratioOf(claimed: ComparableFigure, figure: ReadFigure): Exact | null {
  const value = new Exact(figure.value)
  return value.isZero() ? null : new Exact(claimed.value).div(value)
}

export function boundVerdict(claimed: string, found: string): FigureVerdict {
  if (claimed === found) return 'equal'
  if (claimed === 'exact') return 'bound_dropped'
  if (found === 'exact') return claimed === 'gt' || claimed === 'lt' ? 'different' : 'within_bound'
  const up = (bound: string) => bound === 'gt' || bound === 'gte'
  const down = (bound: string) => bound === 'lt' || bound === 'lte'
  if ((up(claimed) && up(found)) || (down(claimed) && down(found))) return 'within_bound'
  return (up(claimed) && down(found)) || (down(claimed) && up(found)) ? 'different' : 'bound_dropped'
}

/** Whether the claim's own words ("more than 100") are true of the source's value, now in the claim's unit. */
export function covers(claimed: ComparableFigure, figure: ReadFigure): boolean {
  const value = new Exact(claimed.value)
  const low = new Exact(figure.value)
  const high = new Exact(figure.valueHigh ?? figure.value)
  const openUp = figure.bound === 'gt' || figure.bound === 'gte'
  const openDown = figure.bound === 'lt' || figure.bound === 'lte'
  const withinReach = low.abs().lte(value.abs().times(2))
  switch (claimed.bound) {
    case 'gt':
    case 'gte':
      return !openDown && withinReach && low.gt(value)
    case 'lt':
    case 'lte':
      return !openUp && high.lt(value) && high.times(2).gte(value)
    case 'approx':
      return low.minus(value).abs().lte(value.abs().times(ABOUT))
    case 'range':
      return !!claimed.valueHigh && !openUp && !openDown && low.gte(value) && high.lte(claimed.valueHigh)
    default:
      return false
  }
}

/**
 * Whether the claim is the source's value rounded at the last digit it prints: 1.4 trillion for 1.38 trillion, 40 percent for
 * 40.3. Whole numbers of things counted are never taken for rounded. `figure` is as the source prints it, `measured` the same in
 * the claim's unit.
 */
export function isRounded(claimed: ComparableFigure, measured: ReadFigure, figure: ReadFigure): boolean {
  if (claimed.valueHigh || figure.valueHigh || !(claimed.bound === figure.bound || claimed.bound === 'exact'))
    return false
  const value = new Exact(claimed.value)
  const exact = new Exact(measured.value)
  const mine = printedPlace(claimed.text, value)
  const theirs = printedPlace(figure.text, exact)
  if (!mine || (mine.whole && isCount(claimed.unit))) return false
  const finer = theirs ? theirs.place.lt(mine.place) : !exact.mod(mine.place).isZero()
  const apart = exact.minus(value).abs()
  return finer && apart.times(2).lte(mine.place) && apart.lte(exact.abs().times(ABOUT))
}
