/** What is proposed to be asked of search engines, and that none of it is made up. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chinesePercent } from '#domain/chinese-percent.ts'
import { figureFromReading } from '#domain/figure.ts'
import { type ClaimToSearch, proposeQueries } from '#domain/propose-queries.ts'
import { otherScript } from '#domain/query-names.ts'
import { MAX_QUERY_CHARACTERS } from '#domain/run.ts'
import { readFigures } from '#reading/figures.ts'

const claim = (text: string, more: Partial<ClaimToSearch> = {}): ClaimToSearch => ({
  text,
  claimant: null,
  claimantRole: null,
  figures: readFigures(text).map(figureFromReading),
  utterance: null,
  article: { language: 'en', draft: '' },
  citations: [],
  ...more,
})
const citation = (more: Partial<ClaimToSearch['citations'][number]>) => ({
  quote: null,
  prefix: null,
  suffix: null,
  translation: null,
  source: { address: 'https://www.chinanews.com.cn/a', kind: 'wire', language: 'zh-Hans' },
  ...more,
})
const queries = (of: ClaimToSearch) => proposeQueries(of).map(({ query }) => query)

const TOKENS = 'China’s daily token usage has surpassed 140 trillion as of March 2026.'

describe('queries proposed for a claim', () => {
  it('begin with its own words, then who said it with the figure as printed', () => {
    expect(queries(claim(TOKENS, { claimant: 'Liu Liehong' })).slice(0, 2)).toEqual([
      TOKENS,
      'Liu Liehong 140 trillion',
    ])
  })

  it('write the figure as pages in the language of the sources print it', () => {
    const cited = claim(TOKENS, { claimant: 'Liu Liehong', citations: [citation({})] })
    expect(queries(cited)).toContain('Liu Liehong 140万亿')
    const chinese = claim('我国日均词元调用量已超过140万亿。', {
      article: { language: 'zh', draft: '' },
      citations: [citation({ source: { address: 'https://e.example/', kind: 'report', language: 'en' } })],
    })
    expect(queries(chinese)).toContain('140 trillion')
  })

  it('write a percentage with its sign and in Chinese words', () => {
    const of = claim('At least 30% of the electricity is green.', { citations: [citation({})] })
    expect(queries(of)).toEqual(expect.arrayContaining(['30%', '百分之三十']))
  })

  it('write a large figure with all its digits and as a power of ten, without rounding', () => {
    const figures = figureFromReading(readFigures('141.5 trillion')[0]!)
    const all = queries(claim('Usage is up.', { figures: [figures] }))
    expect(all).toEqual(expect.arrayContaining(['141,500,000,000,000', '1.415 × 10^14']))
  })

  it('name the speaker in Chinese script where a cited passage does', () => {
    const quote = '到今年3月，我国日均词元调用量已超过140万亿'
    const of = claim(TOKENS, {
      claimant: 'Liu Liehong',
      citations: [citation({ quote, prefix: '刘烈宏表示，' })],
    })
    expect(queries(of)).toContain('刘烈宏 140万亿')
  })

  it('name the speaker in the other script where the draft gives both side by side', () => {
    const draft = 'Officials led by 国家数据局局长刘烈宏 (Liu Liehong) spoke.'
    const of = claim(TOKENS, { claimant: 'Liu Liehong', article: { language: 'en', draft } })
    expect(queries(of)).toContain('刘烈宏 140万亿')
  })

  it('never bring a name in a script in which the record does not have it', () => {
    const of = claim('Usage in China passed 140 trillion.', { claimant: 'Liu Liehong' })
    expect(queries(of)).toContain('Liu Liehong 140万亿')
    expect(queries(of).join('')).not.toMatch(/[刘劉]/)
  })

  it('hold the cited words as an exact phrase, cut to the clause with the figure', () => {
    const quote =
      '刘烈宏在论坛上表示，词元是连接技术供给与商业需求的结算单位，到今年3月，我国日均词元调用量已超过140万亿。'
    const all = queries(claim(TOKENS, { citations: [citation({ quote })] }))
    expect(all).toContain('"我国日均词元调用量已超过140万亿"')
  })

  it('hold the words that the claim itself quotes', () => {
    const of = claim('He called tokens a “settlement unit” linking supply and demand.')
    expect(queries(of)).toContain('"settlement unit"')
  })

  it('go to the site of an official source alone, and to no site of a reprint', () => {
    const official = { address: 'https://www.nda.gov.cn/x', kind: 'official', language: 'zh' }
    const of = claim(TOKENS, {
      claimant: 'Liu Liehong',
      citations: [citation({}), citation({ source: official })],
    })
    expect(queries(of).filter((query) => query.startsWith('site:'))).toEqual([
      'site:nda.gov.cn Liu Liehong 140万亿',
    ])
  })

  it('each say in words why they are proposed', () => {
    const of = claim(TOKENS, { claimant: 'Liu Liehong', citations: [citation({})] })
    const chinese = proposeQueries(of).find(({ language }) => language === 'zh')
    expect(chinese?.reason).toContain('the figure in Chinese notation')
    expect(chinese?.reason).toContain('a language of its sources')
  })

  it('are never empty, never twice the same, and never longer than engines take', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 900 }),
        fc.string(),
        fc.string(),
        (text, name, quote) => {
          const all = queries(claim(text, { claimant: name || null, citations: [citation({ quote })] }))
          expect(new Set(all.map((query) => query.toLowerCase())).size).toBe(all.length)
          for (const query of all) {
            expect(query.trim()).toBe(query)
            expect(query.length).toBeGreaterThan(0)
            expect(query.length).toBeLessThanOrEqual(MAX_QUERY_CHARACTERS)
          }
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('a name in both scripts', () => {
  it.each([
    ['Liu Liehong', 'Liu Liehong (刘烈宏), its head', '刘烈宏'],
    ['Liu Liehong', 'Liu Liehong (Chinese: 刘烈宏; born 1968)', '刘烈宏'],
    ['刘烈宏', '刘烈宏（Liu Liehong）表示', 'Liu Liehong'],
    ['刘烈宏', 'Liu Liehong (刘烈宏) said', 'Liu Liehong'],
    ['Liu Liehong', '会议由国家数据局副处级调研员刘烈宏 (Liu Liehong) 主持', null],
    ['Liu Liehong', 'Liu Liehong (see below) and 刘烈宏', null],
  ])('%s is read from “%s” only where it is clear', (name, text, other) => {
    expect(otherScript(name, [text])).toBe(other)
  })
})

describe('a percentage in Chinese words', () => {
  it.each([
    ['30', '百分之三十'],
    ['12.5', '百分之十二点五'],
    ['100', '百分之一百'],
    ['105', '百分之一百零五'],
    ['0.25', '百分之零点二五'],
    ['3.00', '百分之三'],
    ['-3', null],
  ])('%s is %s', (value, words) => {
    expect(chinesePercent(value)).toBe(words)
  })
})
