/** Two versions of a page, or of a passage in it: the desk is told of the figure that changed, not of the page. */
import { describe, expect, it } from 'vitest'
import { figureChanges, type StatedFigure } from '#reading/changed-figures.ts'

const words = (figure: StatedFigure | null) => figure?.text ?? 'nothing'
const between = (before: string, after: string, cited: boolean) => {
  const version = (text: string) => (cited ? { text, span: { start: 0, end: text.length } } : { text })
  return figureChanges(version(before), version(after)).map(
    ({ before: was, after: now, absolute, relativePercent }) =>
      `${words(was)} → ${words(now)}${absolute ? `: ${absolute}` : ''}${relativePercent ? ` (${relativePercent} %)` : ''}`,
  )
}
const told = (before: string, after: string) => between(before, after, false)
const toldOfPassage = (before: string, after: string) => between(before, after, true)

describe('a figure in a new version of a page', () => {
  it('is told as value before and after, with the absolute and the relative change', () => {
    expect(
      told('The fund paid 12 million euros to 40 towns.', 'The fund paid 14 million euros to 40 towns.'),
    ).toEqual(['12 million euros → 14 million euros: 2000000 (16.67 %)'])
    expect(told('失业率为5.2%。', '失业率为4.9%。')).toEqual(['5.2% → 4.9%: -0.3 (-5.77 %)'])
  })

  it('is unchanged where only the words around it, or its sentence, moved', () => {
    expect(told('It cost 12 million euros. It rained.', 'It snowed. It cost 12 million euros.')).toEqual([])
    expect(told('It cost 12 million euros.', 'It cost €12 million.')).toEqual([])
    expect(told('It cost 12 million euros.', 'In the end 12 million euros had been spent.')).toEqual([])
    expect(told('产量为１２万吨。', '产量为 12万吨。')).toEqual([])
  })

  it('is gone or added where its sentence is', () => {
    expect(told('It cost 12 million euros.', 'Forty people came.')).toEqual([
      '12 million euros → nothing',
      'nothing → Forty people',
    ])
    expect(told('It cost 12 million euros.', 'It had a budget of 15 million euros.')).toEqual([
      '12 million euros → nothing',
      'nothing → 15 million euros',
    ])
  })

  it('is told in its turn where a sentence is repeated', () => {
    const line = (count: number) => `It sold ${count} cars.`
    expect(told(`${line(5)} ${line(6)} ${line(7)}`, `${line(5)} ${line(8)} ${line(7)}`)).toEqual([
      '6 → 8: 2 (33.33 %)',
    ])
  })

  it('is changed where its bound or the day it holds for is another', () => {
    expect(told('截至3月，用户超过8亿。', '截至3月，用户为8亿。')).toEqual(['8亿 → 8亿: 0 (0 %)'])
    expect(told('截至3月底，用户为8亿。', '截至6月底，用户为8亿。')).toEqual(['8亿 → 8亿: 0 (0 %)'])
  })
})

describe('a figure of a cited passage', () => {
  it('is the same one in other words, those of its unit first', () => {
    expect(
      toldOfPassage('It cost 12 million euros for 3 years.', 'For 4 years it took 15 million euros.'),
    ).toEqual(['12 million euros → 15 million euros: 3000000 (25 %)', '3 years → 4 years: 1 (33.33 %)'])
    expect(toldOfPassage('growth of 3 percent', 'growth of 3 percentage points')).toEqual([
      '3 percent → 3 percentage points',
    ])
  })

  it('is no business of the words around the passage, whose unit or bound it may have', () => {
    const version = (text: string, cited: string) => {
      const start = text.indexOf(cited)
      return { text, span: { start, end: start + cited.length } }
    }
    const before = version('Sales rose 4%. They have passed 140 trillion tokens.', 'passed 140')
    const after = version('Sales rose 9%. They have passed 140 billion tokens.', 'passed 140')
    expect(
      figureChanges(before, after).map(({ before: was, after: now }) => [words(was), words(now)]),
    ).toEqual([['140 trillion tokens', '140 billion tokens']])
  })
})
