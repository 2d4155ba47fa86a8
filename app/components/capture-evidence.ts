/** What the page of a capture shows of its text: the findings, their marks, and the pieces of text around them. */
import { byCitation, type CitationFindings, marksOf, type ShownFinding } from './finding-marks.ts'
import { markText } from './marked-text.ts'
import { type PagedSegment, pagedText } from './paged-text.ts'

/** Text kept around each mark while the whole text is not asked for, and the length up to which it is shown at once. */
const WINDOW_CHARACTERS = 600
const SHORT_CHARACTERS = 12_000

export type CaptureEvidence = {
  citationId: string | null
  citations: CitationFindings[]
  /** citations with findings in this capture, those that are not shown too */
  citationsInAll: number
  characters: number
  whole: boolean
  segments: PagedSegment[]
}

/** `query` may name one `citation` to look at, and ask for the `whole` text. Stored details may be of another version. */
export function captureEvidence(
  text: string,
  findings: (Omit<ShownFinding, 'detail'> & { detail: unknown })[],
  query: URLSearchParams,
): CaptureEvidence {
  const citationId = query.get('citation')
  const whole = query.get('whole') === '1' || text.length <= SHORT_CHARACTERS
  const shown = findings.map((finding) => ({
    ...finding,
    detail: (finding.detail ?? {}) as Record<string, unknown>,
  }))
  const windowCharacters = whole ? null : WINDOW_CHARACTERS
  return {
    citationId,
    citations: byCitation(shown, citationId),
    citationsInAll: new Set(shown.map(({ citation }) => citation.id)).size,
    characters: text.length,
    whole,
    segments: pagedText(text, markText(text, marksOf(shown, citationId), { windowCharacters })),
  }
}
