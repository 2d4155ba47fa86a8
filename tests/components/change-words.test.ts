/** A change is told in a line: what became of the passage, the figure before and after, by how much. */
import { describe, expect, it } from 'vitest'
import { changeDetail, changeWord, figureChangeWords } from '#components/change-words.ts'
import { PASSAGE_CHANGES } from '#domain/passage-change.ts'
import { figureChanges } from '#reading/changed-figures.ts'

const told = (before: string, after: string) => {
  const whole = (text: string) => ({ text, span: { start: 0, end: text.length } })
  return changeDetail({ figures: figureChanges(whole(before), whole(after)) }).figures.map(figureChangeWords)
}

describe('a changed figure', () => {
  it.each([
    [
      'usage of 140 trillion',
      'usage of 120 trillion',
      '140 trillion → 120 trillion (−20 trillion, −14.29 %)',
    ],
    ['3 percent', '4.5 percent', '3 percent → 4.5 percent (+1.5 percentage points, +50 %)'],
    ['超过140万亿词元', '超过180万亿词元', '140万亿词元 → 180万亿词元 (+40 trillion tokens, +28.57 %)'],
    ['140 trillion', 'nothing', '140 trillion → no figure'],
    ['more than 140 trillion', '140 trillion', 'more than 140 trillion → exactly 140 trillion'],
  ])('from “%s” to “%s”', (before, after, words) => {
    expect(told(before, after)).toEqual([words])
  })
})

it('has words for every change, and names one of a newer version by itself', () => {
  for (const change of PASSAGE_CHANGES) expect(changeWord(change)).toMatch(/^[A-Z][a-z ]+/)
  expect(changeWord('translated')).toBe('translated')
})

it('says how many looks of three found the page gone', () => {
  expect(changeDetail({ look: 'gone', looks: 2, of: 3, why: 'HTTP 404' }).why).toContain('2 of 3 looks')
  expect(changeDetail({ look: 'could_not_look', why: 'A wall.' }).why).toBe('A wall.')
  expect(changeDetail(null)).toEqual({ figures: [], words: [], why: null })
})
