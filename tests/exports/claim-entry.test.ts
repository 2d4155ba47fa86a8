/** A claim's entry keeps "said" and "so" apart and shows what the archived copy bore out. */
import { expect, it } from 'vitest'
import { claimEntry } from '#exports/claim-entry.ts'
import { citation, claim } from '../support/dossier.ts'

it('prints status in words, claimant, figures and review', () => {
  const review = { reviewer: 'Edda Voss', at: '2026-03-24T09:00:00Z', reason: 'Only the speech was seen.' }
  expect(claimEntry(claim({ review })).facts).toEqual([
    { label: 'Kind', text: 'Figure' },
    {
      label: 'Status',
      text: 'attributed: it was said as cited; what it says is not verified (high confidence)',
    },
    { label: 'Said by', text: 'Liu Liehong, head of the National Data Administration' },
    {
      label: 'Figure',
      text: '140 trillion = more than 140,000,000,000,000 tokens per day, as of March 2026',
    },
    { label: 'Reviewed', text: 'by Edda Voss, 24 March 2026, 09:00 UTC: Only the speech was seen.' },
  ])
})

it('leaves out what is not on record', () => {
  const bare = claim({ claimant: null, confidence: null, figures: [], review: null, status: 'unchecked' })
  expect(claimEntry(bare).facts).toEqual([
    { label: 'Kind', text: 'Figure' },
    { label: 'Status', text: 'not checked yet' },
  ])
})

it('does not take an unchecked quotation for one that was looked for', () => {
  const [one] = claimEntry(
    claim({ citations: [citation({ quoteVerdict: null, figureVerdicts: [] })] }),
  ).citations
  expect(one?.verdicts).toEqual(['Quotation: not checked against an archived copy yet.'])
  const [other] = claimEntry(claim({ citations: [citation({ quoteVerdict: 'could_not_look' })] })).citations
  expect(other?.verdicts[0]).toBe('Quotation: could not be looked for.')
})
