import { describe, expect, it } from 'vitest'
import { byCitation, marksOf, type ShownFinding } from '#components/finding-marks.ts'
import { findingsSentence } from '#components/findings-sentence.ts'

const finding = (over: Partial<ShownFinding> & { claim?: number }): ShownFinding => ({
  id: 'f1',
  kind: 'quote',
  verdict: 'verbatim',
  start: 10,
  end: 20,
  detail: {},
  figure: null,
  citation: {
    id: `citation-${over.claim ?? 1}`,
    quote: '140万亿',
    claim: { id: `claim-${over.claim ?? 1}`, number: over.claim ?? 1, text: '140 trillion a day' },
  },
  ...over,
})

const found = [
  finding({ id: 'a', claim: 2, verdict: 'absent', start: null, end: null }),
  finding({ id: 'b', claim: 1 }),
  finding({ id: 'c', claim: 1, kind: 'figure', verdict: 'magnitude_slip', start: 12, end: 15 }),
]

describe('what a capture shows', () => {
  it('gives one entry for each citation, by the number of its claim', () => {
    const entries = byCitation(found, null)
    expect(entries.map(({ citation }) => citation.claim.number)).toEqual([1, 2])
    expect(entries[0]).toMatchObject({ quote: { id: 'b' }, figures: [{ id: 'c' }] })
  })

  it('marks what has a place in the text, and nothing else', () => {
    expect(marksOf(found, null)).toMatchObject([
      { key: 'found-b', kind: 'quote', start: 10, end: 20 },
      { key: 'found-c', kind: 'figure', start: 12, end: 15 },
    ])
  })

  it('keeps to one citation when asked, and shows all for a citation that is not here', () => {
    expect(byCitation(found, 'citation-2')).toHaveLength(1)
    expect(byCitation(found, 'gone')).toHaveLength(2)
  })

  it('counts quotes and figures without a verdict on the claim', () => {
    expect(findingsSentence(byCitation(found, null))).toBe('1 of 2 quotes are there; 1 figure needs a look.')
    expect(findingsSentence(byCitation([finding({})], null))).toBe('The quote is there.')
    expect(findingsSentence([])).toBe('Nothing has been looked for in it yet.')
  })
})
