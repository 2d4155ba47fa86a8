/** One clause of the search-chain note, with the attempts it was made from. */

/** `text` carries its own punctuation: the clauses joined with the language's gap are the paragraph. */
export type NoteClause = { text: string; attemptIds: string[] }
