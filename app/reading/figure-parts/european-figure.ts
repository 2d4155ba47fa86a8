/** Reads one figure in German, French or Spanish at a position: 1,2 Mrd. Euro, 3,5 milliards d'euros, mil millones. */
import type { Bound } from '#reading/figure.ts'
import { boundBefore } from './bounds.ts'
import { currencyBefore } from './currencies.ts'
import type { Page, Reading } from './draft.ts'
import { isAttached } from './english-figure.ts'
import { FRENCH } from './french.ts'
import { GERMAN } from './german.ts'
import type { Grammar } from './grammar.ts'
import { clauseStart } from './rates.ts'
import { ONE, Rational } from './rational.ts'
import { SPANISH } from './spanish.ts'

type EuropeanNumber = {
  end: number
  value: Rational
  factor: bigint
  scaleWords: string | null
  inWords: boolean
}

const GRAMMARS = new Map([GERMAN, FRENCH, SPANISH].map((grammar) => [grammar.language as string, grammar]))
/** Longer numbers are identifiers or noise. */
const MAX_NUMBER = 64
const LOOK_BACK = 30
const RUN = /\d[\d.,]*/y
const POINTS = /\d{1,3}(?:[. ]\d{3})+(?:,\d+)?(?![\d.,]*\d)|\d+(?:,\d+)?(?![.,]?\d)/y
const SPACES = /\d{1,3}(?: \d{3})+(?:[,.]\d+)?(?![\d.,]*\d)|\d+(?:[,.]\d+)?(?![.,]?\d)/y
const WORD = /[a-zà-ÿ]+(?:-[a-zà-ÿ]+)*/y
const WORDS = /[^\s\d,;:!?()]+(?: [^\s\d,;:!?()]+){0,2}/y
/** 1 is an article and 9 in French also means new: these count only before a scale word. */
const AMBIGUOUS = new Set(['neuf'])
const THOUSANDS = new Set(['mil', 'mille', 'tausend'])

/** Undefined for languages whose figures other rules read. */
export function grammarOf(language: string | undefined): Grammar | undefined {
  return language ? GRAMMARS.get(language) : undefined
}

/** Always consumes at least one sign; `draft` is null where the words are no figure. */
export function readEuropeanFigure(page: Page, at: number, grammar: Grammar): Reading {
  const { plain } = page
  const digits = /\d/.test(plain[at] ?? '')
  const number = digits ? readDigits(page, at, grammar) : readWords(page, at, grammar)
  if ('skip' in number) return { end: number.skip, draft: null }
  if (digits && isAttached(plain, at)) return { end: number.end, draft: null }
  const ordinal = digits ? grammar.ordinal.exec(plain.slice(number.end, number.end + 6)) : null
  if (ordinal && !number.scaleWords && number.value.isWhole())
    return assemble(page, grammar, at, { ...number, end: number.end + ordinal[0].length }, true)
  return assemble(page, grammar, at, number, false)
}

function readDigits(page: Page, at: number, grammar: Grammar): EuropeanNumber | { skip: number } {
  const part = page.plain.slice(at, at + MAX_NUMBER)
  RUN.lastIndex = at
  const skip = at + (RUN.exec(page.plain)?.[0].replace(/[.,]+$/, '').length ?? 1)
  const rule = grammar.group === '.' ? POINTS : SPACES
  rule.lastIndex = 0
  const printed = rule.exec(part)?.[0]
  if (!printed || printed.length === MAX_NUMBER || /^0\d/.test(printed)) return { skip }
  const grouped = grammar.group === '.' ? /[. ]/g : / /g
  const value = Rational.of(printed.replace(grouped, '').replace(',', '.'))
  return scaled(page, grammar, {
    end: at + printed.length,
    value,
    factor: 1n,
    scaleWords: null,
    inWords: false,
  })
}

function readWords(page: Page, at: number, grammar: Grammar): EuropeanNumber | { skip: number } {
  const { plain } = page
  WORD.lastIndex = at
  const first = WORD.exec(plain)?.[0] ?? plain[at] ?? ''
  const skip = at + Math.max(1, first.length)
  if (THOUSANDS.has(first)) {
    const number = scaled(page, grammar, { end: at, value: ONE, factor: 1n, scaleWords: null, inWords: true })
    return number.factor > 1000n || unitAfter(page, grammar, number) ? number : { skip }
  }
  let words = phraseAt(plain, at)
  for (; words; words = words.slice(0, Math.max(0, words.lastIndexOf(' ')))) {
    const end = at + words.length
    const fraction = grammar.fractions.get(words)
    if (fraction)
      return { end, value: new Rational(...fraction), factor: 1n, scaleWords: null, inWords: true }
    const known = grammar.numbers.get(words)
    if (known === undefined) continue
    const value = new Rational(BigInt(known))
    const number = scaled(page, grammar, { end, value, factor: 1n, scaleWords: null, inWords: true })
    const meant = number.scaleWords !== null || (known > 1 && !AMBIGUOUS.has(words))
    return meant ? number : { skip: end }
  }
  return { skip }
}

