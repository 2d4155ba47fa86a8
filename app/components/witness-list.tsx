/** Which other archives were asked to keep a page, and whether it was seen there. */
import type { WitnessService } from '#domain/witness.ts'
import { OutsideLink } from './outside-link.tsx'
import { Section } from './section.tsx'
import { Time } from './time.tsx'

type Row = { id: string; service: string; state: string; address: string | null; message: string; at: Date }

const SERVICE_WORDS: Record<WitnessService, string> = {
  'save-page-now': 'Internet Archive',
  perma: 'Perma.cc',
}

const STATE_WORDS: Record<string, string> = {
  requested: 'asked, not seen yet',
  verified: '✓ seen there',
  failed: '✕ not there',
}

/** `witnesses` newest first; of each service the newest counts. Draws nothing where nobody was asked. */
export function WitnessList({ witnesses }: { witnesses: Row[] }) {
  const newest = [...new Map(witnesses.toReversed().map((row) => [row.service, row])).values()]
  if (newest.length === 0) return null
  return (
    <Section title="Second witnesses">
      <ul className="space-y-3">
        {newest.map(({ id, service, state, address, message, at }) => (
          <li key={id}>
            <p>
              <span className="font-medium">{SERVICE_WORDS[service as WitnessService] ?? service}</span>:{' '}
              {STATE_WORDS[state] ?? state}
            </p>
            <p className="max-w-prose text-sm text-soft">
              {message} <Time at={at} />
            </p>
            {address ? (
              <p className="text-sm break-all">
                <OutsideLink address={address} />
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
