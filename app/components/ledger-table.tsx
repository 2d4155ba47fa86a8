/** Entries of the ledger: who did what when to which object, with what was recorded. */
import { Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { EmptyState } from './empty-state.tsx'
import { historyWords } from './history-words.ts'
import { RawText } from './raw-text.tsx'
import { Time } from './time.tsx'

export type ShownEntry = {
  seq: number
  at: Date
  actorName: string
  kind: string
  subjectKind: string
  subjectId: string
  payload: string
  prevHash: string
  hash: string
}

const PAGE_OF: Record<string, (id: string) => string> = {
  article: paths.article,
  claim: paths.claim,
  source: paths.source,
  run: paths.run,
  capture: (id) => paths.capture(id),
  citation: paths.citationEdit,
}

export function LedgerTable({ entries }: { entries: ShownEntry[] }) {
  if (entries.length === 0) return <EmptyState title="The ledger has no entries here." />
  return (
    <ol className="border-b border-rule">
      {entries.map((entry) => (
        <li
          key={entry.seq}
          className="grid gap-x-4 border-t border-rule py-2 sm:grid-cols-[4rem_11.5rem_minmax(0,1fr)]"
        >
          <span className="text-sm text-soft">{entry.seq}</span>
          <span className="text-sm text-soft">
            <Time at={entry.at} />
          </span>
          <div className="min-w-0">
            <p>
              <span className="font-medium">{entry.actorName}</span> {words(entry)} <Subject entry={entry} />
            </p>
            <details>
              <summary className="text-sm text-soft">What was recorded</summary>
              <RawText>{readable(entry.payload)}</RawText>
              <p className="font-mono text-xs break-all text-soft">
                {entry.kind} · hash {entry.hash} · after {entry.prevHash}
              </p>
            </details>
          </div>
        </li>
      ))}
    </ol>
  )
}

function Subject({ entry }: { entry: ShownEntry }) {
  const page = PAGE_OF[entry.subjectKind]
  if (!page) return <span className="text-sm text-soft">({entry.subjectKind})</span>
  return (
    <Link className="link text-sm" to={page(entry.subjectId)}>
      {entry.subjectKind}
    </Link>
  )
}

function words(entry: ShownEntry): string {
  const payload = parsed(entry.payload)
  return historyWords(
    entry.kind,
    typeof payload === 'object' && payload !== null ? (payload as Record<string, unknown>) : {},
  )
}

function readable(payload: string): string {
  return JSON.stringify(parsed(payload), null, 2)
}

/** An entry that was tampered with may hold anything: it is shown as it is. */
function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload)
  } catch {
    return payload
  }
}
