/** What scale words multiply by, in both languages. */
import { Exact } from './exact.ts'

const POWER_OF_SIGN: Record<string, number> = { 十: 1, 百: 2, 千: 3, 万: 4, 萬: 4, 亿: 8, 億: 8, 兆: 12 }
const FACTOR_OF_WORD: Record<string, string> = {
  dozen: '12',
  hundred: '100',
  thousand: '1e3',
  k: '1e3',
  lakh: '1e5',
  lakhs: '1e5',
  million: '1e6',
  mln: '1e6',
  mn: '1e6',
  m: '1e6',
  crore: '1e7',
  crores: '1e7',
  billion: '1e9',
  bln: '1e9',
  bn: '1e9',
  b: '1e9',
  trillion: '1e12',
  tln: '1e12',
  trn: '1e12',
  tn: '1e12',
  t: '1e12',
  quadrillion: '1e15',
  quintillion: '1e18',
}

/** The factor of one lower-case English scale word or short form; undefined for any other word. */
export function scaleWordFactor(word: string): string | undefined {
  return FACTOR_OF_WORD[word]
}

/** The product of all scale words as printed ('万亿' is 10^12, 'hundred million' 10^8). */
export function scaleFactor(words: string): Exact {
  let factor = new Exact(1)
  for (const word of words.toLowerCase().split(' ')) {
    const known = FACTOR_OF_WORD[word]
    if (known) factor = factor.times(known)
    else for (const sign of word) factor = factor.times(new Exact(10).pow(POWER_OF_SIGN[sign] ?? 0))
  }
  return factor
}
