/** What a language must tell so that its figures can be read: how it writes digits, scale words, units and bounds. */
import type { Bound, FigureKind } from '#reading/figure.ts'

export type Grammar = {
  language: 'de' | 'fr' | 'es'
  /** The sign between groups of three digits; spaces of any width group in all of these languages. */
  group: '.' | ' '
  /** Number words up to ninety-nine. */
  numbers: ReadonlyMap<string, number>
  /** Scale words and short forms, the long scale where the language has it. */
  scales: ReadonlyMap<string, bigint>
  units: ReadonlyMap<string, { unit: string; kind: FigureKind }>
  /** Fractions: "ein Drittel", "un tiers". */
  fractions: ReadonlyMap<string, [bigint, bigint]>
  before: ReadonlyMap<string, Bound>
  after: [RegExp, Bound][]
  rates: [RegExp, string][]
  /** Rates named before the figure in its clause. */
  ratesBefore: [RegExp, string][]
  /** Joins scale word and unit: "millions d'euros", "millones de dólares". */
  link: RegExp | null
  /** Dates and other digits of this language that are no figures. */
  notFigures: RegExp[]
  /** An ordinal ending right after the digits: 3., 3e, 3.º. */
  ordinal: RegExp
}

/** 'word|other' → value rows as one table. */
export function table<Value>(rows: [string, Value][]): Map<string, Value> {
  return new Map(
    rows.flatMap(([words, value]) => words.split('|').map((word): [string, Value] => [word, value])),
  )
}

type Row = [string, { unit: string; kind: FigureKind }]
export const unit = (words: string, name: string, kind: FigureKind = 'number'): Row => [
  words,
  { unit: name, kind },
]

/** Signs and symbols that all of these languages share. */
export const SHARED_UNITS: Row[] = [
  unit('%|％', 'percent', 'percent'),
  unit('‰', 'permille', 'percent'),
  unit('€|eur', 'EUR', 'money'),
  unit('$|us$|usd', 'USD', 'money'),
  unit('£|gbp', 'GBP', 'money'),
  unit('chf', 'CHF', 'money'),
  unit('km', 'kilometres'),
  unit('m²', 'square_metres'),
  unit('km²', 'square_kilometres'),
  unit('m³', 'cubic_metres'),
  unit('kg', 'kilograms'),
  unit('cm', 'centimetres'),
  unit('mm', 'millimetres'),
  unit('ha', 'hectares'),
  unit('°c', 'celsius'),
  unit('gw', 'gigawatts'),
  unit('mw', 'megawatts'),
  unit('kw', 'kilowatts'),
  unit('kwh', 'kilowatt_hours'),
  unit('mwh', 'megawatt_hours'),
  unit('gwh', 'gigawatt_hours'),
  unit('twh', 'terawatt_hours'),
  unit('gb', 'gigabytes'),
  unit('tb', 'terabytes'),
  unit('mb', 'megabytes'),
  unit('token|tokens', 'tokens'),
]
