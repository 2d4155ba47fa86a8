/** Generates the search-chain note from the recorded attempts: one paragraph, or a box on method; in English or Chinese. */
import type { Dossier, DossierRun } from './dossier.ts'
import { askFacts } from './note/ask-facts.ts'
import { CHINESE } from './note/chinese/words.ts'
import { ENGLISH } from './note/english/words.ts'
import { fetchSentences } from './note/fetch-facts.ts'
import { findSentences } from './note/find-facts.ts'
import { methodRows } from './note/method-box.ts'
import { notFoundFacts, notFoundIn } from './note/not-found.ts'
import type { FactKind, FactOf, NoteFact, NoteSentence } from './note/note-fact.ts'
import { type NoteLanguage, type NoteWords, noteLanguageFor } from './note/note-words.ts'
import { idsOf } from './note/run-facts.ts'
import type { NoteClause } from './note-clause.ts'

const WORDS: Record<NoteLanguage, NoteWords> = { en: ENGLISH, 'zh-Hans': CHINESE }

/** A paragraph: clauses in reading order. `gap` stands between two of them; `label` is the note's name in its language. */
export type SearchNote = {
  language: NoteLanguage
  label: string
  colon: string
  gap: string
  clauses: NoteClause[]
}

/** The box on method: rows with a heading, each a list of sentences. */
export type MethodBox = {
  language: NoteLanguage
  title: string
  gap: string
  rows: { heading: string; sentences: NoteClause[][] }[]
}

/**
 * The short note: where was looked, when, along which steps, with what result, what a person decided, who was asked.
 * Each clause names the attempts it follows from; what is not on record is said of all attempts that are. Times in UTC.
 */
export function searchNote(
  dossier: Dossier,
  language: NoteLanguage = noteLanguageFor(dossier.article.language),
): SearchNote {
  const words = WORDS[language]
  const walked = dossier.runs.filter((run) => run.attempts.length > 0)
  const of = (kind: 'find' | 'fetch' | 'ask') => walked.filter((run) => run.kind === kind)
  // An assistant proposes and searches nothing: what is not on record is not said of its answers.
  const all = walked.filter(({ kind }) => kind !== 'assist').flatMap((run) => run.attempts)
  const found = findSentences(of('find'))
  const none: NoteSentence = [{ kind: 'no_search', attemptIds: idsOf(all) }]
  const sentences = [
    ...(found.length > 0 ? found : [none]),
    ...(all.length > 0 ? fetchSentences(dossier, of('fetch'), all) : []),
    ...askFacts(dossier, of('ask')).map((fact) => [fact]),
  ]
  const { label, colon, gap } = words
  return { language, label, colon, gap, clauses: sentences.flatMap((sentence) => clausesOf(sentence, words)) }
}

/** The full note. Every attempt of the dossier is named by at least one of its clauses. */
export function methodBox(
  dossier: Dossier,
  language: NoteLanguage = noteLanguageFor(dossier.article.language),
): MethodBox {
  const words = WORDS[language]
  const rows = methodRows(dossier)
    .filter(({ sentences }) => sentences.length > 0)
    .map(({ row, sentences }) => ({
      heading: words.rows[row],
      sentences: sentences.map((sentence) => clausesOf(sentence, words)),
    }))
  return { language, title: words.boxTitle, gap: words.gap, rows }
}

/** What was searched for and not found, one clause for each such claim, by its number: to be printed with the claim. */
export function notFoundNotes(
  dossier: Dossier,
  language: NoteLanguage = noteLanguageFor(dossier.article.language),
): { heading: string; colon: string; byClaim: Map<number, NoteClause> } {
  const words = WORDS[language]
  const entries = notFoundFacts(dossier).flatMap((fact) =>
    fact.kind === 'not_found' && fact.claim !== null
      ? [[fact.claim, clausesOf([{ ...fact, claim: null }], words)[0]!] as const]
      : [],
  )
  return { heading: words.rows.notFound, colon: words.colon, byClaim: new Map(entries) }
}

/** The same for one claim, from its runs alone; null where it was not searched for, or something was accepted. */
export function notFoundText(runs: DossierRun[], citedByHand: number, language: NoteLanguage): string | null {
  const entry = notFoundIn(null, citedByHand, runs)
  if (entry === null) return null
  return clausesOf([{ kind: 'not_found', ...entry, attemptIds: [] }], WORDS[language])[0]!.text
}

/** The short note as one paragraph of plain text. */
export function noteText({ clauses, gap }: Pick<SearchNote, 'clauses' | 'gap'>): string {
  return clauses.map((clause) => clause.text).join(gap)
}

/** Clauses of one sentence: the language's mark between them, a full stop at the end. What opens a list has its own. */
function clausesOf(sentence: NoteSentence, words: NoteWords): NoteClause[] {
  return sentence.map((fact, index) => {
    const last = index === sentence.length - 1 ? words.end : words.between
    const mark = fact.kind === 'searched' ? '' : last
    return { text: `${say(fact, words, index === 0)}${mark}`, attemptIds: fact.attemptIds }
  })
}

function say<K extends FactKind>(fact: NoteFact & { kind: K }, words: NoteWords, first: boolean): string {
  return words.say[fact.kind](fact as unknown as FactOf<K>, first)
}
