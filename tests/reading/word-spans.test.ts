/** Two versions of a passage side by side: the words that differ, where they stand in each. */
import { expect, it } from 'vitest'
import { differingWords } from '#reading/word-spans.ts'

function shown(before: string, after: string) {
  const spans = differingWords(before, after)
  return {
    before: spans.before.map(({ start, end }) => before.slice(start, end)),
    after: spans.after.map(({ start, end }) => after.slice(start, end)),
  }
}

it('marks only the words that differ, with neighbours in one piece', () => {
  const before = 'Daily usage has surpassed 140 trillion, Liu said'
  expect(shown(before, 'Daily usage has surpassed 120 trillion, Mr Wang said')).toEqual({
    before: ['140', 'Liu'],
    after: ['120', 'Mr Wang'],
  })
})

it('marks Chinese by words', () => {
  expect(shown('调用量已超过140万亿', '调用量目前已超过120万亿')).toEqual({
    before: ['140'],
    after: ['目前', '120'],
  })
})

it('marks nothing where only white space differs', () => {
  expect(shown('one two', 'one \n two')).toEqual({ before: [], after: [] })
})
