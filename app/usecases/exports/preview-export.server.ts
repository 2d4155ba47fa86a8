/** Shows what an export will print, before it is one: changes nothing and leaves no entry in the ledger. */
import { editorialCaveats } from '#exports/editorial-caveats.ts'
import { EXPORT_FORMATS } from '#exports/formats.ts'
import { caveatTag } from '#exports/head-words.ts'
import { recordWarnings } from '#exports/record-warnings.ts'
import { searchNote } from '#exports/search-note.ts'
import { sourceEntry } from '#exports/source-entry.ts'
import { toMarkdown } from '#exports/to-markdown.ts'
import type { Desk } from '#storage/desk.server.ts'
import { readDossier } from './build-dossier.server.ts'

/** The two printed sections and what to mind before they are printed. `by` is as in `readDossier`. Null without such an article. */
export async function previewExport(
  desk: Desk,
  articleId: string,
  by: { name: string; publicUrl: string | null },
) {
  const dossier = await readDossier(desk, articleId, by)
  if (!dossier) return null
  const { id, headline, language, sample } = dossier.article
  const runOf = new Map(dossier.runs.flatMap((run) => run.attempts.map((attempt) => [attempt.id, run.id])))
  return {
    article: { id, headline, language, sample },
    warnings: recordWarnings(dossier),
    sources: dossier.sources.map((source) => ({
      ...sourceEntry(dossier, source),
      id: source.id,
      captureId: source.captures[0]?.id ?? null,
    })),
    /** each clause with the runs whose attempts it was made from */
    note: searchNote(dossier).map(({ text, attemptIds }) => ({
      text,
      runIds: [...new Set(attemptIds.flatMap((attemptId) => runOf.get(attemptId) ?? []))],
    })),
    caveats: editorialCaveats(dossier).map(({ text, caveatIds }) => ({ label: caveatTag(caveatIds), text })),
    markdown: sectionsOf(toMarkdown(dossier)),
    formats: EXPORT_FORMATS.map(({ format, label, fileExtension }) => ({ format, label, fileExtension })),
  }
}

/** Sources and reporting notes out of the whole document, exactly as the file has them. Headings stand on lines of their own. */
function sectionsOf(markdown: string): { sources: string; notes: string } {
  const [, sources = '', notes = ''] =
    /\n(## Sources\n[\s\S]*?)\n\n(## Reporting notes\n[\s\S]*?)\n\n## Claims\n/.exec(markdown) ?? []
  return { sources, notes }
}
