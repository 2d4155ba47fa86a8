/** Tells a figure in words: what limits it, the exact value, the unit, per what, and as of when. */

/** A figure as a claim keeps it or as it was read. The value is an exact decimal string. */
export type ToldFigure = {
  value: string
  valueHigh?: string | null
  unit: string | null
  bound: string
  rate: string | null
  asOf: string | null
}

export const BOUND_WORDS: Record<string, string> = {
  exact: 'exactly',
  gt: 'more than',
  gte: 'at least',
  lt: 'less than',
  lte: 'at most',
  approx: 'about',
  range: 'between',
}

export const FIGURE_KIND_WORDS: Record<string, string> = {
  number: 'Number',
  money: 'Money',
  percent: 'Percent',
  percentage_point: 'Percentage points',
  multiple: 'Multiple',
  duration: 'Duration',
  ordinal: 'Rank or ordinal',
  magnitude: 'Orders of magnitude',
}

/** Where the unit's own name is not what one says beside a number. */
const UNIT_WORDS: Record<string, string> = {
  percentage_point: 'percentage points',
  permille: 'per mille',
  permyriad: 'per ten thousand',
  celsius: '°C',
  fahrenheit: '°F',
}

/** `140000000000000` → `140,000,000,000,000`; digits after the point stay as they are. */
export function groupDigits(value: string): string {
  const [whole = '', fraction] = value.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

/** Such as `more than 140,000,000,000,000 tokens per day, as of March`. */
export function figureWords(figure: ToldFigure): string {
  const limit = figure.bound === 'exact' ? '' : `${BOUND_WORDS[figure.bound] ?? figure.bound} `
  const high = figure.valueHigh ? ` and ${groupDigits(figure.valueHigh)}` : ''
  const unit = figure.unit ? ` ${UNIT_WORDS[figure.unit] ?? figure.unit.replaceAll('_', ' ')}` : ''
  const rate = figure.rate ? ` ${figure.rate.replaceAll('_', ' ')}` : ''
  const asOf = figure.asOf ? `, as of ${figure.asOf}` : ''
  return `${limit}${groupDigits(figure.value)}${high}${unit}${rate}${asOf}`
}
