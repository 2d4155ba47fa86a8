/** Reads a Chinese or Japanese number (numerals, digits with 万/亿, or both mixed) at a position. */
import { isDigit, readDigits } from '#reading/figure-parts/numbers/digits.ts'
import { Rational } from '#reading/figure-parts/numbers/rational.ts'
import { follows } from '#reading/figure-parts/shared/sticky.ts'
import { type ChineseToken, chineseValue } from './chinese-value.ts'

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

/** What may go on with a number; a number before anything else is at its end. */
const GOES_ON = new Set([
  ...DIGIT.keys(),
  ...SMALL.keys(),
  ...TENS.keys(),
  ...BIG.keys(),
  ...MORE,
  ...'个点半',
])
const LONE_NUMERALS = Array.from({ length: 10 }, (_, digit) => new Rational(BigInt(digit)))

/** Null where no number starts at `at`, or where its digits are not one number. */
export function readChineseNumber(source: string, plain: string, at: number): ChineseNumber | null {
  const sign = plain[at] ?? ''
  if (isDigit(sign.charCodeAt(0))) return readShort(source, plain, at) ?? readLong(source, plain, at)
  const digit = DIGIT.get(sign)
  if (digit !== undefined) {
    const next = plain[at + 1] ?? ''
    const lone = LONE_NUMERALS[digit]
    if (lone && sign !== '参' && !GOES_ON.has(next) && !isDigit(next.charCodeAt(0)))
      return short(at + 1, lone, null, false)
    return readLong(source, plain, at)
  }
  return SMALL.has(sign) || TENS.has(sign) || BIG.has(sign) ? readLong(source, plain, at) : null
}

/** Digits alone or before one scale word, as most numbers are written; null where the number is longer, or none. */
function readShort(source: string, plain: string, at: number): ChineseNumber | null {
  const { value, end } = readDigits(source, plain, at)
  const next = plain[end] ?? ''
  if (!value || next === ' ') return null
  if (!GOES_ON.has(next)) return short(end, value, null, true)
  if (next !== '万' && next !== '亿') return null
  const after = plain[end + 1] ?? ''
  if (GOES_ON.has(after) || isDigit(after.charCodeAt(0))) return null
  return short(
    end + 1,
    value.times(next === '万' ? TEN_THOUSAND : HUNDRED_MILLION),
    source[end] ?? null,
    true,
  )
}

const TEN_THOUSAND = 10n ** 4n
const HUNDRED_MILLION = 10n ** 8n

function short(end: number, low: Rational, scaleWords: string | null, hasDigits: boolean): ChineseNumber {
  return {
    end,
    low,
    high: null,
    scaleWords,
    more: null,
    tokens: scaleWords ? 2 : 1,
    startsWithScale: false,
    hasDigits,
    hasPoint: false,
  }
}

function readLong(source: string, plain: string, at: number): ChineseNumber | null {
  const tokens: ChineseToken[] = []
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
      low: chineseValue(tokens, false),
      high: spans ? chineseValue(tokens, true) : null,
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
