/** Reads a Chinese number (numerals, digits with 万/亿, or both mixed) at a position. */
import { readDigits } from './digits.ts'
import { Exact } from './exact.ts'

export type ChineseNumber = {
  end: number
  low: Exact
  /** Set for neighbouring digits that name a span: 两三千 is 2000 to 3000. */
  high: Exact | null
  scaleWords: string | null
  /** 多, 余 or 几 inside or right after the number: more than what is printed. */
  more: boolean
  /** Signs read, digits counting as one: a lone 一 is rarely a figure. */
  tokens: number
  /** Starts with 百, 千, 万 or 亿: a figure only after a bound word (近千亿). */
  startsWithScale: boolean
  hasDigits: boolean
}

const DIGIT = new Map<string, number>()
for (const [row, digits] of [
  ['零〇', 0],
  ['一壹弌', 1],
  ['二贰貳两兩', 2],
  ['三叁參叄', 3],
  ['四肆', 4],
  ['五伍', 5],
  ['六陆陸', 6],
  ['七柒', 7],
  ['八捌', 8],
  ['九玖', 9],
] as const)
  for (const sign of row) DIGIT.set(sign, digits)

const SMALL = new Map<string, number>([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
])
const TENS = new Map<string, number>([
  ['廿', 20],
  ['卅', 30],
  ['卌', 40],
])
const BIG = new Map<string, number>([
  ['万', 4],
  ['萬', 4],
  ['亿', 8],
  ['億', 8],
  ['兆', 12],
])
/** 兆 before these is the prefix mega (兆瓦, megawatt), not 10^12. */
const MEGA_UNITS = /^[瓦赫比位帕焦欧歐字]/
const MORE = new Set(['多', '余', '餘', '來', '来', '几', '幾'])
const MAX_TOKENS = 40

type Token =
  | { t: 'digit'; low: Exact; high: Exact | null; arabic: boolean }
  | { t: 'small'; factor: number; coefficientBuiltIn: boolean }
  | { t: 'big'; power: number }
  | { t: 'zero' }

/** Null where no number starts at `at`, or where its digits are not one number. */
export function readChineseNumber(source: string, plain: string, at: number): ChineseNumber | null {
  const tokens: Token[] = []
  let scale = ''
  let more = false
  let position = at
  let hasDigits = false
  while (tokens.length < MAX_TOKENS) {
    const sign = plain[position] ?? ''
    const previous = tokens.at(-1)
    if (sign >= '0' && sign <= '9') {
      if (previous?.t === 'digit' || previous?.t === 'zero') break
      const run = readDigits(source, plain, position)
      if (!run.value) return tokens.length ? finish() : null
      tokens.push({ t: 'digit', low: run.value, high: null, arabic: true })
      hasDigits = true
      scale = ''
      position = run.end
      if (plain[position] === ' ' && BIG.has(plain[position + 1] ?? '')) position += 1
    } else if (DIGIT.has(sign)) {
      if (previous?.t === 'digit' && previous.arabic) break
      const run = readNumerals(plain, position)
      const first = run.digits[0] ?? 0
      const pair = run.digits.length === 2 && run.digits[1] === first + 1 && first > 0
      if (first === 0 && tokens.length) {
        tokens.push({ t: 'zero' })
        position += 1
        continue
      }
      // 两三千 names a span; 二〇二六 is read digit by digit.
      const low = new Exact(pair ? first : run.digits.join(''))
      tokens.push({ t: 'digit', low, high: pair ? new Exact(first + 1) : null, arabic: false })
      scale = ''
      position = run.end
    } else if (SMALL.has(sign) || TENS.has(sign)) {
      const factor = SMALL.get(sign) ?? TENS.get(sign) ?? 10
      tokens.push({ t: 'small', factor, coefficientBuiltIn: TENS.has(sign) })
      scale = hasDigits ? scale + source[position] : ''
      position += 1
    } else if (BIG.has(sign)) {
      if (sign === '兆' && MEGA_UNITS.test(plain.slice(position + 1, position + 2))) break
      tokens.push({ t: 'big', power: BIG.get(sign) ?? 0 })
      scale += source[position]
      position += 1
    } else if ((sign === '点' || sign === '點') && tokens.length && DIGIT.has(plain[position + 1] ?? '')) {
      const run = readNumerals(plain, position + 1)
      const fraction = new Exact(`0.${run.digits.join('')}`)
      if (previous?.t === 'digit' && !previous.arabic) previous.low = previous.low.plus(fraction)
      else tokens.push({ t: 'digit', low: fraction, high: null, arabic: true })
      position = run.end
    } else if (MORE.has(sign) && tokens.length && !more) {
      const next = plain[position + 1] ?? ''
      if (!SMALL.has(next) && !BIG.has(next)) break
      more = true
      position += 1
    } else break
  }
  return tokens.length ? finish() : null

  function finish(): ChineseNumber {
    const first = tokens[0]
    return {
      end: position,
      low: evaluate(tokens, false),
      high: tokens.some((token) => token.t === 'digit' && token.high) ? evaluate(tokens, true) : null,
      scaleWords: scale || null,
      more,
      tokens: tokens.length,
      startsWithScale:
        first?.t === 'big' || (first?.t === 'small' && first.factor !== 10 && !first.coefficientBuiltIn),
      hasDigits,
    }
  }
}

