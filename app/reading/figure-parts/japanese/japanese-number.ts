/** Reads a Japanese number at a position: 1兆2300億, 3万5千, 三百二十, 二〇二五; places add up, and nothing is left out as in Chinese. */
import { isDigit, readDigits } from '#reading/figure-parts/numbers/digits.ts'
import { Rational, ZERO } from '#reading/figure-parts/numbers/rational.ts'
import type { Page } from '#reading/figure-parts/shared/draft.ts'

export type JapaneseNumber = {
  end: number
  value: Rational
  /** The scale signs at its end, as printed, and what they multiply by. */
  scaleWords: string | null
  factor: bigint
  hasDigits: boolean
}

const DIGITS = new Map<string, number>()
for (const [row, value] of [
  ['零〇', 0],
  ['一壱壹', 1],
  ['二弐贰', 2],
  ['三参叁', 3],
  ['四', 4],
  ['五', 5],
  ['六', 6],
  ['七', 7],
  ['八', 8],
  ['九', 9],
] as const)
  for (const sign of row) DIGITS.set(sign, value)
const SMALL = new Map([
  ['十', 10n],
  ['拾', 10n],
  ['百', 100n],
  ['千', 1000n],
])
const BIG = new Map([
  ['万', 10n ** 4n],
  ['億', 10n ** 8n],
  ['亿', 10n ** 8n],
  ['兆', 10n ** 12n],
  ['京', 10n ** 16n],
])
const ONE = new Rational(1n)
const MAX_NUMERALS = 40

/** Null where no number begins at `at`, and where its digits are no one number. */
export function readJapaneseNumber({ source, plain }: Page, at: number): JapaneseNumber | null {
  let end = at
  let total = ZERO
  let section = ZERO
  let digits: Rational | null = null
  let smallest = 0n
  let lowest = 0n
  let hasDigits = false
  for (;;) {
    const sign = plain[end] ?? ''
    if (digits === null && isDigit(sign.charCodeAt(0))) {
      const run = readDigits(source, plain, end)
      if (!run.value) return null
      digits = run.value
      hasDigits = true
      end = run.end
      continue
    }
    if (digits === null && DIGITS.has(sign)) {
      const stop = numeralsEnd(plain, end)
      digits = new Rational(
        BigInt(Array.from(plain.slice(end, stop), (one) => DIGITS.get(one) ?? 0).join('')),
      )
      end = stop
      continue
    }
    const small = SMALL.get(sign)
    const big = BIG.get(sign)
    if (small && (smallest === 0n || small < smallest)) {
      section = section.plus((digits ?? ONE).times(small))
      smallest = small
    } else if (big && (lowest === 0n || big < lowest)) {
      const part = digits ? section.plus(digits) : section
      total = total.plus((part.top === 0n ? ONE : part).times(big))
      lowest = big
      smallest = 0n
      section = ZERO
    } else break
    digits = null
    end += 1
  }
  if (end === at) return null
  const value = total.plus(digits ? section.plus(digits) : section)
  return { end, value, ...scaleOf(source, plain, hasDigits ? end : at), hasDigits }
}

/** The scale signs that end at `to`: none after a lone digit, and none where the number has no digits at all. */
function scaleOf(source: string, plain: string, to: number): { scaleWords: string | null; factor: bigint } {
  let from = to
  let factor = 1n
  for (;;) {
    const sign = plain[from - 1] ?? ''
    const one = SMALL.get(sign) ?? BIG.get(sign)
    if (!one) break
    factor *= one
    from -= 1
  }
  return { scaleWords: from < to ? source.slice(from, to) : null, factor }
}

function numeralsEnd(plain: string, at: number): number {
  let end = at
  while (end - at < MAX_NUMERALS && DIGITS.has(plain[end] ?? '')) end += 1
  return end
}
