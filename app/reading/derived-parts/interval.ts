/** Intervals of exact decimals: what a figure with a bound may really be, and arithmetic on them. */
import { Exact } from '#reading/figure-parts/numbers/exact.ts'

/** Ends may be infinite; an infinite end is open. */
export type Interval = { low: Exact; high: Exact; lowOpen: boolean; highOpen: boolean }

type Edge = { at: Exact; open: boolean }

const INFINITY = new Exact(Number.POSITIVE_INFINITY)

export function point(value: Exact): Interval {
  return { low: value, high: value, lowOpen: false, highOpen: false }
}

export function between(low: Exact, high: Exact): Interval {
  return { low, high, lowOpen: false, highOpen: false }
}

/** Everything: nothing is known. */
export function anything(): Interval {
  return { low: INFINITY.neg(), high: INFINITY, lowOpen: true, highOpen: true }
}

export function above(value: Exact, open: boolean): Interval {
  return { low: value, high: INFINITY, lowOpen: open, highOpen: true }
}

/** A positive quantity that has an upper bound is not below zero. */
export function below(value: Exact, open: boolean): Interval {
  const floored = value.gt(0)
  return { low: floored ? new Exact(0) : INFINITY.neg(), high: value, lowOpen: !floored, highOpen: open }
}

export function add(a: Interval, b: Interval): Interval {
  return {
    low: a.low.plus(b.low),
    high: a.high.plus(b.high),
    lowOpen: a.lowOpen || b.lowOpen,
    highOpen: a.highOpen || b.highOpen,
  }
}

export function negate(a: Interval): Interval {
  return { low: a.high.neg(), high: a.low.neg(), lowOpen: a.highOpen, highOpen: a.lowOpen }
}

export function multiply(a: Interval, b: Interval): Interval {
  const edges = [lowOf(a), highOf(a)].flatMap((one) =>
    [lowOf(b), highOf(b)].map((other) => product(one, other)),
  )
  return spanning(edges)
}

/** Null where the divisor may be zero. */
export function divide(a: Interval, b: Interval): Interval | null {
  const holdsZero = b.low.lte(0) && b.high.gte(0)
  const touchesOnly = (b.low.isZero() && b.lowOpen) || (b.high.isZero() && b.highOpen)
  if (holdsZero && !touchesOnly) return null
  const inverse = spanning([inverted(lowOf(b), b), inverted(highOf(b), b)])
  return multiply(a, inverse)
}

export function inside(inner: Interval, outer: Interval): boolean {
  const low = inner.low.gt(outer.low) || (inner.low.eq(outer.low) && (inner.lowOpen || !outer.lowOpen))
  const high = inner.high.lt(outer.high) || (inner.high.eq(outer.high) && (inner.highOpen || !outer.highOpen))
  return low && high
}

export function apart(a: Interval, b: Interval): boolean {
  const before = (one: Interval, other: Interval) =>
    one.high.lt(other.low) || (one.high.eq(other.low) && (one.highOpen || other.lowOpen))
  return before(a, b) || before(b, a)
}

function lowOf(a: Interval): Edge {
  return { at: a.low, open: a.lowOpen }
}

function highOf(a: Interval): Edge {
  return { at: a.high, open: a.highOpen }
}

function product(a: Edge, b: Edge): Edge {
  // Zero times anything is zero, also where the other end is infinite.
  if (a.at.isZero() || b.at.isZero())
    return { at: new Exact(0), open: (a.at.isZero() ? a.open : true) && (b.at.isZero() ? b.open : true) }
  return { at: a.at.times(b.at), open: a.open || b.open }
}

function inverted(edge: Edge, of: Interval): Edge {
  if (edge.at.isZero()) return { at: of.high.gt(0) ? INFINITY : INFINITY.neg(), open: true }
  if (!edge.at.isFinite()) return { at: new Exact(0), open: true }
  return { at: new Exact(1).div(edge.at), open: edge.open }
}

function spanning(edges: Edge[]): Interval {
  const lowest = edges.reduce((best, edge) =>
    edge.at.lt(best.at) || (edge.at.eq(best.at) && !edge.open) ? edge : best,
  )
  const highest = edges.reduce((best, edge) =>
    edge.at.gt(best.at) || (edge.at.eq(best.at) && !edge.open) ? edge : best,
  )
  return { low: lowest.at, high: highest.at, lowOpen: lowest.open, highOpen: highest.open }
}
