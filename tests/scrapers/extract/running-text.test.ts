/** How much of a text is running prose, and what of it is only quoted. */
import { describe, expect, test } from 'vitest'
import {
  breaksOff,
  proseWeight,
  sentencesOf,
  weightOf,
  withoutQuotations,
} from '#scrapers/extract/running-text.ts'

test('a Han character weighs as much as two letters, and spaces weigh nothing', () => {
  expect(weightOf('北岸 ab')).toBe(6)
  expect(weightOf('서울 港の')).toBe(8)
})

test('menus and captions are no prose, and a stop inside a number ends no sentence', () => {
  const text =
    'Home\nNews\nRevenue rose to 1.38 billion in the quarter that ended in June, the maker said.\nPhoto: A. B.'
  expect(sentencesOf(text)).toEqual([
    'Revenue rose to 1.38 billion in the quarter that ended in June, the maker said.',
  ])
  expect(proseWeight(text)).toBeGreaterThan(50)
  expect(proseWeight(text, [/revenue/i])).toBe(0)
})

test('what stands in quotation marks of any kind is quoted, not said', () => {
  expect(
    withoutQuotations('“Access denied”, «page introuvable», „Zugriff verweigert“, 「会員限定」 said'),
  ).not.toMatch(/denied|introuvable|verweigert|会員/)
})

describe('a text breaks off', () => {
  test.each([
    ['The state has offered to pay for the roads and for', true],
    ['What changed is a rule in the small print of the treaty...', true],
    ['一位参与谈判的人士说，涨幅原定为百分之三十五，后来在最后一刻被', true],
    ['The board has not decided, and it will meet again in the autumn.', false],
    ['“We shipped all that we could make in these three months.”', false],
    ['', false],
  ])('%s: %s', (text, breaks) => {
    expect(breaksOff(text)).toBe(breaks)
  })
})

test('a line of nine million characters is measured in parts', () => {
  expect(sentencesOf('北岸市公布数据'.repeat(1_300_000)).length).toBeGreaterThan(50)
})

test('a page of one endless sentence, or of stops alone, is measured in proportion to its length', () => {
  const started = performance.now()
  for (const piece of ['word ', '.', '你', '"', '“a', '! '])
    proseWeight(withoutQuotations(piece.repeat(100_000)))
  expect(performance.now() - started).toBeLessThan(5_000)
})
