/** Prints a claim's figure: as it is written, and what that is exactly. */
import type { DossierClaim } from './dossier.ts'

const BOUND: Record<string, string> = {
  gt: 'more than ',
  gte: 'at least ',
  lt: 'less than ',
  lte: 'at most ',
  approx: 'about ',
  range: 'a range from ',
}

/** "140 trillion = more than 140,000,000,000,000 tokens per day, as of March 2026". */
export function figureWords(figure: DossierClaim['figures'][number]): string {
  const unit = figure.unit === null ? '' : ` ${figure.unit.replaceAll('_', ' ')}`
  const rate = figure.rate === null ? '' : ` ${figure.rate.replaceAll('_', ' ')}`
  const asOf = figure.asOf === null ? '' : `, as of ${figure.asOf}`
  return `${figure.text} = ${BOUND[figure.bound] ?? ''}${grouped(figure.value)}${unit}${rate}${asOf}`
}

/** Thousands separators in the whole part of an exact decimal; never through a float, which would round it. */
function grouped(value: string): string {
  const [whole = '', fraction] = value.split('.')
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? digits : `${digits}.${fraction}`
}
