/** What a language needs to say for the search-chain note. */
import type { BoxRow } from './method-box.ts'
import type { FactKind, FactOf } from './note-fact.ts'

/** Words for one kind of fact: a clause without its final mark. `first` tells a clause that begins a sentence. */
export type Say = { [K in FactKind]: (fact: FactOf<K>, first: boolean) => string }

export type NoteWords = {
  say: Say
  /** between two clauses of a sentence, at its end, and between two sentences or clauses */
  between: string
  end: string
  gap: string
  /** "Search-chain note" */
  label: string
  /** after a label */
  colon: string
  boxTitle: string
  rows: Record<BoxRow, string>
}

/** The languages in which the note can be printed, as BCP 47 tags. */
export const NOTE_LANGUAGES = ['en', 'zh-Hans'] as const
export type NoteLanguage = (typeof NOTE_LANGUAGES)[number]

/** The note's language for an article: Chinese for Chinese in any script, English for all else. */
export function noteLanguageFor(articleLanguage: string): NoteLanguage {
  return /^zh\b/i.test(articleLanguage.trim()) ? 'zh-Hans' : 'en'
}

/** The facts that only the method box tells. */
export type MethodKind =
  | 'tool'
  | 'query'
  | 'languages'
  | 'sites'
  | 'windows'
  | 'time'
  | 'results'
  | 'screening_failed'
  | 'never_existed'
  | 'by_hand'
  | 'none_by_hand'
  | 'ai_used'
  | 'assistant_used'
  | 'no_ai'
  | 'engines_down'
  | 'steps_blind'
  | 'pages_not_seen'
  | 'sources_not_seen'
  | 'not_answered'
  | 'blind_means'
  | 'all_looked'
  | 'annotated'

/** A list that grows with the search is cut here; the whole of it is in the record. */
export const MAX_LISTED = 20
