/** What a figure read from text is: an exact value with its unit, bound, rate and date. */

/** How the words around a number limit it: "more than 80" is `gt`, "at least 80" is `gte`, "about 80" is `approx`. */
export const BOUNDS = ['exact', 'gt', 'gte', 'lt', 'lte', 'approx', 'range'] as const
export type Bound = (typeof BOUNDS)[number]

/** What is being counted; percent and percentage point are kept apart, because exchanging them is a classic slip. */
export const FIGURE_KINDS = [
  'number',
  'money',
  'percent',
  'percentage_point',
  'multiple',
  'magnitude',
  'duration',
  'ordinal',
] as const
export type FigureKind = (typeof FIGURE_KINDS)[number]

/** 增长了3倍 adds three times the old value (four times in all); 增长到3倍 and "three times" carry no note. */
export type FigureNote = 'increase_by'

/** A unit of the caller's own: the word as printed after a number, and the name findings give it. */
export type OwnUnit = { word: string; unit: string }

/**
 * One figure found in a text. `start` and `end` are UTF-16 positions and always slice to `text`, which covers number,
 * scale and unit, never the words of the bound.
 */
export type ReadFigure = {
  text: string
  start: number
  end: number
  /** Exact decimal in plain notation, no exponent, no grouping: '140000000000000', '-0.5'. */
  value: string
  /** The upper end, only when `bound` is 'range'. */
  valueHigh?: string
  /** 'tokens', an ISO 4217 code ('CNY'), 'percent', 'percentage_point', 'days', …; null when nothing is named. */
  unit: string | null
  kind: FigureKind
  bound: Bound
  /** 'per_day', 'per_month', 'per_year', …; null when the text names none. */
  rate: string | null
  /** The date the figure holds for, in the text's own words ('March', '今年3月'); null when none is given. */
  asOf: string | null
  /** The scale word as printed ('trillion', '万亿', 'bn'); null when there is none. */
  scaleWords: string | null
  /** Only where the words' sense goes beyond the value. */
  note?: FigureNote
  /** BCP-47 primary language of the words the figure is written in: 'en', 'zh', 'ja', 'ko', 'de', 'fr', 'es'. */
  language: string
}
