/** Reads one figure in German, French or Spanish at a position: 1,2 Mrd. Euro, 3,5 milliards d'euros, mil millones. */
import type { Bound } from '#reading/figure.ts'
import { isAttached } from '#reading/figure-parts/english/english-figure.ts'
import { isDigit } from '#reading/figure-parts/numbers/digits.ts'
import { Rational } from '#reading/figure-parts/numbers/rational.ts'
import type { Page, Reading } from '#reading/figure-parts/shared/draft.ts'
import { currencyBefore } from '#reading/figure-parts/units/currencies.ts'
import { boundOf, rateOf } from './european-around.ts'
import { nameEnd, readEuropeanDigits } from './european-digits.ts'
import { scaled, unitAfter } from './european-unit.ts'
import { type EuropeanNumber, halfMore, isLetter, readWordNumber, wordEnd } from './european-words.ts'
import { FRENCH } from './french.ts'
import { GERMAN } from './german.ts'
import { type Grammar, type GrammarUnit, TIMES } from './grammar.ts'
import { SPANISH } from './spanish.ts'

const GRAMMARS = new Map([GERMAN, FRENCH, SPANISH].map((grammar) => [grammar.language as string, grammar]))
/** One is a figure at the low end of a range only: un à deux millions. */
const RANGE_FOLLOWS = /^ (?:bis|oder|à|ou|a|o) /

const DEGREES = /celsius|degrees/
/** What may be below zero: "minus" before anything else belongs to "at least" or "less". */
const SIGNED = /celsius|degrees|percent|^[A-Z]{3}$/

/** Limits of time as often as of number: bis 2030, desde 2019. */
const BEFORE_YEARS = new Set(['bis', 'ab', 'desde', 'hasta', 'dès', 'partir', 'à', "jusqu'à", 'jusqu’à', 'a'])

/** Undefined for languages whose figures other rules read. */
export function grammarOf(language: string | undefined): Grammar | undefined {
  return language ? GRAMMARS.get(language) : undefined
}

/** Always consumes at least one sign; `draft` is null where the words are no figure. */
export function readEuropeanFigure(page: Page, at: number, grammar: Grammar): Reading {
  const { plain } = page
  if (!isDigit(plain.charCodeAt(at))) {
    const number = readWordNumber(page, at, grammar)
    if (!number) return { end: Math.max(at + 1, wordEnd(plain, at)), draft: null }
    return number.unit || number.ordinal
      ? finished(page, grammar, at, number)
      : counted(page, grammar, at, number)
  }
  const number = readEuropeanDigits(page, at, grammar)
  if ('skip' in number) return { end: number.skip, draft: null }
  if (isAttached(plain, at)) return { end: number.end, draft: null }
  const ending = number.value.isWhole()
    ? grammar.ordinalEnding.exec(plain.slice(number.end, number.end + 6))
    : null
  if (ending && isPlace(page, at, number.end, grammar, ending[0])) {
    const end = number.end + ending[0].length
    if (grammar.notOrdinal.has(plain.slice(end + 1, wordEnd(plain, end + 1)))) return { end, draft: null }
    return finished(page, grammar, at, { ...number, end, ordinal: true })
  }
  return counted(page, grammar, at, scaled(page, grammar, number))
}

/** "Am 3. Platz" and "3. place" are ordinals; "waren es 300. Die" ends a sentence. */
function isPlace(
  { plain, source }: Page,
  at: number,
  end: number,
  grammar: Grammar,
  ending: string,
): boolean {
  if (ending !== '.') return true
  const next = source[end + 2] ?? ''
  return (
    next === plain[end + 2] ||
    grammar.determiners.has(plain.slice(plain.lastIndexOf(' ', at - 2) + 1, at - 1))
  )
}

