/** Clauses of a generated note, each leading to the attempts it was made from. */
import { Link } from '@remix-run/react'
import { Fragment } from 'react'
import { paths } from '#app/paths.ts'

/** `attempts` are those to lead to; `more` counts the runs that are left out. */
export type PrintedClause = {
  text: string
  attempts: { id: string; runId: string; isLook: boolean }[]
  more: number
}

const QUIET = 'underline decoration-rule underline-offset-4 hover:decoration-accent'

/** Clauses in a row with the language's gap between them. */
export function PrintedSentence({ clauses, gap }: { clauses: PrintedClause[]; gap: string }) {
  return clauses.map((clause, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: clauses have no identity but their order
    <Fragment key={index}>
      {index === 0 ? '' : gap}
      <Clause clause={clause} />
    </Fragment>
  ))
}

/** The whole clause is the link where it rests on one attempt; raised numbers follow it where on several. */
function Clause({ clause: { text, attempts, more } }: { clause: PrintedClause }) {
  const [only] = attempts
  if (!only) return text
  if (attempts.length === 1 && more === 0)
    return (
      <Link className={QUIET} to={paths.attempt(only.runId, only.id, only.isLook)}>
        {text}
      </Link>
    )
  return (
    <>
      {text}
      <sup className="ml-0.5 font-sans text-xs whitespace-nowrap">
        {attempts.map(({ id, runId, isLook }, index) => (
          <Fragment key={id}>
            {index === 0 ? '' : ' '}
            <Link
              className="link px-1"
              to={paths.attempt(runId, id, isLook)}
              aria-label={`Record ${index + 1}`}
            >
              {index + 1}
            </Link>
          </Fragment>
        ))}
        {more > 0 ? <span className="text-soft"> +{more}</span> : null}
      </sup>
    </>
  )
}
