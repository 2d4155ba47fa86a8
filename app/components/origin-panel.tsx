/** Where a source has its information from: what is confirmed, what is proposed, and the way to record more. */
import { paths } from '#app/paths.ts'
import { LinkButton } from './button.tsx'
import type { RefusedForm } from './form-errors.ts'
import { RefusalNotice } from './notice.tsx'
import { RelayItem, type ShownRelay } from './relay-item.tsx'
import { Section } from './section.tsx'

/** Rejected relays wait behind a fold. */
export function OriginPanel({
  source,
  relays,
  refusal,
}: {
  source: { id: string; language: string | null }
  relays: ShownRelay[]
  refusal: RefusedForm
}) {
  const rejected = relays.filter(({ state }) => state === 'rejected')
  const standing = relays.filter(({ state }) => state !== 'rejected')
  return (
    <Section title="Where it is from">
      <div className="grid gap-4">
        <RefusalNotice refusal={refusal} />
        {standing.length === 0 ? (
          <p className="max-w-prose text-soft">
            Not settled. Ten outlets that repeat one speech are one origin: say where this source has it from.
          </p>
        ) : (
          <RelayList relays={standing} language={source.language} />
        )}
        {rejected.length > 0 ? (
          <details>
            <summary className="link text-sm">{rejected.length} rejected</summary>
            <div className="mt-3">
              <RelayList relays={rejected} language={source.language} />
            </div>
          </details>
        ) : null}
        <div>
          <LinkButton to={paths.sourceOrigins(source.id)}>Record where it has it from</LinkButton>
        </div>
      </div>
    </Section>
  )
}

function RelayList({ relays, language }: { relays: ShownRelay[]; language: string | null }) {
  return (
    <ul className="grid gap-4">
      {relays.map((relay) => (
        <li key={relay.id}>
          <RelayItem relay={relay} language={language} />
        </li>
      ))}
    </ul>
  )
}
