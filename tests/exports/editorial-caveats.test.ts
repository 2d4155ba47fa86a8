/** Caveats reach print once, in order, with the warnings that the records themselves give. */
import { describe, expect, it } from 'vitest'
import { editorialCaveats } from '#exports/editorial-caveats.ts'
import { caveat, citation, claim, dossier, source } from '../support/dossier.ts'

const quiet = { reports: 0, origins: 0, unsettled: 0, labels: [] }
const warningsOf = (overrides: Parameters<typeof dossier>[0]) =>
  editorialCaveats(dossier({ caveats: [], ...overrides })).map(({ text }) => text)

describe('caveats that people added', () => {
  it('stand article-wide first, then by claim, each with its records', () => {
    const caveats = [
      caveat({ id: 'c', claimNumber: 2, wording: 'It is an estimate.' }),
      caveat({ id: 'a', claimNumber: 1, wording: 'It is one origin.' }),
      caveat({ id: 'w', claimNumber: null, wording: 'Everything here is said by officials.' }),
      caveat({ id: 'b', claimNumber: 1, wording: 'The method is not disclosed.' }),
    ]
    expect(editorialCaveats(dossier({ caveats, claims: [] }))).toEqual([
      { text: 'Everything here is said by officials.', caveatIds: ['w'] },
      { text: 'Claim 1: It is one origin. The method is not disclosed.', caveatIds: ['a', 'b'] },
      { text: 'Claim 2: It is an estimate.', caveatIds: ['c'] },
    ])
  })

  it('are printed once when several claims share them', () => {
    const caveats = [
      caveat({ id: 'a', claimNumber: 3, wording: 'One origin.' }),
      caveat({ id: 'b', claimNumber: 1, wording: 'One origin.' }),
    ]
    expect(editorialCaveats(dossier({ caveats, claims: [] }))).toEqual([
      { text: 'Claims 1 and 3: One origin.', caveatIds: ['a', 'b'] },
    ])
  })

  it('on a claim that repeat an article-wide one are merged into it', () => {
    const caveats = [
      caveat({ id: 'a', claimNumber: 1, wording: 'One origin.' }),
      caveat({ id: 'b', claimNumber: null, wording: ' One origin. ' }),
    ]
    expect(editorialCaveats(dossier({ caveats, claims: [] }))).toEqual([
      { text: 'One origin.', caveatIds: ['a', 'b'] },
    ])
  })
})

describe('warnings from the records', () => {
  it('name the claims that are not settled', () => {
    const claims = [
      claim({ origins: quiet }),
      claim({ number: 2, status: 'unchecked', origins: quiet }),
      claim({ number: 5, status: 'in_progress', origins: quiet }),
    ]
    expect(warningsOf({ claims })).toEqual(['Claims 2 and 5 are not settled.'])
  })

  it('put claims that must not stand before everything else', () => {
    const claims = [
      claim({ status: 'unchecked', origins: quiet }),
      claim({ number: 2, status: 'refuted', origins: quiet }),
    ]
    expect(warningsOf({ claims })).toEqual(['Claim 2 is refuted.', 'Claim 1 is not settled.'])
  })

  it('name the sources without an archived copy and the claims without a source', () => {
    const claims = [claim({ citations: [], origins: quiet })]
    const sources = [source(), source({ number: 2, captures: [] })]
    expect(warningsOf({ claims, sources })).toEqual([
      'Claim 1 cites no source.',
      'Source 2 has no archived copy.',
    ])
  })

  it('count independent origins, never reports, and say what is not settled', () => {
    const claims = [
      claim(),
      claim({ number: 2 }),
      claim({ number: 3, origins: { reports: 2, origins: 0, unsettled: 2, labels: [] } }),
    ]
    expect(warningsOf({ claims })).toEqual([
      'Claims 1 and 2: 3 reports, 1 independent origin: the speech of 23 March 2026.',
      'Claim 3: 2 reports, 0 independent origins; the origin of 2 reports is not settled.',
    ])
  })

  it('count for the article as a whole what no claim tells by itself', () => {
    const origins = { reports: 1, origins: 1, unsettled: 0, labels: ['speech of 23 March 2026'] }
    const claims = [claim({ origins }), claim({ number: 2, origins })]
    expect(warningsOf({ claims, origins: { ...origins, reports: 2 } })[0]).toBe(
      'All sources together: 2 reports, 1 independent origin: the speech of 23 March 2026.',
    )
    expect(warningsOf({ claims, origins })).toHaveLength(1)
  })

  it('name the quotation or figure that the archived copy does not bear out', () => {
    const citations = [
      citation({
        quoteVerdict: 'altered',
        figureVerdicts: [{ figure: '140 billion', verdict: 'magnitude_slip', slip: '万亿 read as billion' }],
      }),
      citation({ sourceNumber: 2, quote: null, quoteVerdict: null, figureVerdicts: [] }),
    ]
    expect(warningsOf({ claims: [claim({ citations, origins: quiet })] })).toEqual([
      'Quotation for claim 1 and source 1: altered: a name or a number differs from the archived copy.',
      'Figure 140 billion for claim 1 and source 1: wrong by its order of magnitude (万亿 read as billion).',
    ])
  })

  it('name the quotation that was never looked for although its source is archived', () => {
    const citations = [citation({ quoteVerdict: null, figureVerdicts: [] })]
    const claims = [claim({ citations, origins: quiet })]
    expect(warningsOf({ claims })).toEqual([
      'Quotation for claim 1 and source 1: not checked against the archived copy yet.',
    ])
    expect(warningsOf({ claims, sources: [source({ captures: [] })] })).toEqual([
      'Source 1 has no archived copy.',
    ])
  })
})
