import { describe, expect, test } from 'vitest'
import { pageOfPosition } from '#reading/page-of-position.ts'

const text = 'More than 140 trillion\n\f\n\n\f\na day on page three'

describe('the page of a place in a document', () => {
  test.each([
    ['the first word', 0, 1],
    ['the last letter before a page break', text.indexOf('\f') - 1, 1],
    ['a quotation on the page after an empty one', text.indexOf('a day'), 3],
    ['a place before the text', -5, 1],
    ['a place after the text', 10_000, 3],
  ])('%s', (_, position, page) => {
    expect(pageOfPosition(text, position)).toBe(page)
  })

  test('a text without page breaks has one page', () => {
    expect(pageOfPosition('More than 140 trillion', 9)).toBe(1)
  })
})
