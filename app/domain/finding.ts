/** What reading a capture shows for a citation: is the quote there, are the claim's figures the same. */
import { compareFigure } from '#reading/compare-figures.ts'
import type { FigureVerdict } from '#reading/figure-verdict.ts'
import { readFigures } from '#reading/figures.ts'
import { pageOfPosition } from '#reading/page-of-position.ts'
import { type QuoteVerdict, readQuote } from '#reading/quote.ts'

export const FINDING_KINDS = ['quote', 'figure'] as const

/** What is checked: the citation's words and the figures of its claim. */
export type CheckedCitation = {
  quote: string | null
  prefix: string | null
  suffix: string | null
  figures: {
    id: string
    text: string
    value: string
    valueHigh: string | null
    unit: string | null
    bound: string
    rate: string | null
    asOf: string | null
  }[]
}

/** One finding, before it is stored. Positions are UTF-16 units in the capture's text. */
export type NewFinding = {
  kind: 'quote' | 'figure'
  figureId: string | null
  verdict: QuoteVerdict | FigureVerdict
  start: number | null
  end: number | null
  score: number | null
  detail: Record<string, unknown>
}

/** Characters read on each side of a found quote, so that "as of March" before the quoted words still counts. */
const AROUND_QUOTE = 160

/**
 * Reads `text` (all visible text of a capture) for one citation: one finding for its quote when it has one, and one
 * per figure of its claim. Figures are looked for in and around the quoted passage when it was found, otherwise nowhere:
 * a number elsewhere on the page is not what the citation points to. A citation without a quote is read against the whole text.
 */
export function findInCapture(citation: CheckedCitation, text: string): NewFinding[] {
  const findings: NewFinding[] = []
  let from = 0
  let to = text.length
  let readable = true
  if (citation.quote) {
    const found = readQuote(text, citation.quote, {
      prefix: citation.prefix ?? undefined,
      suffix: citation.suffix ?? undefined,
    })
    findings.push({
      kind: 'quote',
      figureId: null,
      verdict: found.verdict,
      start: found.start,
      end: found.end,
      score: found.score,
      detail: { differences: found.differences, ...pageOf(found.start, text) },
    })
    readable = found.start !== null && found.end !== null
    from = Math.max(0, (found.start ?? 0) - AROUND_QUOTE)
    to = Math.min(text.length, (found.end ?? 0) + AROUND_QUOTE)
  }
  if (citation.figures.length === 0) return findings
  const quoteStart = findings[0]?.start ?? 0
  const quoteEnd = findings[0]?.end ?? text.length
  const read = readable ? readFigures(text.slice(from, to)) : []
  const inside = read.filter((f) => f.start + from >= quoteStart && f.end + from <= quoteEnd)
  // A picture or a scan has no text: what cannot be looked at is not absent.
  const hasText = text.trim() !== ''
  for (const figure of citation.figures) {
    const { verdict, found, dropped, slip, steps } = hasText
      ? compareFigure(figure, inside.length > 0 ? inside : read)
      : { verdict: 'could_not_look' as const, found: null, dropped: [], slip: null, steps: [] }
    findings.push({
      kind: 'figure',
      figureId: figure.id,
      verdict,
      start: found ? found.start + from : null,
      end: found ? found.end + from : null,
      score: null,
      detail: { claimed: figure.text, found: found?.text ?? null, dropped, slip, steps },
    })
  }
  return findings
}

/** The page that a quote begins on, kept with the finding; nothing where the text has no pages. */
function pageOf(start: number | null, text: string): { page?: number } {
  return start !== null && text.includes('\f') ? { page: pageOfPosition(text, start) } : {}
}
