/** One clause of the search-chain note, with the attempts it was made from. */
import type { DossierAttempt } from './dossier.ts'

/** `text` carries its own punctuation: the clauses joined with spaces are the paragraph. */
export type NoteClause = { text: string; attemptIds: string[] }

/** A clause without punctuation yet, and its attempts. */
export type ClauseDraft = { words: string; attempts: DossierAttempt[] }

/** Sets the drafts as one sentence: semicolons between them, a full stop at the end. */
export function asSentence(drafts: ClauseDraft[]): NoteClause[] {
  return drafts.map(({ words, attempts }, index) => ({
    text: `${words}${index === drafts.length - 1 ? '.' : ';'}`,
    attemptIds: [...new Set(attempts.map((attempt) => attempt.id))],
  }))
}
