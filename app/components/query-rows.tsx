/** The queries of a search, editable in place and in order, and further proposals to add. */
import { type MouseEvent, type ReactNode, useState } from 'react'
import type { QueryProposal } from '#domain/propose-queries.ts'
import { languageName } from '#domain/query-languages.ts'
import { MAX_QUERIES, MAX_QUERY_CHARACTERS } from '#domain/run.ts'
import { Button } from './button.tsx'
import { fieldError, type RefusedForm } from './form-errors.ts'
import { RowButtons } from './row-buttons.tsx'
import { useRowEditor } from './row-editor.ts'

type Query = { text: string }

/** `start` are the queries to begin with; fields are named `queries[n].text`. An empty row is not sent to anybody. */
export function QueryRows({
  start,
  proposals,
  refusal,
}: {
  start: string[]
  proposals: QueryProposal[]
  refusal: RefusedForm
}) {
  const { rows, onEdit, said, list } = useRowEditor<Query>(
    start.map((text) => ({ text })),
    (text) => ({ text }),
  )
  const chosen = new Set(rows.map(({ row }) => row.text))
  const more = proposals.filter(({ query }) => !chosen.has(query))
  const isFull = rows.length >= MAX_QUERIES
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-sm font-medium">Queries, best first</legend>
      <ol ref={list} className="grid gap-3">
        {rows.map(({ key, row }, index) => (
          <li key={key} data-row={key}>
            <QueryRow
              row={row}
              at={index}
              proposals={proposals}
              error={fieldError(refusal, `queries.${index}`)}
              buttons={
                <RowButtons
                  at={index}
                  of={rows.length}
                  name={`query ${index + 1}`}
                  removable
                  onEdit={onEdit}
                />
              }
            />
          </li>
        ))}
      </ol>
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
      {isFull ? (
        <p className="mt-2 text-sm text-soft">{MAX_QUERIES} queries are the most that one search sends.</p>
      ) : (
        <>
          <Button look="quiet" className="mt-2" name="edit" value="add" onClick={onEdit}>
            Add a query of your own
          </Button>
          <MoreProposals proposals={more} onEdit={onEdit} />
        </>
      )}
    </fieldset>
  )
}

function QueryRow({
  row,
  at,
  proposals,
  error,
  buttons,
}: {
  row: Query
  at: number
  proposals: QueryProposal[]
  error: string | null
  buttons: ReactNode
}) {
  const id = `query-${at}`
  // Only to say whose words these are; what is sent is what the field holds.
  const [text, setText] = useState(row.text)
  const proposal = proposals.find(({ query }) => query === text)
  return (
    <>
      <div className="flex flex-wrap items-start justify-end gap-2 sm:flex-nowrap">
        <input
          type="text"
          name={`queries[${at}].text`}
          defaultValue={row.text}
          onChange={(event) => setText(event.currentTarget.value)}
          aria-label={`Query ${at + 1}`}
          aria-describedby={`${id}-why`}
          aria-invalid={error ? true : undefined}
          lang={proposal?.language ?? undefined}
          maxLength={MAX_QUERY_CHARACTERS}
          className="min-h-9 w-full min-w-0 rounded-md border border-edge bg-sheet px-2 py-1 aria-invalid:border-2 aria-invalid:border-struck"
        />
        {buttons}
      </div>
      <p id={`${id}-why`} className="mt-0.5 text-sm text-soft">
        {error ? <span className="text-struck">✕ {error}</span> : (proposal?.reason ?? 'Your own.')}
      </p>
    </>
  )
}

function MoreProposals({
  proposals,
  onEdit,
}: {
  proposals: QueryProposal[]
  onEdit: (event: MouseEvent<HTMLButtonElement>) => void
}) {
  if (proposals.length === 0) return null
  return (
    <details className="mt-2">
      <summary className="text-sm text-accent">
        {proposals.length === 1 ? '1 more proposal' : `${proposals.length} more proposals`}
      </summary>
      <ul className="mt-2 grid gap-2">
        {proposals.map(({ query, language, reason }) => (
          <li key={query} className="flex items-start justify-between gap-3 border-l-2 border-rule pl-3">
            <div className="min-w-0">
              <p lang={language ?? undefined} className="break-words">
                {query}
              </p>
              <p className="text-sm text-soft">
                {language ? `In ${languageName(language)}. ` : ''}
                {reason}
              </p>
            </div>
            <Button name="edit" value={`add:${query}`} onClick={onEdit} aria-label={`Add ${query}`}>
              Add
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
