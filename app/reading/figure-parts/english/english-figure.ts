/** Reads one figure in digits or English words at a position: US$1.2bn, 140 trillion tokens, twenty days, 1,000-fold. */

import { isDigit } from '#reading/figure-parts/numbers/digits.ts'
import { ONE, Rational } from '#reading/figure-parts/numbers/rational.ts'
import { scaleFactor } from '#reading/figure-parts/numbers/scale.ts'
import type { Page, Reading } from '#reading/figure-parts/shared/draft.ts'
import { ordinal } from '#reading/figure-parts/shared/ordinal.ts'
import { isCjk } from '#reading/figure-parts/shared/plain-width.ts'
import { follows, matchAt } from '#reading/figure-parts/shared/sticky.ts'
import { currencyBefore } from '#reading/figure-parts/units/currencies.ts'
import { rateAround } from '#reading/figure-parts/units/rates.ts'
import { readUnit, type UnitMatch } from '#reading/figure-parts/units/units.ts'
import { boundAround } from './english-bound.ts'
import { settleWord } from './english-currency-word.ts'
import { isCode, loneWord } from './english-lone.ts'
import { type EnglishNumber, readDigitNumber } from './english-number.ts'
import { ordinalSuffix, placeOf, readOrdinalWord } from './english-ordinal.ts'
import { partOfOne } from './english-part.ts'
import { settleScale } from './english-scale.ts'
import { ratioEnd, readShare } from './english-share.ts'
import { isOften } from './english-times.ts'
import { readNumberWords } from './english-words.ts'

const RATE_WORD =
  / (daily|weekly|monthly|yearly|annual) (?!active|unique|users|subscribers|readers|players|listeners)/y
