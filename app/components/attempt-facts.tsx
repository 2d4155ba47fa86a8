/** What was sent to whom in one attempt, and what came back. */
import { classWords, sizeWords } from './capture-words.ts'
import { FactList } from './fact-list.tsx'
import { OutsideLink } from './outside-link.tsx'
import { RawText } from './raw-text.tsx'
import { Time } from './time.tsx'

export type AttemptRecord = {
  step: string
  version: string
  startedAt: Date
  finishedAt: Date | null
  asked: string | null
  askedOf: string | null
  httpStatus: number | null
  finalUrl: string | null
  bytes: number | null
  contentClass: string | null
  hops: unknown
  signals: unknown
  detail: unknown
}

export function AttemptFacts({ attempt }: { attempt: AttemptRecord }) {
  const hops = hopsOf(attempt.hops)
  const signals = Array.isArray(attempt.signals) ? attempt.signals.map(String) : []
  const detail = detailText(attempt.detail)
  return (
    <FactList
      facts={[
        { label: 'Sent', value: attempt.asked },
        { label: 'Sent to', value: attempt.askedOf ?? 'Nobody outside the house' },
        { label: 'Answer', value: attempt.httpStatus === null ? null : `HTTP ${attempt.httpStatus}` },
        { label: 'Came back', value: attempt.bytes === null ? null : sizeWords(attempt.bytes) },
        { label: 'What it was', value: attempt.contentClass && classWords(attempt.contentClass) },
        { label: 'How we can tell', value: signals.join('; ') },
        { label: 'Redirects', value: hops.length > 0 ? <Hops hops={hops} /> : null },
        {
          label: 'Ended at',
          value:
            attempt.finalUrl && attempt.finalUrl !== attempt.asked ? (
              <OutsideLink address={attempt.finalUrl} />
            ) : null,
        },
        { label: 'Begun', value: <Time at={attempt.startedAt} seconds /> },
        { label: 'Ended', value: attempt.finishedAt && <Time at={attempt.finishedAt} seconds /> },
        { label: 'Step', value: `${attempt.step}, version ${attempt.version}` },
        {
          label: 'Also recorded',
          value: detail ? <RawText>{detail}</RawText> : null,
        },
      ]}
    />
  )
}

type ShownHop = { address: string; status: number; location: string }

/** Redirects in the order met, each with its status. */
export function Hops({ hops }: { hops: ShownHop[] }) {
  return (
    <ol className="list-decimal pl-6">
      {hops.map((hop, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: hops have no other identity and never change
        <li key={index}>
          {hop.address} <span className="text-soft">(HTTP {hop.status}) led to</span> {hop.location}
        </li>
      ))}
    </ol>
  )
}

/** Stored JSON as hops; what does not have their shape is left out. */
export function hopsOf(stored: unknown): ShownHop[] {
  if (!Array.isArray(stored)) return []
  return stored.filter(
    (hop): hop is ShownHop =>
      typeof hop?.address === 'string' &&
      typeof hop?.status === 'number' &&
      typeof hop?.location === 'string',
  )
}

function detailText(detail: unknown): string | null {
  if (typeof detail !== 'object' || detail === null || Object.keys(detail).length === 0) return null
  return JSON.stringify(detail, null, 2)
}
