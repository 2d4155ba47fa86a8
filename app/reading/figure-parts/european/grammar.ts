/** What a language must tell so that its figures can be read: how it writes digits, number words, units and bounds. */
import type { Bound, FigureKind } from '#reading/figure.ts'

export type GrammarUnit = { unit: string; kind: FigureKind; rate?: string }
/** A word that is a whole figure by itself: verdoppelt, doublé, mitad, zweitägig. */
export type WholeWord = { value: string; unit: GrammarUnit | null }

/** Pairs of first letters, by `openerKey`; no other word is looked up at all. */
export type Openers = Uint8Array

export type Grammar = {
  language: 'de' | 'fr' | 'es'
  /** The sign between groups of three digits; spaces of any width and apostrophes group in all of these languages. */
  group: '.' | ' '
  /** Value of one word below a million ('zweihundert', 'vingt'); .5 where the word says so (zweieinhalb). */
  number: (word: string) => number | undefined
  /** 1st, 2nd… as a word. */
  ordinal: (word: string) => number | undefined
  whole: (word: string) => WholeWord | undefined
  /** Whole words that count only where this matches them with the text around: el doble de, la mitad. */
  wholeOnly: ReadonlyMap<string, RegExp>
  /** First letters of all words that may open a figure. */
  openers: Openers
  /** Between tens and ones, and before a half: "ochenta y cinco", "un an et demi". */
  joint: string
  /** The hundred that multiplies (cent); null where hundreds are words of their own. */
  hundreds: ReadonlySet<string>
  /** Scale words and short forms from a thousand on, the long scale where the language has it. */
  scales: ReadonlyMap<string, bigint>
  /** Nouns that count by themselves (Dutzend, trentaine, centenar); `about` where they name a rough number. */
  collectives: ReadonlyMap<string, { count: bigint; about: boolean }>
  /** Lower numbers of fractions: Drittel, tiers, cuarto. */
  fractions: ReadonlyMap<string, bigint>
  /** These are ordinals too: fractions only in the plural or before "of". */
  alsoOrdinal: ReadonlySet<string>
  halves: ReadonlySet<string>
  units: ReadonlyMap<string, GrammarUnit>
  /** A bare word for percentage points, where percent is spoken of or the number is no whole one. */
  points: ReadonlySet<string>
  /** Adjectives joined to digits by a hyphen or to a number word: 20-jährig, dreitägig. */
  suffix: ((rest: string) => { length: number; unit: GrammarUnit | null } | null) | null
  /** After "3 Mal": the words that make it occasions. */
  occasions: RegExp
  /** Before a number that multiplies: multiplié par 2,5. */
  multiplied: RegExp
  before: ReadonlyMap<string, Bound>
  after: ReadonlyMap<string, Bound>
  /** Per what: the words right after a figure or the thing counted, and those before it in its clause. */
  rates: ReadonlyMap<string, string>
  ratesBefore: ReadonlyMap<string, string>
  /** Joins scale word and unit: "millions d'euros", "millones de dólares". */
  link: readonly string[]
  /** The, its, every: an ordinal word follows one of these. */
  determiners: ReadonlySet<string>
  /** What makes an ordinal a period or a name: quarter, century, world war. */
  notOrdinal: ReadonlySet<string>
  months: ReadonlySet<string>
  /** Numbers after these words name something: Artikel 5, page 12, sala 3. */
  names: ReadonlySet<string>
  /** A year stands after these: im Jahr 2000, en 2000. */
  yearWords: ReadonlySet<string>
  /** Tried at the first digit of a short run: days of months, clock times. */
  moment: RegExp
  /** The words of an address or a time right before a short run of digits. */
  placeBefore: RegExp
  /** An ordinal ending right after the digits: 3., 3e, 3.º. */
  ordinalEnding: RegExp
  /** Words that look like numbers and are none where this matches the text before them. */
  notNumber: ReadonlyMap<string, RegExp>
  /** The minus word right before a number, as group 1. */
  minus: RegExp
  /** Below zero, after the degrees. */
  belowZero: readonly string[]
  /** Digits of this language that are no figures and that only a search of the whole text can find. */
  notFigures: RegExp[]
}

