/** The search-chain note in English. */
import type { NoteWords } from '../note-words.ts'
import { askedWords } from './ask-words.ts'
import { FETCH_WORDS } from './fetch-words.ts'
import { FIND_WORDS } from './find-words.ts'
import { METHOD_WORDS } from './method-words.ts'

export const ENGLISH: NoteWords = {
  say: { ...FIND_WORDS, ...FETCH_WORDS, ...METHOD_WORDS, asked: askedWords },
  between: ';',
  end: '.',
  gap: ' ',
  label: 'Search-chain note',
  colon: ': ',
  boxTitle: 'How sources were looked for',
  rows: {
    tools: 'Engines and tools',
    queries: 'Queries, word for word',
    limits: 'Limits and windows',
    times: 'Times',
    endings: 'How each step ended',
    results: 'Results',
    screening: 'Screening',
    captures: 'Pages captured',
    byHand: 'Done by hand',
    people: 'People asked',
    ai: 'Use of AI',
    blind: 'What could not be looked at',
    notFound: 'Searched and not found',
    notes: 'Notes',
  },
}
