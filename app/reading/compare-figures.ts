/** Holds a claimed figure against the figures read from a source, with the working shown. */
import type { ReadFigure } from './figure.ts'
import { datesDiffer } from './figure-parts/dates-differ.ts'
import { Exact } from './figure-parts/exact.ts'
import { scaleFactor } from './figure-parts/scale.ts'
import { nameSlip } from './figure-parts/slips.ts'
import { formatFigure } from './plain-number.ts'

/**
 * `equal`: value, unit, bound, rate and date agree. `within_bound`: the claim's bound or rounding covers the source's value.
 * `bound_dropped`: same value, but the source limits it ("more than") and the claim does not. `magnitude_slip`: a factor that
 * comes from misread scale words. `unit_differs`: same value in another unit, currency or rate. `date_differs`: same value
 * for another date. `could_not_look` is given by callers that had no text to read.
 */
export const FIGURE_VERDICTS = [
  'equal',
  'within_bound',
  'bound_dropped',
  'magnitude_slip',
  'unit_differs',
  'date_differs',
  'different',
  'absent',
  'could_not_look',
] as const
export type FigureVerdict = (typeof FIGURE_VERDICTS)[number]

export type ComparableFigure = {
  value: string
  valueHigh?: string | null
  unit: string | null
  bound: string
  rate?: string | null
  asOf?: string | null
}

