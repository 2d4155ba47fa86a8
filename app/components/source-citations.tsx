/** The claims that rest on a source, with the words cited and their use. */
import { Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import type { ClaimStatus } from '#domain/claim.ts'
import { Quotation } from './quotation.tsx'
import { Section } from './section.tsx'
import { StatusMark } from './status-mark.tsx'

export type SourceCitation = {
  id: string
  quote: string | null
  keyUse: string
  claim: {
    id: string
    number: number
    text: string
    status: ClaimStatus
    article: { id: string; headline: string }
  }
}

/** `language` is the source's: quotes are in it. */
export function SourceCitations({
  citations,
  newestCaptureId,
  language,
}: {
  citations: SourceCitation[]
  newestCaptureId: string | null
  language: string | null
}) {
  return (
    <Section title="What rests on it">
      {citations.length === 0 ? <p className="text-soft">No claim cites this source.</p> : null}
      <ul className="space-y-6">
        {citations.map(({ id, quote, keyUse, claim }) => (
          <li key={id}>
            <p className="text-sm text-soft">
              <Link className="link" to={paths.article(claim.article.id)}>
                {claim.article.headline}
              </Link>
            </p>
            <p className="max-w-prose">
              <Link className="link" to={paths.claim(claim.id)}>
                Claim {claim.number}
              </Link>
              : {claim.text}
            </p>
            <StatusMark status={claim.status} />
            {quote ? (
              <div className="mt-2">
                <Quotation lang={language}>{quote}</Quotation>
              </div>
            ) : null}
            <p className="mt-2 max-w-prose text-sm">
              <span className="text-soft">Key use in this article:</span> {keyUse}
            </p>
            {newestCaptureId ? (
              <p className="text-sm">
                <Link className="link" to={paths.capture(newestCaptureId, id)}>
                  See it in the archived copy
                </Link>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
