/** A figure over time: dates read from its words, growth computed exactly, newer values overtaking older ones. */
import { describe, expect, it } from 'vitest'
import { clashesAmong, growthBetween, inOrder, lastDayOf, readAsOf, supersededAmong } from '#domain/series.ts'

const exact = (value: string) => ({ value, bound: 'exact' })
const HUNDRED_BILLION = '100000000000'
const HUNDRED_TRILLION = '100000000000000'
const NEWEST = { value: '140000000000000', bound: 'gt' }

describe('growth between two values', () => {
  it('is exact: 100 billion to 100 trillion is ×1,000, and on to more than 140 trillion more than ×1.4', () => {
    expect(growthBetween(exact(HUNDRED_BILLION), exact(HUNDRED_TRILLION))).toEqual({
      times: '1000',
      percent: '99900',
      exact: true,
      limit: 'none',
    })
    expect(growthBetween(exact(HUNDRED_TRILLION), NEWEST)).toEqual({
      times: '1.4',
      percent: '40',
      exact: true,
      limit: 'at_least',
    })
  })

  it('says so where the quotient has to be rounded', () => {
    expect(growthBetween(exact('3'), exact('10'))).toMatchObject({
      times: '3.333',
      percent: '233.3',
      exact: false,
    })
  })

  it('is open where the earlier value is a lower bound: the factor may be less or more', () => {
    expect(growthBetween(NEWEST, exact('280000000000000'))?.limit).toBe('at_most')
    expect(growthBetween(NEWEST, NEWEST)?.limit).toBe('open')
  })

  it('is nothing from zero, or from a loss to a profit', () => {
    expect(growthBetween(exact('0'), exact('5'))).toBeNull()
    expect(growthBetween(exact('-2'), exact('5'))).toBeNull()
  })
})

describe('the date a value holds for', () => {
  it.each([
    ['the start of 2024', '2024-01'],
    ['the end of 2025', '2025-12'],
    ['March 2026', '2026-03'],
    ['今年3月', '2026-03'],
    ['2025年底', '2025-12'],
    ['2025', '2025'],
    ['2026-03-23', '2026-03-23'],
    ['Q1 2026', '2026-03'],
    ['a while ago', null],
  ])('is read from its own words: %s', (words, asOf) => {
    expect(readAsOf(words, '2026-03-24')).toBe(asOf)
  })

  it('covers its whole month or year when it is asked which is newer', () => {
    expect(['2024-02', '2025', '2026-03-23'].map(lastDayOf)).toEqual([
      '2024-02-29',
      '2025-12-31',
      '2026-03-23',
    ])
    expect(
      inOrder([{ asOf: '2026-03' }, { asOf: '2025' }, { asOf: '2025-06' }]).map(({ asOf }) => asOf),
    ).toEqual(['2025-06', '2025', '2026-03'])
  })
})

it('the newest value overtakes all earlier ones and none of its own date', () => {
  const points = ['2026-03', '2024-01', '2026-03', '2025-12'].map((asOf, id) => ({ asOf, id }))
  const overtaken = supersededAmong(points).map(({ point, by }) => [point.asOf, by.asOf])
  expect(overtaken).toEqual([
    ['2024-01', '2026-03'],
    ['2025-12', '2026-03'],
  ])
  expect(supersededAmong([])).toEqual([])
})

it('two values for one date are a clash, the same value twice is none', () => {
  const point = (asOf: string, value: string) => ({ asOf, value })
  expect(clashesAmong([point('2025', '1'), point('2025', '1'), point('2026', '1')])).toEqual([])
  expect(clashesAmong([point('2025', '1'), point('2025', '2')])).toHaveLength(1)
})
