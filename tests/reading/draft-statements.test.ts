/** The checkable statements of a draft: what is marked in each, and ids that outlive edits elsewhere. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readStatements, STATEMENT_MARKS } from '#reading/draft-statements.ts'

const DRAFT = `# Harbour handles 140 million tonnes

The harbour handled 140 million tonnes of cargo in the first quarter of 2026, 3 percent more than a year before. Its director, Zhou Ming, said at a news conference on Wednesday: “Ships wait two days less. We are proud.” The weather was fine.

It is the largest harbour of the region. The plan is described in [the 2025 report](https://example.org/a.b/2025.pdf).

- Fees rise by 4.5 percent.
- [Harbour office](https://example.org/office)

“It works.” The firm grew by Mr. Doe's 5 percent.

港口吞吐量达到1.4亿吨。“增长很快。”周明说。天气很好。
`

/** Reading that grew with the square of the text would take minutes for so many signs; the runner's limit tells. */
const MANY = 200_000
const LIMIT_MS = 20_000

const kinds = (text: string) =>
  readStatements(text).map(({ marks }) => [...new Set(marks.map(({ kind }) => kind))])

describe('the statements of a draft', () => {
  it('are its sentences with something to check, each with what that is', () => {
    expect(readStatements(DRAFT).map(({ text }) => text)).toEqual([
      'The harbour handled 140 million tonnes of cargo in the first quarter of 2026, 3 percent more than a year before.',
      'Its director, Zhou Ming, said at a news conference on Wednesday: “Ships wait two days less. We are proud.”',
      'It is the largest harbour of the region.',
      'The plan is described in [the 2025 report](https://example.org/a.b/2025.pdf).',
      'Fees rise by 4.5 percent.',
      "The firm grew by Mr. Doe's 5 percent.",
      '港口吞吐量达到1.4亿吨。',
      '“增长很快。”周明说。',
    ])
  })

  it.each([
    ['It has 30 users.', ['figure']],
    ['He likes “a sea that is never quiet”.', ['quotation']],
    ['Zhou Ming said that it was over.', ['attribution']],
    ['It is the fastest boat.', ['superlative']],
    ['It opened on 23 March 2026.', ['date']],
    ['See [the page](https://example.org/2026/03/23/140).', ['link']],
    ['这是全球最大的港口。', ['superlative']],
    ['今年首次开放。', ['date', 'superlative']],
    ['据新华社报道，港口关闭。', ['attribution']],
  ])('mark %s', (text, expected) => {
    expect(kinds(text)).toEqual([expected])
  })

  it.each([
    'The weather was fine.',
    '天气很好。',
    '# 140 million',
    '> He has 30 users.',
    '| 30 | 40 |',
    'She has a rare interest in it.',
    '他最近最后说。',
    '',
  ])('leave out: %s', (text) => {
    expect(readStatements(text)).toEqual([])
  })
})

describe('the id of a statement', () => {
  const ids = (text: string) => readStatements(text).map(({ id }) => id)

  it('changes with its own digit, and no other id does', () => {
    const before = ids(DRAFT)
    const after = ids(DRAFT.replace('3 percent more', '8 percent more'))
    expect(after).toHaveLength(before.length)
    expect(after.filter((id, index) => id !== before[index])).toHaveLength(1)
  })

  it('stands when text is added, moved or taken away around it', () => {
    const before = ids(DRAFT)
    expect(ids(`New first line with 12 boats.\n\n${DRAFT}`).slice(1)).toEqual(before)
    expect(ids(DRAFT.replace('The weather was fine.', ''))).toEqual(before)
    expect(ids(DRAFT.split('\n\n').reverse().join('\n\n')).sort()).toEqual(before.sort())
  })

  it('stands when only punctuation, markup, width or an address changes', () => {
    const [one] = ids('It has **1,400** users, 3% more.')
    expect(ids('It has 1400 users; 3% more!')).toEqual([one])
    expect(ids('It has １４００ users, 3% more.')).toEqual([one])
    expect(ids('It has [1,400 users](https://example.org/1), 3% more.')).toEqual([one])
  })

  it('tells numbers apart that differ in a sign alone', () => {
    const texts = [
      'It is 1.5 percent.',
      'It is 15 percent.',
      'It is -15 percent.',
      'It is 15 people.',
      'It is 1 5 percent.',
      'It is $15.',
      'It is €15.',
    ]
    expect(new Set(texts.flatMap(ids)).size).toBe(texts.length)
  })

  it('counts sentences that are printed twice', () => {
    expect(ids('It has 3 boats. It has 3 boats.')).toEqual(['it_has_3_boats', 'it_has_3_boats~2'])
  })

  it('is unique, and its positions slice to the draft, whatever is written', () => {
    const pieces = fc.constantFrom(
      'It has 3 boats. ',
      '“',
      '”',
      'Zhou said ',
      '。',
      '周明说',
      '\n',
      '- ',
      '# ',
      '[a](https://x.org/1)',
      '😀',
      '5',
      '%',
      ' ',
      '最大',
      'Mr. ',
      '2026年',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join('')
        const statements = readStatements(text)
        expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length)
        let edge = 0
        for (const { start, end, text: sentence, marks } of statements) {
          expect(text.slice(start, end)).toBe(sentence)
          expect(start).toBeGreaterThanOrEqual(edge)
          expect(marks.length).toBeGreaterThan(0)
          for (const mark of marks) {
            expect(STATEMENT_MARKS).toContain(mark.kind)
            expect(start <= mark.start && mark.start < mark.end && mark.end <= end).toBe(true)
          }
          edge = end
        }
      }),
      { numRuns: 200 },
    )
  })

  it.each(['It has 3 boats. ', '“', '最', '[', '。', 'a ', '[a](https://x.org/1) ', 'number ', '(', '\n'])(
    'is unique in a long run of %j',
    (sign) => {
      const statements = readStatements(sign.repeat(MANY / sign.length))
      expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length)
    },
    LIMIT_MS,
  )
})
