/** A draft as a reporter writes it: its headline, and the claims proposed from it with their links. */
import { describe, expect, it } from 'vitest'
import { readDraft } from '#reading/draft.ts'

const DRAFT = `# Harbour report

The harbour handled **140 million** tonnes, [the office says](https://example.org/office). “Ships wait two days less,” Zhou Ming said.

The weather was fine. It is the largest harbour.

## Sources

- [Harbour office](https://example.org/office), 23 March 2026
`

describe('a draft', () => {
  it('gives its headline and a claim for each sentence with a figure or a quotation', () => {
    const { headline, language, text, claims } = readDraft(DRAFT)
    expect({ headline, language }).toEqual({ headline: 'Harbour report', language: 'en' })
    expect(text).not.toContain('# Harbour report')
    expect(claims).toEqual([
      {
        kind: 'figure',
        text: 'The harbour handled 140 million tonnes, the office says.',
        passage: 'The harbour handled **140 million** tonnes, [the office says](https://example.org/office).',
        links: [{ address: 'https://example.org/office', text: 'the office says' }],
      },
      {
        kind: 'figure',
        text: '“Ships wait two days less,” Zhou Ming said.',
        passage: '“Ships wait two days less,” Zhou Ming said.',
        links: [],
      },
    ])
  })

  it('takes its first line for the headline where it has no heading', () => {
    expect(readDraft('港口吞吐量增长\n\n吞吐量达到1.4亿吨。').headline).toBe('港口吞吐量增长')
    expect(readDraft('').headline).toBe('Untitled draft')
  })

  it('proposes a quotation without figures as one', () => {
    expect(readDraft('周明说：“我们对此感到十分高兴和自豪。”').claims).toMatchObject([{ kind: 'quotation' }])
  })
})