export type FigureComparison = {
  verdict: FigureVerdict
  found: ReadFigure | null
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
/** Two values that differ by more than this were never meant to be the same figure. */
const MAX_RATIO = 1000
/** A third has no last digit: values this close are the same. */
const SAME = new Exact('1e-15')
const ABOUT = new Exact('0.05')
/** A claim of at least so many digits may be a rounded source value: 91.2 for 91.217. */
const MIN_ROUNDED_DIGITS = 3

/** Picks the figure of `found` that matches the claim best; `slip` names a slip in plain words where there is one. */
export function compareFigure(claimed: ComparableFigure, found: ReadFigure[]): FigureComparison {
  let best: { figure: ReadFigure; verdict: FigureVerdict; distance: number } | null = null
  for (const figure of found) {
    if (figure.kind === 'ordinal') continue
    const verdict = verdictOf(claimed, figure)
    if (!verdict) continue
    const distance = PREFERENCE.indexOf(verdict) * 1000 + farness(claimed, figure)
    if (!best || distance < best.distance) best = { figure, verdict, distance }
  }
  if (!best) return { verdict: 'absent', found: null, slip: null, steps: [] }
  const { figure, verdict } = best
  return { verdict, found: figure, slip: slipOf(claimed, figure, verdict), steps: stepsOf(claimed, figure) }
}

function verdictOf(claimed: ComparableFigure, figure: ReadFigure): FigureVerdict | null {
  const sameUnit = claimed.unit === figure.unit
  const unitsAgree = sameUnit || claimed.unit === null || figure.unit === null
  if (sameValue(claimed, figure)) {
    if (!unitsAgree) return likeUnits(claimed.unit, figure.unit) ? 'unit_differs' : null
    if (claimed.rate && figure.rate && claimed.rate !== figure.rate) return 'unit_differs'
    const bound = boundVerdict(claimed.bound, figure.bound)
    if (claimed.asOf && figure.asOf && datesDiffer(claimed.asOf, figure.asOf)) return 'date_differs'
    return bound
  }
  if (!unitsAgree) return null
  if (covers(claimed, figure)) return 'within_bound'
  const ratio = ratioOf(claimed, figure)
  if (!ratio) return null
  // 1 and 10 stand in every text; a slip between them needs the unit to be the same.
  const telling = sameUnit || new Exact(claimed.value).precision() > 1 || figure.scaleWords !== null
  if (telling && nameSlip(ratio, figure.scaleWords)) return 'magnitude_slip'
  const near = ratio.lte(MAX_RATIO) && ratio.gte(1 / MAX_RATIO)
  return near && ratio.gt(0) ? 'different' : null
}

function boundVerdict(claimed: string, found: string): FigureVerdict {
  if (claimed === found) return 'equal'
  if (claimed === 'exact') return 'bound_dropped'
  if (found === 'exact') return claimed === 'gt' || claimed === 'lt' ? 'different' : 'within_bound'
  const up = (bound: string) => bound === 'gt' || bound === 'gte'
  const down = (bound: string) => bound === 'lt' || bound === 'lte'
  if ((up(claimed) && up(found)) || (down(claimed) && down(found))) return 'within_bound'
  return (up(claimed) && down(found)) || (down(claimed) && up(found)) ? 'different' : 'bound_dropped'
}

/** Whether the claim's own words ("more than 100") are true of the source's value. */
function covers(claimed: ComparableFigure, figure: ReadFigure): boolean {
  if (claimed.unit !== figure.unit) return false
  const value = new Exact(claimed.value)
  const low = new Exact(figure.value)
  const high = new Exact(figure.valueHigh ?? figure.value)
  const openUp = figure.bound === 'gt' || figure.bound === 'gte'
  const openDown = figure.bound === 'lt' || figure.bound === 'lte'
  const withinReach = low.abs().lte(value.abs().times(2))
  if (claimed.bound === 'gt' || claimed.bound === 'gte') return !openDown && withinReach && low.gt(value)
  if (claimed.bound === 'lt' || claimed.bound === 'lte')
    return !openUp && high.lt(value) && high.times(2).gte(value)
  if (claimed.bound === 'approx') return low.minus(value).abs().lte(value.abs().times(ABOUT))
  if (claimed.bound === 'range' && claimed.valueHigh)
    return !openUp && !openDown && low.gte(value) && high.lte(claimed.valueHigh)
  return claimed.bound === figure.bound && isRounded(value, low)
}

function isRounded(claimed: Exact, found: Exact): boolean {
  const digits = claimed.precision()
  if (digits < MIN_ROUNDED_DIGITS || found.precision() <= digits) return false
  return found.toSignificantDigits(digits, Exact.ROUND_HALF_UP).eq(claimed)
}

function sameValue(claimed: ComparableFigure, figure: ReadFigure): boolean {
  return close(claimed.value, figure.value) && close(claimed.valueHigh ?? '0', figure.valueHigh ?? '0')
}

function close(one: string, other: string): boolean {
  const left = new Exact(one)
  const right = new Exact(other)
  return left.eq(right) || left.minus(right).abs().lte(right.abs().times(SAME))
}

function ratioOf(claimed: ComparableFigure, figure: ReadFigure): Exact | null {
  const value = new Exact(figure.value)
  return value.isZero() ? null : new Exact(claimed.value).div(value)
}

/** Currencies can be exchanged for one another by mistake, percent for percentage points; tokens for days cannot. */
function likeUnits(one: string | null, other: string | null): boolean {
  const family = (unit: string | null) =>
    unit === null
      ? ''
      : /^[A-Z]{3}$/.test(unit)
        ? 'money'
        : /^(?:percent|permille|percentage_point|basis_points|times)$/.test(unit)
          ? 'share'
          : 'count'
  return family(one) === family(other)
}

/** Smaller is nearer: first the unit, then the value. Always below 1000. */
function farness(claimed: ComparableFigure, figure: ReadFigure): number {
  const ratio = ratioOf(claimed, figure)
  const steps = ratio?.gt(0) ? Math.min(100, Math.abs(Math.log10(ratio.toNumber())) * 10) : 200
  return (
    (claimed.unit === figure.unit ? 0 : 300) + steps + (claimed.rate && claimed.rate !== figure.rate ? 5 : 0)
  )
}

function slipOf(claimed: ComparableFigure, figure: ReadFigure, verdict: FigureVerdict): string | null {
  const said = formatFigure(claimed.value, claimed.unit ?? figure.unit, 'en')
  const is = formatFigure(figure.value, figure.unit ?? claimed.unit, 'en')
  if (verdict === 'unit_differs' && claimed.unit !== figure.unit) {
    return `${figure.text} is ${is}; the claim has ${said}, another unit`
  }
  const ratio = verdict === 'magnitude_slip' ? ratioOf(claimed, figure) : null
  const name = ratio && nameSlip(ratio, figure.scaleWords)
  return name ? `${figure.text} is ${is}; the claim has ${said}, ${name}` : null
}

function stepsOf(claimed: ComparableFigure, figure: ReadFigure): string[] {
  const steps: string[] = []
  if (figure.scaleWords && !figure.valueHigh) {
    const factor = new Exact(scaleFactor(figure.scaleWords).toString())
    const printed = new Exact(figure.value).div(factor)
    const power = factor.precision(true) - 1
    const shown = factor.eq(new Exact(10).pow(power)) ? `10^${power}` : factor.toFixed()
    if (printed.decimalPlaces() <= 20)
      steps.push(`${figure.text} = ${printed.toFixed()} × ${shown} = ${figure.value}`)
  }
  const ratio = ratioOf(claimed, figure)
  if (ratio && !ratio.eq(1) && ratio.decimalPlaces() <= 20)
    steps.push(`claimed ${claimed.value} ÷ found ${figure.value} = ${ratio.toFixed()}`)
  if (claimed.bound !== figure.bound) steps.push(`bound: claimed ${claimed.bound}, found ${figure.bound}`)
  if ((claimed.rate ?? null) !== figure.rate)
    steps.push(`rate: claimed ${claimed.rate ?? 'none'}, found ${figure.rate ?? 'none'}`)
  if ((claimed.asOf ?? null) !== figure.asOf)
    steps.push(`date: claimed ${claimed.asOf ?? 'none'}, found ${figure.asOf ?? 'none'}`)
  return steps
}
