/** The two sections of an export as they will be printed. */
import { Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { EmptyState } from './empty-state.tsx'
import { type PrintedClause, PrintedSentence } from './export-clauses.tsx'
import { OutsideLink } from './outside-link.tsx'
import { languageOf } from './source-words.ts'

export type PrintedSource = {
  id: string
  number: number
  heading: string
  language: string | null
  address: string
  captureId: string | null
  copy: { text: string } | null
  keyUse: string | null
  caveats: string[]
}

export function PrintedSources({ sources, articleId }: { sources: PrintedSource[]; articleId: string }) {
  if (sources.length === 0)
    return (
      <EmptyState
        title="No source is cited."
        action={
          <Link className="link" to={paths.article(articleId)}>
            Go to the claims and link their sources
          </Link>
        }
      />
    )
  return (
    <ol className="max-w-prose list-decimal space-y-5 pl-6 font-serif text-lg">
      {sources.map((source) => (
        <li key={source.id}>
          <p>
            <Link
              className="link"
              to={paths.source(source.id)}
              lang={languageOf(source.heading, source.language)}
            >
              {source.heading}
            </Link>
          </p>
          <ul className="list-disc pl-5">
            <li>
              <OutsideLink address={source.address} />
            </li>
            <li>
              Archived copy:{' '}
              {source.copy ? <Copy copy={source.copy.text} captureId={source.captureId} /> : 'none'}
            </li>
            {source.keyUse ? <li>Key use in this article: {source.keyUse}</li> : null}
            {source.caveats.length > 0 ? <li>Caveats: {source.caveats.join('; ')}</li> : null}
          </ul>
        </li>
      ))}
    </ol>
  )
}

function Copy({ copy, captureId }: { copy: string; captureId: string | null }) {
  if (!captureId) return copy
  return (
    <Link className="link" to={paths.capture(captureId)}>
      {copy}
    </Link>
  )
}

export type PrintedNote = {
  language: string
  label: string
  colon: string
  gap: string
  clauses: PrintedClause[]
}
type Notes = { note: PrintedNote; caveats: { label: string; text: string }[] }

/** Each clause of the search-chain note leads to the attempts it was made from. */
export function PrintedNotes({ note, caveats }: Notes) {
  return (
    <ul className="max-w-prose list-disc space-y-4 pl-6 font-serif text-lg">
      <li lang={note.language}>
        {note.label}
        {note.colon}
        <PrintedSentence clauses={note.clauses} gap={note.gap} />
      </li>
      {caveats.map(({ label, text }) => (
        <li key={text}>
          {label}: {text}
        </li>
      ))}
    </ul>
  )
}
