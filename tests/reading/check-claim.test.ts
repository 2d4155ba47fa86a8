/** A claim against a text: the desk reads 140万亿 and prints 140 trillion. */
import { describe, expect, it } from 'vitest'
import { checkClaim } from '#reading/check-claim.ts'

const SPEECH =
  '刘烈宏表示，到今年3月，我国日均词元调用量已超过140万亿，词元是连接技术供给与商业需求的“结算单位”。'

const verdicts = (claim: string, text: string) =>
  checkClaim(claim, text).figures.map(({ verdict }) => verdict)

describe('checking a claim', () => {
  it('finds the same figure in another language, with the worked steps', () => {
    const [figure] = checkClaim('Daily token use has surpassed 140 trillion.', SPEECH).figures
    expect(figure).toMatchObject({ verdict: 'equal', found: { text: '140万亿' }, slip: null })
    expect(figure?.steps.join(' ')).toContain('140')
  })

  it.each([
    ['Sales were 912.17 billion yuan.', '销售额为912.17亿元。'],
    ['The city has 3.6 thousand households.', '全市有3.6万户。'],
  ])('names the slip of magnitude in %s', (claim, text) => {
    const [figure] = checkClaim(claim, text).figures
    expect(figure?.verdict).toBe('magnitude_slip')
    expect(figure?.slip).toMatch(/ten times/i)
  })

  it('notices that "more than" was dropped', () => {
    expect(verdicts('Daily token use is 140 trillion.', SPEECH)).toEqual(['bound_dropped'])
  })

  it('looks for words in quotation marks letter by letter', () => {
    expect(checkClaim('It is a “结算单位”.', SPEECH).quotes).toMatchObject([
      { quote: '结算单位', verdict: 'verbatim' },
    ])
    expect(checkClaim('It is a “货币单位”.', SPEECH).quotes[0]?.verdict).not.toMatch(/verbatim|normalised/)
  })

  it('gives positions that slice the claim and the text', () => {
    const claim = 'Liu: “结算单位”, more than 140 trillion a day'
    for (const { claimedAt, quote, start, end } of checkClaim(claim, SPEECH).quotes) {
      expect(claim.slice(claimedAt, claimedAt + quote.length)).toBe(quote)
      expect(SPEECH.slice(start!, end!)).toBe(quote)
    }
  })

  it.each([
    ['Sales were 80 million euros in 2025.', 'Sales were 80 million euros in 2024.', 'date_differs'],
    ['第一季度销量为50万辆。', 'In the second quarter 500,000 were sold.', 'date_differs'],
    ['Sales were 80 million euros in 2024.', '2024年销售额为8000万欧元。', 'equal'],
    [
      'Traffic rose 9% in 2023.',
      'The port said on Monday that traffic rose 9% to 8 million boxes in 2024.',
      'date_differs',
    ],
    ['Traffic rose 9% in May.', 'Traffic rose 9% last month.', 'equal'],
    ['Exports rose 5%.', '出口下降5%。', 'different'],
    ['Deaths were 20 percent lower.', '死亡人数减少了20%。', 'equal'],
    ['Sales rose to 3 million.', 'Sales fell to 3 million.', 'equal'],
    ['煤炭产量为3亿吨。', '钢铁产量为3亿吨，煤炭产量为4.1亿吨。', 'different'],
    ['The model made 3 billion calls.', '模型处理了30亿个token。', 'unit_differs'],
    ['At least 50 people were hurt.', 'The clinic counted 57 injured people.', 'within_bound'],
    ['Inflation was 3.1 percent.', 'The 14 ministers met.', 'absent'],
  ])('reads the words about a figure: %s against %s is %s', (claim, text, verdict) => {
    expect(verdicts(claim, text)).toEqual([verdict])
  })

  it('tells a rise printed for a fall', () => {
    expect(checkClaim('Exports rose 5%.', '出口下降5%。').figures[0]?.slip).toBe(
      'the claim tells of a rise, the source of a fall',
    )
  })

  it('ends quickly in a text of figures alone', () => {
    const started = performance.now()
    expect(verdicts('Sales rose 12 percent.', 'Sales rose 12 percent in 2023. '.repeat(8000))).toEqual([
      'equal',
    ])
    expect(performance.now() - started).toBeLessThan(5000)
  })
})
