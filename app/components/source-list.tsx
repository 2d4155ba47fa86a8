/** Sources in a list: what they are called, where they are, and whether there is an archived copy. */
import { Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import type { RunState } from '#domain/run.ts'
import type { SourceKind } from '#domain/source.ts'
import { isOpen } from './run-rows.ts'
import { languageOf, SOURCE_KIND_WORDS, sourceName } from './source-words.ts'
import { Time } from './time.tsx'

export type ListedSource = {
  id: string
  address: string
  publisher: string | null
  title: string | null
  language: string | null
  kind: SourceKind
  citations: number
  captures: number
  newestCapture: { id: string; capturedAt: Date } | null
  newestRun: { id: string; state: RunState } | null
}

export function SourceList({ sources }: { sources: ListedSource[] }) {
  return (
    <ul className="border-b border-rule">
      {sources.map((source) => (
        <li
          key={source.id}
          className="grid gap-x-6 gap-y-1 border-t border-rule py-3 sm:grid-cols-[minmax(0,1fr)_15rem]"
        >
          <div className="min-w-0">
            <Link
              className="link font-medium"
              to={paths.source(source.id)}
              lang={languageOf(sourceName(source), source.language)}
            >
              {sourceName(source)}
            </Link>
            <p className="text-sm text-soft">{source.address}</p>
            <p className="text-sm text-soft">
              {SOURCE_KIND_WORDS[source.kind]} · {citationWords(source.citations)}
            </p>
          </div>
          <p className="text-sm sm:text-right">
            <ArchiveState source={source} />
          </p>
        </li>
      ))}
    </ul>
  )
}

function citationWords(count: number): string {
  if (count === 0) return 'no claim rests on it'
  return count === 1 ? '1 citation' : `${count} citations`
}

function ArchiveState({ source }: { source: ListedSource }) {
  const { newestCapture, newestRun, captures } = source
  if (newestRun && isOpen(newestRun))
    return (
      <Link className="link" to={paths.run(newestRun.id)}>
        ▸ Being captured
      </Link>
    )
  if (!newestCapture)
    return (
      <span className="text-disputed">! {newestRun ? 'Could not be archived yet' : 'Not archived yet'}</span>
    )
  return (
    <>
      <Link className="link" to={paths.capture(newestCapture.id)}>
        ✓ {captures === 1 ? '1 archived copy' : `${captures} archived copies`}
      </Link>
      <span className="block text-soft">
        <Time at={newestCapture.capturedAt} />
      </span>
    </>
  )
}
