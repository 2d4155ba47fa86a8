/** Words that are a multiple by themselves: doubled, halved, twice as many, 翻番, 翻了两番, 减半. */

import { readChineseNumber } from '#reading/figure-parts/chinese/chinese-number.ts'
import { HALF, Rational } from '#reading/figure-parts/numbers/rational.ts'
import { boundAfter, boundBefore } from './bounds.ts'
import type { Page, Reading } from './draft.ts'

const ENGLISH = new Map<string, Rational>()
for (const [words, factor] of [
  ['doubled doubles doubling', 2n],
  ['tripled triples tripling trebled trebles trebling', 3n],
  ['quadrupled quadruples quadrupling', 4n],
  ['quintupled quintuples quintupling', 5n],
] as const)
  for (const word of words.split(' ')) ENGLISH.set(word, new Rational(factor))
for (const word of ['halved', 'halves', 'halving']) ENGLISH.set(word, HALF)
/** Also adjectives and nouns (double digits, a triple jump): a multiple only as a verb or before "the". */
const BASE = new Map<string, Rational>([
  ['double', new Rational(2n)],
  ['triple', new Rational(3n)],
  ['treble', new Rational(3n)],
  ['quadruple', new Rational(4n)],
  ['halve', HALF],
])
const VERB_BEFORE =
  /(?<![a-z])(?:to|will|would|could|can|may|might|should|than|nearly|almost|about|roughly) $/
const OF_SOMETHING = /^ (?:the|that of|its|their|last|what)(?![a-z])/
const TWICE_AS = /^ (?:as|the|that|its|their|what|last|this)(?![a-z])/
const DOUBLED_UP = /^ (?:down|up|over|back|as)(?![a-z])/
const TURNED = /翻(?:了)?(?:近|约|超|超过|逾)?/y

/** Always consumes at least one sign; a null draft where the word is no multiple here. */
export function readGrowthWord(page: Page, at: number): Reading {
  const { plain } = page
  if (plain[at] === '减') return multiple(page, at, at + 2, HALF, 'zh')
  if (plain[at] === '翻') return readTurned(page, at)
  let end = at
  while (plain.charCodeAt(end) >= 0x61 && plain.charCodeAt(end) <= 0x7a) end += 1
  const word = plain.slice(at, end)
  const after = plain.slice(end, end + 10)
  const before = plain.slice(Math.max(0, at - 12), at)
  const verb = ENGLISH.get(word)
  // "Two halves" and "both halves" are parts; "doubled down" is no growth.
  if (verb && !DOUBLED_UP.test(after) && !(word === 'halves' && !/^ (?:the|its|their)(?![a-z])/.test(after)))
    return multiple(page, at, end, verb, 'en')
  const base = BASE.get(word)
  if (base && !after.startsWith('-') && (VERB_BEFORE.test(before) || OF_SOMETHING.test(after)))
    return multiple(page, at, end, base, 'en')
  if ((word === 'twice' || word === 'thrice') && TWICE_AS.test(after))
    return multiple(page, at, end, new Rational(word === 'twice' ? 2n : 3n), 'en')
  return { end, draft: null }
}

/** 翻番 and 翻一番 double, 翻两番 makes four times, 翻三番 eight times; 翻倍 doubles; 翻3倍 is a plain multiple. */
function readTurned(page: Page, at: number): Reading {
  const { plain, source } = page
  TURNED.lastIndex = at
  const next = at + (TURNED.exec(plain)?.[0].length ?? 1)
  if (plain[next] === '番' || (plain[next] === '倍' && next === at + 1))
    return multiple(page, at, next + 1, new Rational(2n), 'zh')
  const number = readChineseNumber(source, plain, next)
  if (!number?.low.isWhole() || number.low.atLeast(20n) || plain[number.end] !== '番')
    return { end: at + 1, draft: null }
  return multiple(page, at, number.end + 1, new Rational(2n ** number.low.top), 'zh')
}

function multiple(page: Page, start: number, end: number, value: Rational, language: string): Reading {
  const inside = /[近约超逾]/.exec(page.plain.slice(start, end))?.[0]
  const turned = inside ? (/[近约]/.test(inside) ? 'approx' : 'gt') : null
  return {
    end,
    draft: {
      start,
      end,
      value,
      high: null,
      unit: 'times',
      kind: 'multiple',
      bound: boundBefore(page.plain, start) ?? turned ?? boundAfter(page.plain, end) ?? 'exact',
      rate: null,
      scaleWords: null,
      language,
      factor: 1n,
      signed: false,
      tentative: false,
    },
  }
}
