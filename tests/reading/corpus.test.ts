/** The corpus of figures: what the reader reaches on it, so that no change makes it worse unseen. */
import { describe, expect, it } from 'vitest'
import { readFigures } from '#reading/figures.ts'
import { judge, readCorpus } from '../bench/reading/corpus.ts'

/** The share of cases that must come out right: text, value and unit; then also bound, rate, kind and date. Only ever raised. */
const BARS = {
  english: { exact: 0.98, full: 0.98 },
  chinese: { exact: 0.99, full: 0.985 },
}
const LEAST_CASES = 400

describe.each(['english', 'chinese'] as const)('the %s corpus', (language) => {
  const cases = readCorpus(language)

  it('is large, each case with a name and a text of its own', () => {
    expect(cases.length).toBeGreaterThanOrEqual(LEAST_CASES)
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length)
    expect(new Set(cases.map((one) => `${one.language} ${one.text}`)).size).toBe(cases.length)
  })

  it('names figures that stand in its texts, in order, and a high end for ranges alone', () => {
    for (const { id, text, figures } of cases) {
      let from = 0
      for (const figure of figures) {
        const start = text.indexOf(figure.text, from)
        expect(start, id).toBeGreaterThanOrEqual(from)
        expect(figure.valueHigh !== undefined, id).toBe(figure.bound === 'range')
        from = start + figure.text.length
      }
    }
  })

  it('is read right as far as the bars say', () => {
    const judged = cases.map((one) => ({ id: one.id, ...judge(one, readFigures(one.text, one)) }))
    const wrong = judged.filter(({ exact }) => !exact).map(({ id }) => id)
    const partly = judged.filter(({ exact, full }) => exact && !full).map(({ id }) => id)
    expect(1 - wrong.length / cases.length, `wrong: ${wrong.join(' ')}`).toBeGreaterThanOrEqual(
      BARS[language].exact,
    )
    expect(
      1 - (wrong.length + partly.length) / cases.length,
      `wrong in part: ${partly.join(' ')}`,
    ).toBeGreaterThanOrEqual(BARS[language].full)
  })
})
