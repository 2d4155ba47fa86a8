/** The history of a thing, at the foot of its page: who did what when, newest first. */
import { Link } from '@remix-run/react'
import { historyWords } from './history-words.ts'
import { Time } from './time.tsx'

/** An entry of the ledger as far as it is shown. `payload` is canonical JSON text. */
export type HistoryEntry = {
  seq: number
  at: Date | string
  actorName: string
  kind: string
  payload: string
  subjectId?: string
}

/** What the parts of a thing are called, by their ids, where a history tells of several. */
export type PartNames = Record<string, { words: string; to: string }>

/** Beyond this many the older ones wait behind a fold. */
const SHOWN = 8

export function History({ entries, parts = {} }: { entries: HistoryEntry[]; parts?: PartNames }) {
  return (
    <section aria-labelledby="history" className="mt-12 border-t border-rule pt-4">
      <h2 id="history" className="scroll-mt-4 text-lg font-semibold">
        History
      </h2>
      {entries.length === 0 ? <p className="mt-2 text-soft">Nothing has happened here yet.</p> : null}
      <Entries entries={entries.slice(0, SHOWN)} parts={parts} />
      {entries.length > SHOWN ? (
        <details className="mt-2">
          <summary className="link text-sm">{entries.length - SHOWN} older</summary>
          <Entries entries={entries.slice(SHOWN)} parts={parts} />
        </details>
      ) : null}
    </section>
  )
}

function Entries({ entries, parts }: { entries: HistoryEntry[]; parts: PartNames }) {
  return (
    <ol className="mt-2 text-sm">
      {entries.map((entry) => (
        <li key={entry.seq} className="grid gap-x-4 py-1 sm:grid-cols-[11.5rem_minmax(0,1fr)]">
          <span className="text-soft">
            <Time at={entry.at} />
          </span>
          <span>
            <span className="font-medium">{entry.actorName}</span>{' '}
            {historyWords(entry.kind, readPayload(entry.payload))}
            <PartLink part={parts[entry.subjectId ?? '']} />
          </span>
        </li>
      ))}
    </ol>
  )
}

function PartLink({ part }: { part: PartNames[string] | undefined }) {
  if (!part) return null
  return (
    <>
      {' '}
      (
      <Link className="link" to={part.to}>
        {part.words}
      </Link>
      )
    </>
  )
}

function readPayload(payload: string): Record<string, unknown> {
  const value: unknown = JSON.parse(payload)
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
