/** Series of one figure: begun from a claim, continued by others, with older values marked superseded. */
import { expect, it } from 'vitest'
import { verifyLedger } from '#storage/ledger.server.ts'
import { findSeries, seriesOfClaim } from '#storage/series.server.ts'
import { createArticle } from '#usecases/articles/create-article.server.ts'
import { logClaim } from '#usecases/claims/log-claim.server.ts'
import { addToSeries } from '#usecases/series/add-to-series.server.ts'
import { removePoint } from '#usecases/series/remove-point.server.ts'
import { addPerson, refusalOf, sure, testDesk } from '../../support/desk.ts'

const SEQUENCE =
  'Daily token usage stood at 100 billion at the start of 2024 and at 100 trillion at the end of 2025.'
const NEWEST = 'China’s daily AI token usage has surpassed 140 trillion as of March 2026.'

async function deskWithClaims(...texts: string[]) {
  const desk = await testDesk()
  const reporter = await addPerson(desk, 'reporter')
  const { id: articleId } = sure(await createArticle(desk, reporter, { headline: 'Tokens' }))
  const claims: string[] = []
  for (const text of texts)
    claims.push(sure(await logClaim(desk, reporter, articleId, { text, kind: 'figure' })).id)
  return { desk, reporter, claims }
}

const TWO = [
  { figurePosition: '1', asOf: '2024-01' },
  { figurePosition: '2', asOf: '2025-12' },
]

it('a newer value marks the earlier ones of its series superseded, whichever claim states them', async () => {
  const { desk, reporter, claims } = await deskWithClaims(SEQUENCE, NEWEST)
  const [sequence = '', newest = ''] = claims
  const started = { label: 'Daily tokens in China', points: TWO }
  const { seriesId } = sure(await addToSeries(desk, reporter, sequence, started))
  const marks = async () =>
    (await findSeries(desk.db, seriesId))?.points.map(({ figure, supersededAt }) => [
      figure?.text,
      supersededAt !== null,
    ])
  expect(await marks()).toEqual([
    ['100 billion', true],
    ['100 trillion', false],
  ])
  sure(
    await addToSeries(desk, reporter, newest, {
      seriesId,
      points: [{ figurePosition: '1', asOf: '2026-03' }],
    }),
  )
  expect(await marks()).toEqual([
    ['100 billion', true],
    ['100 trillion', true],
    ['140 trillion', false],
  ])
  const [shown] = await seriesOfClaim(desk.db, newest)
  const last = shown?.points.find(({ claimId }) => claimId === newest)
  sure(await removePoint(desk, reporter, last?.id ?? ''))
  expect(await marks()).toEqual([
    ['100 billion', true],
    ['100 trillion', false],
  ])
  const kinds = (await desk.db.ledgerEntry.findMany({ where: { subjectKind: 'series' } })).map(
    ({ kind }) => kind,
  )
  expect(kinds.filter((kind) => kind === 'series.superseded')).toHaveLength(2)
  expect((await verifyLedger(desk.db)).problems).toEqual([])
})

it('takes no figure of another unit, no figure that is not there, and no date that is none', async () => {
  const { desk, reporter, claims } = await deskWithClaims(SEQUENCE, 'Revenue reached $3 billion in 2025.')
  const [tokens = '', money = ''] = claims
  const { seriesId } = sure(await addToSeries(desk, reporter, tokens, { label: 'Daily tokens', points: TWO }))
  const one = (asOf: string, figurePosition = '1') => ({ seriesId, points: [{ figurePosition, asOf }] })
  expect(refusalOf(await addToSeries(desk, reporter, money, one('2025')))).toBe('invalid')
  expect(refusalOf(await addToSeries(desk, reporter, tokens, one('2025', '7')))).toBe('conflict')
  expect(await addToSeries(desk, reporter, tokens, one('last spring'))).toMatchObject({
    ok: false,
    refusal: { fields: { 'points.0.asOf': expect.stringContaining('2026-03') } },
  })
  expect(refusalOf(await addToSeries(desk, reporter, tokens, { points: TWO }))).toBe('invalid')
})
