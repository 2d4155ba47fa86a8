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
    { label: 'Origin', text: '3 reports, 1 independent origin: the speech of 23 March 2026' },
    { label: 'Reviewed', text: 'by Edda Voss, 24 March 2026, 09:00 UTC: Only the speech was seen.' },
  ])
})

it('leaves out what is not on record', () => {
  const origins = { reports: 0, origins: 0, unsettled: 0, labels: [] }
  const nothing = { claimant: null, confidence: null, figures: [], review: null, origins }
  const bare = claim({ ...nothing, status: 'unchecked' })
  expect(claimEntry(bare).facts).toEqual([
    { label: 'Kind', text: 'Figure' },
    { label: 'Status', text: 'not checked yet' },
  ])
})

it('says how many origins and copies the reports come down to, in the language of the article', () => {
  const origins = {
    reports: 3,
    origins: 1,
    unsettled: 0,
    labels: ['speech of 23 March'],
    labelsZh: ['刘烈宏3月23日的讲话'],
    copies: 2,
    fromOtherArchives: 1,
  }
  const told = (language: string) => claimEntry(claim({ origins }), language).facts
  expect(told('en')).toContainEqual({
    label: 'Origin',
    text: '3 reports, 1 independent origin: the speech of 23 March; rests on 1 origin, 2 captures, 1 of them from another archive',
  })
  expect(told('zh-Hans')).toContainEqual({
    label: '信息来源',
    text: '3篇报道，1个独立来源：刘烈宏3月23日的讲话；依据1个来源，2份存档，其中1份出自其他档案馆',
  })
})

it('says that a newer value of the series has overtaken a figure', () => {
  const one = {
    figure: '100 trillion',
    asOf: '2025-12',
    series: 'Daily tokens',
    by: '140 trillion',
    byAsOf: '2026-03',
  }
  const told = (sameArticle: boolean) =>
    claimEntry(claim({ overtaken: [{ ...one, sameArticle }] })).facts.find(
      ({ label }) => label === 'Over time',
    )?.text
  expect(told(false)).toBe(
    '100 trillion (2025-12) is superseded by 140 trillion (2026-03) in the series “Daily tokens”',
  )
  expect(told(true)).toContain('was followed by 140 trillion')
})

it('does not take an unchecked quotation for one that was looked for', () => {
  const [one] = claimEntry(
    claim({ citations: [citation({ quoteVerdict: null, figureVerdicts: [] })] }),
  ).citations
  expect(one?.verdicts).toEqual(['Quotation: not checked against an archived copy yet.'])
  const [other] = claimEntry(claim({ citations: [citation({ quoteVerdict: 'could_not_look' })] })).citations
  expect(other?.verdicts[0]).toBe('Quotation: could not be looked for.')
})
