/** Lists of numbers stay short enough to read. */
import { expect, it } from 'vitest'
import { countWords, listWords, numberedWords } from '#exports/list-words.ts'

it.each([
  [[2], 'claim 2'],
  [[3, 1, 3], 'claims 1 and 3'],
  [[1, 2, 3], 'claims 1, 2 and 3'],
  [[1, 2, 3, 4, 7], 'claims 1 to 4 and 7'],
  [[9, 10, 11, 12, 1, 2, 3, 4], 'claims 1 to 4 and 9 to 12'],
])('names the claims %j', (numbers, words) => {
  expect(numberedWords('claim', numbers)).toBe(words)
})

it('joins a list as a sentence does', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listWords)).toEqual(['', 'a', 'a and b', 'a, b and c'])
})

it('counts in singular and plural', () => {
  expect([0, 1, 2].map((count) => countWords(count, 'lead'))).toEqual(['0 leads', '1 lead', '2 leads'])
})
