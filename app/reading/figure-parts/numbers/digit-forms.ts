/** Numbers in digits that are more than digits: powers (10^12, 1.4 × 10^14) and fractions (3/4). */
import { readDigits } from './digits.ts'
import { HALF, Rational } from './rational.ts'

export const FRACTION_SIGN = new Map<string, Rational>([
  ['½', HALF],
  ['¼', Rational.of('0.25')],
  ['¾', Rational.of('0.75')],
  ['⅓', new Rational(1n, 3n)],
  ['⅔', new Rational(2n, 3n)],
])
const GOES_ON = new Set(Array.from('-/⁄^×*·¼½¾⅓⅔⁰¹²³⁴⁵⁶⁷⁸⁹', (sign) => sign.charCodeAt(0)))

/** Whether what stands after digits (one space allowed) can belong to their number: most digits end at once. */
export function goesOn(plain: string, at: number): boolean {
  const code = plain.charCodeAt(plain.charCodeAt(at) === 0x20 ? at + 1 : at)
  return (code >= 0x61 && code <= 0x7a) || GOES_ON.has(code)
}

const EXPONENT = /(?:\^|e\+?)(\d{1,2})(?![\da-z.])|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})(?![\d⁰¹²³⁴⁵⁶⁷⁸⁹])/y
const TIMES_TEN = / ?[×x*·] ?10(?=[\^⁰¹²³⁴⁵⁶⁷⁸⁹])/y
const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const MAX_EXPONENT = 40n

/** 10^12, 1.4e14, 1.4 × 10^14 and 10¹²; m², footnote signs after other numbers and 2^10 of a range are none of these. */
export function readPower(
  plain: string,
  end: number,
  base: Rational,
): { end: number; value: Rational } | null {
  const sign = plain[end] ?? ''
  if (!/[\^e⁰¹²³⁴⁵⁶⁷⁸⁹ ×x*·]/.test(sign)) return null
  TIMES_TEN.lastIndex = end
  const times = TIMES_TEN.exec(plain)?.[0].length ?? 0
  EXPONENT.lastIndex = end + times
  const match = EXPONENT.exec(plain)
  if (!match) return null
  const digits = match[1] ?? Array.from(match[2] ?? '', (one) => SUPERSCRIPT.indexOf(one)).join('')
  const exponent = BigInt(digits)
  if (exponent > MAX_EXPONENT) return null
  const scientific = times > 0 || sign === 'e'
  if (!scientific && !base.is(10n) && !base.is(2n)) return null
  const value = scientific ? base.times(10n ** exponent) : new Rational((base.is(10n) ? 10n : 2n) ** exponent)
  return { end: EXPONENT.lastIndex, value }
}

/** 3/4 is three quarters; 24/7 and 9/11 are not fractions, so the upper number must be the smaller one and the lower common. */
export function readSlashFraction(source: string, plain: string, end: number, upper: Rational) {
  if (plain[end] !== '/' && plain[end] !== '⁄') return null
  if (!/\d/.test(plain[end + 1] ?? '')) return null
  const lower = readDigits(source, plain, end + 1)
  if (!lower.value || ![2n, 3n, 4n, 5n, 6n, 8n, 10n].some((common) => lower.value?.is(common))) return null
  if (!upper.below(lower.value) || !upper.isWhole() || upper.is(0n) || /[/\d]/.test(plain[lower.end] ?? ''))
    return null
  return { end: lower.end, value: upper.over(lower.value) }
}
