/** The egress log: who outside learned what, when, and in which step. */
import { Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import type { EgressEnded, EgressLearned, EgressVia } from '#domain/egress.ts'
import { stepWords } from './attempt-words.ts'
import { EmptyState } from './empty-state.tsx'
import { Time } from './time.tsx'

export type ShownEgress = {
  id: string
  at: Date
  party: string
  via: string
  learned: string
  detail: string
  ended: string
  attempt: { step: string; runId: string } | null
}

const ENDED_WORDS: Record<EgressEnded, string> = {
  connected: 'was reached',
  refused: 'was not asked: the guard kept it in the house',
  failed: 'was not reached',
}
const LEARNED_WORDS: Record<EgressLearned, string> = {
  name: 'its own name only',
  address: 'the address',
  query: 'the query',
}
const VIA_WORDS: Record<EgressVia, string> = {
  http: 'by a plain request',
  browser: 'by the browser',
  service: 'as a service that was asked',
}

/** Words for a stored value; one of a later version stands for itself. */
const said = (words: Record<string, string>, stored: string) => words[stored] ?? stored

export function EgressList({ entries }: { entries: ShownEgress[] }) {
  if (entries.length === 0)
    return <EmptyState title="Nobody outside is on record.">Steps that go out are listed here.</EmptyState>
  return (
    <ol>
      {entries.map((entry) => (
        <li
          key={entry.id}
          className="grid gap-x-6 gap-y-1 border-t border-rule py-3 first:border-t-0 first:pt-0 lg:grid-cols-[14rem_minmax(0,1fr)]"
        >
          <div className="text-sm text-soft">
            <Time at={entry.at} seconds />
            {entry.attempt ? (
              <p>
                <Link className="link" to={paths.run(entry.attempt.runId)}>
                  {stepWords(entry.attempt.step)}
                </Link>
              </p>
            ) : null}
          </div>
          <div className="min-w-0">
            <p>
              <span className="font-medium break-all">{entry.party}</span> {said(ENDED_WORDS, entry.ended)}{' '}
              <span className="text-soft">{said(VIA_WORDS, entry.via)}</span>
            </p>
            {entry.ended === 'connected' ? (
              <p className="text-sm">
                Learned {said(LEARNED_WORDS, entry.learned)}:{' '}
                <span className="break-all whitespace-pre-wrap">{entry.detail}</span>
              </p>
            ) : (
              <p className="text-sm text-soft">
                Would have learned: <span className="break-all whitespace-pre-wrap">{entry.detail}</span>
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}

/** What the whole log says, not only the page of it that is shown. `cutOff` steps may have told more than is on record. */
export function egressSentence(count: { parties: number; entries: number; cutOff: number }): string {
  const { parties, entries, cutOff } = count
  const steps = cutOff === 1 ? 'One step was' : `${cutOff} steps were`
  const more =
    cutOff > 0 ? ` ${steps} cut off with the worker: whom it had asked by then is not on record.` : ''
  return `${reachedWords(parties, entries)}${more}`
}

function reachedWords(parties: number, entries: number): string {
  if (entries === 0) return 'No outside party is on record.'
  if (parties === 0) return 'Nobody outside was reached.'
  return parties === 1 ? 'One outside party was reached.' : `${parties} outside parties were reached.`
}
