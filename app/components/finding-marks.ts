/** Turns what was found in a capture into marks in its text, and into one entry for each citation. */
import type { TextMark } from './marked-text.ts'

export type ShownFinding = {
  id: string
  kind: 'quote' | 'figure'
  verdict: string
  start: number | null
  end: number | null
  detail: Record<string, unknown>
  figure: { text: string } | null
  citation: {
    id: string
    quote: string | null
    claim: { id: string; number: number; text: string }
  }
}

export type CitationFindings = {
  citation: ShownFinding['citation']
  quote: ShownFinding | null
  figures: ShownFinding[]
}

/** The id of a finding's mark in the page, for links to it. */
export function markId(findingId: string): string {
  return `found-${findingId}`
}

/** Marks for every finding that has a place in the text; with `citationId`, for that citation alone. */
export function marksOf(findings: ShownFinding[], citationId: string | null): TextMark[] {
  return chosen(findings, citationId).flatMap(({ id, kind, verdict, start, end }) =>
    start !== null && end !== null && end > start ? [{ key: markId(id), kind, verdict, start, end }] : [],
  )
}

/** One entry for each citation, by the number of its claim; with `citationId`, that citation alone. */
export function byCitation(findings: ShownFinding[], citationId: string | null): CitationFindings[] {
  const entries = new Map<string, CitationFindings>()
  for (const finding of chosen(findings, citationId)) {
    const { citation } = finding
    const entry = entries.get(citation.id) ?? { citation, quote: null, figures: [] }
    entries.set(citation.id, entry)
    if (finding.kind === 'quote') entry.quote = finding
    else entry.figures.push(finding)
  }
  return [...entries.values()].sort((a, b) => a.citation.claim.number - b.citation.claim.number)
}

/** An unknown citation is treated as none: a stale link still shows the evidence. */
function chosen(findings: ShownFinding[], citationId: string | null): ShownFinding[] {
  const own = findings.filter((finding) => finding.citation.id === citationId)
  return own.length > 0 ? own : findings
}
