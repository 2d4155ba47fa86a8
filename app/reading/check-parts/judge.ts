/** Judges one claimed figure against one figure of the source. */
import type { ReadFigure } from '#reading/figure.ts'
import { datesDiffer } from '#reading/figure-parts/dates/dates-differ.ts'
import { Exact } from '#reading/figure-parts/numbers/exact.ts'
import { nameSlip } from '#reading/figure-parts/shared/slips.ts'
import type { FigureVerdict } from '#reading/figure-verdict.ts'
import { areAlike, isCount } from './measures.ts'
import { exclude } from './period-of.ts'
import type { Surroundings } from './surroundings.ts'
import { type ComparableFigure, inUnitOf } from './units-agree.ts'
import { boundVerdict, covers, isRounded, ratioOf, sameValue } from './values.ts'

/** The claim's own words and the source's, where there are such: they tell dates, directions and what is counted. */
export type Around = { claimed: ReadFigure; claim: Surroundings; source: Surroundings }

/** Two values that differ by more than this were never meant to be the same figure. */
const MAX_RATIO = 1000
/** A number without a unit is held for the claim's figure only where it is near. */
const MAX_OPEN_RATIO = 10

/** Null where the two were never meant to be the same figure. */
export function judge(
  claimed: ComparableFigure,
  figure: ReadFigure,
  around: Around | null,
): FigureVerdict | null {
  const { agreement, measured, mine, theirs } = inUnitOf(claimed, figure, around)
  if (agreement === 'other' || agreement === 'converted') {
    if (sameValue(claimed, figure) && Number(figure.value) !== 0 && mine && theirs)
      return areAlike(mine, theirs) ? 'unit_differs' : null
    if (agreement === 'other') return isSlipInOtherUnit(claimed, figure) ? 'magnitude_slip' : null
  }
  if (sameValue(claimed, measured))
    return agreed(claimed, figure, boundVerdict(claimed.bound, figure.bound), around)
  if (agreement !== 'open' && covers(claimed, measured))
    return agreed(claimed, figure, 'within_bound', around)
  if (agreement !== 'open' && isRounded(claimed, measured, figure))
    return agreed(claimed, figure, figure.bound === claimed.bound ? 'within_bound' : 'bound_dropped', around)
  const ratio = ratioOf(claimed, measured)
  if (!ratio || ratio.isNegative() || ratio.isZero()) return null
  // 1 and 10 stand in every text; a slip between them needs the unit to be the same.
  const telling =
    agreement !== 'open' || new Exact(claimed.value).precision() > 1 || figure.scaleWords !== null
  if (telling && nameSlip(ratio, claimed, figure)) return 'magnitude_slip'
  const most = agreement === 'open' ? MAX_OPEN_RATIO : MAX_RATIO
  // People and tokens may go without their unit in a text; money and percent do not.
  const meant = agreement !== 'open' || isCount(mine ?? theirs)
  return meant && ratio.lte(most) && ratio.gte(1 / most) ? 'different' : null
}

/** The values agree: whether rate, direction and date let the verdict stand. */
function agreed(
  claimed: ComparableFigure,
  figure: ReadFigure,
  verdict: FigureVerdict,
  around: Around | null,
): FigureVerdict {
  if (claimed.rate && figure.rate && claimed.rate !== figure.rate) return 'unit_differs'
  if (verdict === 'different' || directionsOf(figure, around)) return 'different'
  return areForOtherDates(claimed, figure, around) ? 'date_differs' : verdict
}

/** The two directions where the claim has a rise and the source a fall, or the other way round. */
export function directionsOf(
  figure: ReadFigure,
  around: Around | null,
): { claimed: string; found: string } | null {
  const claimed = around?.claim.direction(around.claimed)
  const found = claimed && around?.source.direction(figure)
  return claimed && found && claimed !== found ? { claimed, found } : null
}

function areForOtherDates(claimed: ComparableFigure, figure: ReadFigure, around: Around | null): boolean {
  if (claimed.asOf && figure.asOf && datesDiffer(claimed.asOf, figure.asOf)) return true
  const mine = around?.claim.period(around.claimed)
  const theirs = mine && around?.source.period(figure)
  return mine && theirs ? exclude(mine, theirs) : false
}

/** "50 billion dollars" for 50亿元: currency and scale are both wrong, and the digits tell that it is this figure. */
function isSlipInOtherUnit(claimed: ComparableFigure, figure: ReadFigure): boolean {
  if (!claimed.unit || !figure.unit || !claimed.scaleWords || !figure.scaleWords) return false
  const ratio = areAlike(claimed.unit, figure.unit) ? ratioOf(claimed, figure) : null
  return ratio !== null && nameSlip(ratio, claimed, figure) !== null
}