function phraseAt(plain: string, at: number): string {
  WORDS.lastIndex = at
  return (WORDS.exec(plain)?.[0] ?? '').replace(/\.+$/, '')
}

function scaled(page: Page, grammar: Grammar, number: EuropeanNumber): EuropeanNumber {
  const { plain, source } = page
  let { end, factor } = number
  const words: string[] = []
  for (let count = 0; count < 3; count += 1) {
    const from = end + (plain[end] === ' ' ? 1 : 0)
    WORD.lastIndex = from
    const word = WORD.exec(plain)?.[0] ?? ''
    const short = plain[from + word.length] === '.' ? grammar.scales.get(`${word}.`) : undefined
    const one = short ?? grammar.scales.get(word)
    // One letter is a scale right after the digits only: 5M, not "5 m".
    if (!one || (word.length === 1 && (from !== end || source[from] !== word.toUpperCase()))) break
    factor *= one
    end = from + word.length + (short ? 1 : 0)
    words.push(source.slice(from, end))
  }
  return { ...number, end, factor, value: number.value.times(factor), scaleWords: words.join(' ') || null }
}

function unitAfter(page: Page, grammar: Grammar, number: EuropeanNumber) {
  const { plain } = page
  const link =
    number.scaleWords && grammar.link
      ? (grammar.link.exec(plain.slice(number.end, number.end + 4))?.[0] ?? '')
      : ''
  const sign = plain[number.end]
  const from = number.end + (link ? link.length : sign === ' ' || sign === '-' ? 1 : 0)
  for (
    let words = phraseAt(plain, from);
    words;
    words = words.slice(0, Math.max(0, words.lastIndexOf(' ')))
  ) {
    const own = page.ownUnits?.get(words)
    if (own) return { unit: own, kind: 'number' as const, end: from + words.length }
    const unit = grammar.units.get(words)
    if (unit) return { ...unit, end: from + words.length }
  }
  return null
}

function assemble(
  page: Page,
  grammar: Grammar,
  at: number,
  number: EuropeanNumber,
  ordinal: boolean,
): Reading {
  const { plain } = page
  const unit = ordinal ? null : unitAfter(page, grammar, number)
  const currency = ordinal || unit ? null : currencyBefore(plain, at, grammar.language)
  if (!unit && !currency && !ordinal && /[a-zà-ÿ]/.test(plain[number.end] ?? ''))
    return { end: number.end, draft: null }
  const negative = plain[at - 1] === '-' && /^$|[\s(]/.test(plain[at - 2] ?? '')
  const start = currency ? currency.start : negative ? at - 1 : at
  const end = unit ? unit.end : number.end
  return {
    end,
    draft: {
      start,
      end,
      value: negative ? number.value.negated() : number.value,
      high: null,
      unit: currency ? currency.code : (unit?.unit ?? null),
      kind: ordinal ? 'ordinal' : currency ? 'money' : (unit?.kind ?? 'number'),
      bound: before(grammar, plain, start) ?? after(grammar, plain, end) ?? 'exact',
      rate: ordinal ? null : rateOf(grammar, plain, start, end),
      scaleWords: number.scaleWords,
      language: grammar.language,
      factor: number.factor,
      signed: currency !== null,
      tentative: false,
    },
  }
}

function before(grammar: Grammar, plain: string, start: number): Bound | null {
  const tail = plain.slice(Math.max(0, start - LOOK_BACK), start).trimEnd()
  if (/[<>≤≥~≈±]$/.test(tail)) return boundBefore(plain, start)
  const words = tail.split(' ').slice(-4)
  for (; words.length > 0; words.shift()) {
    const bound = grammar.before.get(words.join(' '))
    if (bound) return bound
  }
  return null
}

function after(grammar: Grammar, plain: string, end: number): Bound | null {
  if (plain[end] !== ' ') return null
  const words = plain.slice(end, end + 20)
  return grammar.after.find(([rule]) => rule.test(words))?.[1] ?? null
}

function rateOf(grammar: Grammar, plain: string, start: number, end: number): string | null {
  const follows = plain[end] === ' ' ? plain.slice(end, end + 24) : ''
  const found = follows && grammar.rates.find(([rule]) => rule.test(follows))
  if (found) return found[1]
  const clause = plain.slice(clauseStart(plain, start), start)
  return clause.length > 3 ? (grammar.ratesBefore.find(([rule]) => rule.test(clause))?.[1] ?? null) : null
}
