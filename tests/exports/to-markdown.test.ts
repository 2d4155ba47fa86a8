/** The Markdown has the two sections of the sample article, and nothing recorded can break its structure. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeMarkdown } from '#exports/escape-markdown.ts'
import { toMarkdown } from '#exports/to-markdown.ts'
import { attempt, caveat, citation, claim, dossier, run, source } from '../support/dossier.ts'
import { HOSTILE } from '../support/hostile-text.ts'

const headings = (markdown: string) => markdown.split('\n').filter((line) => line.startsWith('#'))

describe('the sample', () => {
  const markdown = toMarkdown(dossier())

  it('has its sections in order', () => {
    expect(headings(markdown)).toEqual([
      '# China counts its tokens',
      '## Related coverage',
      '## Sources',
      '## Reporting notes',
      '## How sources were looked for',
      '## Claims',
      '### Claim 1: China uses more than 140 trillion tokens a day.',
    ])
  })

  it('is marked as sample data, which real articles are not', () => {
    expect(markdown).toContain('**SAMPLE DATA: not for publication.**')
    const real = dossier({ article: { ...dossier().article, sample: false } })
    expect(toMarkdown(real)).not.toContain('SAMPLE')
  })

  it('prints a source with address, copy, key use and caveats', () => {
    expect(markdown).toContain(
      [
        '1. China News Service — 刘烈宏:中国日均词元调用量已突破140万亿',
        '   - <https://www.chinanews.com.cn/cj/2026/03-23/10591500.shtml>',
        '   - Archived copy: 24 March 2026, 08:10 UTC, taken by a plain request, SHA-256 3f1c9a7be0d2… <https://stet.example/captures/cap-1>',
        '   - Key use in this article: Gives the series from 100 billion to 100 trillion to 140 trillion.',
        '   - Caveats: Single origin',
      ].join('\n'),
    )
    expect(markdown.match(/^ {3}- Key use in this article: /gm)).toHaveLength(3)
  })

  it('prints the note and the caveats under reporting notes', () => {
    expect(markdown).toMatch(
      /^- Search-chain note: Sources for claim 1 .* HTTP 502; .* window of 3 seconds; /m,
    )
    expect(markdown).toMatch(/^- Editorial caveat: Claim 1: All reports of the 140 trillion figure/m)
    expect(markdown).toMatch(/^- From the records: Claim 1: 3 reports, 1 independent origin/m)
  })

  it('prints quotation, translation and verdicts with the claim', () => {
    expect(markdown).toContain(
      '- Source 1 supports the claim. “日均词元调用量已突破140万亿” Translated by the newsroom: “daily token calls have passed 140 trillion” Quotation: found word for word in the archived copy. Figure 140 trillion: the same in the archived copy.',
    )
  })

  it('keeps the draft in the house', () => {
    expect(markdown).not.toContain('A draft that stays in the house.')
  })
})

it('says so where there is nothing', () => {
  const article = { ...dossier().article, relatedCoverage: [] }
  const markdown = toMarkdown(dossier({ article, claims: [], sources: [], caveats: [], runs: [] }))
  expect(markdown).not.toContain('Related coverage')
  for (const words of [
    'No source is cited.',
    'No claim is logged.',
    '- Search-chain note: No search was recorded.',
  ])
    expect(markdown).toContain(words)
})

it('indents what belongs to a source by the width of its number', () => {
  const sources = [source({ number: 9 }), source({ number: 10 })]
  expect(toMarkdown(dossier({ sources }))).toMatch(/^9\. .*\n {3}- <(.|\n)*^10\. .*\n {4}- </m)
})

/** A dossier in which `text` stands wherever a person or a page can put words. */
const withText = (text: string) =>
  dossier({
    article: { ...dossier().article, headline: text, relatedCoverage: [{ title: text, address: text }] },
    exportedBy: text,
    sources: [source({ title: text, publisher: text, address: text, keyUses: [text] })],
    claims: [
      claim({
        text,
        claimant: text,
        citations: [citation({ quote: text, translation: text, translatedBy: text, locator: text })],
      }),
    ],
    caveats: [caveat({ wording: text, label: text })],
    runs: [run({ attempts: [attempt({ person: text })] })],
  })

/** The marks that begin each line's block: headings, items, or none. */
const shape = (markdown: string) => markdown.split('\n').map((line) => /^ *(#+ |- |\d+\. )?/.exec(line)?.[0])

describe('hostile text', () => {
  it('opens no link and no HTML', () => {
    const markdown = toMarkdown(withText(HOSTILE))
    expect(markdown).not.toMatch(/<(?!https?:\/\/)/)
    expect(markdown).not.toMatch(/(?<!\\)\]\(/)
    expect(markdown).not.toMatch(/(?<!\\)[`*_~](?!\*)(?<!\*\*)/)
  })

  it('adds no block, whatever it is', () => {
    const calm = shape(toMarkdown(withText('calm')))
    expect(shape(toMarkdown(withText(HOSTILE)))).toEqual(calm)
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        expect(shape(toMarkdown(withText(`x${text}`)))).toEqual(calm)
      }),
      { numRuns: 50 },
    )
  })

  it('makes no link of an address that is not a web address', () => {
    const sources = [source({ address: 'javascript:alert(1)' })]
    expect(toMarkdown(dossier({ sources }))).toContain('   - javascript:alert(1)\n')
  })

  it.each([
    ['- a', '\\- a'],
    ['+ a', '\\+ a'],
    ['1. a', '1\\. a'],
    ['2) a', '2\\) a'],
    ['# a', '\\# a'],
    ['---', '\\---'],
    ['> a', '&gt; a'],
    ['a #', 'a \\#'],
    ['&copy; & co', '&amp;copy; & co'],
    ['a\\', 'a\\\\'],
    ['[a](b)', '\\[a\\](b)'],
    ['140 trillion (more than 80 %)', '140 trillion (more than 80 %)'],
  ])('escapes %s', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped)
  })
})
