/** Reads a Chinese or Japanese number (numerals, digits with 万/亿, or both mixed) at a position. */
import { isDigit, readDigits } from '#reading/figure-parts/numbers/digits.ts'
import { ONE, Rational, ZERO } from '#reading/figure-parts/numbers/rational.ts'
import { follows } from '#reading/figure-parts/shared/sticky.ts'

export type ChineseNumber = {
  end: number
  low: Rational
  /** Set for neighbouring digits that name a span: 两三千 is 2000 to 3000. */
  high: Rational | null
  scaleWords: string | null
  /** 多, 余 or 几 (more than what is printed) or 来 (about) inside the number. */
  more: 'gt' | 'approx' | null
  /** Signs read, digits counting as one: a lone 一 is rarely a figure. */
  tokens: number
  /** Starts with 百, 千, 万 or 亿: a figure only after a bound word (近千亿). */
  startsWithScale: boolean
  hasDigits: boolean
  hasPoint: boolean
}

const DIGIT = new Map<string, number>()
for (const [row, digits] of [
  ['零〇○', 0],
  ['一壹弌', 1],
  ['二贰两', 2],
  ['三叁参', 3],
  ['四肆', 4],
  ['五伍', 5],
  ['六陆', 6],
  ['七柒', 7],
  ['八捌', 8],
  ['九玖', 9],
] as const)
  for (const sign of row) DIGIT.set(sign, digits)

const SMALL = new Map<string, bigint>([
  ['十', 10n],
  ['拾', 10n],
  ['百', 100n],
  ['佰', 100n],
  ['千', 1000n],
  ['仟', 1000n],
])
const TENS = new Map<string, bigint>([
  ['廿', 20n],
  ['卅', 30n],
  ['卌', 40n],
])
const BIG = new Map<string, number>([
  ['万', 4],
  ['亿', 8],
  ['兆', 12],
])
/** 兆 and 千 before these are the prefixes mega and kilo: 兆瓦, 千克. */
const MEGA_UNITS = /[瓦赫比位帕焦欧字]/
const KILO_UNITS = /[克米瓦卡赫帕伏焦字]/
const HALF_OF_UNIT = /^半(?:[年天日个小]|径|导|数|岛)/
const SPACED_REST = / \d{1,4}(?:\.\d{1,2})? ?[万千]/y
const MORE = new Set(['多', '余', '来', '几'])
const MAX_TOKENS = 40
/** No country counts in numbers above this power of ten; longer stacks are noise. */
const MAX_POWER = 48

type Token =
  | { t: 'digit'; low: Rational; high: Rational | null; arabic: boolean }
  | { t: 'small'; factor: bigint; coefficientBuiltIn: boolean }
  | { t: 'big'; power: number }
  | { t: 'zero' }

