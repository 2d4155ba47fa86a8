/** What the signs of a Chinese number come to: 一万五千亿, 两百零三, 3万5. */
import { ONE, Rational, ZERO } from '#reading/figure-parts/numbers/rational.ts'

export type ChineseToken =
  | { t: 'digit'; low: Rational; high: Rational | null; arabic: boolean }
  | { t: 'small'; factor: bigint; coefficientBuiltIn: boolean }
  | { t: 'big'; power: number }
  | { t: 'zero' }

/**
 * A scale word multiplies everything before it that is smaller than itself: 一万五千亿 is (1万 + 5千) × 10^8. A scale word
 * right after another one stacks: 万亿 is 10^12, 亿亿 is 10^16.
 */
export function chineseValue(tokens: readonly ChineseToken[], useHigh: boolean): Rational {
  const only = tokens[0]
  if (tokens.length === 1 && only?.t === 'digit') return (useHigh ? only.high : null) ?? only.low
  let parts: { value: Rational; power: number }[] = []
  let section = ZERO
  let digit: Rational | null = null
  let lastFactor = 0n
  tokens.forEach((token, index) => {
    const previous = tokens[index - 1]
    if (token.t === 'digit') {
      const value: Rational = (useHigh ? token.high : null) ?? token.low
      const shorthand = index === tokens.length - 1 && value.isWhole() && previous && lastFactor >= 100n
      // 两万五 and 3万5 are thousands, 三百五 is 350: a last bare digit counts in the next lower place.
      if (shorthand && !value.atLeast(10n) && previous.t !== 'zero' && previous.t !== 'digit')
        digit = value.times(lastFactor / 10n)
      else digit = digit ? (digit as Rational).plus(value) : value
    } else if (token.t === 'small') {
      section = section.plus(
        token.coefficientBuiltIn ? new Rational(token.factor) : (digit ?? ONE).times(token.factor),
      )
      digit = null
      lastFactor = token.factor
    } else if (token.t === 'big') {
      const scale = 10n ** BigInt(token.power)
      const stacked = previous?.t === 'big'
      const last = parts.at(-1)
      if (stacked && last && last.power >= token.power) {
        last.value = last.value.times(scale)
        last.power += token.power
      } else {
        const smaller = parts.filter((part) => part.power < token.power)
        parts = parts.filter((part) => part.power >= token.power)
        const chunk = smaller.reduce((sum, part) => sum.plus(part.value), section.plus(digit ?? ZERO))
        const power = stacked && last ? last.power + token.power : token.power
        parts.push({ value: (index === 0 ? ONE : chunk).times(scale), power })
      }
      section = ZERO
      digit = null
      lastFactor = scale
    }
  })
  return parts.reduce((sum, part) => sum.plus(part.value), section.plus(digit ?? ZERO))
}
