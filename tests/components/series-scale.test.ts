/** The picture of a series: equal factors are equal steps, and words say what was computed exactly. */
import { expect, it } from 'vitest'
import { seriesScale } from '#components/series-scale.ts'
import { asOfWords, growthWords, valueWords } from '#components/series-words.ts'
import { growthBetween } from '#domain/series.ts'

const FRAME = { width: 720, height: 300, left: 100, right: 20, top: 20, bottom: 30 }
const TOKENS = [
  { asOf: '2024-01', value: '100000000000' },
  { asOf: '2025-12', value: '100000000000000' },
  { asOf: '2026-03', value: '140000000000000' },
]

it('a thousandfold rise is three equal steps on the scale', () => {
  const scale = seriesScale(TOKENS, FRAME)
  const [one = '', ten = '', hundred = ''] = scale.valueTicks
  expect([one, ten, hundred].map((tick) => tick.length - 1)).toEqual([11, 12, 13])
  expect(scale.y(one) - scale.y(ten)).toBeCloseTo(scale.y(ten) - scale.y(hundred), 0)
  expect(scale.x('2024-01')).toBe(100)
  expect(scale.x('2026-03')).toBe(700)
  expect(scale.yearTicks.map(({ label }) => label)).toEqual(['2025', '2026'])
})

it('one point stands in the middle, values below zero are spaced evenly', () => {
  const single = seriesScale([{ asOf: '2026', value: '5' }], FRAME)
  expect(single.x('2026')).toBe(400)
  const loss = seriesScale(
    [
      { asOf: '2025', value: '-5' },
      { asOf: '2026', value: '10' },
    ],
    FRAME,
  )
  expect(loss.valueTicks).toEqual(['-5', '0', '10'])
  expect(loss.y('0')).toBeLessThan(loss.y('-5'))
})

it('growth is told as a factor, and below ten as a percentage too', () => {
  const tell = (before: string, after: string, bound = 'exact') =>
    growthWords(growthBetween({ value: before, bound: 'exact' }, { value: after, bound })!)
  expect(tell('100000000000', '100000000000000')).toBe('×1,000')
  expect(tell('100000000000000', '140000000000000', 'gt')).toBe('more than ×1.4 (+40%)')
  expect(tell('3', '10')).toBe('≈ ×3.333 (+233.3%)')
  expect(tell('4', '3')).toBe('×0.75 (−25%)')
})

it('dates and values are told as a desk writes them', () => {
  expect(['2026', '2026-03', '2026-03-05'].map(asOfWords)).toEqual(['2026', 'Mar 2026', '5 Mar 2026'])
  expect(valueWords({ value: '140000000000000', bound: 'gt', unit: 'tokens' })).toBe(
    'more than 140 trillion tokens',
  )
})
