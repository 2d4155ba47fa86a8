/** Reads a number written in digits, with its grouping and decimals, at a position. */
import { Exact } from './exact.ts'

export type DigitNumber = { end: number; value: Exact | null }

/** Longer runs are identifiers or noise, and would make arithmetic slow. */
const MAX_DIGITS = 40
const RUN = /\d+(?:[,.]\d+)*/y
const PLAIN = /^\d+(?:\.\d+)?$/
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/
const GROUPED_INDIAN = /^\d{1,2}(?:,\d{2})*,\d{3}(?:\.\d+)?$/
const SPACED = /\d{1,3}(?: \d{3})+(?:\.\d+)?(?![\d,.]*\d)/y

/**
 * `source` is the text as printed, `plain` the same in plain width; the whole run of digits, commas and points is always
 * consumed, so no run is read twice. `value` is null where the run is not one number (1.2.3, 1,2,3, 007).
 */
export function readDigits(source: string, plain: string, at: number): DigitNumber {
  RUN.lastIndex = at
  const run = RUN.exec(plain)?.[0] ?? ''
  const end = at + run.length
  if (run.length > MAX_DIGITS) return { end, value: null }
  if (/^0\d/.test(run)) return { end, value: null }
  if (PLAIN.test(run)) return spaced(source, plain, at) ?? { end, value: new Exact(run) }
  if (GROUPED.test(run) || GROUPED_INDIAN.test(run)) return { end, value: new Exact(run.replaceAll(',', '')) }
  return { end, value: null }
}

/** 1 234 567 counts only with no-break or thin spaces: ordinary spaces stand between separate numbers. */
function spaced(source: string, plain: string, at: number): DigitNumber | null {
  SPACED.lastIndex = at
  const run = SPACED.exec(plain.slice(0, at + 60))?.[0]
  if (!run) return null
  if (source.slice(at, at + run.length).includes(' ')) return null
  return { end: at + run.length, value: new Exact(run.replaceAll(' ', '')) }
}
