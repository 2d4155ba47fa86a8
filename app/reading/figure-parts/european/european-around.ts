/** How the words around a German, French or Spanish number limit it, and per what it is counted. */
import type { Bound } from '#reading/figure.ts'
import { boundBefore } from '#reading/figure-parts/shared/bounds.ts'
import type { Page } from '#reading/figure-parts/shared/draft.ts'
import { clauseStart } from '#reading/figure-parts/units/rates.ts'
import { isLetter, wordEnd } from './european-words.ts'
import type { Grammar, GrammarUnit } from './grammar.ts'

const LOOK_BACK = 40
const RATE_BACK = 48
const MAX_BOUND_WORDS = 4
/** The thing counted may stand between a number and its rate: 1.200 Autos pro Tag. */
const THING = /(?: [a-zß-ÿœ'’-]+){0,2}/y

/** The words that limit the number, nearest and longest first, and the last of them. */
export function boundOf(
  { plain }: Page,
  grammar: Grammar,
  start: number,
  end: number,
): { bound: Bound; word: string } | null {
  const last = plain[start - 1]
  if (last === undefined) return boundAfterwards(grammar, plain, end)
  if (/[<>≤≥~≈±]/.test(last === ' ' ? (plain[start - 2] ?? '') : last)) {
    const bound = boundBefore(plain, start)
    if (bound) return { bound, word: '' }
  }
  let from = start
  while (from > Math.max(0, start - LOOK_BACK) && !/[,;:!?()\n\d]/.test(plain[from - 1] ?? '')) from -= 1
  const words = plain
    .slice(from, start)
    .trim()
    .split(' ')
    .slice(-MAX_BOUND_WORDS - 1)
  const found = longest(grammar, words) ?? longest(grammar, withoutArticle(words))
  return found ?? boundAfterwards(grammar, plain, end)
}

const ARTICLE = /^(?:der|die|das|den|dem|le|la|les|el|los|las|un|una|une|des)$/
const CONTRACTED = new Map([
  ['del', 'de'],
  ['al', 'a'],
  ['du', 'de'],
  ['des', 'de'],
  ['aux', 'à'],
  ['au', 'à'],
])

/** "Más del 5 %" is "más de", "superó los" superó, "plus de la moitié" plus de. */
function withoutArticle(words: string[]): string[] {
  const last = words.at(-1) ?? ''
  const plain = CONTRACTED.get(last)
  if (plain) return [...words.slice(0, -1), plain]
  return ARTICLE.test(last) ? words.slice(0, -1) : []
}

function longest(grammar: Grammar, words: string[]): { bound: Bound; word: string } | null {
  for (let from = Math.max(0, words.length - MAX_BOUND_WORDS); from < words.length; from += 1) {
    const bound = grammar.before.get(words.slice(from).join(' '))
    if (bound) return { bound, word: words.at(-1) ?? '' }
  }
  return null
}

function boundAfterwards(
  grammar: Grammar,
  plain: string,
  end: number,
): { bound: Bound; word: string } | null {
  const bound = phraseAfter(grammar.after, plain, end)
  return bound ? { bound, word: '' } : null
}

/** The longest phrase of up to three words of `table` that follows one space. */
function phraseAfter<Value>(table: ReadonlyMap<string, Value>, plain: string, at: number): Value | null {
  if (plain[at] === '/') {
    return table.get(plain.slice(at, wordEnd(plain, at + 1))) ?? null
  }
  if (plain[at] !== ' ') return null
  let found: Value | null = null
  let end = at
  for (let words = 0; words < 3 && plain[end] === ' '; words += 1) {
    let stop = end + 1
    while (isLetter(plain.charCodeAt(stop)) || /['’]/.test(plain[stop] ?? '')) stop += 1
    if (stop === end + 1) break
    found = table.get(plain.slice(at + 1, stop)) ?? found
    end = stop
  }
  return found
}

export function rateOf(
  grammar: Grammar,
  plain: string,
  start: number,
  end: number,
  unit: GrammarUnit | null,
): string | null {
  const direct = phraseAfter(grammar.rates, plain, end)
  if (direct) return direct
  if (!unit && plain[end] === ' ') {
    THING.lastIndex = end
    const thing = THING.exec(plain)?.[0] ?? ''
    for (let cut = thing.indexOf(' ', 1); cut !== -2; cut = cut < 0 ? -2 : thing.indexOf(' ', cut + 1)) {
      const rate = phraseAfter(grammar.rates, plain, end + (cut < 0 ? thing.length : cut))
      if (rate) return rate
    }
  }
  return rateBefore(grammar, plain, start)
}

/** Named before the figure in its clause, or at the head of its sentence: "Chaque année, 15 000". */
function rateBefore(grammar: Grammar, plain: string, start: number): string | null {
  let from = clauseStart(plain, start)
  if (plain[from - 1] === ',') from = clauseStart(plain, from - 1)
  const words = plain.slice(Math.max(from, start - RATE_BACK), start).split(/[\s,]+/)
  for (const [index, word] of words.entries()) {
    const rate = grammar.ratesBefore.get(word) ?? grammar.ratesBefore.get(`${word} ${words[index + 1] ?? ''}`)
    if (rate) return rate
  }
  return null
}
