/** Two versions of a page: the desk is told of the figure that changed, not of the page. */
import { describe, expect, it } from 'vitest'
import { changedFigures } from '#reading/changed-figures.ts'

const told = (before: string, after: string) =>
  changedFigures(before, after).changed.map((one) => `${one.before.text} → ${one.after.text}: ${one.change}`)

describe('a figure in a new version of a page', () => {
  it('is told as value before and after, with the absolute and the relative change', () => {
    expect(
      told('The fund paid 12 million euros to 40 towns.', 'The fund paid 14 million euros to 40 towns.'),
    ).toEqual(['12 million euros → 14 million euros: +2000000 (+16.7 %)'])
    expect(told('失业率为5.2%。', '失业率为4.9%。')).toEqual(['5.2% → 4.9%: -0.3 (-5.77 %)'])
  })

  it('is unchanged where only the words around it, or its sentence, moved', () => {
    expect(told('It cost 12 million euros. It rained.', 'It snowed. It cost 12 million euros.')).toEqual([])
    expect(told('It cost 12 million euros.', 'It cost €12 million.')).toEqual([])
  })

  it('is gone or added where its sentence is', () => {
    const { changed, gone, added } = changedFigures('It cost 12 million euros.', 'Forty people came.')
    expect(changed).toEqual([])
    expect(gone.map(({ text }) => text)).toEqual(['12 million euros'])
    expect(added.map(({ value }) => value)).toEqual(['40'])
  })

  it('is told in its turn where a sentence is repeated', () => {
    const line = (count: number) => `It sold ${count} cars.`
    expect(told(`${line(5)} ${line(6)} ${line(7)}`, `${line(5)} ${line(8)} ${line(7)}`)).toEqual([
      '6 → 8: +2 (+33.3 %)',
    ])
  })
})
