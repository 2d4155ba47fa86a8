/** Names the factor between a claimed and a printed value when it is one that misread scale words produce. */
import { Exact } from './exact.ts'

const SLIPS: [string, string, string][] = [
  ['10', 'ten times too much', 'ten times too little'],
  ['100', 'a hundred times too much', 'a hundred times too little'],
  ['1000', 'a thousand times too much', 'a thousand times too little'],
  ['10000', 'ten thousand times too much', 'ten thousand times too little'],
  ['1000000', 'a million times too much', 'a million times too little'],
  ['100000000', 'a hundred million times too much', 'a hundred million times too little'],
]

/** `ratio` is claimed ÷ found; null where it is no known slip. */
export function nameSlip(ratio: Exact, scaleWords: string | null): string | null {
  for (const [factor, more, less] of SLIPS) {
    if (ratio.eq(factor)) return more + cause(Number(factor), scaleWords)
    if (new Exact(1).div(ratio).eq(factor)) return less + cause(1 / Number(factor), scaleWords)
  }
  return null
}

function cause(ratio: number, scaleWords: string | null): string {
  const words = scaleWords?.toLowerCase() ?? ''
  const ends = (...signs: string[]) => signs.some((sign) => words.endsWith(sign))
  if (ratio === 10 && ends('亿', '億') && !/[万萬亿億][亿億]$/.test(words))
    return ': 亿 (10^8) read as billion (10^9)'
  if (ratio === 0.1 && ends('万', '萬')) return ': 万 (10^4) read as thousand (10^3)'
  if (ratio === 100 && ends('万', '萬')) return ': 万 (10^4) read as million (10^6)'
  if (ratio === 0.01 && ends('亿', '億')) return ': 亿 (10^8) read as million (10^6)'
  if (ratio === 1000 && ends('million', 'm', 'mn', 'mln')) return ': million taken for billion'
  if (ratio === 0.001 && ends('billion', 'b', 'bn', 'bln'))
    return ': billion taken for million or for the long-scale milliard'
  if (ratio === 1000 && ends('billion', 'b', 'bn', 'bln'))
    return ': billion taken for trillion, or read in the long scale'
  if (ratio === 0.001 && ends('trillion', 't', 'tn', 'trn')) return ': trillion taken for billion'
  if (ratio === 0.001 && ends('万亿', '萬億')) return ': 万亿 (10^12) read as billion (10^9)'
  if (ratio === 10000 && ends('亿', '億')) return ': 亿 (10^8) read as 万亿 (10^12)'
  if (ratio === 1e-4 && ends('万亿', '萬億')) return ': 万亿 (10^12) read as 亿 (10^8)'
  return ''
}
