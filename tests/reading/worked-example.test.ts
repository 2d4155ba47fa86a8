/** One claim worked through against what three pages said of it, with every slip and spelling on the way. */
import { describe, expect, it } from 'vitest'
import { checkClaim } from '#reading/check-claim.ts'
import { checkDerived, type DerivedInput } from '#reading/derived.ts'
import type { Bound } from '#reading/figure.ts'
import { readFigures } from '#reading/figures.ts'

const MARCH =
  '官员说，到今年3月，日均词元调用量已超过140万亿，2024年初这一数字为1000亿，2025年底为100万亿，两年多增长了1000多倍。'
const JUNE = '截至6月底，日均词元消耗量突破30万亿，而2024年初为1000亿，增长了300多倍。'

const check = (claim: string, text: string) =>
  checkClaim(claim, text).figures.map(({ verdict, dropped }) => ({ verdict, dropped }))
const figure = (value: string, printed: string, bound: Bound = 'exact'): DerivedInput => ({
  value,
  printed,
  bound,
})

describe('140 trillion tokens a day', () => {
  it('is 140万亿, and keeps its limit, its day and its date', () => {
    expect(check('As of March, daily use had passed 140 trillion tokens.', MARCH)).toEqual([
      { verdict: 'equal', dropped: [] },
    ])
  })

  it.each([
    ['As of March, daily use was 140 trillion tokens.', 'bound_dropped', ['bound']],
    ['As of March, use had passed 140 trillion tokens.', 'equal', ['rate']],
    ['Daily use has passed 140 trillion tokens.', 'equal', ['as_of']],
    ['They used 140 trillion tokens.', 'bound_dropped', ['bound', 'rate', 'as_of']],
  ])('has lost something in “%s”', (claim, verdict, dropped) => {
    expect(check(claim, MARCH)).toEqual([{ verdict, dropped }])
  })

  it.each([
    ['14 trillion', 'magnitude_slip'],
    ['140 billion', 'magnitude_slip'],
    ['1.4 trillion', 'magnitude_slip'],
    ['150 trillion', 'different'],
  ])('is not %s', (printed, verdict) => {
    expect(check(`As of March, daily use had passed ${printed} tokens.`, MARCH)).toMatchObject([{ verdict }])
  })
})

describe('1000亿 and 100万亿', () => {
  it('are 100 billion and 100 trillion, each at its own date', () => {
    expect(
      check('It was 100 billion at the start of 2024 and 100 trillion at the end of 2025.', MARCH),
    ).toMatchObject([{ verdict: 'equal' }, { verdict: 'equal' }])
  })

  it('are not 1,000 billion: 亿 was read as billion', () => {
    const [slip] = checkClaim('It was 1,000 billion at the start of 2024.', MARCH).figures
    expect(slip).toMatchObject({ verdict: 'magnitude_slip', found: { text: '1000亿' } })
    expect(slip?.slip).toContain('亿 (10^8) read as billion (10^9)')
  })

  it('are not those of another year', () => {
    expect(check('It was 100 billion at the start of 2023.', MARCH)).toMatchObject([
      { verdict: 'date_differs' },
    ])
  })
})

describe('what follows from the figures', () => {
  const march = figure('140000000000000', '140万亿', 'gt')
  const december = figure('100000000000000', '100万亿')
  const first = figure('100000000000', '1000亿')
  const june = figure('30000000000000', '30万亿', 'gt')

  it('is growth of over 40 percent since the end of 2025, because the later figure is a lower limit', () => {
    const over = { value: '40', bound: 'gt', unit: 'percent' } as const
    expect(checkDerived('change(december, march)', { december, march }, over).verdict).toBe('consistent')
  })

  it('is more than 1,000 times, and 1,400 at the figures printed', () => {
    expect(checkDerived('march / first', { march, first }, { value: '1000', bound: 'gt' }).verdict).toBe(
      'consistent',
    )
    expect(checkDerived('140T / 100B', {}, { value: '1400', bound: 'exact' }).verdict).toBe('consistent')
    expect(checkDerived('140万亿 / 1000亿', {}, { value: '4100', bound: 'exact' }).verdict).toBe(
      'inconsistent',
    )
  })

  it('is more than 300 times half a year in', () => {
    expect(readFigures(JUNE).map(({ value, bound }) => `${bound} ${value}`)).toContain('gt 300')
    expect(checkDerived('june / first', { june, first }, { value: '300', bound: 'gt' }).verdict).not.toBe(
      'inconsistent',
    )
  })
})

describe('numerals that other readers get wrong', () => {
  it.each([
    ['一万五千亿', '1500000000000'],
    ['二十万亿', '20000000000000'],
    ['20万亿', '20000000000000'],
    ['三万亿', '3000000000000'],
    ['250亿', '25000000000'],
    ['两千三百五十亿', '235000000000'],
    ['壹拾贰億', '1200000000'],
  ])('%s is %s', (written, value) => {
    expect(readFigures(`总额为${written}元`).map((one) => one.value)).toEqual([value])
  })

  it('are held against an English claim', () => {
    expect(check('The total was 1.5 trillion yuan.', '总额为一万五千亿元。')).toMatchObject([
      { verdict: 'equal' },
    ])
    expect(check('The total was 500 billion yuan.', '总额为一万五千亿元。')).toMatchObject([
      { verdict: 'different' },
    ])
    expect(check('The total was 2 trillion yuan.', '总额为二十万亿元。')).toMatchObject([
      { verdict: 'magnitude_slip' },
    ])
  })
})
