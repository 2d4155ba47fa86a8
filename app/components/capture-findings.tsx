/** What reading a capture showed: for each citation its quote and the figures of its claim. */
import { Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { pageOfFinding } from '#domain/page-of-finding.ts'
import { droppedIn } from './dropped-words.ts'
import { EmptyState } from './empty-state.tsx'
import { type CitationFindings, markId, type ShownFinding } from './finding-marks.ts'
import { Quotation } from './quotation.tsx'
import { Section } from './section.tsx'
import { VerdictMark } from './verdict-mark.tsx'

/** `language` is that of the page, hence of its quotes; `inAll` counts citations that are not shown here as well. */
export function CaptureFindings({
  citations,
  captureId,
  language,
  inAll,
}: {
  citations: CitationFindings[]
  captureId: string
  language: string | null
  inAll: number
}) {
  return (
    <Section
      title="What it shows"
      aside={
        inAll > citations.length ? (
          <Link className="link text-sm" to={paths.capture(captureId)}>
            Show all {inAll} citations
          </Link>
        ) : null
      }
    >
      {citations.length === 0 ? (
        <EmptyState title="Nothing has been looked for in this copy.">
          Cite the source for a claim with the exact words, and they are looked for here.
        </EmptyState>
      ) : null}
      <ul className="space-y-6">
        {citations.map(({ citation, quote, figures }) => (
          <li key={citation.id}>
            <p className="max-w-prose text-sm">
              <Link className="link" to={paths.claim(citation.claim.id)}>
                Claim {citation.claim.number}
              </Link>
              : {citation.claim.text}
            </p>
            {citation.quote ? (
              <div className="mt-2">
                <Quotation lang={language}>{citation.quote}</Quotation>
              </div>
            ) : null}
            {quote ? <Found finding={quote} /> : null}
            {figures.map((figure) => (
              <Found key={figure.id} finding={figure} />
            ))}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Found({ finding }: { finding: ShownFinding }) {
  const { found, slip, steps, differences } = finding.detail
  const page = pageOfFinding(finding.detail)
  const worked = Array.isArray(steps) ? steps.map(String) : []
  const differ = Array.isArray(differences) ? differences.map(differenceWords).filter(Boolean) : []
  return (
    <div className="mt-2">
      <p>
        {finding.kind === 'figure' ? <span className="font-medium">{finding.figure?.text}: </span> : null}
        <VerdictMark of={finding.kind} verdict={finding.verdict} dropped={droppedIn(finding.detail)} />
        {typeof slip === 'string' ? <span className="text-sm"> ({slip})</span> : null}
      </p>
      {finding.kind === 'figure' && typeof found === 'string' ? (
        <p className="text-sm text-soft">The page has: {found}</p>
      ) : null}
      {differ.length > 0 ? <p className="text-sm text-soft">Differs: {differ.join('; ')}</p> : null}
      {worked.length > 0 ? (
        <details className="text-sm text-soft">
          <summary className="text-accent">How it was compared</summary>
          <ol>
            {worked.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </details>
      ) : null}
      {finding.start !== null ? (
        <p className="text-sm">
          <a className="link" href={`#${markId(finding.id)}`}>
            Go to it in the text
          </a>
          {page === null ? null : <span className="text-soft">, page {page} of the document</span>}
        </p>
      ) : null}
    </div>
  )
}

/** A difference as reading stored it, in words; what does not have its shape is left out. */
function differenceWords(difference: unknown): string {
  const { kind, inQuote, inText } = (difference ?? {}) as Record<string, unknown>
  if (kind === 'changed') return `the citation has “${inQuote}”, the page “${inText}”`
  if (kind === 'missing') return `the page also has “${inText}”`
  return kind === 'added' ? `the citation has “${inQuote}”, the page does not` : ''
}
