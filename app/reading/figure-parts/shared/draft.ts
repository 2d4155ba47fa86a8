/** A figure while it is being read: what `ReadFigure` becomes once ranges are joined. */
import type { Bound, FigureKind, FigureNote } from '#reading/figure.ts'
import type { Rational } from '#reading/figure-parts/numbers/rational.ts'

export type Draft = {
  start: number
  end: number
  value: Rational
  high: Rational | null
  unit: string | null
  kind: FigureKind
  bound: Bound
  rate: string | null
  scaleWords: string | null
  /** BCP-47 primary language of the figure's words. */
  language: string
  /** What the scale words multiply by: the low end of "3 to 5 million" takes it over. */
  factor: bigint
  /** A currency sign was printed before the number. */
  signed: boolean
  /** A figure only as one end of a range (三至五年). */
  tentative: boolean
  /** What a reader must know beside the value: 增长了3倍 is an increase by, not to. */
  note?: FigureNote
}

/** The stretch a rule consumed, with a figure in it or none. */
export type Reading = { end: number; draft: Draft | null }

/** Everything a rule needs to read at a position. */
export type Page = {
  source: string
  plain: string
  /** As the caller gave it, or as the text's own words show; undefined where neither tells. */
  language: string | undefined
  /** What 元 and 圓 mean where the text was printed: 'CNY', 'TWD' or 'HKD'. */
  yuan: string
  /** The caller's own units: lower-case word → canonical name. */
  ownUnits: ReadonlyMap<string, string> | null
}
