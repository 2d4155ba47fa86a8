/** What a person may choose about an export besides its format. */
import type { NoteLanguage } from './note/note-words.ts'

/** Whether the search-chain note is a paragraph alone, or is followed by the box on method. */
export const NOTE_LENGTHS = ['short', 'full'] as const
export type NoteLength = (typeof NOTE_LENGTHS)[number]

/** Without a language the note follows the article's; without a length it is full. */
export type ExportOptions = { note?: NoteLength; noteLanguage?: NoteLanguage }
