/** Reads one figure in digits or English words at a position: US$1.2bn, 140 trillion tokens, twenty days, 1,000-fold. */
import { boundAfter, boundBefore } from './bounds.ts'
import { currencyBefore } from './currencies.ts'
import { isDigit } from './digits.ts'
import type { Page, Reading } from './draft.ts'
import { type EnglishNumber, readDigitNumber, readNumberWords } from './english-number.ts'
import { isCjk } from './plain-width.ts'
import { rateAround } from './rates.ts'
import { Rational } from './rational.ts'
import { scaleFactor } from './scale.ts'
import { readUnit, type UnitMatch } from './units.ts'

const ORDINAL = /^(?:st|nd|rd|th)(?![a-z])/
const RATE_WORD = /^ (?:daily|weekly|monthly|yearly|annual)(?= )/
const FOLD = /^-?fold(?![a-z])/
/** "three times a week" counts occasions, it is no multiple. */
const OCCASIONS = /^ (?:a|an|per|each|every|in|during|this|last|since|before|over the)(?![a-z])/
const PEOPLE_OR_THINGS =
  /^ (?:people|users|tokens|tonnes|tons|barrels|homes|households|jobs|workers|students|customers|subscribers|visitors|passengers|votes|views|downloads|vehicles|cars|units|parameters|acres|hectares|shares|children|refugees|residents|litres|liters|gallons)(?![a-z])/
const WORD_ORDINAL = new Map(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'
    .split(' ')
    .map((word, index): [string, number] => [word, index + 1]),
)
/** The first half and the third quarter are periods; "the second" alone may be a span of time. */
const PERIOD_AFTER =
  /^ (?:half|halves|quarter|quarters|time|two|three|four|five|six|seven|eight|nine|ten|\d)(?![a-z])/

