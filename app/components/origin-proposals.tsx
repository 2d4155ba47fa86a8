/** Proposed relays around a claim, source by source, for a person to confirm or reject. */
import { Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { calledName } from '#domain/relay.ts'
import type { SourceKind } from '#domain/source.ts'
import type { RefusedForm } from './form-errors.ts'
import { RefusalNotice } from './notice.tsx'
import { RelayItem, type ShownRelay } from './relay-item.tsx'
import { Section } from './section.tsx'

type Proposed = ShownRelay & {
  source: {
    id: string
    publisher: string | null
    title: string | null
    address: string
    kind: SourceKind
    language: string | null
  }
}

/** `looked`: the reader has just asked for proposals. */
export function OriginProposals({
  proposals,
  looked,
  refusal,
}: {
  proposals: Proposed[]
  looked: boolean
  refusal: RefusedForm
}) {
  return (
    <div id="proposals">
      <Section title="Proposals">
        <div className="grid gap-4">
          <RefusalNotice refusal={refusal} />
          {proposals.length === 0 ? (
            <p className="text-soft" role={looked ? 'status' : undefined}>
              {looked
                ? 'The archived pages were read and held against each other. They give nothing new to propose.'
                : 'Nothing waits for a decision.'}
            </p>
          ) : (
            <p className="max-w-prose text-soft">
              Read from the archived pages. Only what somebody confirms is counted; a rejected proposal does
              not come back.
            </p>
          )}
          <ul className="grid gap-4 lg:grid-cols-2">
            {proposals.map((relay) => (
              <li key={relay.id} className="rounded-md border border-rule bg-sheet p-4">
                <p className="mb-1 text-sm text-soft">
                  <Link className="link" to={paths.source(relay.source.id)}>
                    {calledName(relay.source)}
                  </Link>{' '}
                  has it from
                </p>
                <RelayItem relay={relay} language={relay.source.language} />
              </li>
            ))}
          </ul>
        </div>
      </Section>
    </div>
  )
}
