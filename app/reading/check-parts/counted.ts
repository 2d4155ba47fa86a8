/** Which kind of thing a number without a unit counts, where that can be told: cars, calls, words, shares, people. */
import type { ReadFigure } from '#reading/figure.ts'

/** Kinds that nobody may exchange for one another; nouns of one row are the same kind. */
const KINDS: [string, string][] = [
  [
    'people',
    'people persons residents inhabitants citizens workers employees staff patients voters students pupils soldiers farmers women men children teachers nurses doctors members migrants refugees civilians protesters adults',
  ],
  ['users', 'users subscribers'],
  ['households', 'households families'],
  ['companies', 'companies firms businesses enterprises'],
  ['countries', 'countries nations'],
  ['vehicles', 'cars vehicles trucks lorries buses vans motorcycles automobiles'],
  ['aircraft', 'aircraft planes jets airplanes helicopters'],
  ['ships', 'ships vessels boats'],
  ['homes', 'homes houses flats apartments dwellings'],
  ['shares', 'shares'],
  ['calls', 'calls requests queries'],
  ['words', 'words'],
  ['characters', 'characters'],
  ['tokens', 'tokens'],
]
const KIND_OF = new Map(KINDS.flatMap(([kind, nouns]) => nouns.split(' ').map((noun) => [noun, kind])))
const MEASURES: [RegExp, string][] = [
  [/^[辆輛]/, 'vehicles'],
  [/^(?:架|架次)/, 'aircraft'],
  [/^艘/, 'ships'],
  [/^股(?!东|東|民)/, 'shares'],
  [/^[个個]?(?:国家|國家)/, 'countries'],
  [/^次(?:调用|調用|请求|請求)/, 'calls'],
  [/^[个個]?(?:单词|單詞)/, 'words'],
  [/^[个個]?(?:字符|汉字|漢字)/, 'characters'],
]
/** Words after which the noun belongs to another phrase. */
const ENDS =
  /^(?:in|of|for|to|at|on|by|from|with|and|or|but|was|were|is|are|has|have|had|as|than|that|which|who|a|an|the|per)$/
const NEXT_WORD = /^[ -]?([a-z]+)/i
const MAX_WORDS = 3

/** The unit of the figure where it has one, else the kind of thing named right after it; null where neither is told. */
export function countedThing(text: string, figure: ReadFigure): string | null {
  if (figure.unit !== null) return figure.unit
  let rest = text.slice(figure.end, figure.end + 48)
  for (const [measure, kind] of MEASURES) if (measure.test(rest)) return kind
  for (let words = 0; words < MAX_WORDS; words += 1) {
    const match = NEXT_WORD.exec(rest)
    const word = match?.[1]?.toLowerCase()
    if (!match || !word || ENDS.test(word)) return null
    const kind = KIND_OF.get(word)
    if (kind) return kind
    rest = rest.slice(match[0].length)
  }
  return null
}