/** 'word|other' → value rows as one table. */
export function table<Value>(rows: [string, Value][]): Map<string, Value> {
  return new Map(
    rows.flatMap(([words, value]) => words.split('|').map((word): [string, Value] => [word, value])),
  )
}

export const words = (list: string): Set<string> => new Set(list.split('|'))

type Row = [string, GrammarUnit]
export const unit = (names: string, name: string, kind: FigureKind = 'number', rate?: string): Row => [
  names,
  rate ? { unit: name, kind, rate } : { unit: name, kind },
]

export const TIMES: GrammarUnit = { unit: 'times', kind: 'multiple' }

/** Signs and symbols that all of these languages share. */
export const SHARED_UNITS: Row[] = [
  unit('%|％', 'percent', 'percent'),
  unit('‰', 'permille', 'percent'),
  unit('€|eur', 'EUR', 'money'),
  unit('$|us$|usd|us-$', 'USD', 'money'),
  unit('£|gbp', 'GBP', 'money'),
  unit('¥|jpy', 'JPY', 'money'),
  unit('cny|rmb', 'CNY', 'money'),
  unit('chf|sfr', 'CHF', 'money'),
  unit('mxn', 'MXN', 'money'),
  unit('brl', 'BRL', 'money'),
  unit('km', 'kilometres'),
  unit('km/h|kmh', 'kilometres', 'number', 'per_hour'),
  unit('m', 'metres'),
  unit('m/s', 'metres', 'number', 'per_second'),
  unit('cm', 'centimetres'),
  unit('mm', 'millimetres'),
  unit('nm', 'nanometres'),
  unit('m²|m2|qm', 'square_metres'),
  unit('km²|km2|qkm', 'square_kilometres'),
  unit('m³|m3', 'cubic_metres'),
  unit('kg', 'kilograms'),
  unit('g', 'grams'),
  unit('mg', 'milligrams'),
  unit('µg|μg', 'micrograms'),
  unit('t', 'tonnes'),
  unit('l', 'litres'),
  unit('ml', 'millilitres'),
  unit('ha', 'hectares'),
  unit('°c|℃', 'celsius'),
  unit('°f', 'fahrenheit'),
  unit('°', 'degrees'),
  unit('w', 'watts'),
  unit('kw', 'kilowatts'),
  unit('mw', 'megawatts'),
  unit('gw', 'gigawatts'),
  unit('wh', 'watt_hours'),
  unit('kwh', 'kilowatt_hours'),
  unit('mwh', 'megawatt_hours'),
  unit('gwh', 'gigawatt_hours'),
  unit('twh', 'terawatt_hours'),
  unit('hz|hertz', 'hertz'),
  unit('mhz', 'megahertz'),
  unit('ghz', 'gigahertz'),
  unit('kb|ko', 'kilobytes'),
  unit('mb', 'megabytes'),
  unit('gb|go', 'gigabytes'),
  unit('tb', 'terabytes'),
  unit('pb', 'petabytes'),
  unit('mbit/s|mbps', 'megabits_per_second'),
  unit('gbit/s|gbps', 'gigabits_per_second'),
  unit('ms', 'milliseconds', 'duration'),
  unit('token|tokens', 'tokens'),
]

/** Different pairs may share a key: the tables decide. */
export function openerKey(first: number, second: number): number {
  return ((first & 31) << 5) | (second & 31)
}

export function openersOf(all: Iterable<string>): Openers {
  const openers = new Uint8Array(1024)
  for (const word of all) openers[openerKey(word.charCodeAt(0), word.charCodeAt(1))] = 1
  return openers
}
