/** Finds the words of a proposal that its passage does not have and that a proposal may not bring in by itself. */

import { tokens } from '#reading/quote-parts/differences.ts'
import { isHard } from '#reading/quote-parts/hard-words.ts'
import { areOpposite } from '#reading/quote-parts/opposites.ts'

const HAN = /\p{Script=Han}/u
const WORD = /[\p{L}\p{N}]/u

/** A number, name, negation, unit or direction that is not in `passage`, or the contrary of a word there. In order, once each. */
export function newHardWords(text: string, passage: string): string[] {
  const level = (words: string) => words.normalize('NFKC').replaceAll('’', "'")
  const from = level(passage)
  const own = tokens(from).map((token) => bare(token.text))
  const known = new Set(own)
  const found = tokens(level(text)).flatMap(({ text: word }) => {
    if (!WORD.test(word) || known.has(bare(word))) return []
    if (HAN.test(word) && from.includes(word)) return []
    const turnsRound = own.some((other) => areOpposite(bare(word), other))
    return isHard([word], []) || turnsRound ? [word] : []
  })
  return [...new Set(found)]
}

function bare(word: string): string {
  return word.toLowerCase().replace(/'s$/u, '')
}
