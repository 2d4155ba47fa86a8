/** Finds the words of the draft that a proposal says it is taken from. */
import { type QuoteVerdict, readQuote } from '#reading/quote.ts'

/** Marks of words left out, or of an editor's own: they would join what does not stand together. */
const LEFT_OUT = /…|\.{3}|\[|【/

export type DraftPassage = { verdict: QuoteVerdict; leavesOut: boolean; words: string | null }

/** `words` are the draft's own, letter for letter; null unless the passage stands there as one piece. */
export function draftPassage(draft: string, passage: string): DraftPassage {
  const reading = readQuote(draft, passage)
  const isThere = reading.verdict === 'verbatim' || reading.verdict === 'normalised'
  const leavesOut = LEFT_OUT.test(passage) && !draft.includes(passage)
  const words =
    isThere && !leavesOut && reading.start !== null && reading.end !== null
      ? draft.slice(reading.start, reading.end)
      : null
  return { verdict: reading.verdict, leavesOut, words }
}
