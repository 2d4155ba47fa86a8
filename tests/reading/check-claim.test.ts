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
})
