/** Sums up in one sentence what a capture shows. */
import { droppedIn } from './dropped-words.ts'
import type { CitationFindings } from './finding-marks.ts'
import { verdictLook } from './verdict-looks.ts'

/** "2 of 3 quotes are there; 1 figure needs a look." Counts only: what it means for a claim is for a person to say. */
export function findingsSentence(citations: CitationFindings[]): string {
  const quotes = citations.flatMap(({ quote }) => quote ?? [])
  const figures = citations.flatMap((citation) => citation.figures)
  if (quotes.length + figures.length === 0) return 'Nothing has been looked for in it yet.'
  const there = quotes.filter(({ verdict }) => verdictLook('quote', verdict) === 'yes').length
  const toLookAt = figures.filter(
    ({ verdict, detail }) => verdictLook('figure', verdict, droppedIn(detail)) !== 'yes',
  ).length
  const parts = [
    ...(quotes.length > 0 ? [quoteWords(there, quotes.length)] : []),
    ...(figures.length > 0 ? [figureWords(toLookAt)] : []),
  ]
  return `${parts.join('; ')}.`
}

function quoteWords(there: number, all: number): string {
  if (there === all) return all === 1 ? 'The quote is there' : `All ${all} quotes are there`
  return `${there} of ${all} ${all === 1 ? 'quote is' : 'quotes are'} there`
}

function figureWords(toLookAt: number): string {
  if (toLookAt === 0) return 'the figures agree'
  return toLookAt === 1 ? '1 figure needs a look' : `${toLookAt} figures need a look`
}
