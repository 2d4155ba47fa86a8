/** Claimed figures held against a source: slips are named, bounds, units, rates and dates are not lost. */
import { describe, expect, it } from 'vitest'
import { compareFigure } from '#reading/compare-figures.ts'
import type { FIGURE_VERDICTS } from '#reading/figure-verdict.ts'
import { readFigures } from '#reading/figures.ts'

function compare(claim: string, source: string) {
  const [claimed] = readFigures(claim)
  if (!claimed) throw new Error(`no figure in ${claim}`)
  return compareFigure(claimed, readFigures(source))
}

const CASES: [string, string, (typeof FIGURE_VERDICTS)[number]][] = [
  ['more than 140 trillion daily tokens', '日均Token调用量超过140万亿', 'equal'],
  ['140 trillion daily tokens', '日均Token调用量超过140万亿', 'bound_dropped'],
  ['14 trillion tokens', '日均Token调用量超过140万亿', 'magnitude_slip'],
  ['912.17 billion yuan', '收入为912.17亿元', 'magnitude_slip'],
  ['91.217 billion yuan', '收入为912.17亿元', 'equal'],
  ['91.2 billion yuan', '收入为912.17亿元', 'within_bound'],
  ['91.3 billion yuan', '收入为912.17亿元', 'different'],
  ['100 billion', '2024年初 1000亿', 'equal'],
  ['1,000 billion', '2024年初 1000亿', 'magnitude_slip'],
  ['30 thousand people', '共有30万人', 'magnitude_slip'],
  ['300,000 people', '共有30万人', 'equal'],
  ['$5 billion', 'The fund holds $5 million.', 'magnitude_slip'],
  ['$5 million', 'The fund holds $5 billion.', 'magnitude_slip'],
  ['5 trillion euros', 'The debt is 5 billion euros.', 'magnitude_slip'],
  ['3 percent', '上升3个百分点', 'unit_differs'],
  ['3 percentage points', '上升3个百分点', 'equal'],
  ['$5 million', 'The fund holds 5 million euros.', 'unit_differs'],
  ['100 tonnes a year', 'It uses 100 tonnes a day.', 'unit_differs'],
  ['more than 100 people', '共有140人', 'within_bound'],
  ['at least 100 people', '共有140人', 'within_bound'],
  ['fewer than 200 people', '共有140人', 'within_bound'],
  ['more than 140 people', 'exactly: 140 people', 'different'],
  ['about 100 people', '共有102人', 'within_bound'],
  ['about 100 people', '共有120人', 'different'],
  ['12 percent', 'It was 13 percent.', 'different'],
  ['12 percent', 'It was 300 people.', 'absent'],
  ['12 percent', 'Nothing was said.', 'absent'],
  ['100 users as of April', 'It had 100 users as of March.', 'date_differs'],
  ['100 users as of March', '截至今年3月有100用户', 'equal'],
  ['a third', '三分之一', 'equal'],
  ['30 percent', '占三成', 'equal'],
  ['5 tonnes', 'It carries 5,000 kg.', 'equal'],
  ['5,000 tonnes', 'It carries 5,000 kg.', 'unit_differs'],
  ['75 miles', '公路全长120.7公里', 'within_bound'],
  ['25 percent', 'a quarter of them', 'equal'],
  ['1.4 trillion yuan', '成本为1.38万亿元', 'within_bound'],
  ['40 percent', 'It was 40.3 percent.', 'within_bound'],
  ['41 percent', 'It was 40.3 percent.', 'different'],
  ['3 million euros', 'It cost 2.6 million euros.', 'different'],
  ['1,200 people', '共有1203人', 'different'],
  ['$50 billion', '交易金额为50亿元', 'magnitude_slip'],
]

describe('a claimed figure', () => {
  it.each(CASES)('%s against %s is %s', (claim, source, verdict) => {
    const claimed = claim === 'a third' ? 'a third of all' : claim
    expect(compare(claimed, source).verdict).toBe(verdict)
  })

  it('shows the working of a scale word', () => {
    expect(compare('140 trillion', '140万亿').steps).toContain('140万亿 = 140 × 10^12 = 140000000000000')
  })

  it('names the slip in plain words', () => {
    expect(compare('912.17 billion yuan', '收入为912.17亿元').slip).toBe(
      '912.17亿元 is 91.217 billion yuan; the claim has 912.17 billion yuan, ten times too much: 亿 (10^8) read as billion (10^9)',
    )
    expect(compare('30 thousand people', '共有30万人').slip).toContain('万 (10^4) read as thousand (10^3)')
    expect(compare('91.217 billion yuan', '收入为912.17亿元').slip).toBeNull()
  })

  it('is held against the figure that fits best, wherever it stands', () => {
    const source = 'It fell 3 percent to 12 million, from 14 million; 140 people left.'
    expect(compare('14 million', source)).toMatchObject({ verdict: 'equal', found: { text: '14 million' } })
    expect(compare('140 people', source)).toMatchObject({ verdict: 'equal', found: { text: '140 people' } })
  })

  it('is told apart from an ordinal', () => {
    expect(compare('3 people', 'the 3rd of its kind').verdict).toBe('absent')
  })

  it('says when a rate was left out', () => {
    expect(compare('140 trillion tokens', '日均140万亿Token').steps).toContain(
      'rate: claimed none, found per day',
    )
  })
})
