/** Names the factor between a claimed and a printed value when it is one that misread scale words produce. */
import { Exact } from '#reading/figure-parts/numbers/exact.ts'
import { scaleFactor } from '#reading/figure-parts/numbers/scale.ts'

/** What of a figure tells how a slip came about. */
type Printed = { value: string; scaleWords?: string | null; text?: string | null }

const SLIPS: [string, string, string][] = [
  ['10', 'ten times too much', 'ten times too little'],
  ['100', 'a hundred times too much', 'a hundred times too little'],
  ['1000', 'a thousand times too much', 'a thousand times too little'],
  ['10000', 'ten thousand times too much', 'ten thousand times too little'],
  ['100000', 'a hundred thousand times too much', 'a hundred thousand times too little'],
  ['1000000', 'a million times too much', 'a million times too little'],
  ['100000000', 'a hundred million times too much', 'a hundred million times too little'],
]

/** Scale words as printed, what they mean, and what they are misread as: `ratio` is how many times too much comes out. */
const MISREAD: { words: string; of: string; as: string; ratio: string }[] = [
  { words: '万亿', of: '万亿 (10^12)', as: 'billion (10^9)', ratio: '0.001' },
  { words: '万亿', of: '万亿 (10^12)', as: '亿 (10^8)', ratio: '0.0001' },
  { words: '万亿', of: '万亿 (10^12)', as: 'quadrillion (10^15)', ratio: '1000' },
  { words: '亿', of: '亿 (10^8)', as: 'billion (10^9)', ratio: '10' },
  { words: '亿', of: '亿 (10^8)', as: 'million (10^6)', ratio: '0.01' },
  { words: '亿', of: '亿 (10^8)', as: '万亿 (10^12)', ratio: '10000' },
  { words: '万', of: '万 (10^4)', as: 'thousand (10^3)', ratio: '0.1' },
  { words: '万', of: '万 (10^4)', as: 'million (10^6)', ratio: '100' },
  { words: '兆 조', of: '兆 (10^12)', as: 'the mega of units (10^6)', ratio: '0.000001' },
  { words: '兆 조', of: '兆 (10^12)', as: 'billion (10^9)', ratio: '0.001' },
  {
    words: 'milliarde milliarden mrd mrd. milliard milliards md mds',
    of: 'milliard (10^9)',
    as: 'million (10^6)',
    ratio: '0.001',
  },
  {
    words: 'billionen billones billón',
    of: 'the long-scale billion (10^12)',
    as: 'billion (10^9)',
    ratio: '0.001',
  },
  { words: 'crore crores cr', of: 'crore (10^7)', as: 'million (10^6)', ratio: '0.1' },
  { words: 'lakh lakhs', of: 'lakh (10^5)', as: 'million (10^6)', ratio: '10' },
  { words: 'million millions m mn mln', of: 'million (10^6)', as: 'billion (10^9)', ratio: '1000' },
  {
    words: 'billion billions b bn bln',
    of: 'billion (10^9)',
    as: 'million (10^6)',
    ratio: '0.001',
  },
  {
    words: 'billion billions b bn bln',
    of: 'billion (10^9)',
    as: 'trillion or the long-scale billion (10^12)',
    ratio: '1000',
  },
  { words: 'trillion trillions t tn trn', of: 'trillion (10^12)', as: 'billion (10^9)', ratio: '0.001' },
]
/** 五千亿 is read with its 千: only what follows names the scale that was misread. */
const SMALL_SCALES = /^[十百千拾佰仟]+/
const NOUGHTS = /^(?:10|100|1000|0\.1|0\.01|0\.001)$/

/** `ratio` is claimed ÷ found; null where it is no known slip. */
export function nameSlip(ratio: Exact, claimed: Printed, found: Printed): string | null {
  for (const [factor, more, less] of SLIPS) {
    if (ratio.eq(factor)) return more + cause(ratio, claimed, found)
    if (ratio.times(factor).eq(1)) return less + cause(ratio, claimed, found)
  }
  return null
}

function cause(ratio: Exact, claimed: Printed, found: Printed): string {
  const [mine, words] = [simplified(claimed.scaleWords), simplified(found.scaleWords)]
  const misread = (printed: string, by: Exact) =>
    MISREAD.find((one) => by.eq(one.ratio) && printed !== '' && one.words.split(' ').includes(printed))
  const known = misread(words, ratio)
  if (known) return `: ${known.of} read as ${known.as}`
  // The same digits before two scale words: one was put for the other.
  if (mine && words && mine !== words && factorOf(claimed).div(factorOf(found)).eq(ratio))
    return `: ${words} (${power(found)}) read as ${mine} (${power(claimed)})`
  const written = words ? undefined : misread(mine, new Exact(1).div(ratio))
  if (written) return `: ${written.as} written as ${written.of}`
  if (mine || words || !NOUGHTS.test(ratio.toFixed())) return ''
  const hasPoint = (one: Printed) => (one.text ?? one.value).includes('.')
  return hasPoint(claimed) || hasPoint(found)
    ? ': the decimal point has moved'
    : ': a nought too many or too few'
}

function simplified(scaleWords: string | null | undefined): string {
  return (scaleWords ?? '')
    .toLowerCase()
    .replaceAll('萬', '万')
    .replaceAll('億', '亿')
    .replace(SMALL_SCALES, '')
}

function factorOf({ scaleWords }: Printed): Exact {
  return new Exact(scaleFactor(scaleWords ?? '').toString())
}

function power(printed: Printed): string {
  const factor = factorOf(printed)
  const exponent = factor.precision(true) - 1
  return factor.eq(new Exact(10).pow(exponent)) ? `10^${exponent}` : factor.toFixed()
}
