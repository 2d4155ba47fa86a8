/** Writes what was read as one line a figure: "text | value | unit | bound | rate | as of", empty parts left out from the right. */
import { readFigures } from '#reading/figures.ts'

export function figureLines(text: string, language?: string): string[] {
  return readFigures(text, { language }).map((one) => {
    const value = one.valueHigh ? `${one.value}-${one.valueHigh}` : one.value
    const unit = one.kind === 'ordinal' ? 'ordinal' : (one.unit ?? '-')
    const parts = [one.text, value, unit, one.bound, one.rate ?? '-', one.asOf ?? '-']
    while (parts.length > 2 && ['-', 'exact'].includes(parts.at(-1) ?? '')) parts.pop()
    return parts.join(' | ')
  })
}
