/** The sources of a claim, each with its words and what the archive shows. */
import { paths } from '#app/paths.ts'
import { LinkButton } from './button.tsx'
import { CitationCard, type ShownCitation } from './citation-card.tsx'
import { EmptyState } from './empty-state.tsx'

export function CitationList({
  claim,
  lang,
  runs,
}: {
  claim: { id: string; citations: ShownCitation[]; figures: { id: string; text: string }[] }
  lang: string
  runs: { id: string; state: string; sourceId: string | null }[]
}) {
  if (claim.citations.length === 0)
    return (
      <EmptyState
        title="No source is linked yet."
        action={
          <LinkButton look="primary" to={paths.newCitation(claim.id)}>
            Link a source
          </LinkButton>
        }
      >
        A source is fetched and archived as soon as it is linked; its words are then looked for in the
        archived page.
      </EmptyState>
    )
  return (
    <div className="grid gap-4">
      {claim.citations.map((citation) => (
        <CitationCard
          key={citation.id}
          citation={citation}
          figures={claim.figures}
          translationLang={lang}
          run={runs.find(({ sourceId }) => sourceId === citation.source.id) ?? null}
        />
      ))}
    </div>
  )
}