/** A number with what follows it; null draft where it names or dates something. */
function counted(page: Page, grammar: Grammar, at: number, number: EuropeanNumber): Reading {
  const { plain } = page
  const found = unitAfter(page, grammar, number)
  const currency = found || number.inWords ? null : currencyBefore(plain, at, grammar.language)
  let end = found?.end ?? number.end
  const half = found?.kind === 'duration' ? halfMore(plain, end, grammar) : null
  const tentative = number.lone && !half && (!found || !number.value.below(new Rational(1n)))
  if (tentative && !(number.value.is(1n) && RANGE_FOLLOWS.test(plain.slice(end, end + 6))))
    return { end: number.end, draft: null }
  const limit = boundOf(page, grammar, currency?.start ?? at, end)
  if (!found && !currency && !number.inWords && !number.scaleWords) {
    if (isLetter(plain.charCodeAt(number.end)) || isPointDecimal(plain, at, number.end))
      return { end: number.end, draft: null }
    const named = nameEnd(page, at, number.end, grammar, limit !== null && !BEFORE_YEARS.has(limit.word))
    if (named) return { end: named, draft: null }
  }
  if (half) end = half.end
  const times = !found && !currency && grammar.multiplied.test(plain.slice(Math.max(0, at - 18), at))
  return draftOf(
    page,
    grammar,
    at,
    { ...number, value: half ? number.value.plus(half.value) : number.value },
    {
      end,
      unit: currency ? { unit: currency.code, kind: 'money' } : times ? TIMES : found,
      start: currency?.start ?? at,
      bound: limit?.bound ?? (number.about ? 'approx' : null),
      tentative,
    },
  )
}

/** 49.3 without a unit is a number of a list, not a decimal of these languages. */
function isPointDecimal(plain: string, at: number, end: number): boolean {
  return /^\d+\.\d{1,2}$/.test(plain.slice(at, end))
}

/** Ordinals and words that name their unit themselves. */
function finished(page: Page, grammar: Grammar, at: number, number: EuropeanNumber): Reading {
  const { plain } = page
  const occasional = number.unit === TIMES && plain.endsWith('mal', number.end)
  if (occasional && grammar.occasions.test(plain.slice(number.end, number.end + 16)))
    return { end: number.end, draft: null }
  return draftOf(page, grammar, at, number, {
    end: number.end,
    unit: number.unit,
    start: at,
    bound: number.ordinal ? null : (boundOf(page, grammar, at, number.end)?.bound ?? null),
    tentative: false,
  })
}

type Parts = { start: number; end: number; unit: GrammarUnit | null; bound: Bound | null; tentative: boolean }

function draftOf(page: Page, grammar: Grammar, at: number, number: EuropeanNumber, parts: Parts): Reading {
  const { plain } = page
  const { unit } = parts
  let { start, end } = parts
  const hyphen = plain[at - 1] === '-' && /^$|[\s(]/.test(plain[at - 2] ?? '')
  const minus = !hyphen && grammar.minus.exec(plain.slice(Math.max(0, at - 12), at))?.[1]
  if (start === at && hyphen) start = at - 1
  else if (start === at && minus && (!unit || SIGNED.test(unit.unit))) start = at - minus.length
  const below =
    unit && DEGREES.test(unit.unit) ? grammar.belowZero.find((one) => plain.startsWith(one, end)) : undefined
  if (below) end += below.length
  const negative = start !== parts.start || below !== undefined
  return {
    end,
    draft: {
      start,
      end,
      value: negative ? number.value.negated() : number.value,
      high: null,
      unit: unit?.unit ?? null,
      kind: number.ordinal ? 'ordinal' : (unit?.kind ?? 'number'),
      bound: parts.bound ?? 'exact',
      rate: number.ordinal ? null : (unit?.rate ?? rateOf(grammar, plain, start, end, unit)),
      scaleWords: number.scaleWords,
      language: grammar.language,
      factor: number.factor,
      signed: parts.start !== at,
      tentative: parts.tentative,
    },
  }
}
