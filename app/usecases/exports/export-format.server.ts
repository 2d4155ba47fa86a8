/** Reads the name of an export format, and the choices that go with it, as they stand in an address or on a command line. */
import { type ExportOptions, NOTE_LENGTHS } from '#exports/export-options.ts'
import { EXPORT_FORMATS, type ExportFormat } from '#exports/formats.ts'
import { NOTE_LANGUAGES } from '#exports/note/note-words.ts'

/** The format of that name, or null. */
export function exportFormat(name: string | undefined): ExportFormat | null {
  return EXPORT_FORMATS.find(({ format }) => format === name)?.format ?? null
}

/**
 * `note` is short or full, `noteLanguage` a language tag: any tag of English or Chinese will do. What is not known is left
 * out, so that the note follows the article.
 */
export function exportOptions(given: { note?: string | null; noteLanguage?: string | null }): ExportOptions {
  const note = NOTE_LENGTHS.find((length) => length === given.note)
  const primary = given.noteLanguage?.trim().toLowerCase().split('-')[0]
  const noteLanguage = NOTE_LANGUAGES.find((language) => language.split('-')[0] === primary)
  return { ...(note && { note }), ...(noteLanguage && { noteLanguage }) }
}
