/** What a capture shows for a citation: only what stands in and around the quoted words counts. */
import { describe, expect, it } from 'vitest'
import { findInCapture } from '#domain/finding.ts'
import { pageOfFinding } from '#domain/page-of-finding.ts'

const TEXT =
  '会议3月23日召开。刘烈宏表示，2024年初，我国日均词元调用量为1000亿；到2025年底，这一数字达到100万亿；到今年3月，我国日均词元调用量已超过140万亿，两年多时间里增长了1000多倍。'
const figure = (text: string, value: string, extra: object = {}) => ({
  id: text,
  text,
  value,
  valueHigh: null,
  unit: 'tokens',
  bound: 'exact',
  rate: null,
  asOf: null,
  ...extra,
})
const cite = (quote: string | null, ...figures: ReturnType<typeof figure>[]) => ({
  quote,
  prefix: null,
  suffix: null,
  figures,
})
const told = (citation: ReturnType<typeof cite>, text = TEXT) =>
  findInCapture(citation, text).map(({ kind, verdict }) => `${kind} ${verdict}`)

describe('a citation', () => {
  it('is borne out by its words and the figure in them', () => {
    const more = figure('140 trillion', '140000000000000', { bound: 'gt' })
    expect(told(cite('日均词元调用量已超过140万亿', more))).toEqual(['quote verbatim', 'figure equal'])
  })

  it('keeps the dates of a series apart', () => {
    const start = figure('100 billion', '100000000000', { asOf: 'the start of 2024' })
    const end = figure('100 trillion', '100000000000000', { asOf: 'the end of 2025' })
    const quote = '2024年初，我国日均词元调用量为1000亿；到2025年底，这一数字达到100万亿'
    expect(told(cite(quote, start, end))).toEqual(['quote verbatim', 'figure equal', 'figure equal'])
  })

  it('is not borne out by a number elsewhere on the page when its words are not there', () => {
    const more = figure('140 trillion', '140000000000000')
    expect(told(cite('这句话不在页面上', more))).toEqual(['quote absent', 'figure absent'])
  })

  it('without words is read against the whole text', () => {
    expect(told(cite(null, figure('100 trillion', '100000000000000')))).toEqual(['figure equal'])
  })

  it('names the page that its words stand on, where the text has pages', () => {
    const pageIn = (text: string) => pageOfFinding(findInCapture(cite('已超过140万亿'), text)[0]?.detail)
    expect(pageIn(`封面\n\f\n\f\n${TEXT}`)).toBe(3)
    expect(pageIn(TEXT)).toBeNull()
    expect(pageIn('封面\n\f\n没有')).toBeNull()
  })

  it('gives positions that slice the text', () => {
    for (const { start, end } of findInCapture(
      cite('已超过140万亿', figure('140 trillion', '140000000000000')),
      TEXT,
    ))
      expect(TEXT.slice(start!, end!)).toContain('140万亿')
  })
})
