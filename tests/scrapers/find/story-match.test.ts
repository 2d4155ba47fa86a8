import { describe, expect, it } from 'vitest'
import { fitOf, soughtIn } from '#scrapers/find/story-match.ts'

const SOUGHT = soughtIn([
  'China’s daily AI token usage has surpassed 140 trillion as of March 2026, said Liu Liehong.',
  '140万亿 词元 日均调用量 刘烈宏',
])

describe('a headline that speaks of the claim', () => {
  it.each([
    ['in the other notation', '刘烈宏：我国日均词元调用量已超过140万亿', '140万亿'],
    ['in the traditional script', '劉烈宏：我國日均詞元調用量已超過140萬億', '140萬億'],
    [
      'in figures of its own',
      'Beijing puts daily token consumption at 140,000,000,000,000',
      '140,000,000,000,000',
    ],
    ['in the words of an address', 'china daily token usage tops 140 trillion', '140 trillion'],
  ])('%s fits by its figure', (_, headline, figure) => {
    expect(fitOf(headline, SOUGHT)?.figures).toEqual([figure])
  })
  it('without any figure fits by its names and words', () => {
    expect(
      fitOf('Liu Liehong on daily token usage in China: AI demand has surpassed forecasts', SOUGHT),
    ).toMatchObject({
      figures: [],
      words: expect.arrayContaining(['liu', 'liehong', 'token', 'usage', 'china']),
    })
    expect(fitOf('刘烈宏谈词元：日均调用量持续攀升', SOUGHT)?.words).toEqual(
      expect.arrayContaining(['刘烈', '词元', '调用']),
    )
  })
  it('ranks before one that only shares words', () => {
    const both = fitOf('刘烈宏：日均词元调用量超过140万亿', SOUGHT)
    const words = fitOf('刘烈宏：日均词元调用量持续攀升', SOUGHT)
    expect(both?.score).toBeGreaterThan(words?.score ?? 9)
  })
})

describe('a headline that speaks of something else', () => {
  it.each([
    'Liu Liehong visits a data centre',
    'Token economy: what AI costs',
    'Daily briefing: 140 people evacuated',
    '14万亿元：全国社会融资规模',
    '140亿元资金流入',
    'The 140 best films of the year',
    '',
    '今天的天气',
  ])('%s does not fit', (headline) => {
    expect(fitOf(headline, SOUGHT)).toBeNull()
  })
  it('does not fit a claim without words', () => {
    expect(fitOf('anything at all', soughtIn(['', '…']))).toBeNull()
  })
})
