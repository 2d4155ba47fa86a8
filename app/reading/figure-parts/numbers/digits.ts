/** Reads a number written in digits, with its grouping and decimals, at a position. */
import { Rational } from './rational.ts'

export type DigitNumber = { end: number; value: Rational | null }

/** Longer runs are identifiers or noise, and would make arithmetic slow. */
const MAX_DIGITS = 40
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/
const GROUPED_INDIAN = /^\d{1,2}(?:,\d{2})*,\d{3}(?:\.\d+)?$/
const SPACED_SCALE = /^ \d{3}[万亿]/
const SPACED = /\d{1,3}(?: \d{3})+(?:\.\d+)?(?![\d,.]*\d)/y

/**
 * `source` is the text as printed, `plain` the same in plain width; the whole run of digits, commas and points is always
 * consumed, so no run is read twice. `value` is null where the run is not one number (1.2.3, 1,2,3, 007).
 */
export function readDigits(source: string, plain: string, at: number): DigitNumber {
  let end = at
  let points = 0
  let commas = 0
  for (;;) {
    const code = plain.charCodeAt(end)
    if (isDigit(code)) end += 1
    else if ((code === 0x2e || code === 0x2c) && end > at && isDigit(plain.charCodeAt(end + 1))) {
      if (code === 0x2e) points += 1
      else commas += 1
      end += 1
    } else break
  }
  if (end - at > MAX_DIGITS) return { end, value: null }
  const run = plain.slice(at, end)
  if (plain.charCodeAt(at) === 0x30 && isDigit(plain.charCodeAt(at + 1))) return { end, value: null }
  if (commas === 0 && points <= 1) return spaced(source, plain, at, end) ?? { end, value: Rational.of(run) }
  if (points <= 1 && (GROUPED.test(run) || GROUPED_INDIAN.test(run)))
    return { end, value: Rational.of(run.replaceAll(',', '')) }
  return { end, value: null }
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

/** English journals group with ordinary spaces: behind these words and before a word, 59 616 is one number. */
const JOURNAL_BEFORE =
  /(?:^|[ (])(?:of|from|to|and|with|among|included?|including|enrolled|recruited|analy[sz]ed|screened|randomi[sz]ed|assigned|identified|recorded|reported|were|was|are|total|totalled|nearly|about|over|than|approximately|least|almost|some|around|between|for|by) $/
const JOURNAL_RUN = /^\d{1,3}(?: \d{3})+(?=$|,? [a-z]{2}|[).;,](?:\s|$))(?! [ap]m(?![a-z]))/
const JOURNAL_REACH = 16

function isJournal(plain: string, at: number): boolean {
  return (
    JOURNAL_RUN.test(plain.slice(at, at + 60)) &&
    JOURNAL_BEFORE.test(plain.slice(Math.max(0, at - JOURNAL_REACH), at))
  )
}

/** 1 234 567 counts with no-break or thin spaces: ordinary spaces mostly stand between separate numbers. */
function spaced(source: string, plain: string, at: number, end: number): DigitNumber | null {
  if (end - at > 3 || plain[end] !== ' ') return null
  // Journals set 1 000亿 with an ordinary space.
  if (source[end] === ' ' && !SPACED_SCALE.test(plain.slice(end, end + 5)) && !isJournal(plain, at))
    return null
  SPACED.lastIndex = 0
  const run = SPACED.exec(plain.slice(at, at + 60))?.[0]
  if (!run || (source[end] !== ' ' && source.slice(at, at + run.length).includes(' '))) return null
  return { end: at + run.length, value: Rational.of(run.replaceAll(' ', '')) }
}
