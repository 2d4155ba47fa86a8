/** Brings a source's figure into the unit of the claim, where it can be: 2,000 metres for a claim in kilometres. */
import type { ReadFigure } from '#reading/figure.ts'
import { Exact } from '#reading/figure-parts/numbers/exact.ts'
import type { Around } from './judge.ts'
import { conversion } from './measures.ts'

export type ComparableFigure = {
  value: string
  valueHigh?: string | null
  unit: string | null
  bound: string
  rate?: string | null
  asOf?: string | null
  /** As printed; tells how far a figure was rounded and whether it is a fraction in words. */
  text?: string | null
  scaleWords?: string | null
}

/**
 * `same`: one unit, or none on either side. `open`: one side names none. `converted`: `measured` is the figure in the claim's
 * unit. `other`: the units do not measure the same.
 */
export type Agreement = {
  agreement: 'same' | 'open' | 'converted' | 'other'
  measured: ReadFigure
  mine: string | null
  theirs: string | null
}

export function inUnitOf(claimed: ComparableFigure, figure: ReadFigure, around: Around | null): Agreement {
  const mine = claimed.unit ?? around?.claim.thing(around.claimed) ?? null
  const theirs = figure.unit ?? around?.source.thing(figure) ?? null
  const told = { measured: figure, mine, theirs }
  if (mine === theirs) return { ...told, agreement: 'same' }
  const factor = mine && theirs ? conversion(theirs, mine) : fraction(claimed, figure)
  if (factor) return { ...told, agreement: 'converted', measured: times(figure, factor, claimed.unit) }
  return { ...told, agreement: mine === null || theirs === null ? 'open' : 'other' }
}

/** "A quarter" is 25 percent. */
function fraction(claimed: ComparableFigure, figure: ReadFigure): Exact | null {
  if (figure.unit === 'percent' && claimed.unit === null && isFraction(claimed.value, claimed.text))
    return new Exact('0.01')
  return claimed.unit === 'percent' && figure.unit === null && isFraction(figure.value, figure.text)
    ? new Exact(100)
    : null
}

function isFraction(value: string, text: string | null | undefined): boolean {
  return value.startsWith('0.') && !!text && (!/\d/.test(text) || /[/⁄½⅓¼¾⅔]|分之|\d in \d| of /.test(text))
}

function times(figure: ReadFigure, factor: Exact, unit: string | null): ReadFigure {
  const scaled = (value: string) => new Exact(value).times(factor).toFixed()
  const high = figure.valueHigh === undefined ? {} : { valueHigh: scaled(figure.valueHigh) }
  return { ...figure, value: scaled(figure.value), ...high, unit }
}
