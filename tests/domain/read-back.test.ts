/** What a read-back is held against: what the capture itself showed, no more and no less. */
import { describe, expect, it } from 'vitest'
import { judgeReadBack } from '#domain/read-back.ts'

const TEXT = 'Liu said daily token usage has surpassed 140 trillion. Nobody asked how it was counted.'
const citation = (quote: string | null) => ({ quote, prefix: null, suffix: null, figures: [] })
const FIGURE = {
  ...{ id: 'f', text: '140 trillion', value: '140000000000000', valueHigh: null, unit: null },
  ...{ bound: 'gt', rate: null, asOf: null },
}
const QUOTE = 'daily token usage has surpassed 140 trillion'
const judge = (replayed: string, quote: string | null = QUOTE, article = '') =>
  judgeReadBack(TEXT, replayed, [citation(quote)], article)

describe('a cited passage', () => {
  it('reads back when it is there, whatever else is not', () => {
    expect(judge(`Menu. ${TEXT}`)).toMatchObject({ readBack: 'reads_back', lookedFor: { passages: 1 } })
  })
  it('differs when it is not there, or not the same', () => {
    expect(judge('Nothing.').readBack).toBe('differs')
    expect(judge(TEXT.replace('140', '150')).differs[0]).toContain('is altered when played back')
  })
  it('differs when a figure of the claim reads otherwise', () => {
    const cited = [{ ...citation('Liu said daily token usage'), figures: [FIGURE] }]
    const { readBack, differs } = judgeReadBack(TEXT, TEXT.replace('140', '120'), cited, '')
    expect(readBack).toBe('differs')
    expect(differs).toEqual([
      'The figure was 140 trillion in the capture and is 120 trillion when played back.',
    ])
  })
  it('that the capture did not show is not asked of it again', () => {
    expect(judge(TEXT, 'words of another page', TEXT).lookedFor).toEqual({ passages: 0, paragraphs: 1 })
  })
})

describe('a capture without cited words', () => {
  const article = `${'One paragraph of the story, long enough to count. '}\n${'Another paragraph of it, also long enough.'}`
  it('reads back when the paragraphs of its article are there', () => {
    expect(judge(article, null, article).readBack).toBe('reads_back')
    expect(judge('One paragraph of the story, long enough to count.', null, article)).toMatchObject({
      readBack: 'differs',
      differs: ['“Another paragraph of it, also long enough.” is not there.'],
    })
  })
  it('could not be looked at when it holds no text at all', () => {
    expect(judge('anything', null, '').readBack).toBe('could_not_look')
  })
})