/** Null where no number starts at `at`, or where its digits are not one number. */
export function readChineseNumber(source: string, plain: string, at: number): ChineseNumber | null {
  const tokens: Token[] = []
  let scale = ''
  let more: ChineseNumber['more'] = null
  let position = at
  let hasDigits = false
  let hasPoint = false
  let spans = false
  let power = 0
  while (tokens.length < MAX_TOKENS) {
    const sign = plain[position] ?? ''
    const previous = tokens.at(-1)
    if (isDigit(sign.charCodeAt(0))) {
      if (previous?.t === 'digit' || previous?.t === 'zero') break
      const run = readDigits(source, plain, position)
      if (!run.value) return tokens.length ? finish() : null
      tokens.push({ t: 'digit', low: run.value, high: null, arabic: true })
      hasDigits = true
      scale = ''
      position = run.end
      if (plain[position] === ' ' && BIG.has(plain[position + 1] ?? '')) position += 1
    } else if (isNumeral(plain, position)) {
      if (previous?.t === 'digit' && previous.arabic) break
      const run = readNumerals(plain, position)
      const first = run.digits[0] ?? 0
      if (first === 0 && tokens.length) {
        tokens.push({ t: 'zero' })
        position += 1
        continue
      }
      // 两三千 and 三五千 name a span; 二〇二六 is read digit by digit.
      const second = run.digits[1] ?? 0
      const pair =
        run.digits.length === 2 && first > 0 && (second === first + 1 || (first === 3 && second === 5))
      spans ||= pair
      const low = pair ? first : run.digits.join('')
      tokens.push({
        t: 'digit',
        low: new Rational(BigInt(low)),
        high: pair ? new Rational(BigInt(second)) : null,
        arabic: false,
      })
      scale = ''
      position = run.end
    } else if (SMALL.has(sign) || TENS.has(sign)) {
      const kilo = sign === '千' && tokens.length > 0 ? (plain[position + 1] ?? '') : ''
      // 3千米 are kilometres, 三千米 is said for 3000 metres.
      if (KILO_UNITS.test(kilo) && (hasDigits || kilo !== '米')) break
      // 24千金 are stocks above a thousand.
      if (sign === '千' && hasDigits && /^金(?![币额])/.test(plain.slice(position + 1, position + 3))) break
      if (sign === '百' && /[分帕]/.test(plain[position + 1] ?? '')) break
      const factor = SMALL.get(sign) ?? TENS.get(sign) ?? 10n
      tokens.push({ t: 'small', factor, coefficientBuiltIn: TENS.has(sign) })
      scale = hasDigits ? scale + source[position] : ''
      position += 1
    } else if (BIG.has(sign)) {
      if (sign === '兆' && MEGA_UNITS.test(plain[position + 1] ?? '')) break
      power += BIG.get(sign) ?? 0
      if (power > MAX_POWER) break
      tokens.push({ t: 'big', power: BIG.get(sign) ?? 0 })
      scale += source[position]
      position += 1
      // 1 亿 2500 万: where a blank stands before the one scale word, it may before the rest.
      if (plain[position - 2] === ' ' && follows(SPACED_REST, plain, position)) position += 1
    } else if (sign === '个' && plain[position + 1] === '亿' && previous?.t === 'digit') {
      // 3个亿 is 3亿.
      position += 1
    } else if (sign === '点' && tokens.length && isNumeral(plain, position + 1)) {
      const run = readNumerals(plain, position + 1)
      const fraction = Rational.of(`0.${run.digits.join('')}`)
      const last = tokens.length - 1
      if (previous?.t === 'digit' && !previous.arabic)
        tokens[last] = { ...previous, low: previous.low.plus(fraction) }
      else tokens.push({ t: 'digit', low: fraction, high: null, arabic: true })
      hasPoint = true
      position = run.end
    } else if (
      sign === '半' &&
      previous?.t === 'big' &&
      !HALF_OF_UNIT.test(plain.slice(position, position + 2))
    ) {
      tokens.push({ t: 'digit', low: new Rational(5n), high: null, arabic: false })
      position += 1
      break
    } else if (MORE.has(sign) && tokens.length && !more) {
      const next = plain[position + 1] ?? ''
      if (!SMALL.has(next) && !BIG.has(next)) break
      more = sign === '来' ? 'approx' : 'gt'
      position += 1
    } else break
  }
  return tokens.length ? finish() : null

  function finish(): ChineseNumber {
    const first = tokens[0]
    return {
      end: position,
      low: evaluate(tokens, false),
      high: spans ? evaluate(tokens, true) : null,
      scaleWords: scale || null,
      more,
      tokens: tokens.length,
      startsWithScale:
        first?.t === 'big' || (first?.t === 'small' && first.factor !== 10n && !first.coefficientBuiltIn),
      hasDigits,
      hasPoint,
    }
  }
}

/** 参 is the financial 3 only inside an amount: 6710亿参数 ends before it. */
function isNumeral(plain: string, at: number): boolean {
  const sign = plain[at] ?? ''
  return DIGIT.has(sign) && (sign !== '参' || /[拾佰仟万亿元圆整角]/.test(plain[at + 1] ?? ''))
}

function readNumerals(plain: string, at: number): { digits: number[]; end: number } {
  const digits: number[] = []
  let end = at
  while (digits.length < MAX_TOKENS) {
    const digit = DIGIT.get(plain[end] ?? '')
    if (digit === undefined || !isNumeral(plain, end)) break
    digits.push(digit)
    end += 1
  }
  return { digits, end }
}

/**
 * A scale word multiplies everything before it that is smaller than itself: 一万五千亿 is (1万 + 5千) × 10^8. A scale word
 * right after another one stacks: 万亿 is 10^12, 亿亿 is 10^16.
 */
function evaluate(tokens: Token[], useHigh: boolean): Rational {
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
