/** Ids of statements outlive edits: a changed digit reopens one statement, a new paragraph none. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readStatements } from '#reading/draft-statements.ts'

const SENTENCES = [
  'The harbour handled 148 million tonnes of cargo in 2025.',
  '“Ships wait 2 days less. We are proud,” Zhou Ming said on 23 March 2026.',
  'It is the largest harbour of the region, with 31 berths.',
  'Fees rise by 4.5 percent, from $1,200 to $1,254.',
  'See [the report](https://example.org/2025/7), page 12.',
  'According to the port office, 87 people work there.',
  'The U.S. share fell to 12.5 percent in the third quarter of 2025.',
  '港口2025年吞吐量达到1.48亿吨，增长3.2%。',
  '“等待时间缩短了2天。”局长周明3月23日说。',
  '据港务局统计，这里有87名员工，是全国最大的港口。',
]
const NEW_PARAGRAPH = 'A new paragraph names 17 lighthouses.'

const idsOf = (draft: string) => new Set(readStatements(draft).map(({ id }) => id))
const missing = (from: Set<string>, other: Set<string>) => [...from].filter((id) => !other.has(id))

const drafts = fc
  .tuple(
    fc.uniqueArray(fc.nat({ max: SENTENCES.length - 1 }), { minLength: 2, maxLength: SENTENCES.length }),
    fc.constantFrom(' ', '\n\n'),
  )
  .map(([order, joint]) => order.map((index) => SENTENCES[index] ?? '').join(joint))

describe('the ids of a draft', () => {
  it('change for one statement when one digit changes', () => {
    fc.assert(
      fc.property(drafts, fc.nat(), fc.integer({ min: 1, max: 9 }), (draft, pick, step) => {
        const digits = Array.from(draft.matchAll(/\d/g), ({ index }) => index)
        const at = digits[pick % digits.length] ?? 0
        // A year of another century, a month 13 or a nought in front is no date any more.
        const digit = String((Number(draft[at]) + step) % 10)
        const edited = draft.slice(0, at) + digit + draft.slice(at + 1)
        const touched = readStatements(draft).find(({ start, end }) => start <= at && at < end)
        const [before, after] = [idsOf(draft), idsOf(edited)]
        const inAddress = /https?:\S*$/.test(draft.slice(0, at))
        expect(missing(before, after)).toEqual(inAddress || !touched ? [] : [touched.id])
        expect(missing(after, before).length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 300 },
    )
  })

  it('stand when a paragraph is put anywhere between others', () => {
    fc.assert(
      fc.property(drafts, fc.nat(), (draft, pick) => {
        const paragraphs = draft.split('\n\n')
        const place = pick % (paragraphs.length + 1)
        const grown = [...paragraphs.slice(0, place), NEW_PARAGRAPH, ...paragraphs.slice(place)].join('\n\n')
        expect(missing(idsOf(draft), idsOf(grown))).toEqual([])
        expect(missing(idsOf(grown), idsOf(draft))).toHaveLength(1)
      }),
      { numRuns: 200 },
    )
  })
})

describe('the marks of a statement', () => {
  it.each([
    ['He was the first mayor to resign.', ['superlative']],
    ['No other country spends more on rail.', ['superlative']],
    ['Experts say the fish never left.', ['attribution']],
    ['The shares hit a record high on Friday.', ['superlative', 'date']],
    ['The firm had 900 staff two years ago.', ['figure', 'date']],
    ['这是我国第一座核电站。', ['superlative']],
    ['这款车最畅销。', ['superlative']],
    ['没有哪个国家投入更多。', ['superlative']],
    ['专家认为鱼群从未离开。', ['attribution']],
    ['据新华社报道,三季度增速放缓至1.2%。', ['attribution', 'date', 'figure']],
  ])('%s', (text, kinds) => {
    expect(readStatements(text).map(({ marks }) => [...new Set(marks.map(({ kind }) => kind))])).toEqual([
      kinds,
    ])
  })
})
