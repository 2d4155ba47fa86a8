/** Figures: what holds for every text. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BOUNDS, FIGURE_KINDS } from '#reading/figure.ts'
import { readFigures } from '#reading/figures.ts'
import { formatFigure } from '#reading/plain-number.ts'

const SNIPPETS = [
  'more than 140 trillion tokens a day',
  '超过140万亿',
  '增长了三成五',
  'US$1.2bn in 2024',
  'between 3 and 5 million people',
  '一万五千亿元',
  '2026-03-23',
  'GPT-4',
  'a 20-day window',
  '三分之一',
  '30万至50万元',
  'twenty-five percent',
]
const SIGNS = [
  '1',
  '9',
  ',',
  '.',
  '-',
  ' ',
  '万',
  '亿',
  '一',
  '十',
  '百',
  '点',
  '%',
  '$',
  '年',
  '月',
  'a',
  'm',
  'k',
  'x',
  '第',
  '半',
  '多',
  '至',
  '/',
  ':',
  '\n',
  '２',
  'hundred ',
  'and ',
  'one ',
  'million ',
]

describe('the figures of any text', () => {
  it('slice back to the text, in order, without overlap, each value plain and exact', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...SIGNS, ...SNIPPETS), { maxLength: 40 }), (pieces) => {
        const text = pieces.join('')
        let last = 0
        for (const one of readFigures(text)) {
          expect(text.slice(one.start, one.end)).toBe(one.text)
          expect(one.start).toBeGreaterThanOrEqual(last)
          expect(one.value).toMatch(/^-?\d+(?:\.\d+)?$/)
          expect(BOUNDS).toContain(one.bound)
          expect(FIGURE_KINDS).toContain(one.kind)
          expect(one.bound === 'range').toBe(one.valueHigh !== undefined)
          last = one.end
        }
      }),
      { numRuns: 1500 },
    )
  })

  it('stay the same with other sentences before and after', () => {
    const sentence = fc.constantFrom(
      'The weather was fine.',
      'Nobody came to the meeting in Paris.',
      '天气很好。',
      '会议在北京举行。',
      'She wrote 12 letters.',
      '他写了两封信，花了3小时。',
    )
    fc.assert(
      fc.property(sentence, fc.constantFrom(...SNIPPETS), sentence, (before, middle, after) => {
        const alone = readFigures(middle)
        const from = before.length + 1
        const within = readFigures(`${before}\n${middle}\n${after}`).filter(
          (one) => one.start >= from && one.end <= from + middle.length,
        )
        expect(within.map((one) => ({ ...one, start: one.start - from, end: one.end - from }))).toEqual(alone)
      }),
    )
  })

  it.each(['en', 'zh'] as const)('give back the value that was written out in %s', (language) => {
    const units = [null, 'tokens', 'percent', 'CNY', 'USD', 'days', 'times', 'people', 'percentage_point']
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 99_999n }),
        fc.integer({ min: 0, max: 16 }),
        fc.constantFrom(...units),
        (digits, zeros, unit) => {
          const value = `${digits}${'0'.repeat(zeros)}`
          // A bare number of four digits may be a year.
          fc.pre(unit !== null || value.length !== 4)
          const words = formatFigure(value, unit, language)
          const [read, ...more] = readFigures(`It came to ${words}.`)
          expect(more).toEqual([])
          expect([read?.value, read?.unit]).toEqual([value, unit])
        },
      ),
      { numRuns: 500 },
    )
  })

  it.each([
    ['a long run of digits', '1'.repeat(200_000)],
    ['digits and points', '1.'.repeat(100_000)],
    ['digits and commas', '1,23,'.repeat(40_000)],
    ['digits and spaces', '1 234 '.repeat(33_000)],
    ['numerals without end', '一'.repeat(200_000)],
    ['scale words without end', '万亿'.repeat(100_000)],
    ['number words without end', 'one hundred and '.repeat(12_000)],
    ['brackets', '[(（'.repeat(66_000)],
    ['letters', 'a'.repeat(200_000)],
    ['blanks', ' '.repeat(200_000)],
    ['slashes', '1/2'.repeat(66_000)],
    ['hyphens', '1-'.repeat(100_000)],
    ['fractions', '三分之'.repeat(66_000)],
    ['months', 'march 1 '.repeat(25_000)],
    ['addresses', 'http://'.repeat(28_000)],
    ['telephone signs', '+1 234 '.repeat(28_000)],
    ['times signs', '1x'.repeat(100_000)],
  ])('are read to the end in %s', (_, text) => {
    for (const one of readFigures(text)) expect(text.slice(one.start, one.end)).toBe(one.text)
  })
})
