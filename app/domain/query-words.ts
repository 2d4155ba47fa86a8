/** Cuts the words of a claim or a quotation to what a search engine takes. */
import { isHan } from './query-names.ts'
import { MAX_QUERY_CHARACTERS } from './run.ts'

/** Longer phrases in quotation marks find nothing: a reprint differs somewhere. */
const MAX_PHRASE_CHARS = { han: 40, other: 100 }
const CLAUSE_ENDS = /[，。；：！？…\n]|[,.;:!?](?=\s|$)/u
const QUOTATION = /[“"「『]([^“”"「」『』\n]{8,200})[”"」』]/gu
const MARKS = /[“”"「」『』]/gu

/** White space folded, and cut at a word where it is too long. */
export function fitted(query: string): string {
  const folded = query.replace(/\s+/gu, ' ').trim()
  if (folded.length <= MAX_QUERY_CHARACTERS) return folded
  const cut = folded.slice(0, MAX_QUERY_CHARACTERS)
  const atWord = cut.replace(/\s\S*$/u, '').trim()
  return (atWord || cut).replace(/[\uD800-\uDBFF]$/u, '')
}

/** What stands between quotation marks in a text. */
export function quotedWords(text: string): string[] {
  return [...text.matchAll(QUOTATION)].map((match) => match[1]!.trim())
}

/**
 * Words in quotation marks, as engines take an exact phrase. Of a long passage the clause with one of `figures` in it,
 * otherwise its longest clause.
 */
export function exactPhrase(words: string, figures: string[] = []): string {
  const plain = words.replace(MARKS, '').replace(/\s+/gu, ' ').trim()
  const clauses = plain
    .split(CLAUSE_ENDS)
    .map((clause) => clause.trim())
    .filter(Boolean)
  const whole = plain.replace(/[，。；：！？…,.;:!?]+$/u, '')
  const longest = [...clauses].sort((a, b) => b.length - a.length)[0] ?? whole
  const telling = clauses.find((clause) => figures.some((figure) => clause.includes(figure))) ?? longest
  const phrase = whole.length <= maxChars(whole) ? whole : telling
  return phrase ? `"${cutToWord(phrase)}"` : ''
}

const maxChars = (phrase: string) => MAX_PHRASE_CHARS[isHan(phrase) ? 'han' : 'other']

function cutToWord(phrase: string): string {
  if (phrase.length <= maxChars(phrase)) return phrase
  const cut = phrase.slice(0, maxChars(phrase))
  return cut.includes(' ') ? cut.replace(/\s\S*$/u, '') : cut
}
