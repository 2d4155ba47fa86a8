/** Weighs one passage of a page: what of the claim is in it, what only elsewhere, and whether that is the claim's passage. */
import { dateIn } from './dates.ts'
import { type FigureHit, WORTH } from './figure-hits.ts'
import type { MarkKind } from './passage.ts'
import { QUOTE_WORTH, type QuoteFind } from './quotes.ts'
import { around, isWithin, type Span } from './span.ts'
import { termsIn } from './terms.ts'

/** Everything of the claim that the page has, before it is asked what stands together. */
export type Evidence = {
  text: string
  plain: string
  page: { published: string | null; language: string | null }
  quote: QuoteFind | null
  /** how many the claim has */
  figures: number
  hits: FigureHit[]
  hasClaimant: boolean
  names: (Span & { name: string })[]
  periods: { from: string; to: string; precision: string }[]
  terms: string[]
}

/** A part of the rank. `of` is what it could have earned. */
export type Part = { part: keyof typeof WEIGHTS; earned: number; of: number }

export type Weighed = {
  earned: number
  parts: Part[]
  isFound: boolean
  /** for each figure of the claim: in the passage, and outside of it */
  figures: (FigureHit | null)[]
  elsewhere: (FigureHit | null)[]
  name: (Span & { name: string }) | null
  date: Span | null
  words: number
  /** what to mark, the most important first */
  marks: (Span & { kind: MarkKind })[]
}

/** Out of what a claim has, the share found makes the rank. A quotation or a figure carries it; the rest is company. */
const WEIGHTS = { quotation: 40, figures: 40, claimant: 20, date: 10, words: 10 } as const
/** What is on the page but not beside the rest. A quotation stands for itself wherever it is. */
const ELSEWHERE = { figure: 0.25, claimant: 0.3, words: 0.3 }
/** From this on a figure is the claim's figure and not just the same number. */
const OWN_FIGURE = 0.6
/** A figure that slipped is the claim's only where the claimant or most of its words stand beside it. */
const SLIPPED = ['magnitude_slip', 'unit_differs']
const NEAR = 120
/** A passage with this share of the claim's words says it, where the claim has neither figure nor quotation. */
const ENOUGH_WORDS = 0.6
const LEAST_WORDS = 4

/** Weighs what stands in the passage; an empty passage tells what the page has at all. */
export function weigh(evidence: Evidence, passage: Span): Weighed {
  const { text, plain, hits, names, quote, terms, periods, page } = evidence
  const inside = hits.filter((hit) => isWithin(hit, passage))
  const outside = hits.filter((hit) => !isWithin(hit, passage))
  const name = names.find((one) => isWithin(one, passage)) ?? null
  const value = (hit: FigureHit) => (WORTH[hit.verdict] ?? 0) * credit(hit, name !== null, evidence)
  const figures = each(evidence.figures, inside, value)
  const elsewhere = each(evidence.figures, outside, ({ verdict }) => WORTH[verdict] ?? 0)
  const date = dateIn(text, passage, periods, page)
  const words = termsIn(plain.slice(passage.start, passage.end), terms)
  const wordsAtAll = words === terms.length ? words : termsIn(plain, terms)

  const figureShare = figures.map((hit, index) => {
    const other = elsewhere[index]
    const far = other ? ELSEWHERE.figure * (WORTH[other.verdict] ?? 0) * credit(other, false, evidence) : 0
    return Math.max(far, hit ? value(hit) : 0)
  })
  const share: Record<keyof typeof WEIGHTS, number> = {
    quotation: quote ? (QUOTE_WORTH[quote.verdict] ?? 0) : 0,
    figures: mean(figureShare),
    claimant: name ? 1 : names.length > 0 ? ELSEWHERE.claimant : 0,
    date: date ? (date.isCoarse ? 0.5 : 1) : 0,
    words: Math.max(words, ELSEWHERE.words * wordsAtAll) / Math.max(1, terms.length),
  }
  const has: Record<keyof typeof WEIGHTS, boolean> = {
    quotation: quote !== null,
    figures: evidence.figures > 0,
    claimant: evidence.hasClaimant,
    date: periods.length > 0,
    words: terms.length > 0,
  }
  const parts = (Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[])
    .filter((part) => has[part])
    .map((part) => ({ part, earned: round(WEIGHTS[part] * share[part]), of: WEIGHTS[part] }))
  const isQuoted = quote !== null && (QUOTE_WORTH[quote.verdict] ?? 0) > 0.5
  const isSaid = (hit: FigureHit | null) =>
    hit !== null &&
    (SLIPPED.includes(hit.verdict) ? name !== null : credit(hit, name !== null, evidence) >= OWN_FIGURE)
  const isBare = !has.quotation && !has.figures
  const isWorded = terms.length >= LEAST_WORDS && words / terms.length >= ENOUGH_WORDS
  return {
    earned: parts.reduce((sum, { earned }) => sum + earned, 0),
    parts,
    isFound: isQuoted || figures.some(isSaid) || (isBare && isWorded),
    figures,
    elsewhere,
    name,
    date,
    words,
    marks: marksOf(passage, quote, figures, name, date),
  }
}

/** How much a figure counts for where it stands, from 0 to 1: the claimant beside it, its unit and size, the words about it. */
function credit(hit: FigureHit, isNamed: boolean, { plain, terms }: Evidence): number {
  if (isNamed) return 1
  if (hit.sameUnit && hit.telling) return 0.9
  const clause = around(hit, NEAR, plain.length)
  const said = termsIn(`${plain.slice(clause.start, hit.start)} ${plain.slice(hit.end, clause.end)}`, terms)
  if (said >= 3 || (said >= 2 && (hit.sameUnit || hit.telling))) return 0.7
  return hit.sameUnit ? 0.3 : 0.2
}

/** The best hit for each figure of the claim, or null. */
function each(figures: number, hits: FigureHit[], value: (hit: FigureHit) => number): (FigureHit | null)[] {
  const found: (FigureHit | null)[] = Array.from({ length: figures }, () => null)
  for (const hit of hits) {
    const known = found[hit.claimed]
    if (!known || value(hit) > value(known)) found[hit.claimed] = hit
  }
  return found
}

function marksOf(
  passage: Span,
  quote: QuoteFind | null,
  figures: (FigureHit | null)[],
  name: Span | null,
  date: Span | null,
): Weighed['marks'] {
  const marks: Weighed['marks'] = []
  const mark = (kind: MarkKind, span: Span | null) => {
    if (span) marks.push({ kind, start: span.start, end: span.end })
  }
  for (const hit of figures) mark('figure', hit)
  if (quote?.span && (marks.length === 0 || isWithin(quote.span, passage))) mark('quote', quote.span)
  mark('claimant', name)
  mark('date', date)
  return marks
}

/** Where the claim's words stand closest, for pages without a figure or a name of the claim: at most three places. */
export function densest({ plain, terms }: Pick<Evidence, 'plain' | 'terms'>): Span[] {
  const step = 240
  const places: (Span & { words: number })[] = []
  for (let start = 0; start < plain.length && places.length < 2_000; start += step) {
    const span = { start, end: Math.min(plain.length, start + 2 * step) }
    const words = termsIn(plain.slice(span.start, span.end), terms)
    if (words > 1) places.push({ ...span, words })
  }
  return places.sort((a, b) => b.words - a.words).slice(0, 3)
}

function mean(shares: number[]): number {
  return shares.length === 0 ? 0 : shares.reduce((sum, share) => sum + share, 0) / shares.length
}

function round(points: number): number {
  return Math.round(points * 10) / 10
}
