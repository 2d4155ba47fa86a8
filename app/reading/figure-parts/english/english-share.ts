/** Two numbers that tell one thing: a share (one in five, 9 out of 10), or a ratio that is no figure (3-to-1, two-for-one). */
import { isDigit } from '#reading/figure-parts/numbers/digits.ts'
import { follows, matchAt } from '#reading/figure-parts/shared/sticky.ts'
import { type EnglishNumber, readDigitNumber } from './english-number.ts'
import { readNumberWords } from './english-words.ts'

const SHARE =
  /(?: (?:in|out of|of) (?:every )?|-in-)(?=\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|a (?:hundred|thousand|million|billion|trillion))/y
/** One part in a million. */
const PART = / parts?(?= (?:in|per) (?:\d|an? ))/y
const NOT_SHARED =
  /^ (?:days?|weeks?|months?|years?|hours?|minutes?|seconds?|games?|matches|starts|attempts|outings|tests|innings|quarters?|seasons?|percent|per cent|%)|^-/
const RATIO = /-(to|for|on|in)-(?=\d|one|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|a-)/y
/** 9-to-12-month terms and 3-to-5 percent are ranges. */
const COUNTED_AFTER =
  /^(?: ?%|[ -](?:square|cubic|feet|day|week|month|year|hour|minute|percent|per cent|million|billion|inch|foot|mile))/

/**
 * A share of a round number, with no span of time after it ("won 7 in 12 games" is none); "of" needs an "every". Null
 * where the two numbers are not one figure.
 */
export function readShare(source: string, plain: string, upper: EnglishNumber): EnglishNumber | null {
  const opens = plain[upper.end]
  if ((opens !== ' ' && opens !== '-') || !upper.value.isWhole() || upper.scaleWords) return null
  const from = follows(PART, plain, upper.end) ? PART.lastIndex : upper.end
  const words = matchAt(SHARE, plain, from)?.[0]
  if (!words || words === ' of ') return null
  const lower = numberAt(source, plain, from + words.length)
  if (!lower?.value.isWhole() || !upper.value.below(lower.value)) return null
  const round = upper.value.is(1n) || !lower.value.atLeast(11n) || lower.value.top % 10n === 0n
  const year = lower.value.atLeast(1500n) && !lower.value.atLeast(2100n) && !lower.inWords
  if (!round || year || NOT_SHARED.test(plain.slice(lower.end, lower.end + 10))) return null
  return { ...upper, end: lower.end, value: upper.value.over(lower.value), inWords: true }
}

/** Where a ratio ends that `upper` begins (3-to-1, 10-for-1, one-on-one), 0 where there is none. */
export function ratioEnd(source: string, plain: string, upper: EnglishNumber): number {
  if (plain[upper.end] !== '-') return 0
  const match = matchAt(RATIO, plain, upper.end)
  if (!match) return 0
  const from = upper.end + match[0].length
  const lower = plain.startsWith('a-', from) ? null : numberAt(source, plain, from)
  if (!lower) return from
  return match[1] === 'to' && COUNTED_AFTER.test(plain.slice(lower.end, lower.end + 10)) ? 0 : lower.end
}

function numberAt(source: string, plain: string, at: number): EnglishNumber | null {
  return isDigit(plain.charCodeAt(at))
    ? readDigitNumber(source, plain, at).number
    : readNumberWords(source, plain, at)
}
