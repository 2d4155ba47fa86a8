/** What stands after a German, French or Spanish number: scale words after digits, and the unit. */

import { Rational } from '#reading/figure-parts/numbers/rational.ts'
import type { Page } from '#reading/figure-parts/shared/draft.ts'
import { type EuropeanNumber, halfMore, isLetter, wordEnd } from './european-words.ts'
import type { Grammar, GrammarUnit } from './grammar.ts'

/** Scale words after digits: 3,5 Mrd., 4 mil millones, 350 M€, and what a lower one adds: 1 millón 200 mil. */
export function scaled(page: Page, grammar: Grammar, number: EuropeanNumber): EuropeanNumber {
  const { plain, source } = page
  let { end } = number
  let factor = 1n
  const from = end
  for (let count = 0; count < 3; count += 1) {
    const sign = plain[end]
    const start = end + (sign === ' ' || sign === '-' ? 1 : 0)
    const stop = wordEnd(plain, start)
    const word = plain.slice(start, stop)
    const short = plain[stop] === '.' ? grammar.scales.get(`${word}.`) : undefined
    const one = short ?? grammar.scales.get(word)
    if (!one) break
    // One letter is a scale before a currency sign, or as a capital right after the digits: 350 M€, 5M, not "5 m".
    const money = /[€$£]/.test(plain[stop] ?? '')
    if (word.length === 1 && !money && (start !== end || source[start] === word)) break
    factor *= one
    end = stop + (short ? 1 : 0)
  }
  if (end === from) return number
  const value = number.value.times(factor)
  const words = source.slice(from, end).trim()
  const half = halfMore(plain, end, grammar)
  if (half)
    return {
      ...number,
      end: half.end,
      factor,
      value: value.plus(half.value.times(factor)),
      scaleWords: words,
    }
  const rest = factor > 1000n ? THOUSANDS_MORE.exec(plain.slice(end, end + 10)) : null
  if (rest && grammar.language === 'es')
    return {
      ...number,
      end: end + rest[0].length,
      factor,
      value: value.plus(new Rational(BigInt(rest[1] ?? 0) * 1000n)),
      scaleWords: words,
    }
  return { ...number, end, factor, value, scaleWords: words }
}

const THOUSANDS_MORE = /^ (\d{1,3}) mil(?![a-zß-ÿ])/

type FoundUnit = GrammarUnit & { end: number }

export function unitAfter(page: Page, grammar: Grammar, number: EuropeanNumber): FoundUnit | null {
  const { plain } = page
  const suffix = grammar.suffix?.(plain.slice(number.end, number.end + 16))
  if (suffix?.unit) return { ...suffix.unit, end: number.end + suffix.length }
  const linked = number.scaleWords !== null || number.about || number.inWords
  const link = linked ? grammar.link.find((one) => plain.startsWith(one, number.end)) : undefined
  const sign = plain[number.end]
  const from = number.end + (link ? link.length : sign === ' ' || sign === '-' ? 1 : 0)
  const points = sign === ' ' && grammar.points.size > 0 ? pointsAfter(plain, grammar, number) : null
  if (points) return points
  const found = unitAt(page, grammar, from, sign === ' ' || link !== undefined)
  if (found?.kind !== 'multiple') return found
  return grammar.occasions.test(plain.slice(found.end, found.end + 16)) ? null : found
}

/** The longest of up to three words that is a unit; letters standing alone (m, t, g) count in the case they are written in. */
function unitAt(page: Page, grammar: Grammar, from: number, spaced: boolean): FoundUnit | null {
  const { plain } = page
  let stop = from
  const ends: number[] = []
  for (let words = 0; words < 3; words += 1) {
    const start = words === 0 ? from : stop + 1
    if (words > 0 && plain[stop] !== ' ') break
    let end = start
    while (end - start < 40 && isUnitSign(plain, end)) end += 1
    if (end === start) break
    stop = end
    ends.push(end)
  }
  for (let end = ends.pop(); end !== undefined; end = ends.pop()) {
    const unit =
      unitNamed(page, grammar, from, end, spaced) ??
      (plain[end - 1] === '.' ? unitNamed(page, grammar, from, end - 1, spaced) : null)
    if (unit) return unit
    if (ends.length > 0) continue
    for (let cut = shorter(page.plain, from, end); cut > from; cut = shorter(page.plain, from, cut)) {
      const found = unitNamed(page, grammar, from, cut, spaced)
      if (found) return found
    }
  }
  return null
}

function unitNamed(
  { plain, source, ownUnits }: Page,
  grammar: Grammar,
  from: number,
  end: number,
  spaced: boolean,
): FoundUnit | null {
  const word = plain.slice(from, end)
  const own = ownUnits?.get(word)
  if (own) return { unit: own, kind: 'number', end }
  const unit = grammar.units.get(word)
  if (!unit || (word.length === 1 && isLetter(word.charCodeAt(0)) && source[from] !== word)) return null
  return word === 'm' && !spaced ? null : { ...unit, end }
}

function isUnitSign(plain: string, at: number): boolean {
  const code = plain.charCodeAt(at)
  if (code <= 0x20 || Number.isNaN(code)) return false
  return isLetter(code) || '%‰€$£¥°²³/-.µμ℃'.includes(plain[at] ?? '') || code === 0x32 || code === 0x33
}

/** Without what a hyphen, a point or a slash adds: "euro-schein" is euro, "km." km. */
function shorter(plain: string, from: number, end: number): number {
  for (let at = end - 1; at > from; at -= 1) if (/[-./]/.test(plain[at] ?? '')) return at
  return from
}

const POINT = { unit: 'percentage_point', kind: 'percentage_point' } as const
const FEW_POINTS = new Rational(50n)
const NEAR = 70

/** "Recule de 2 points" beside a percentage; an index stands at 7 521,35 points. */
function pointsAfter(plain: string, grammar: Grammar, number: EuropeanNumber): FoundUnit | null {
  const end = wordEnd(plain, number.end + 1)
  if (!grammar.points.has(plain.slice(number.end + 1, end)) || !number.value.below(FEW_POINTS)) return null
  if (plain.startsWith(' de ', end) && /^(?:pourcentage|base)/.test(plain.slice(end + 4, end + 15)))
    return null
  const before =
    plain
      .slice(Math.max(0, number.end - NEAR), number.end)
      .split(/[.!?\n]/)
      .at(-1) ?? ''
  const after = plain.slice(end, end + NEAR).split(/[.!?\n]/, 1)[0] ?? ''
  const shares = /%|pour cent/
  return !number.value.isWhole() || shares.test(before) || shares.test(after) ? { ...POINT, end } : null
}
