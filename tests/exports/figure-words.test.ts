/** Figures are printed exactly, however large. */
import { expect, it } from 'vitest'
import { figureWords } from '#exports/figure-words.ts'

const figure = {
  text: '140 trillion',
  value: '140000000000000',
  unit: null,
  bound: 'exact',
  rate: null,
  asOf: null,
}

it.each([
  [{}, '140 trillion = 140,000,000,000,000'],
  [{ value: '-1234.50', text: '-1234.5' }, '-1234.5 = -1,234.50'],
  [
    { value: '999', text: '999', bound: 'lte', unit: 'percentage_point' },
    '999 = at most 999 percentage point',
  ],
  [{ value: '123456789012345678901234567890', text: 'n' }, 'n = 123,456,789,012,345,678,901,234,567,890'],
])('prints %o', (overrides, printed) => {
  expect(figureWords({ ...figure, ...overrides })).toBe(printed)
})
