/** Checks a figure a newsroom worked out itself against the figures it was worked out from. */

import { type Expression, parseExpression } from './derived-parts/expression.ts'
import {
  above,
  add,
  anything,
  apart,
  below,
  between,
  divide,
  type Interval,
  inside,
  multiply,
  negate,
  point,
} from './derived-parts/interval.ts'
import { printedPlace } from './derived-parts/printed-place.ts'
import type { Bound } from './figure.ts'
import { Exact } from './figure-parts/numbers/exact.ts'

/** `printed` is the figure as it stands in the source ("1.4 trillion"): its last digit says how far it was rounded. */
export type DerivedInput = { value: string; valueHigh?: string | null; bound: Bound; printed?: string | null }
export type DerivedClaim = { value: string; valueHigh?: string | null; bound: Bound; unit?: string | null }

/**
 * `consistent`: follows from the figures as printed. `inconsistent`: cannot follow from them, or goes beyond the bound they
 * give. `cannot_say`: the bounds and roundings leave it open, or the expression was refused (`refusal` says why).
 */
export type DerivedVerdict = 'consistent' | 'inconsistent' | 'cannot_say'
export type DerivedReading = {
  verdict: DerivedVerdict
  /** What the result may be, bounds and roundings included; null is no limit on that side. */
  interval: { low: string | null; high: string | null; lowOpen: boolean; highOpen: boolean }
  steps: string[]
  refusal: string | null
}

const VALUE = /^-?\d{1,60}(?:\.\d{1,60})?$/
const MAX_DECIMALS = 20
const ABOUT = new Exact('0.05')
/** A claim is not held to more digits than these: 1,400 stands for 1,395 to 1,405. */
const MIN_CLAIM_DIGITS = 3
const PER_ONE: Record<string, number> = { percent: 100, permille: 1000, basis_points: 10_000 }

/**
 * `expression` has + - * / ( ), decimals (140T, 1.4万亿), the names of `figures`, and change(from, to), the relative change.
 * A claim in percent, per mille or basis points is held against the result times 100, 1000 or 10,000. "More than" counts as
 * any value above; a positive figure with an upper bound is not below zero. Nothing is evaluated but this language.
 */
export function checkDerived(
  expression: string,
  figures: Record<string, DerivedInput>,
  claimed: DerivedClaim,
): DerivedReading {
  const parsed = parseExpression(expression)
  if (!parsed.ok) return refused(parsed.problem)
  const problem = problemWith(parsed.expression, figures) ?? badValue('The claimed figure', claimed)
  if (problem) return refused(problem)
  const factor = point(new Exact(PER_ONE[claimed.unit ?? ''] ?? 1))
  const result = (reading: Reading) => {
    const interval = evaluate(parsed.expression, figures, reading)
    return interval && multiply(interval, factor)
  }
  const [whole, printed, plain, rounded] = [
    result('all'),
    result('bounds'),
    result('values'),
    result('rounding'),
  ]
  if (!whole || !printed || !plain || !rounded) return refused('The expression divides by what may be zero.')
  const claim = claimInterval(claimed)
  const verdict = verdictOf(claim, { whole, printed, plain, rounded })
  const name = (interval: Interval) =>
    shown(interval) + (claimed.unit ? ` ${claimed.unit.replaceAll('_', ' ')}` : '')
  return {
    verdict,
    interval: {
      low: ending(whole.low),
      high: ending(whole.high),
      lowOpen: whole.lowOpen,
      highOpen: whole.highOpen,
    },
    steps: [
      ...namesIn(parsed.expression).map((one) => `${one} is ${shown(figureInterval(figures[one]!, 'all'))}`),
      `${expression.trim()} as printed gives ${name(plain)}`,
      `with bounds and rounding ${name(whole)}`,
      `claimed ${name(claim)}`,
    ],
    refusal: null,
  }
}

type Results = { whole: Interval; printed: Interval; plain: Interval; rounded: Interval }

function verdictOf(claim: Interval, { whole, printed, plain, rounded }: Results): DerivedVerdict {
  if (inside(printed, claim)) return 'consistent'
  if (apart(whole, claim)) return 'inconsistent'
  // "More than 104" may be anything above, but nobody may print 140 for it: beyond its own bound a source says nothing.
  const oneSided = plain.low.eq(printed.low) || plain.high.eq(printed.high)
  return oneSided && apart(rounded, claim) ? 'inconsistent' : 'cannot_say'
}

/** Which looseness of the figures counts: their bounds, the rounding of their last digit, both or neither. */
type Reading = 'values' | 'bounds' | 'rounding' | 'all'