/** A minus sign stands at the start, after a blank or an opening sign; elsewhere it is a hyphen or a dash. */
const NEGATIVE_AFTER = /^$|[\s(（:：,，"'“‘=]|[\u3400-\u9fff]/
const SHARE =
  /(?: in | out of )(?=\d|one|two|three|four|five|six|seven|eight|nine|ten|twenty|a (?:hundred|thousand|million))/y
const NOT_SHARED =
  /^ (?:days?|weeks?|months?|years?|hours?|minutes?|seconds?|games?|matches|starts|attempts|quarters?|seasons?|percent|per cent|%)/
/** "One to two million": a lone one is a figure only as an end of a range. */
const RANGE_FOLLOWS = /^ (?:and|to|or) (?:two|three|four|five|six|ten|\d)/
const A_BEFORE = /(?<![a-z])an? $/
const LONGER_THAN =
  /(?:for|took|takes|take|lasted|lasts|spent|after|was|is|are|of|well|just|wait|waited|aged|by) over $/
const A_HALF_MORE = /an? (year|month|day|week|hour|minute|decade|century) and a half(?![a-z])/y
const NO_ORDINAL = /^ (?:century|centuries|century's)(?![a-z])/
const CENTURY = /^(?:eighteen|nineteen|twenty)$/
const TENS_FOLLOW = /^ (?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)/
const NAMED_HALF = /(?<![a-z])(?:first|second|latter|other|last|top|bottom|better)[ -]$/

const MAX_NAME = 24

/** Digits that belong to a name: Qwen3, GPT-4, #5. */
export function isAttached(plain: string, at: number): boolean {
  const before = plain[at - 1] ?? ''
  if (before !== '-') return /[a-z_#^]/.test(before)
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
  const currency = currencyBefore(plain, at, page.language)
  const before = plain[at - 1] ?? ''
  const minus = before === ' ' && plain.startsWith('minus ', at - 6) && !/[a-z\d]/.test(plain[at - 7] ?? '')
  const negative = minus || (before === '-' && NEGATIVE_AFTER.test(plain[at - 2] ?? ''))
  if (!currency && !negative) {
    if (isAttached(plain, at)) return { end, draft: null }
    if (/[:/]/.test(before) && /\d/.test(plain[at - 2] ?? '')) return { end, draft: null }
  }
  const ordinal = ORDINAL.exec(plain.slice(number.end, number.end + 3))
  if (ordinal && NO_ORDINAL.test(plain.slice(number.end + 2, number.end + 12)))
    return { end: number.end + 2, draft: null }
  if (ordinal) return ordinalFigure(page, at, number.end + ordinal[0].length, number.value)
  const share = currency || negative ? null : readShare(page, at, number)
  if (share) return share
  if (currency && plain[currency.start - 1] === '-' && NEGATIVE_AFTER.test(plain[currency.start - 2] ?? ''))
    return assemble(
      page,
      at,
      { ...number, value: number.value.negated() },
      { ...currency, start: currency.start - 1 },
    )
  const signedNumber = negative ? { ...number, value: number.value.negated() } : number
  return assemble(page, negative ? at - (minus ? 6 : 1) : at, signedNumber, currency)
}

/** A number in words, or an ordinal word after "the"; null draft where the word counts nothing. */
export function readWordFigure(page: Page, at: number): Reading {
  const { source, plain } = page
  const word = /[a-z]+/y
  word.lastIndex = at
  const first = word.exec(plain)?.[0] ?? ''
  const place = WORD_ORDINAL.get(first)
  if (place) {
    const end = at + first.length
    const meant = /(?<![a-z])(?:the|its|their|his|her|our)(?: very)? $/.test(
      plain.slice(Math.max(0, at - 12), at),
    )
    if (
      !meant ||
      PERIOD_AFTER.test(plain.slice(end, end + 10)) ||
      (place === 2 && !/^ (?!(?:it|he|she|they|we|you|i|that)(?![a-z]))[a-z]/.test(plain.slice(end, end + 6)))
    )
      return { end, draft: null }
    return ordinalFigure(page, at, end, new Rational(BigInt(place)))
  }
  if (first.endsWith('fold')) return foldFigure(page, at, first)
  A_HALF_MORE.lastIndex = at
  const more = first === 'a' || first === 'an' ? A_HALF_MORE.exec(plain) : null
  if (more) return yearAndHalf(page, at, more)
  const number = readNumberWords(source, plain, at)
  if (!number) return { end: at + first.length, draft: null }
  if (plain.startsWith('big ', at - 4)) return { end: number.end, draft: null }
  const share = readShare(page, at, number)
  if (share) return share
  // Nineteen eighty-four and twenty twenty-five are years.
  const tensFollow = TENS_FOLLOW.test(plain.slice(number.end, number.end + 9))
  if (tensFollow && CENTURY.test(plain.slice(at, number.end)))
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
): Reading {
  const { plain } = page
  let number = read
  const doubtful = read.doubtfulScale
  if (
    doubtful &&
    (currency ||
      PEOPLE_OR_THINGS.test(plain.slice(doubtful.end, doubtful.end + 16)) ||
      money(page, doubtful.end))
  )
    number = { ...read, end: doubtful.end, value: doubtful.value, scaleWords: doubtful.scaleWords }
  const start = currency ? currency.start : at
  const unit = unitAfter(page, number.end)
  if (!unit && !currency && !number.inWords && isCode(plain, at, number))
    return { end: number.end, draft: null }
  const lone = number.inWords && !currency && isLoneWord(plain, at, number, unit)
  if (lone && !(number.value.is(1n) && RANGE_FOLLOWS.test(plain.slice(number.end, number.end + 10))))
    return { end: number.end, draft: null }
  const own = currency && unit && unit.kind !== 'money' ? null : unit
  const end = own ? own.end : number.end
  const said = boundBefore(plain, start) ?? boundAfter(plain, end) ?? 'exact'
  // "Buy back shares over 24 months" is within that time; "it took over 24 months" is longer.
  const during = said === 'gt' && own?.kind === 'duration' && plain.startsWith('over ', start - 5)
  const bound = during && !LONGER_THAN.test(plain.slice(Math.max(0, start - 16), start)) ? 'exact' : said
  return {
    end,
    draft: {
      start,
      end,
      value: number.value,
      high: null,
      unit: currency ? currency.code : (own?.unit ?? null),
      kind: currency ? 'money' : (own?.kind ?? 'number'),
      bound,
      rate: own?.rate ?? rateAround(plain, start, end, !currency && own?.kind !== 'duration'),
      scaleWords: number.scaleWords,
      language: languageOf(page, start, end, number.inWords),
      factor: number.scaleWords ? scaleFactor(number.scaleWords) : 1n,
      signed: currency !== null,
      tentative: lone,
    },
  }
}

/** 5G and 3D are names, 3:2 and 4/7 scores and marks, a 10-K is a form, "a 502" is a code. */
function isCode(plain: string, at: number, number: EnglishNumber): boolean {
  const next = plain.charCodeAt(number.end)
  if (next >= 0x61 && next <= 0x7a) return true
  const sign = plain[number.end]
  if (sign === '_' || sign === '@') return true
  if ((sign === ':' || sign === '/') && isDigit(plain.charCodeAt(number.end + 1))) return true
  if (sign === '-') return /^-[a-z](?![a-z])/.test(plain.slice(number.end, number.end + 3))
  return !number.scaleWords && plain[at - 1] === ' ' && A_BEFORE.test(plain.slice(Math.max(0, at - 4), at))
}

/** One and zero are words as often as numbers: they count with a unit, zero also with things in the plural. */
function isLoneWord(plain: string, at: number, number: EnglishNumber, unit: UnitMatch | null): boolean {
  if (number.scaleWords || number.value.atLeast(2n) || !number.value.isWhole()) return false
  if (unit && !(unit.unit === 'days' && number.value.is(1n)) && !plain.startsWith(' of the', number.end))
    return false
  const things = /^ [a-z]+s(?![a-z])/.test(plain.slice(number.end, number.end + 24))
  return !(number.value.is(0n) && things && !plain.startsWith('net ', at - 4))
}

/** Digits beside Chinese signs are in that language, whatever the rest of the text is in. */
function languageOf({ plain, language }: Page, start: number, end: number, inWords: boolean): string {
  if (isCjk(plain[end - 1]) || (isCjk(plain[start - 1]) && !inWords) || isCjk(plain[end]))
    return language === 'ja' ? 'ja' : 'zh'
  return language ?? 'en'
}

/** One in five, 9 out of 10: a share, where the second number is a round one and no span of time follows. */
function readShare(page: Page, at: number, upper: EnglishNumber): Reading | null {
  const { plain, source } = page
  if (plain[upper.end] !== ' ' || !upper.value.isWhole() || upper.scaleWords) return null
  SHARE.lastIndex = upper.end
  const words = SHARE.exec(plain)?.[0]
  if (!words) return null
  const from = upper.end + words.length
  const lower = isDigit(plain.charCodeAt(from))
    ? readDigitNumber(source, plain, from).number
    : readNumberWords(source, plain, from)
  if (!lower?.value.isWhole() || !upper.value.below(lower.value)) return null
  const round = !lower.value.atLeast(11n) || lower.value.top % 10n === 0n
  const year = lower.value.atLeast(1500n) && !lower.value.atLeast(2100n) && !lower.inWords
  if (!round || year || NOT_SHARED.test(plain.slice(lower.end, lower.end + 10))) return null
  return assemble(
    page,
    at,
    { ...upper, end: lower.end, value: upper.value.over(lower.value), inWords: true },
    null,
  )
}

function yearAndHalf(page: Page, at: number, match: RegExpExecArray): Reading {
  const unit = match[1] === 'century' ? 'centuries' : `${match[1]}s`
  const number = {
    end: at + match[0].length,
    value: Rational.of('1.5'),
    scaleWords: null,
    inWords: true,
    doubtfulScale: null,
  }
  const read = assemble(page, at, number, null)
  return { end: read.end, draft: read.draft && { ...read.draft, unit, kind: 'duration' } }
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
  if (opens === '-' || opens === 'f') {
    const fold = FOLD.exec(plain.slice(end, end + 6))
    if (fold) return { unit: 'times', kind: 'multiple', end: end + fold[0].length, rate: null }
  }
  const rateWord = opens === ' ' ? RATE_WORD.exec(plain.slice(end, end + 10)) : null
  const unit = readUnit(page, rateWord ? end + rateWord[0].length : end)
  if (
    unit?.unit === 'times' &&
    plain.endsWith('times', unit.end) &&
    OCCASIONS.test(plain.slice(unit.end, unit.end + 12))
  )
    return null
  if (!unit || !rateWord) return unit
  const rates: Record<string, string> = { daily: 'per_day', weekly: 'per_week', monthly: 'per_month' }
  return { ...unit, rate: rates[rateWord[0].trim()] ?? 'per_year' }
}

function money(page: Page, end: number): boolean {
  return readUnit(page, end)?.kind === 'money'
}

function ordinalFigure(page: Page, start: number, end: number, value: Rational): Reading {
  return {
    end,
    draft: {
      start,
      end,
      value,
      high: null,
      unit: null,
      kind: 'ordinal',
      bound: 'exact',
      rate: null,
      scaleWords: null,
      language: languageOf(page, start, end, false),
      factor: 1n,
      signed: false,
      tentative: false,
    },
  }
}
