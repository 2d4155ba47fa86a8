/** Checks a claim against a text: is every figure of the claim in it, and every quotation. */
import { Surroundings } from './check-parts/surroundings.ts'
import { compareFigure, type FigureComparison } from './compare-figures.ts'
import type { ReadFigure } from './figure.ts'
import { readFigures } from './figures.ts'
import { mayHoldMore } from './most-mentions.ts'
import { type QuoteReading, readQuote } from './quote.ts'

/** A figure of the claim beside what the text has. */
export type CheckedFigure = FigureComparison & { claimed: ReadFigure }

/** A quotation of the claim; `claimedAt` is where its words begin in the claim, the other positions are in the text. */
export type CheckedQuote = QuoteReading & { quote: string; claimedAt: number }

/** `moreFigures`: the text has more figures than are worked out, so that none is called absent. */
export type CheckedClaim = { figures: CheckedFigure[]; quotes: CheckedQuote[]; moreFigures: boolean }

/** Quotation marks of the languages the desk works in; the words between them are looked for in the text. */
const QUOTED =
  /“([^”]{2,2000})”|"([^"]{2,2000})"|「([^」]{2,2000})」|『([^』]{2,2000})』|«\s?([^»]{2,2000}?)\s?»|„([^“”]{2,2000})[“”]/g

/** Ordinals are left out: "the first" is no figure to be checked. Positions are UTF-16 units. */
export function checkClaim(claim: string, text: string): CheckedClaim {
  const found = readFigures(text)
  const moreFigures = mayHoldMore(found)
  const source = new Surroundings(text, found)
  const read = readFigures(claim)
  const words = new Surroundings(claim, read)
  const figures = read
    .filter((figure) => figure.kind !== 'ordinal')
    .map((claimed) => ({ claimed, ...compareFigure(claimed, found, { claimed, claim: words, source }) }))
    .map((one) =>
      moreFigures && one.verdict === 'absent' ? { ...one, verdict: 'could_not_look' as const } : one,
    )
  const quotes = [...claim.matchAll(QUOTED)].map((match) => {
    const quote = match.slice(1).find((group) => group !== undefined) ?? ''
    return { quote, claimedAt: match.index + match[0].indexOf(quote), ...readQuote(text, quote) }
  })
  return { figures, quotes, moreFigures }
}
