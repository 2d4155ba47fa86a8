/** Reads the dates of a text, and the digits that belong to no figure and no date: names of models, versions, sections. */
import { readFigures } from '#reading/figures.ts'
import { readPeriods } from '#reading/periods.ts'

/** Any day will do, as long as both texts are read with the same one. */
const ANY_DAY = '2000-06-15'

export type NamedDate = { text: string; from: string; to: string }

export function datesIn(text: string, language: string): NamedDate[] {
  return readPeriods(text, { referenceDate: ANY_DAY, language }).map(({ text: words, from, to }) => ({
    text: words,
    from,
    to,
  }))
}

/** Runs of digits outside figures and dates, in plain width, in order. */
export function loneNumbers(text: string, language: string): string[] {
  const taken = [
    ...readFigures(text, { language }),
    ...readPeriods(text, { referenceDate: ANY_DAY, language }),
  ]
  return [...text.matchAll(/\p{Nd}+/gu)]
    .filter(({ index }) => !taken.some(({ start, end }) => index >= start && index < end))
    .map(([digits]) => digits.normalize('NFKC'))
}
