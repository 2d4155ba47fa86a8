/** Reads one figure in digits or English words at a position: US$1.2bn, 140 trillion tokens, twenty days, 1,000-fold. */
import { boundAfter, boundBefore } from './bounds.ts'
import { currencyBefore } from './currencies.ts'
import type { Page, Reading } from './draft.ts'
import { type EnglishNumber, readDigitNumber, readNumberWords } from './english-number.ts'
import { Exact } from './exact.ts'
import { isCjk } from './plain-width.ts'
import { rateAround } from './rates.ts'
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

const CENTURY = /^(?:eighteen|nineteen|twenty)$/
const TENS_FOLLOW = /^ (?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)/
const NAMED_HALF = /(?<![a-z])(?:first|second|latter|other|last|top|bottom|better)[ -]$/

/** Digits that belong to a name: Qwen3, GPT-4, #5. */
export function isAttached(plain: string, at: number): boolean {
  const before = plain[at - 1] ?? ''
  return /[a-z_#^]/.test(before) || (before === '-' && /[a-z]/.test(plain[at - 2] ?? ''))
}

/** A number in digits; always consumes the whole run of digits. */
export function readDigitFigure(page: Page, at: number): Reading {
  const { source, plain } = page
  const { end, number } = readDigitNumber(source, plain, at)
  if (!number) return { end, draft: null }
  const currency = currencyBefore(plain, at, page.language)
  const before = plain[at - 1] ?? ''
  const negative = before === '-' && /^$|[\s(（:：,，]|[^\w\s.)-]/.test(plain[at - 2] ?? '')
  if (!currency && !negative) {
    if (isAttached(plain, at)) return { end, draft: null }
    if (/[:/]/.test(before) && /\d/.test(plain[at - 2] ?? '')) return { end, draft: null }
  }
  const ordinal = ORDINAL.exec(plain.slice(number.end, number.end + 3))
  if (ordinal) return ordinalFigure(page, at, number.end + ordinal[0].length, number.value)
  const signedNumber = negative ? { ...number, value: number.value.neg() } : number
  return assemble(page, negative ? at - 1 : at, signedNumber, currency)
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
      (place === 2 && !/^ [a-z]/.test(plain.slice(end, end + 2)))
    )
      return { end, draft: null }
    return ordinalFigure(page, at, end, new Exact(place))
  }
  if (first.endsWith('fold')) return foldFigure(page, at, first)
  const number = readNumberWords(source, plain, at)
  if (!number) return { end: at + first.length, draft: null }
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
  const follows = plain.slice(number.end, number.end + 2)
  if (!unit && !currency && !number.inWords) {
    // 5G and 3D are names, 3:2 and 4/7 scores and marks, "a 502" is a code.
    const code = /(?<![a-z])an? $/.test(plain.slice(Math.max(0, at - 4), at)) && follows[0] !== '-'
    if (code && !number.scaleWords) return { end: number.end, draft: null }
    if (
      /^[a-z]/.test(follows) ||
      /^[:/]\d/.test(follows) ||
      (/^-\d/.test(follows) === false && /^[_@]/.test(follows))
    )
      return { end: number.end, draft: null }
  }
  if (number.inWords && number.value.lte(1) && !number.scaleWords && !currency) {
    const fraction = !number.value.isInteger()
    if (
      !fraction &&
      (!unit || /^ of the/.test(plain.slice(number.end)) || (unit.unit === 'days' && number.value.eq(1)))
    )
      return { end: number.end, draft: null }
  }
  const own = currency && unit && unit.kind !== 'money' ? null : unit
  const end = own ? own.end : number.end
  const bound = boundBefore(plain, start) ?? boundAfter(plain, end) ?? 'exact'
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
      rate: own?.rate ?? rateAround(plain, start, end),
      scaleWords: number.scaleWords,
      chinese: isCjk(plain[end - 1]) || (isCjk(plain[start - 1]) && !number.inWords) || isCjk(plain[end]),
      factor: number.scaleWords ? scaleFactor(number.scaleWords) : new Exact(1),
      signed: currency !== null,
      tentative: false,
    },
  }
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
  const { source, plain } = page
  const rest = plain.slice(end, end + 24)
  const fold = FOLD.exec(rest)
  if (fold) return { unit: 'times', kind: 'multiple', end: end + fold[0].length, rate: null }
  const rateWord = RATE_WORD.exec(rest)
  const unit = readUnit(source, plain, rateWord ? end + rateWord[0].length : end)
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
  return readUnit(page.source, page.plain, end)?.kind === 'money'
}

function ordinalFigure(page: Page, start: number, end: number, value: Exact): Reading {
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
      chinese: isCjk(page.plain[end]),
      factor: new Exact(1),
      signed: false,
      tentative: false,
    },
  }
}
