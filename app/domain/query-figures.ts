/** Writes a claim's figure as pages of another language print it: exact, never rounded. */
import { formatFigure } from '#reading/plain-number.ts'
import { chinesePercent } from './chinese-percent.ts'
import { languageName } from './query-languages.ts'

/** A figure of a claim as far as writing it needs. `value` and `valueHigh` are exact decimal strings. */
export type WrittenFigure = {
  text: string
  value: string
  valueHigh: string | null
  unit: string | null
  kind: string
  language: string
}

/** A way to write a figure, with the name of the way. */
export type Notation = { text: string; name: string }

/** Languages whose way to print numbers is known. */
const PRINTED = ['en', 'zh', 'ja', 'ko', 'de', 'fr', 'es'] as const
type Printed = (typeof PRINTED)[number]

const PERCENT = 'percent'
/** From so many digits on a figure is also looked for with all of them, and as a power of ten. */
const MANY_DIGITS = 7
const VERY_MANY_DIGITS = 10

/** As a page in `language` (primary tag) prints the figure; null where its way to print numbers is not known. */
export function figureIn(figure: WrittenFigure, language: string): Notation | null {
  if (figure.language.split('-')[0] === language) return { text: figure.text, name: 'the figure as printed' }
  const printed = PRINTED.find((one) => one === language)
  if (!printed || figure.kind === 'ordinal') return null
  const ends = [figure.value, figure.valueHigh].filter((value) => value !== null)
  return {
    text: ends.map((value) => plainly(value, figure.unit, printed)).join('-'),
    name: `the figure in ${languageName(language)} notation`,
  }
}

/** Further ways to write the same value: all digits, a power of ten, percent in Chinese words. */
export function otherNotations(figure: WrittenFigure, languages: string[]): Notation[] {
  if (figure.valueHigh !== null) return []
  const { value, kind } = figure
  const found: Notation[] = []
  if (kind === PERCENT && languages.includes('zh')) {
    const words = chinesePercent(value)
    if (words) found.push({ text: words, name: 'the percentage in Chinese words' })
  }
  if (/^\d+$/.test(value) && value.length >= MANY_DIGITS) {
    found.push({ text: value.replace(/\B(?=(\d{3})+$)/g, ','), name: 'the figure with all its digits' })
    if (value.length >= VERY_MANY_DIGITS)
      found.push({ text: powerOfTen(value), name: 'the figure as a power of ten' })
  }
  return found
}

/** With its unit only where the language has a word for it: "140万亿 tokens" is what no page prints. */
function plainly(value: string, unit: string | null, language: Printed): string {
  const named = unit ? formatFigure(value, unit, language) : ''
  const foreign = unit !== null && formatFigure('1', unit, language).endsWith(` ${unit.replaceAll('_', ' ')}`)
  return named && !foreign ? named : formatFigure(value, null, language)
}

/** `140000000000000` is `1.4 × 10^14`; every digit is kept. */
function powerOfTen(digits: string): string {
  const significant = digits.replace(/0+$/, '')
  const front = significant.length > 1 ? `${significant[0]}.${significant.slice(1)}` : significant
  return `${front} × 10^${digits.length - 1}`
}
