/** Dossier → JSON: the whole record with the generated note and caveats, for programs and for later. */
import type { Dossier } from './dossier.ts'
import { editorialCaveats } from './editorial-caveats.ts'
import type { ExportOptions } from './export-options.ts'
import { methodBox, noteText, notFoundNotes, searchNote } from './search-note.ts'

/** Changes when a reader of the old shape would misread the new one. */
const VERSION = 'stet-dossier/1'

/**
 * UTF-8 JSON, two spaces of indent, keys in code-unit order at every level with `version` first: the same dossier gives
 * the same bytes whatever order the database kept the keys in. Recorded text, the
 * draft included, is not changed.
 */
export function toJson(dossier: Dossier, { noteLanguage }: ExportOptions = {}): string {
  const note = searchNote(dossier, noteLanguage)
  const { language, clauses } = note
  const { title, rows } = methodBox(dossier, noteLanguage)
  const notFound = notFoundNotes(dossier, noteLanguage)
  const whole = {
    ...dossier,
    searchNote: { text: noteText(note), language, clauses },
    methodBox: { title, rows },
    searchedAndNotFound: [...notFound.byClaim].map(([claimNumber, clause]) => ({ claimNumber, ...clause })),
    editorialCaveats: editorialCaveats(dossier),
  }
  return `${JSON.stringify({ version: VERSION, ...(inOrder(whole) as object) }, null, 2)}\n`
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, inOrder(inner)]))
}
