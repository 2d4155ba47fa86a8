/** Tells a comparison in words: the slip it shows, and the working that led to it. */
import type { ReadFigure } from '#reading/figure.ts'
import { Exact } from '#reading/figure-parts/numbers/exact.ts'
import { scaleFactor } from '#reading/figure-parts/numbers/scale.ts'
import { nameSlip } from '#reading/figure-parts/shared/slips.ts'
import type { FigureVerdict } from '#reading/figure-verdict.ts'
import { formatFigure } from '#reading/plain-number.ts'
import { type Around, directionsOf } from './judge.ts'
import { areAlike } from './measures.ts'
import { type ComparableFigure, inUnitOf } from './units-agree.ts'
import { ratioOf } from './values.ts'

const BOUND_WORDS: Record<string, string> = {
  exact: 'none',
  gt: 'more than',
  gte: 'at least',
  lt: 'less than',
  lte: 'at most',
  approx: 'about',
  range: 'a range',
}
const MAX_SHOWN_DECIMALS = 20
const PERCENT_DIGITS = 3

/** What went wrong on the way from the source to the claim, in plain words; null where nothing of that kind did. */
export function slipOf(
  claimed: ComparableFigure,
  figure: ReadFigure,
  verdict: FigureVerdict,
  around: Around | null,
): string | null {
  const { mine, theirs, measured } = inUnitOf(claimed, figure, around)
  const said = `the claim has ${formatFigure(claimed.value, mine ?? theirs, 'en')}`
  const has = hasWords(figure, theirs ?? mine)
  const swapped = mine && theirs && mine !== theirs ? unitKind(mine, theirs) : null
  if (verdict === 'unit_differs') return swapped ? `${has}; ${said}, ${swapped}` : null
  if (verdict === 'magnitude_slip') {
    const ratio = ratioOf(claimed, measured)
    const name = ratio && nameSlip(ratio, claimed, figure)
    const currency = swapped === 'another currency' ? `, and in ${swapped}` : ''
    return name ? `${has}; ${said}, ${name}${currency}` : null
  }
  const directions = verdict === 'different' ? directionsOf(figure, around) : null
  return directions
    ? `the claim tells of a ${word(directions.claimed)}, the source of a ${word(directions.found)}`
    : null
}

/** The source's figure in English words where they are not its own: "912.17亿元 is 91.217 billion yuan". */
function hasWords(figure: ReadFigure, unit: string | null): string {
  const words = formatFigure(figure.value, unit, 'en')
  return figure.language === 'en' || figure.text === words
    ? `the source has ${figure.text}`
    : `${figure.text} is ${words}`
}

function unitKind(mine: string, theirs: string): string {
  return areAlike(mine, 'USD') && areAlike(theirs, 'USD') ? 'another currency' : 'another unit'
}

function word(direction: string): string {
  return direction === 'up' ? 'rise' : 'fall'
}

/** The working, one step a line. */
export function stepsOf(
  claimed: ComparableFigure,
  figure: ReadFigure,
  verdict: FigureVerdict,
  around: Around | null,
): string[] {
  const { agreement, measured } = inUnitOf(claimed, figure, around)
  const steps = scaleSteps(figure)
  if (agreement === 'converted')
    steps.push(`${figure.value}${unitWords(figure.unit)} = ${measured.value}${unitWords(measured.unit)}`)
  const ratio = ratioOf(claimed, measured)
  if (ratio && !ratio.eq(1) && verdict !== 'unit_differs')
    steps.push(differenceStep(claimed, measured, ratio, verdict))
  if (claimed.bound !== figure.bound)
    steps.push(
      `bound: claimed ${BOUND_WORDS[claimed.bound] ?? claimed.bound}, found ${BOUND_WORDS[figure.bound]}`,
    )
  if ((claimed.rate ?? null) !== figure.rate)
    steps.push(`rate: claimed ${rateWords(claimed.rate)}, found ${rateWords(figure.rate)}`)
  const dates = datesOf(claimed, figure, around)
  if (dates) steps.push(dates)
  return steps
}

/** The value as printed, worked out: 140万亿 = 140 × 10^12. */
function scaleSteps(figure: ReadFigure): string[] {
  if (!figure.scaleWords || figure.valueHigh) return []
  const factor = new Exact(scaleFactor(figure.scaleWords).toString())
  const printed = new Exact(figure.value).div(factor)
  const power = factor.precision(true) - 1
  const shown = factor.eq(new Exact(10).pow(power)) ? `10^${power}` : factor.toFixed()
  return printed.decimalPlaces() <= MAX_SHOWN_DECIMALS
    ? [`${figure.text} = ${printed.toFixed()} × ${shown} = ${figure.value}`]
    : []
}

/** A slip is told as a factor; any other difference as value before and after, with the change between. */
function differenceStep(
  claimed: ComparableFigure,
  found: ReadFigure,
  ratio: Exact,
  verdict: FigureVerdict,
): string {
  if (verdict === 'magnitude_slip')
    return `claimed ${claimed.value} ÷ found ${found.value} = ${ratio.toSignificantDigits(MAX_SHOWN_DECIMALS).toFixed()}`
  return `found ${found.value} → claimed ${claimed.value}: ${changeWords(found.value, claimed.value)}`
}

/** The absolute change, and the change relative to `before` where that is no nought: "+2 (+16.7 %)". */
export function changeWords(before: string, after: string): string {
  const from = new Exact(before)
  const change = new Exact(after).minus(from)
  const signed = (value: Exact) =>
    value.isPositive() && !value.isZero() ? `+${value.toFixed()}` : value.toFixed()
  if (from.isZero()) return signed(change)
  const share = change.div(from.abs()).times(100).toSignificantDigits(PERCENT_DIGITS)
  return `${signed(change)} (${signed(share)} %)`
}

function datesOf(claimed: ComparableFigure, figure: ReadFigure, around: Around | null): string | null {
  const mine = claimed.asOf ?? around?.claim.period(around.claimed)?.text ?? null
  const theirs = figure.asOf ?? (mine ? (around?.source.period(figure)?.text ?? null) : null)
  return mine === theirs ? null : `date: claimed ${mine ?? 'none'}, found ${theirs ?? 'none'}`
}

function unitWords(unit: string | null): string {
  return unit ? ` ${unit.replaceAll('_', ' ')}` : ''
}

function rateWords(rate: string | null | undefined): string {
  return rate ? rate.replaceAll('_', ' ') : 'none'
}
