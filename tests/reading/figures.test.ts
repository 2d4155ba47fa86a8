/** Figures: what holds for every text. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BOUNDS, FIGURE_KINDS } from '#reading/figure.ts'
import { PRINT_LANGUAGES } from '#reading/figure-parts/units/printed-units.ts'
import { readFigures } from '#reading/figures.ts'
import { formatFigure } from '#reading/plain-number.ts'

function trimmed(decimal: string): string {
  return decimal.replace(/\.?0+$/, '')
}

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

  it.each(PRINT_LANGUAGES)('give back the value that was written out in %s', (language) => {
    const units = [null, 'percent', 'CNY', 'USD', 'days', 'times', 'people', 'percentage_point']
    fc.assert(
      fc.property(
        fc.bigInt({ min: 2n, max: 99_999n }),
        fc.integer({ min: 0, max: 16 }),
        fc.integer({ min: 0, max: 3 }),
        fc.constantFrom(...units),
        (digits, zeros, places, unit) => {
          const whole = `${digits}${'0'.repeat(zeros)}`
          const padded = whole.padStart(places + 1, '0')
          const value = places ? trimmed(`${padded.slice(0, -places)}.${padded.slice(-places)}`) : whole
          // A bare number of four digits may be a year, and 3. in German a third.
          fc.pre(unit !== null || value.length !== 4)
          const words = formatFigure(value, unit, language)
          const [read, ...more] = readFigures(`= ${words};`, { language })
          expect(more).toEqual([])
          expect([words, read?.value, read?.unit]).toEqual([words, value, unit])
        },
      ),
      { numRuns: 300 },
    )
  })

  it('know the units a caller brings', () => {
    const units = [
      { word: '标准箱', unit: 'teu' },
      { word: 'GPU-hours', unit: 'gpu_hours' },
    ]
    expect(readFigures('吞吐量达4900万标准箱', { units })[0]).toMatchObject({
      value: '49000000',
      unit: 'teu',
    })
    expect(readFigures('It took 2.8 million GPU-hours.', { units })[0]).toMatchObject({
      text: '2.8 million GPU-hours',
      unit: 'gpu_hours',
    })
  })

  it('take over tokens and the daily rate of their clause, and no rate of another figure', () => {
    const daily = readFigures(
      'Daily usage stood at 100 billion tokens at the start of 2024 and at 100 trillion at the end of 2025.',
    )
    expect(daily.map(({ unit, rate }) => [unit, rate])).toEqual([
      ['tokens', 'per_day'],
      ['tokens', 'per_day'],
    ])
    const loss = readFigures('The loss was $0.12 per share, from $60.1 million.')
    expect(loss.map(({ rate }) => rate)).toEqual(['per_share', null])
  })

  it('say where a multiple is what was added', () => {
    expect(readFigures('增长了3倍')[0]?.note).toBe('increase_by')
    expect(readFigures('增长到3倍')[0]?.note).toBeUndefined()
    expect(readFigures('是去年的3倍')[0]?.note).toBeUndefined()
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
