/** Compares the names of a translation with those of the words translated. A name is never transcribed here. */
import { readFigures } from '#reading/figures.ts'
import { isHan, otherScript } from '../query-names.ts'
import { datesIn } from './lone-numbers.ts'

const LATIN_WORD = /\p{Script=Latin}[\p{Script=Latin}\p{M}\p{N}'’.-]*/gu
const CAPITAL = /^\p{Lu}/u
const SENTENCE_END = /[.!?。！？:：]["'”’)]*\s*$/u
/** Capitalised at the head of a sentence and no name, in the languages that translations are made into most. */
const PLAIN =
  /^(?:the|an?|this|that|these|those|it|its|and|but|or|so|yet|if|in|on|of|for|to|from|with|by|as|at|is|are|was|were|there|here|when|while|who|which|what|how|also|then|thus|however|our|your|their|his|her|my|we|he|she|they|i|you|by|since|after|before|because|although|more|most|some|all|every|each|no|not|le|la|les|un|une|der|die|das|ein|eine|el|los|las|una)$/iu
const PAIRED_HAN =
  /([\p{Script=Han}·]{2,8})\s*[(（]\s*\p{Lu}|\p{Lu}[\p{L}'’-]+\s*[(（]\s*([\p{Script=Han}·]{2,8})\s*[)）]/gu

export type NameTrouble = { strange: string[]; missing: string[] }

/**
 * `strange`: names of the translation that cannot be found in the words translated, neither in the same letters nor as the
 * record writes them in the other script. `missing`: names of the words translated that the translation should have and has not.
 */
export function compareNames(
  quote: string,
  translation: string,
  context: { to: string; record: string[] },
): NameTrouble {
  const pairs = pairsOnRecord(quote, context.record)
  const inQuote = new Set(latinWords(quote).map(({ word }) => level(word)))
  const paired = new Set(pairs.flatMap(({ latin }) => latin.split(/\s+/u).map(level)))
  const known = new Set([...inQuote, ...paired, ...countriesOf(quote)])
  const lower = lowerWords([...context.record, translation])
  const strange = namesIn(translation, lower, context.to).filter((name) => !known.has(level(name)))
  const has = new Set(latinWords(translation).map(({ word }) => level(word)))
  const missing = [
    ...latinNamesOf(quote).filter((name) => !has.has(level(name))),
    ...pairs.flatMap(({ latin, han }) => {
      const isThere = isHan(translation) ? translation.includes(han) : familyIn(latin, has)
      return isThere ? [] : [latin]
    }),
  ]
  return { strange: [...new Set(strange)], missing: [...new Set(missing)] }
}

/** Names that the record gives in both scripts, where one of them stands in the quotation. */
function pairsOnRecord(quote: string, record: string[]) {
  const found = new Map<string, { han: string; latin: string }>()
  const texts = [...record, quote]
  for (const text of texts)
    for (const [, before, inside] of text.matchAll(PAIRED_HAN)) {
      const whole = before ?? inside ?? ''
      // A title may stand before the name: the longest end of it that the quotation has is the name.
      for (let at = 0; at + 2 <= whole.length; at += 1) {
        const han = whole.slice(at)
        const latin = quote.includes(han) ? otherScript(han, texts) : null
        if (!latin) continue
        found.set(han, { han, latin })
        break
      }
    }
  for (const { word: latin } of latinWords(quote)) {
    const han = otherScript(latin, record)
    if (han) found.set(han, { han, latin })
  }
  return [...found.values()]
}

/** A name counts as there when any word of it is: houses print family names alone. */
function familyIn(latin: string, words: Set<string>): boolean {
  return latin.split(/\s+/u).some((part) => words.has(level(part)))
}

/** Words with a capital that the record nowhere has in small letters: at the head of a sentence nothing else tells a name. */
function namesIn(translation: string, lower: Set<string>, to: string): string[] {
  const taken = [...readFigures(translation, { language: to }), ...datesIn(translation, to)]
  const inFigures = new Set(taken.flatMap(({ text }) => text.split(/[\s,]+/u)))
  return latinWords(translation).flatMap(({ word }) =>
    !CAPITAL.test(word) || PLAIN.test(word) || lower.has(level(word)) || inFigures.has(word) ? [] : [word],
  )
}

/** Latin names inside words of another script: all of them; among Latin words, those with a capital inside a sentence. */
function latinNamesOf(quote: string): string[] {
  const mixed = isHan(quote)
  return latinWords(quote).flatMap(({ word, at }) => {
    if (!CAPITAL.test(word)) return []
    if (mixed) return word.length > 1 ? [word] : []
    const isHead = at === 0 || SENTENCE_END.test(quote.slice(0, at))
    return isHead || PLAIN.test(word) ? [] : [word]
  })
}

function latinWords(text: string): { word: string; at: number }[] {
  return [...text.matchAll(LATIN_WORD)].map(({ 0: word, index }) => ({
    word: word.replace(/[.'’-]+$/u, ''),
    at: index,
  }))
}

function lowerWords(texts: string[]): Set<string> {
  return new Set(
    texts.flatMap((text) =>
      latinWords(text).flatMap(({ word }) => (/^\p{Ll}/u.test(word) ? [level(word)] : [])),
    ),
  )
}

const level = (word: string) => word.toLowerCase().replaceAll('’', "'").replace(/'s$/u, '')

let countries: { zh: string; en: string[] }[] | null = null

/** Words of the English names of countries whose Chinese name stands in a text. */
function countriesOf(text: string): string[] {
  countries ??= allCountries()
  return countries.filter(({ zh }) => text.includes(zh)).flatMap(({ en }) => en)
}

function allCountries(): { zh: string; en: string[] }[] {
  const names = (language: string) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
  const [zh, en] = [names('zh'), names('en')]
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  return letters.flatMap((first) =>
    letters.flatMap((second) => {
      const [han, latin] = [zh.of(first + second), en.of(first + second)]
      return han && latin && han.length > 1 ? [{ zh: han, en: latin.split(/\s+/u).map(level) }] : []
    }),
  )
}
