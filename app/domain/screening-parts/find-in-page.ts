/** Holds a claim against a page's text: the passage that has most of it, what stands elsewhere, and how much that counts. */
import { checkClaim } from '#reading/check-claim.ts'
import { plainWidth } from '#reading/figure-parts/shared/plain-width.ts'
import type { FigureVerdict } from '#reading/figure-verdict.ts'
import { readFigures } from '#reading/figures.ts'
import { readLanguage } from '#reading/language.ts'
import type { QuoteVerdict } from '#reading/quote.ts'
import type { CheckedCitation } from '../finding.ts'
import { claimedPeriods } from './dates.ts'
import { figureHits } from './figure-hits.ts'
import { namesOf, placesOfNames } from './names.ts'
import { type ShownPassage, sentenceAt, showPassage } from './passage.ts'
import { findQuote } from './quotes.ts'
import { around, type Span } from './span.ts'
import { termsOf } from './terms.ts'
import { densest, type Evidence, type Part, type Weighed, weigh } from './weigh.ts'

/** A claim as screening looks for it. `quotes` are the words its citations quote; `queries` those of the search. */
export type ScreenedClaim = {
  text: string
  /** the words of the draft that it was taken from */
  passage: string | null
  claimant: string | null
  /** ISO date of what was said, where it is known */
  spokenOn: string | null
  figures: CheckedCitation['figures']
  quotes: string[]
  queries: string[]
}

/** What the page was read as. */
export type ScreenedText = { text: string; published: string | null; language: string | null }

export type FoundFigure = {
  /** as the claim has it */
  claimed: string
  verdict: FigureVerdict
  /** as the page has it; null where it has none */
  found: string | null
  slip: string | null
  /** in the shown passage, or only elsewhere on the page */
  isInPassage: boolean
}

export type PageFinds = {
  isPassageFound: boolean
  /** false where the claim has nothing that could be found in a page of this language */
  isComparable: boolean
  /** 0 to 100 */
  rank: number
  /** what the rank is made of */
  parts: Part[]
  figures: FoundFigure[]
  /** the best of the claim's quotations that are in the page's language; null where there is none to look for */
  quote: { verdict: QuoteVerdict; quote: string } | null
  quotesOfOtherLanguage: number
  /** the name under which the claimant is on the page */
  claimant: { name: string; isInPassage: boolean } | null
  /** the date as the passage has it */
  date: string | null
  words: { found: number; of: number }
  passage: ShownPassage | null
  /** the page's own words, ready to be quoted: the quotation as found, or the sentence of the figure */
  quotable: string | null
}

/** The passage reaches so far from what was found to both sides. */
const REACH = 240
const MAX_ANCHORS = 120
/** A rank of what was not found stays below this, and of what was found at or above it. */
const FOUND_FROM = 40

/**
 * Reads the page for the claim. What stands together counts most: a figure alone somewhere on a page counts little; with its
 * unit, the claimant or the claim's words beside it, it counts in full.
 */
export function findInPage(claim: ScreenedClaim, page: ScreenedText): PageFinds {
  const { text } = page
  const language = page.language ?? readLanguage(text)
  const plain = plainWidth(text)
  const quotes = findQuote(
    [...claim.quotes, ...quotedIn(claim.text), ...quotedIn(claim.passage ?? '')],
    text,
    language,
  )
  const terms = termsOf([claim.text, ...claim.queries])
  const periodWords = claim.figures.flatMap(({ asOf }) => asOf ?? [])
  const evidence: Evidence = {
    text,
    plain,
    page: { published: page.published, language },
    quote: quotes.best,
    figures: claim.figures.length,
    hits: figureHits(claim.figures, readFigures(text)),
    hasClaimant: claim.claimant !== null,
    names: placesOfNames(plain, namesOf(claim.claimant, claim.queries)),
    periods: claimedPeriods([...periodWords, claim.spokenOn ?? ''], claim.spokenOn ?? undefined),
    terms: isHan(language, plain) ? terms.han : terms.latin,
  }
  const told = best(evidence)
  const isComparable = claim.figures.length > 0 || quotes.lookedFor > 0 || evidence.terms.length > 0
  const share = told.parts.reduce((sum, { earned }) => sum + earned, 0) / Math.max(1, sum(told.parts))
  const rank = Math.round(100 * share)
  return {
    isPassageFound: told.isFound,
    isComparable,
    rank: told.isFound ? Math.max(FOUND_FROM, rank) : Math.min(FOUND_FROM - 1, rank),
    parts: told.parts,
    figures: claim.figures.map(({ text: claimed }, index) => {
      const hit = told.figures[index] ?? told.elsewhere[index] ?? null
      const isInPassage = told.figures[index] != null
      const { verdict, text: found, slip } = hit ?? { verdict: 'absent' as const, text: null, slip: null }
      return { claimed, verdict, found, slip, isInPassage }
    }),
    quote: quotes.best && { verdict: quotes.best.verdict, quote: quotes.best.quote },
    quotesOfOtherLanguage: quotes.ofOtherLanguage,
    claimant: claimantIn(told, evidence),
    date: told.date && text.slice(told.date.start, told.date.end),
    words: { found: told.words, of: evidence.terms.length },
    passage: showPassage(text, told.marks),
    quotable: told.isFound ? quotableOf(text, evidence, told) : null,
  }
}

function best(evidence: Evidence): Weighed {
  const { quote, hits, names, text } = evidence
  const anchors: Span[] = [...(quote?.span ? [quote.span] : []), ...hits]
  if (anchors.length === 0) anchors.push(...names, ...densest(evidence))
  let winner = weigh(evidence, { start: 0, end: 0 })
  for (const anchor of anchors.slice(0, MAX_ANCHORS)) {
    const told = weigh(evidence, around(anchor, REACH, text.length))
    if (told.earned > winner.earned) winner = told
  }
  return winner
}

function claimantIn(told: Weighed, { names }: Evidence): PageFinds['claimant'] {
  if (told.name) return { name: told.name.name, isInPassage: true }
  return names[0] ? { name: names[0].name, isInPassage: false } : null
}

function quotableOf(text: string, { quote }: Evidence, told: Weighed): string | null {
  const isMatch = quote?.verdict === 'verbatim' || quote?.verdict === 'normalised'
  if (isMatch && quote.span) return text.slice(quote.span.start, quote.span.end)
  const hit = told.figures.find((figure) => figure !== null)
  return hit ? sentenceAt(text, hit) : null
}

/** Quotations in the claim's own words. */
function quotedIn(words: string): string[] {
  return checkClaim(words, '').quotes.map(({ quote }) => quote)
}

function isHan(language: string | null, plain: string): boolean {
  return language ? /^(?:zh|ja)/.test(language) : /\p{Script=Han}/u.test(plain)
}

function sum(parts: Part[]): number {
  return parts.reduce((total, { of }) => total + of, 0)
}
