/** Exact decimal arithmetic for figures: wide enough that no newsroom figure is ever rounded. */
import { Decimal } from 'decimal.js'

/** 120 significant digits: a digit run is at most 40, a stack of scale words at most 10^40. */
export const Exact = Decimal.clone({
  precision: 120,
  toExpNeg: -9e15,
  toExpPos: 9e15,
  rounding: Decimal.ROUND_HALF_EVEN,
})
export type Exact = Decimal
