/** Where the records behind a clause of the note can be seen, in Stet at its public address. */
import type { Dossier } from './dossier.ts'
import type { NoteClause } from './note-clause.ts'

/** Addresses to print with a clause, and how many more runs it rests on. Both are nothing without a public address. */
export type ClauseLinks = { addresses: string[]; more: number }
export type LinksOf = (clause: NoteClause) => ClauseLinks

/** More marks than these are read by nobody; the run's page leads on to all of its attempts. */
const MAX_LINKS = 5

/** Raised numbers for formats that have none of their own. */
export const SUPERSCRIPTS = ['¹', '²', '³', '⁴', '⁵']

/** Links of a dossier's clauses, each to an attempt's place on its run's page, or on the page of the run's looks at leads. */
export function attemptLinks(dossier: Dossier): LinksOf {
  const places = new Map(
    dossier.runs.flatMap(({ id: runId, address, attempts }) =>
      address === null
        ? []
        : attempts.map(({ id, leadId }) => {
            const page = leadId === null ? address : `${address}/looks`
            return [id, { runId, address: `${page}#attempt-${id}` }] as const
          }),
    ),
  )
  return ({ attemptIds }) => {
    const { shown, more } = fewOf(attemptIds.flatMap((id) => places.get(id) ?? []))
    return { addresses: shown.map(({ address }) => address), more }
  }
}

/** All attempts where they are few, else the first in each run; `more` counts the runs that are left out. */
export function fewOf<T extends { runId: string }>(attempts: T[]): { shown: T[]; more: number } {
  if (attempts.length <= MAX_LINKS) return { shown: attempts, more: 0 }
  const first = new Map<string, T>()
  for (const attempt of attempts) if (!first.has(attempt.runId)) first.set(attempt.runId, attempt)
  const perRun = [...first.values()]
  return { shown: perRun.slice(0, MAX_LINKS), more: Math.max(0, perRun.length - MAX_LINKS) }
}
