import { describe, expect, it } from 'vitest'
import { findInPage, type ScreenedClaim } from '#domain/screening-parts/find-in-page.ts'
import { readFigures } from '#reading/figures.ts'

const TEXT = 'China’s daily token usage has surpassed 140 trillion as of March 2026.'
const PASSAGE = '刘烈宏表示，到今年3月，我国日均词元调用量已超过140万亿，两年多时间里增长了1000多倍。'
const FILLER = '发布会还介绍了数据标注产业的进展情况，多地正在建设标注基地。'.repeat(20)

function claim(more: Partial<ScreenedClaim> = {}): ScreenedClaim {
  const text = more.text ?? TEXT
  return {
    text,
    passage: null,
    claimant: 'Liu Liehong',
    spokenOn: '2026-03-23',
    figures: readFigures(text)
      .filter(({ kind }) => kind !== 'ordinal')
      .map((figure, index) => ({ ...figure, id: String(index), valueHigh: figure.valueHigh ?? null })),
    quotes: [],
    queries: ['刘烈宏 日均词元调用量 140万亿'],
    ...more,
  }
}
const page = (text: string, more = {}) => ({ text, published: '2026-03-24', language: null, ...more })

describe('an English claim on a Chinese page', () => {
  const finds = findInPage(claim(), page(`${FILLER}\n${PASSAGE}\n${FILLER}`))
  it('is found by its figure in the other notation, by the claimant in the other script, and by the month', () => {
    expect(finds.isPassageFound).toBe(true)
    expect(finds.figures).toMatchObject([{ claimed: '140 trillion', found: '140万亿', isInPassage: true }])
    expect(finds.claimant).toEqual({ name: '刘烈宏', isInPassage: true })
    expect(finds.date).toBe('今年3月')
    expect(finds.rank).toBeGreaterThan(85)
  })
  it('is shown in the page’s own sentence, with what was found marked', () => {
    const { text, marks } = finds.passage!
    expect(text).toBe(PASSAGE)
    expect(marks.map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`)).toEqual([
      'claimant 刘烈宏',
      'date 今年3月',
      'figure 140万亿',
    ])
    expect(finds.quotable).toBe(PASSAGE)
  })
  it('is found without a name in the query list too, by the unit, but ranks lower', () => {
    const nameless = findInPage(claim({ queries: [] }), page(PASSAGE))
    expect(nameless.isPassageFound).toBe(true)
    expect(nameless.claimant).toBeNull()
    expect(nameless.rank).toBeLessThan(finds.rank)
  })
  it('is found in traditional script as well', () => {
    const traditional = '劉烈宏表示，到今年3月，我國日均詞元調用量已超過140萬億，兩年多增長1000多倍。'
    expect(findInPage(claim(), page(traditional)).claimant).toEqual({ name: '刘烈宏', isInPassage: true })
  })
})

describe('the rank', () => {
  const near = findInPage(claim(), page(`${PASSAGE}${FILLER}`))
  it('puts a figure alone on the page below a passage with figure and claimant', () => {
    const alone = findInPage(claim(), page(`${FILLER}该基金规模为140万亿。${FILLER}刘烈宏出席了会议。`))
    expect(alone.isPassageFound).toBe(false)
    expect(alone.rank).toBeLessThan(near.rank / 2)
  })
  it('of a page that names the figure twice goes by the passage that has more', () => {
    const both = findInPage(claim(), page(`全国共有140万亿。${FILLER}${PASSAGE}`))
    expect(both.passage?.text).toBe(PASSAGE)
    expect(both.rank).toBe(near.rank)
  })
  it('says what it is made of', () => {
    expect(near.parts.map(({ part }) => part)).toEqual(['figures', 'claimant', 'date', 'words'])
    for (const { earned, of } of near.parts) expect(earned).toBeLessThanOrEqual(of)
  })
  it('is low for a page that only speaks of the same things', () => {
    const other = findInPage(claim(), page('刘烈宏会见了来访的客人，双方就词元交换了意见。'))
    expect(other).toMatchObject({ isPassageFound: false, figures: [{ verdict: 'absent', found: null }] })
    expect(other.rank).toBeLessThan(40)
  })
})

describe('a figure that slipped', () => {
  it('is named, and is the claim’s only beside the claimant', () => {
    const slip = findInPage(
      claim(),
      page('Liu Liehong said on Monday that daily token usage has surpassed 140 billion as of March.'),
    )
    expect(slip.figures).toMatchObject([{ verdict: 'magnitude_slip', found: '140 billion' }])
    expect(slip.figures[0]?.slip).toMatch(/\w/)
    expect(slip.isPassageFound).toBe(true)
    const right = findInPage(claim(), page(`Liu Liehong said that ${TEXT}`))
    expect(slip.rank).toBeLessThan(right.rank)
    expect(findInPage(claim(), page('The fund holds 140 billion in cash.')).isPassageFound).toBe(false)
  })
})

describe('a quotation', () => {
  const quoted = claim({ figures: [], claimant: null, quotes: ['我国日均词元调用量已超过140万亿'] })
  it('is found letter for letter and offered as the page has it', () => {
    const finds = findInPage(quoted, page(`${FILLER}${PASSAGE}`))
    expect(finds.quote).toMatchObject({ verdict: 'verbatim' })
    expect(finds.quotable).toBe('我国日均词元调用量已超过140万亿')
    expect(finds.passage?.marks.map(({ kind }) => kind)).toContain('quote')
  })
  it('with another number is no match, and the page’s words are shown', () => {
    const finds = findInPage(quoted, page(`${FILLER}${PASSAGE.replace('140', '180')}`))
    expect(finds).toMatchObject({ isPassageFound: false, quote: { verdict: 'altered' } })
    expect(finds.passage?.text).toContain('180万亿')
  })
  it('in another language than the page is not held against it', () => {
    const english = claim({
      quotes: ['We will use every instrument that we have to keep the tokens flowing.'],
    })
    const finds = findInPage(english, page(PASSAGE))
    expect(finds.quote).toBeNull()
    expect(finds.quotesOfOtherLanguage).toBe(1)
    expect(finds.rank).toBeGreaterThan(85)
  })
})

describe('a claim without figure and quotation', () => {
  const plainClaim = claim({
    text: 'The national data regulator opened four new annotation bases in western provinces.',
    figures: [],
    claimant: null,
    spokenOn: null,
    queries: [],
  })
  it('is looked for by its words', () => {
    const said = 'On Monday the national data regulator opened new annotation bases across western provinces.'
    expect(findInPage(plainClaim, page(said)).isPassageFound).toBe(true)
    expect(findInPage(plainClaim, page('The regulator spoke.')).isPassageFound).toBe(false)
  })
  it('cannot be looked for in a page of another language', () => {
    expect(findInPage(plainClaim, page(PASSAGE, { language: 'zh-Hans' }))).toMatchObject({
      isPassageFound: false,
      isComparable: false,
    })
  })
})

it('reads a long page with thousands of figures in a moment', () => {
  const row = '2025年第3季度营收为1,234.5亿元，同比增长12.5%；净利润140.2亿元。'
  const started = performance.now()
  findInPage(claim(), page(row.repeat(4_000)))
  expect(performance.now() - started).toBeLessThan(4_000)
})
