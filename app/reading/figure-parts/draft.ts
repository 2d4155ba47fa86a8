/** A figure while it is being read: what `ReadFigure` becomes once ranges are joined. */
import type { Bound, FigureKind } from '#reading/figure.ts'
import type { Exact } from './exact.ts'

export type Draft = {
  start: number
  end: number
  value: Exact
  high: Exact | null
  unit: string | null
  kind: FigureKind
  bound: Bound
  rate: string | null
  scaleWords: string | null
  chinese: boolean
  /** What the scale words multiply by: the low end of "3 to 5 million" takes it over. */
  factor: Exact
  /** A currency sign was printed before the number. */
  signed: boolean
  /** A figure only as one end of a range (三至五年). */
  tentative: boolean
}

/** The stretch a rule consumed, with a figure in it or none. */
export type Reading = { end: number; draft: Draft | null }

/** Everything a rule needs to read at a position. */
export type Page = { source: string; plain: string; language: string | undefined }
