/** Reads a Korean number at a position: digits with 조, 억, 만, 천 in them, Sino-Korean and native number words. */
import { isDigit, readDigits } from '#reading/figure-parts/numbers/digits.ts'
import { Rational, ZERO } from '#reading/figure-parts/numbers/rational.ts'
import { scaleSignFactor } from '#reading/figure-parts/numbers/scale.ts'
import type { Page } from '#reading/figure-parts/shared/draft.ts'

export type KoreanNumber = {
  end: number
  value: Rational
  high: Rational | null
  /** Where the last scale signs stand. */
  scale: [number, number] | null
  /** Of a number in words nothing but what it counts shows that it is one. */
  inWords: 'sino' | 'native' | null
}

const SMALL = '천백십'
const BIG = '경조억만'
const DIGITS = new Map(
  Array.from('영일이삼사오육칠팔구', (sign, value): [string, bigint] => [sign, BigInt(value)]),
)
DIGITS.set('공', 0n)
DIGITS.set('륙', 6n)
/** 1조 2,000억 and 이만 오천 명: a lower part may follow after a space, in the same kind of signs. */
const DIGITS_GO_ON = /^ \d[\d,.]*[천백십]?[조억만천]/
const WORDS_GO_ON = /^ [일이삼사오육칠팔구천백십]+(?=[ 명원개대인건곳년억만])/
const NATIVE_TENS = ['열', '스물', '서른', '마흔', '쉰', '예순', '일흔', '여든', '아흔']
const NATIVE_ONES: [string, number][] = [
  ['하나', 1],
  ['한', 1],
  ['둘', 2],
  ['두', 2],
  ['셋', 3],
  ['세', 3],
  ['넷', 4],
  ['네', 4],
  ['다섯', 5],
  ['여섯', 6],
  ['일곱', 7],
  ['여덟', 8],
  ['아홉', 9],
]
const NATIVE = new Map<string, [number, number | null]>([
  ['스무', [20, null]],
  ['한두', [1, 2]],
  ['두세', [2, 3]],
  ['두서너', [2, 4]],
  ['서너', [3, 4]],
  ['너댓', [4, 5]],
  ['네댓', [4, 5]],
  ['대여섯', [5, 6]],
  ['예닐곱', [6, 7]],
  ['일고여덟', [7, 8]],
])
for (const [one, value] of NATIVE_ONES) NATIVE.set(one, [value, null])
for (const [index, tens] of NATIVE_TENS.entries()) {
  NATIVE.set(tens, [(index + 1) * 10, null])
  for (const [one, value] of NATIVE_ONES) NATIVE.set(tens + one, [(index + 1) * 10 + value, null])
}
const LONGEST_NATIVE = 4

export function isHangul(code: number): boolean {
  return code >= 0xac00 && code <= 0xd7a3
}

export const KOREAN_OPENERS = '한두세네다여일곱아열스서마쉰예흔이삼사오육칠팔구십백천만억하둘셋넷너대절'
const OPENERS = new Set(KOREAN_OPENERS)

/** Whether a number in words, or a word for a half, may begin here: at the head of a word only. */
export function opensKorean(plain: string, at: number): boolean {
  return (
    OPENERS.has(plain[at] ?? '') && !isHangul(plain.charCodeAt(at - 1)) && !isDigit(plain.charCodeAt(at - 1))
  )
}

/** Null where no number begins at `at`. */
export function readKoreanNumber(page: Page, at: number): KoreanNumber | { skip: number } | null {
  return isDigit(page.plain.charCodeAt(at))
    ? readMixed(page, at)
    : (readNative(page.plain, at) ?? readSino(page, at))
}

function readNative(plain: string, at: number): KoreanNumber | null {
  for (let length = LONGEST_NATIVE; length > 0; length -= 1) {
    const found = NATIVE.get(plain.slice(at, at + length))
    if (!found) continue
    const [value, high] = found
    return {
      end: at + length,
      value: new Rational(BigInt(value)),
      high: high === null ? null : new Rational(BigInt(high)),
      scale: null,
      inWords: 'native',
    }
  }
  return null
}

/** 삼백이십, 이만 오천: at least one scale sign, for single syllables are words of their own. */
function readSino(page: Page, at: number): KoreanNumber | null {
  const read = sum(page, at)
  return read && !('skip' in read) && read.scale ? { ...read, inWords: 'sino' } : null
}

function readMixed(page: Page, at: number): KoreanNumber | { skip: number } | null {
  return sum(page, at)
}

function sum({ source, plain }: Page, at: number): KoreanNumber | { skip: number } | null {
  let end = at
  let total = ZERO
  let section = ZERO
  let digits: Rational | null = null
  let scale: [number, number] | null = null
  let lowest = 0n
  // 3만이 넘는: after digits the syllables are particles and units.
  const arabic = isDigit(plain.charCodeAt(at))
  for (;;) {
    const sign = plain[end] ?? ''
    if (isDigit(sign.charCodeAt(0)) && !digits) {
      const run = readDigits(source, plain, end)
      if (!run.value) return { skip: run.end }
      digits = run.value
      scale = null
      end = run.end
      continue
    }
    const inWord: bigint | undefined = digits || arabic ? undefined : DIGITS.get(sign)
    if (inWord !== undefined) {
      digits = new Rational(inWord)
      end += 1
      continue
    }
    const factor = SMALL.includes(sign) || BIG.includes(sign) ? (scaleSignFactor(sign) ?? 1n) : 1n
    if (sign !== '' && SMALL.includes(sign) && (digits || !arabic)) {
      section = section.plus((digits ?? new Rational(1n)).times(factor))
      digits = null
    } else if (sign !== '' && BIG.includes(sign) && (lowest === 0n || factor < lowest)) {
      const part = digits ? section.plus(digits) : section
      total = total.plus((part.top === 0n ? new Rational(1n) : part).times(factor))
      lowest = factor
      section = ZERO
      digits = null
    } else if (
      sign === ' ' &&
      !digits &&
      scale &&
      (arabic ? DIGITS_GO_ON : WORDS_GO_ON).test(plain.slice(end, end + 24))
    ) {
      end += 1
      continue
    } else break
    scale = scale ? [scale[0], end + 1] : [end, end + 1]
    end += 1
  }
  if (end === at) return null
  const rest = digits ? section.plus(digits) : section
  return { end, value: total.plus(rest), high: null, scale, inWords: null }
}
