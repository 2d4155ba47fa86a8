/** Generates the search-chain note: one paragraph on how the sources were found and captured, from the recorded attempts. */
import type { Dossier } from './dossier.ts'
import { fetchClauses } from './fetch-clauses.ts'
import { findClauses } from './find-clauses.ts'
import type { NoteClause } from './note-clause.ts'

const NO_SEARCH: NoteClause = { text: 'No search was recorded.', attemptIds: [] }

/**
 * The note as clauses in reading order; joined with spaces they are one paragraph in English, times in UTC. Each clause
 * names the attempts it was made from; only a clause about something that is not on record names none. The shape
 * follows PRISMA-S: where was looked, when, along which steps, with what result, and what a person decided.
 */
export function searchNote(dossier: Dossier): NoteClause[] {
  const walked = dossier.runs.filter((run) => run.attempts.length > 0)
  if (walked.length === 0) return [NO_SEARCH]
  const found = findClauses(walked.filter((run) => run.kind === 'find'))
  const fetched = fetchClauses(
    dossier,
    walked.filter((run) => run.kind === 'fetch'),
  )
  return [...(found.length > 0 ? found : [NO_SEARCH]), ...fetched]
}

/** The note as one paragraph of plain text. */
export function noteText(clauses: NoteClause[]): string {
  return clauses.map((clause) => clause.text).join(' ')
}
