/** The desk's words for series: dates, values with their bounds, and growth. */
import type { Growth } from '#domain/series.ts'
import { formatFigure } from '#reading/plain-number.ts'
import { BOUND_WORDS, groupDigits } from './figure-words.ts'

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** `2026-03` → `Mar 2026`, `2026-03-23` → `23 Mar 2026`, `2026` stays. */
export function asOfWords(asOf: string): string {
  const [year, month, day] = asOf.split('-')
  if (!month) return asOf
  return `${day ? `${Number(day)} ` : ''}${MONTHS[Number(month) - 1]} ${year}`
}

/** `more than 140 trillion tokens`. */
export function valueWords({
  value,
  bound,
  unit,
}: {
  value: string
  bound: string
  unit: string | null
}): string {
  const limit = bound === 'exact' || bound === 'range' ? '' : `${BOUND_WORDS[bound] ?? bound} `
  return `${limit}${formatFigure(value, unit, 'en')}`
}

const LIMIT_WORDS: Record<Growth['limit'], string> = {
  none: '',
  at_least: 'more than ',
  at_most: 'less than ',
  open: 'about ',
}

/** `×1,000`, `more than ×1.4 (+40%)`, `≈ ×3.333`. Factors of ten and more say more than their percentage. */
export function growthWords(growth: Growth): string {
  const factor = `${LIMIT_WORDS[growth.limit]}${growth.exact ? '' : '≈ '}×${groupDigits(growth.times)}`
  const sign = growth.percent.startsWith('-') ? '−' : '+'
  const percent = groupDigits(growth.percent.replace('-', ''))
  return Number(growth.times) >= 10 ? factor : `${factor} (${sign}${percent}%)`
}