function evaluate(
  expression: Expression,
  figures: Record<string, DerivedInput>,
  reading: Reading,
): Interval | null {
  const of = (part: Expression) => evaluate(part, figures, reading)
  switch (expression.kind) {
    case 'number':
      return point(expression.value)
    case 'name':
      return figureInterval(figures[expression.name]!, reading)
    case 'negate': {
      const inner = of(expression.of)
      return inner && negate(inner)
    }
    case 'change': {
      const [from, to] = [of(expression.from), of(expression.to)]
      // Growth from nothing, or from a loss, has no percentage.
      if (!from || !to || from.low.lt(0)) return null
      const ratio = divide(to, from)
      return ratio && add(ratio, point(new Exact(-1)))
    }
    case 'binary': {
      const [left, right] = [of(expression.left), of(expression.right)]
      if (!left || !right) return null
      if (expression.operator === '+') return add(left, right)
      if (expression.operator === '-') return add(left, negate(right))
      return expression.operator === '*' ? multiply(left, right) : divide(left, right)
    }
  }
}

function figureInterval(figure: DerivedInput, reading: Reading): Interval {
  const value = new Exact(figure.value)
  const high = new Exact(figure.valueHigh ?? figure.value)
  const slack = reading === 'all' || reading === 'rounding' ? halfUnit(figure, value) : new Exact(0)
  if (reading === 'values' || reading === 'rounding') {
    const middle = figure.bound === 'range' ? value.plus(high).div(2) : value
    return slack.isZero() ? point(middle) : between(middle.minus(slack), middle.plus(slack))
  }
  switch (figure.bound) {
    case 'gt':
    case 'gte':
      return above(value, figure.bound === 'gt')
    case 'lt':
    case 'lte':
      return below(value, figure.bound === 'lt')
    case 'approx': {
      const about = Exact.max(value.abs().times(ABOUT), slack)
      return between(value.minus(about), value.plus(about))
    }
    default:
      return between(value.minus(slack), high.plus(slack))
  }
}

/** Whole numbers without a scale word are counts and exact; 1.4 trillion is anything that rounds to it. */
function halfUnit(figure: DerivedInput, value: Exact): Exact {
  const printed = printedPlace(figure.printed, value)
  return printed && !printed.whole ? printed.place.div(2) : new Exact(0)
}

function claimInterval(claimed: DerivedClaim): Interval {
  const value = new Exact(claimed.value)
  if (claimed.bound === 'gt' || claimed.bound === 'gte') return above(value, claimed.bound === 'gt')
  if (claimed.bound === 'lt' || claimed.bound === 'lte')
    return { ...anything(), high: value, highOpen: claimed.bound === 'lt' }
  const written = new Exact(10).pow(-value.decimalPlaces())
  const leading = value.isZero()
    ? written
    : new Exact(10).pow(value.e - Math.max(MIN_CLAIM_DIGITS, value.precision()) + 1)
  const rounding = Exact.max(written, leading).div(2)
  const about = claimed.bound === 'approx' ? Exact.max(value.abs().times(ABOUT), rounding) : rounding
  return between(value.minus(about), new Exact(claimed.valueHigh ?? claimed.value).plus(about))
}

function problemWith(expression: Expression, figures: Record<string, DerivedInput>): string | null {
  for (const name of namesIn(expression)) {
    const figure = Object.hasOwn(figures, name) ? figures[name] : undefined
    if (!figure) return `There is no figure named “${name}”.`
    const problem = badValue(`“${name}”`, figure)
    if (problem) return problem
  }
  return null
}

function badValue(name: string, figure: { value: string; valueHigh?: string | null }): string | null {
  if (!VALUE.test(figure.value) || !VALUE.test(figure.valueHigh ?? '0'))
    return `${name} is not a plain decimal number.`
  return figure.valueHigh && new Exact(figure.valueHigh).lt(figure.value)
    ? `${name} ends below its beginning.`
    : null
}

function namesIn(expression: Expression): string[] {
  const names = new Set<string>()
  const visit = (part: Expression): void => {
    if (part.kind === 'name') names.add(part.name)
    else if (part.kind === 'negate') visit(part.of)
    else if (part.kind === 'change') [part.from, part.to].forEach(visit)
    else if (part.kind === 'binary') [part.left, part.right].forEach(visit)
  }
  visit(expression)
  return [...names]
}

function refused(problem: string): DerivedReading {
  const interval = { low: null, high: null, lowOpen: true, highOpen: true }
  return { verdict: 'cannot_say', interval, steps: [problem], refusal: problem }
}

/** A quotient that never ends (one third) stops after 20 decimals. */
function ending(value: Exact): string | null {
  return value.isFinite() ? value.toDecimalPlaces(MAX_DECIMALS).toFixed() : null
}

function shown({ low, high, lowOpen, highOpen }: Interval): string {
  const short = (value: Exact) => value.toSignificantDigits(12).toFixed()
  if (low.eq(high)) return short(low)
  if (!low.isFinite() && !high.isFinite()) return 'any value'
  if (!high.isFinite()) return `${lowOpen ? 'more than' : 'at least'} ${short(low)}`
  if (!low.isFinite()) return `${highOpen ? 'less than' : 'at most'} ${short(high)}`
  return `${short(low)} to ${short(high)}`
}
