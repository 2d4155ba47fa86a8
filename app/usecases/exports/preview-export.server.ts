/** Shows what an export will print, before it is one: changes nothing and leaves no entry in the ledger. */
import type { Dossier } from '#exports/dossier.ts'
import { editorialCaveats } from '#exports/editorial-caveats.ts'
import type { ExportOptions } from '#exports/export-options.ts'
import { EXPORT_FORMATS } from '#exports/formats.ts'
import { caveatTag } from '#exports/head-words.ts'
import type { NoteClause } from '#exports/note-clause.ts'
import { fewOf } from '#exports/note-links.ts'
import { recordWarnings } from '#exports/record-warnings.ts'
import { methodBox, searchNote } from '#exports/search-note.ts'
import { sourceEntry } from '#exports/source-entry.ts'
import { markdownSections } from '#exports/to-markdown.ts'
import type { Desk } from '#storage/desk.server.ts'
import { readDossier } from './build-dossier.server.ts'

/** A clause with the attempts to lead to, each in its run; `more` counts runs that are left out. */
export type ShownClause = {
  text: string
  attempts: { id: string; runId: string; isLook: boolean }[]
  more: number
}

/** The printed sections and what to mind before they are printed. `by` is as in `readDossier`. Null without such an article. */
export async function previewExport(
  desk: Desk,
  articleId: string,
  by: { name: string; publicUrl: string | null },
  options: ExportOptions = {},
) {
  const dossier = await readDossier(desk, articleId, by)
  if (!dossier) return null
  const { id, headline, language, sample } = dossier.article
  const made = madeFrom(dossier)
  const note = searchNote(dossier, options.noteLanguage)
  const box = methodBox(dossier, options.noteLanguage)
  return {
    article: { id, headline, language, sample },
    warnings: recordWarnings(dossier),
    sources: dossier.sources.map((source) => ({
      ...sourceEntry(dossier, source),
      id: source.id,
      captureId: source.captures[0]?.id ?? null,
    })),
    note: { ...note, clauses: note.clauses.map(made) },
    method: {
      ...box,
      rows: box.rows.map(({ heading, sentences }) => ({
        heading,
        sentences: sentences.map((sentence) => sentence.map(made)),
      })),
    },
    caveats: editorialCaveats(dossier).map(({ text, caveatIds }) => ({ label: caveatTag(caveatIds), text })),
    markdown: markdownSections(dossier, { ...options, note: 'full' }),
    formats: EXPORT_FORMATS.map(({ format, label, fileExtension }) => ({ format, label, fileExtension })),
  }
}

/** Puts a clause beside the attempts it names. */
function madeFrom({ runs }: Dossier): (clause: NoteClause) => ShownClause {
  const places = new Map(
    runs.flatMap((run) =>
      run.attempts.map(({ id, leadId }) => [id, { id, runId: run.id, isLook: leadId !== null }] as const),
    ),
  )
  return ({ text, attemptIds }) => {
    const { shown, more } = fewOf(attemptIds.flatMap((id) => places.get(id) ?? []))
    return { text, attempts: shown, more }
  }
}