const RATE_OPENS = new Set(['d', 'w', 'm', 'y', 'a'])
const RATE_OF_WORD: Record<string, string> = { daily: 'per_day', weekly: 'per_week', monthly: 'per_month' }
const FOLD = /-?fold(?![a-z])/y
/** A minus sign stands at the start, after a blank or an opening sign; elsewhere it is a hyphen or a dash. */
const NEGATIVE_AFTER = /^$|[\s(（:：,，、；;"'“‘=]|[\u3400-\u9fff]/
const POINT_AFTER = /^$|[\s$€£¥(]/
const A_HALF_MORE = /an? (?=[a-z]+ and a half(?![a-z]))/y
const MAGNITUDE = /an order of magnitude(?![a-z])/y
const AND_A_HALF = ' and a half'
const CENTURY = /^(?:eighteen|nineteen|twenty)$/
const TENS_FOLLOW = / (?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)/y
const NAMED_HALF = /(?<![a-z])(?:first|second|latter|other|last|top|bottom|better)[ -]$/
/** A six-figure sum and double digits tell a size, no value. */
const FIGURES_LONG = /(?:-(?:figures?|digits?)| figures)(?![a-z])/y
const WORD = /[a-z]+/y

const MAX_NAME = 24
/** GDP8499.41亿元: an index that Chinese texts set right before its value. */
const ACRONYM_BEFORE = /(?<![a-z])(?:gdp|cpi|ppi|pmi|eps|roe|gmv|arpu|lpr|ebitda|bmi|aqi)$/

/** Digits that belong to a name: Qwen3, GPT-4, #5. */
export function isAttached(plain: string, at: number): boolean {
  const before = plain.charCodeAt(at - 1)
  if (before !== 0x2d)
    return (
      (!ACRONYM_BEFORE.test(plain.slice(Math.max(0, at - 7), at)) && before >= 0x61 && before <= 0x7a) ||
      before === 0x5f ||
      before === 0x23 ||
      before === 0x5e
    )
  // 5-to-10 years: ratios are read before.
  if (plain.startsWith('-to-', at - 4) && !/[a-z]/.test(plain[at - 5] ?? '')) return false
  if (plain.startsWith('magnitude', at - 10)) return false
  // Qwen3-235B: the part before the hyphen is a name where it begins with a letter.
  let start = at - 1
  while (start > 0 && at - start < MAX_NAME && /[a-z0-9.]/.test(plain[start - 1] ?? '')) start -= 1
  return /[a-z]/.test(plain[start] ?? '') || /[a-z]/.test(plain[at - 2] ?? '')
}

/** A number in digits; always consumes the whole run of digits. */
export function readDigitFigure(page: Page, at: number): Reading {
  const { source, plain } = page
  const { end, number } = readDigitNumber(source, plain, at)
  if (!number) return { end, draft: null }
  const before = plain[at - 1] ?? ''
  if (before === '.' && POINT_AFTER.test(plain[at - 2] ?? '')) return pointed(page, at, end, number)
  const currency = currencyBefore(plain, at, page.language)
  const minus =
    before === ' ' &&
    plain.startsWith('minus ', at - 6) &&
    !/[a-z\d]/.test(plain[at - 7] ?? '') &&
    !plain.startsWith('plus or ', at - 14)
  const negative = minus || (before === '-' && NEGATIVE_AFTER.test(plain[at - 2] ?? ''))
  if (!currency && !negative) {
    if (isAttached(plain, at)) return { end, draft: null }
    if (/[:/]/.test(before) && /\d/.test(plain[at - 2] ?? '')) return { end, draft: null }
    const suffix = ordinalSuffix(plain, number.end)
    if (suffix?.century) return { end: suffix.end, draft: null }
    if (suffix) return ordinal(at, suffix.end, number.value, languageOf(page, at, suffix.end, false))
    const share = readShare(source, plain, number)
    if (share) return assemble(page, at, share, null, false)
    const ratio = ratioEnd(source, plain, number)
    if (ratio) return { end: ratio, draft: null }
  }
  if (currency && plain[currency.start - 1] === '-' && NEGATIVE_AFTER.test(plain[currency.start - 2] ?? ''))
    return assemble(
      page,
      at,
      { ...number, value: number.value.negated() },
      { ...currency, start: currency.start - 1 },
    )
  if (!currency && !number.value.atLeast(1n) && plain.startsWith(' of ', number.end))
    return assemble(page, at, partOfOne(source, plain, number), null)
  const signedNumber = negative ? { ...number, value: number.value.negated() } : number
  return assemble(page, negative ? at - (minus ? 6 : 1) : at, signedNumber, currency)
}

/** .5% and $.50: nothing stands before the point. */
function pointed(page: Page, at: number, runEnd: number, number: EnglishNumber): Reading {
  const value = number.value.over(new Rational(10n ** BigInt(runEnd - at)))
  return assemble(page, at - 1, { ...number, value }, currencyBefore(page.plain, at - 1, page.language))
}

/** A number in words, or an ordinal word; null draft where the word counts nothing. */
export function readWordFigure(page: Page, at: number): Reading {
  const { source, plain } = page
  const first = matchAt(WORD, plain, at)?.[0] ?? ''
  const place = placeOf(first)
  if (place) return readOrdinalWord(plain, at, first, place)
  if (first.endsWith('fold')) return foldFigure(page, at, first)
  if (first === 'an' && follows(MAGNITUDE, plain, at)) return magnitude(page, at)
  if (first === 'a' || first === 'an') {
    const more = readAndHalf(page, at)
    if (more) return more
  }
  const number = readNumberWords(source, plain, at)
  if (!number) return { end: at + first.length, draft: null }
  // The Big Four, Twenty20, a six-figure sum.
  const glued = isDigit(plain.charCodeAt(number.end))
  if (glued || plain.startsWith('big ', at - 4) || follows(FIGURES_LONG, plain, number.end))
    return { end: number.end, draft: null }
  const share = readShare(source, plain, number)
  if (share) return assemble(page, at, share, null, false)
  const ratio = ratioEnd(source, plain, number)
  if (ratio) return { end: ratio, draft: null }
  // Nineteen eighty-four and twenty twenty-five are years.
  if (follows(TENS_FOLLOW, plain, number.end) && CENTURY.test(plain.slice(at, number.end)))
    return { end: readNumberWords(source, plain, number.end + 1)?.end ?? number.end, draft: null }
  // The other half and the first half are parts already named, or periods.
  if (first === 'half' && NAMED_HALF.test(plain.slice(Math.max(0, at - 12), at)))
    return { end: number.end, draft: null }
  const read = assemble(page, at, number, currencyBefore(plain, at, page.language))
  // The first three quarters are a period, the last three quarters a span.
  const period =
    read.draft?.unit === 'quarters' && /(?<![a-z])first $/.test(plain.slice(Math.max(0, at - 6), at))
  return period ? { end: read.end, draft: null } : read
}

function assemble(
  page: Page,
  at: number,
  read: EnglishNumber,
  currency: { code: string; start: number } | null,
  counts = true,
): Reading {
  const { plain } = page
  const number = read.doubtfulScale ? settleScale(page, at, read, currency !== null) : read
  const start = currency ? currency.start : at
  // One in six people is a share of people, no sixth of a person.
  const named = counts ? unitAfter(page, number.end) : null
  const unit = named?.kind === 'money' ? settleWord(plain, start, number, named) : named
  if (!unit && !currency && !number.inWords && isCode(plain, at, number))
    return { end: number.end, draft: null }
  const lone = number.inWords && !currency ? loneWord(plain, at, number, unit?.unit ?? null) : 'counts'
  if (lone === 'word') return { end: number.end, draft: null }
  const own = currency && unit && unit.kind !== 'money' ? null : unit
  const end = own ? own.end : number.end
  return {
    end,
    draft: {
      start,
      end,
      value: own?.hundredths && !currency ? number.value.over(HUNDRED) : number.value,
      high: null,
      unit: currency ? currency.code : (own?.unit ?? null),
      kind: currency ? 'money' : (own?.kind ?? 'number'),
      bound: boundAround(plain, start, end, own?.kind === 'duration'),
      rate:
        own?.rate ??
        rateAround(plain, start, end, {
          counted: !currency && own?.kind !== 'duration',
          percent: own?.kind === 'percent',
        }),
      scaleWords: number.scaleWords,
      language: languageOf(page, start, end, number.inWords),
      factor: number.scaleWords ? scaleFactor(number.scaleWords) : 1n,
      signed: currency !== null,
      tentative: lone === 'range',
    },
  }
}

const HUNDRED = new Rational(100n)

/** Digits beside Chinese signs are in that language, whatever the rest of the text is in. */
function languageOf({ plain, language }: Page, start: number, end: number, inWords: boolean): string {
  if (isCjk(plain[end - 1]) || (isCjk(plain[start - 1]) && !inWords) || isCjk(plain[end]))
    return language === 'ja' ? 'ja' : 'zh'
  return language ?? 'en'
}

/** A year and a half, a mile and a half: the unit stands between. */
function readAndHalf(page: Page, at: number): Reading | null {
  const { plain } = page
  const opens = matchAt(A_HALF_MORE, plain, at)?.[0]
  const unit = opens ? readUnit(page, at + opens.length) : null
  if (!unit || !plain.startsWith(AND_A_HALF, unit.end)) return null
  const end = unit.end + AND_A_HALF.length
  const number = { end, value: Rational.of('1.5'), scaleWords: null, inWords: true, doubtfulScale: null }
  const read = assemble(page, at, number, null)
  return { end: read.end, draft: read.draft && { ...read.draft, unit: unit.unit, kind: unit.kind } }
}

function magnitude(page: Page, at: number): Reading {
  const end = MAGNITUDE.lastIndex
  const number = { end, value: ONE, scaleWords: null, inWords: false, doubtfulScale: null }
  const read = assemble(page, at, number, null, false)
  const counted = { unit: 'orders_of_magnitude', kind: 'magnitude' } as const
  return { end, draft: read.draft && { ...read.draft, ...counted, end } }
}

/** Tenfold, hundredfold: number and unit in one word. */
function foldFigure(page: Page, at: number, word: string): Reading {
  const stem = word.slice(0, -4)
  const number = readNumberWords(stem, /^(?:hundred|thousand)$/.test(stem) ? `a ${stem}` : stem, 0)
  const end = at + word.length
  if (!number) return { end, draft: null }
  const read = assemble(page, at, { ...number, end: end - 4, scaleWords: null }, null)
  return { end, draft: read.draft && { ...read.draft, end, unit: 'times', kind: 'multiple' } }
}

function unitAfter(page: Page, end: number): UnitMatch | null {
  const { plain } = page
  const opens = plain[end]
  if ((opens === '-' || opens === 'f') && follows(FOLD, plain, end))
    return { unit: 'times', kind: 'multiple', end: FOLD.lastIndex, rate: null }
  const rateWord =
    opens === ' ' && RATE_OPENS.has(plain[end + 1] ?? '') ? matchAt(RATE_WORD, plain, end) : null
  const unit = readUnit(page, rateWord ? RATE_WORD.lastIndex - 1 : end)
  if (unit?.unit === 'times' && plain.endsWith('times', unit.end) && isOften(plain, end, unit.end))
    return null
  if (!unit || !rateWord) return unit
  return { ...unit, rate: RATE_OF_WORD[rateWord[1] ?? ''] ?? 'per_year' }
}