function readNumerals(plain: string, at: number): { digits: number[]; end: number } {
  const digits: number[] = []
  let end = at
  while (digits.length < MAX_TOKENS) {
    const digit = DIGIT.get(plain[end] ?? '')
    if (digit === undefined) break
    // 二百零五万: a zero inside a longer number is a place holder, and 一百二|三… never joins across it.
    digits.push(digit)
    end += 1
  }
  return { digits, end }
}

/**
 * A scale word multiplies everything before it that is smaller than itself: 一万五千亿 is (1万 + 5千) × 10^8. A scale word
 * right after another one stacks: 万亿 is 10^12, 亿亿 is 10^16.
 */
function evaluate(tokens: Token[], useHigh: boolean): Exact {
  let parts: { value: Exact; power: number }[] = []
  let section = new Exact(0)
  let digit: Exact | null = null
  let lastFactor = new Exact(0)
  tokens.forEach((token, index) => {
    const previous = tokens[index - 1]
    if (token.t === 'digit') {
      const value: Exact = (useHigh ? token.high : null) ?? token.low
      const shorthand =
        index === tokens.length - 1 && !token.arabic && previous && lastFactor.gte(100) && value.lt(10)
      // 两万五 is 25000 and 三百五 is 350: a last bare digit counts in the next lower place.
      if (shorthand && previous.t !== 'zero' && previous.t !== 'digit')
        digit = value.times(lastFactor).div(10)
      else digit = digit ? (digit as Exact).plus(value) : value
    } else if (token.t === 'small') {
      section = section.plus(
        token.coefficientBuiltIn ? token.factor : new Exact(digit ?? 1).times(token.factor),
      )
      digit = null
      lastFactor = new Exact(token.factor)
    } else if (token.t === 'big') {
      const scale = new Exact(10).pow(token.power)
      const stacked = previous?.t === 'big'
      const last = parts.at(-1)
      if (stacked && last && last.power >= token.power) {
        last.value = last.value.times(scale)
        last.power += token.power
      } else {
        const smaller = parts.filter((part) => part.power < token.power)
        parts = parts.filter((part) => part.power >= token.power)
        const chunk = smaller.reduce((sum, part) => sum.plus(part.value), section.plus(digit ?? 0))
        const power = stacked && last ? last.power + token.power : token.power
        parts.push({ value: (index === 0 ? new Exact(1) : chunk).times(scale), power })
      }
      section = new Exact(0)
      digit = null
      lastFactor = scale
    }
  })
  return parts.reduce((sum, part) => sum.plus(part.value), section.plus(digit ?? 0))
}
