/** Figures in print: exact in both languages. */
import { describe, expect, it } from 'vitest'
import { formatFigure } from '#reading/plain-number.ts'

describe('a figure in print', () => {
  it.each([
    ['140000000000000', 'tokens', 'en', '140 trillion tokens'],
    ['140000000000000', 'tokens', 'zh', '140万亿 tokens'],
    ['91217000000', 'CNY', 'en', '91.217 billion yuan'],
    ['91217000000', 'CNY', 'zh', '912.17亿元'],
    ['1234567', null, 'en', '1,234,567'],
    ['40', 'percent', 'en', '40%'],
    ['2', 'percentage_point', 'zh', '2个百分点'],
    ['-0.5', 'percent', 'en', '-0.5%'],
    ['1000', 'times', 'zh', '1,000倍'],
    ['0', null, 'en', '0'],
  ] as const)('%s %s in %s is %s', (value, unit, language, printed) => {
    expect(formatFigure(value, unit, language)).toBe(printed)
  })

  it('refuses what is no number', () => {
    expect(() => formatFigure('many', null, 'en')).toThrow()
  })
})
