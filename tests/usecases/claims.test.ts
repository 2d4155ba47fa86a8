/** The life of a claim: logged, submitted, reviewed, changed. */
import { describe, expect, it } from 'vitest'
import { findClaim } from '#storage/claims.server.ts'
import { verifyLedger } from '#storage/ledger.server.ts'
import { createArticle } from '#usecases/articles/create-article.server.ts'
import { addCaveat } from '#usecases/claims/add-caveat.server.ts'
import { editClaim } from '#usecases/claims/edit-claim.server.ts'
import { logClaim } from '#usecases/claims/log-claim.server.ts'
import { recordUtterance } from '#usecases/claims/record-utterance.server.ts'
import { reviewClaim } from '#usecases/claims/review-claim.server.ts'
import { submitClaim } from '#usecases/claims/submit-claim.server.ts'
import { withdrawCaveat } from '#usecases/claims/withdraw-caveat.server.ts'
import { linkSource } from '#usecases/sources/link-source.server.ts'
import { recordOrigin } from '#usecases/sources/record-origin.server.ts'
import { addPerson, refusalOf, sure, testDesk } from '../support/desk.ts'
import { CITATION, CLAIM, startStory, storeCapture } from '../support/story.ts'

describe('logging a claim', () => {
  it('takes the figures from its text when none are typed', async () => {
    const desk = await testDesk()
    const reporter = await addPerson(desk, 'reporter')
    const { claimId } = await startStory(desk, reporter)
    const claim = await findClaim(desk.db, claimId)
    expect(claim?.figures).toMatchObject([
      { value: '140000000000000', bound: 'gt', rate: 'per_day', byHand: false, scaleWords: 'trillion' },
    ])
    expect(claim?.status).toBe('unchecked')
  })

  it('keeps the figures that a person types, exactly as typed', async () => {
    const desk = await testDesk()
    const reporter = await addPerson(desk, 'reporter')
    const article = sure(await createArticle(desk, reporter, { headline: 'x' }))
    const figures = [{ text: '912.17亿', value: '91217000000', unit: 'CNY', kind: 'money' }]
    const { id } = sure(await logClaim(desk, reporter, article.id, { ...CLAIM, figures }))
    expect((await findClaim(desk.db, id))?.figures).toMatchObject([
      { value: '91217000000', unit: 'CNY', byHand: true },
    ])
  })

  it('refuses a value that is not an exact decimal, and names the field', async () => {
    const desk = await testDesk()
    const reporter = await addPerson(desk, 'reporter')
    const article = sure(await createArticle(desk, reporter, { headline: 'x' }))
    const answer = await logClaim(desk, reporter, article.id, {
      ...CLAIM,
      figures: [{ text: '1e14', value: '1e14' }],
    })
    expect(answer).toMatchObject({
      ok: false,
      refusal: { code: 'invalid', fields: { 'figures.0.value': expect.any(String) } },
    })
  })

  it('numbers claims within their article', async () => {
    const desk = await testDesk()
    const reporter = await addPerson(desk, 'reporter')
    const { articleId } = await startStory(desk, reporter)
    expect(sure(await logClaim(desk, reporter, articleId, CLAIM)).number).toBe(2)
  })
})

describe('reviewing a claim', () => {
  it('lets no reporter settle a claim, not even her own', async () => {
    const desk = await testDesk()
    const reporter = await addPerson(desk, 'reporter')
    const { claimId } = await startStory(desk, reporter)
    const answer = await reviewClaim(desk, reporter, claimId, {
      decision: 'settle',
      status: 'disputed',
      reason: 'x',
    })
    expect(refusalOf(answer)).toBe('not_allowed')
  })

  it('lets no editor settle her own claim', async () => {
    const desk = await testDesk()
    const editor = await addPerson(desk, 'editor')
    const { claimId } = await startStory(desk, editor)
    const answer = await reviewClaim(desk, editor, claimId, {
      decision: 'settle',
      status: 'disputed',
      reason: 'x',
    })
    expect(refusalOf(answer)).toBe('own_claim')
  })

  it('asks for a reason before a claim is sent back or refuted', async () => {
    const desk = await testDesk()
    const editor = await addPerson(desk, 'editor')
    const { claimId } = await startStory(desk, await addPerson(desk, 'reporter'))
    expect(refusalOf(await reviewClaim(desk, editor, claimId, { decision: 'send_back', status: '' }))).toBe(
      'reason_required',
    )
    expect(
      refusalOf(await reviewClaim(desk, editor, claimId, { decision: 'settle', status: 'refuted' })),
    ).toBe('reason_required')
  })

  it('settles nothing as attributed before the words stand in archived bytes', async () => {
    const desk = await testDesk()
    const editor = await addPerson(desk, 'editor')
    const { claimId } = await startStory(desk, await addPerson(desk, 'reporter'))
    const settle = { decision: 'settle', status: 'attributed', confidence: 'high' }
    expect(refusalOf(await reviewClaim(desk, editor, claimId, settle))).toBe('evidence_required')
    await storeCapture(desk)
    expect(sure(await reviewClaim(desk, editor, claimId, settle)).status).toBe('attributed')
  })

  it('does not take a page with another number for evidence', async () => {
    const desk = await testDesk()
    const editor = await addPerson(desk, 'editor')
    const { claimId } = await startStory(desk, await addPerson(desk, 'reporter'))
    await storeCapture(desk, '到今年3月，我国日均词元调用量已超过130万亿，两年多时间里增长了1000多倍。')
    const settle = { decision: 'settle', status: 'attributed' }
    expect(refusalOf(await reviewClaim(desk, editor, claimId, settle))).toBe('evidence_required')
    const verdicts = (await findClaim(desk.db, claimId))?.citations[0]?.findings.map(
      (finding) => finding.verdict,
    )
    expect(verdicts).toContain('altered')
  })

  it('confirms on one origin only with the caveat that says so', async () => {
    const desk = await testDesk()
    const editor = await addPerson(desk, 'editor')
    const reporter = await addPerson(desk, 'reporter')
    const { articleId, claimId, sourceId } = await startStory(desk, reporter)
    await storeCapture(desk)
    sure(await recordOrigin(desk, reporter, sourceId, { label: 'speech of 23 March', kind: 'speech' }))
    const settle = { decision: 'settle', status: 'confirmed' }
    expect(refusalOf(await reviewClaim(desk, editor, claimId, settle))).toBe('caveat_required')
    const caveat = { kind: 'single_origin', wording: 'One origin only.', obligation: 'box' }
    sure(await addCaveat(desk, reporter, { articleId, claimId }, caveat))
    expect(sure(await reviewClaim(desk, editor, claimId, settle)).status).toBe('confirmed')
  })

  it('attributes only what has a claimant', async () => {
    const desk = await testDesk()
    const editor = await addPerson(desk, 'editor')
    const reporter = await addPerson(desk, 'reporter')
    const { claimId } = await startStory(desk, reporter)
    await storeCapture(desk)
    sure(await editClaim(desk, reporter, claimId, { ...CLAIM, claimant: '' }))
    const settle = { decision: 'settle', status: 'attributed' }
    expect(refusalOf(await reviewClaim(desk, editor, claimId, settle))).toBe('claimant_required')
  })
})

it('settles nothing without a verdict', async () => {
  const desk = await testDesk()
  const editor = await addPerson(desk, 'editor')
  const { claimId } = await startStory(desk, await addPerson(desk, 'reporter'))
  expect(refusalOf(await reviewClaim(desk, editor, claimId, { decision: 'settle', status: '' }))).toBe(
    'invalid',
  )
})

describe('changing a settled claim', () => {
  async function settled() {
    const desk = await testDesk()
    const editor = await addPerson(desk, 'editor')
    const reporter = await addPerson(desk, 'reporter')
    const story = await startStory(desk, reporter)
    await storeCapture(desk)
    sure(
      await reviewClaim(desk, editor, story.claimId, {
        decision: 'settle',
        status: 'attributed',
        confidence: 'high',
      }),
    )
    const status = async () => (await findClaim(desk.db, story.claimId))?.status
    return { desk, editor, reporter, status, ...story }
  }

  it('reopens it and drops its confidence', async () => {
    const { desk, reporter, claimId, status } = await settled()
    sure(
      await editClaim(desk, reporter, claimId, {
        ...CLAIM,
        text: 'Daily token usage has surpassed 150 trillion.',
      }),
    )
    expect(await status()).toBe('in_progress')
    expect((await findClaim(desk.db, claimId))?.confidence).toBeNull()
  })

  it('is also done by a new source', async () => {
    const { desk, reporter, claimId, status } = await settled()
    sure(
      await linkSource(desk, reporter, claimId, {
        ...CITATION,
        address: 'https://www.ithome.com/0/931/873.htm',
      }),
    )
    expect(await status()).toBe('in_progress')
  })

  it('reads the citations again for the new figure', async () => {
    const { desk, reporter, claimId } = await settled()
    sure(
      await editClaim(desk, reporter, claimId, {
        ...CLAIM,
        text: 'Daily token usage has surpassed 14 trillion.',
      }),
    )
    const claim = await findClaim(desk.db, claimId)
    const figure = claim?.citations[0]?.findings.find((finding) => finding.kind === 'figure')
    expect(figure?.verdict).toBe('magnitude_slip')
  })

  it('lets only an editor take back a caveat that the verdict was given with', async () => {
    const { desk, editor, reporter, articleId, claimId, status } = await settled()
    const caveat = { kind: 'as_of', wording: 'As of March.', obligation: 'sentence' }
    const { id } = sure(await addCaveat(desk, reporter, { articleId, claimId }, caveat))
    expect(refusalOf(await withdrawCaveat(desk, reporter, id))).toBe('not_allowed')
    sure(await withdrawCaveat(desk, editor, id))
    expect(await status()).toBe('in_progress')
  })
})

describe('submitting a claim', () => {
  it('puts it before the editors once', async () => {
    const desk = await testDesk()
    const reporter = await addPerson(desk, 'reporter')
    const { claimId } = await startStory(desk, reporter)
    sure(await submitClaim(desk, reporter, claimId))
    expect(refusalOf(await submitClaim(desk, reporter, claimId))).toBe('already_done')
  })
})

it('ties a claim to the occasion on which it was said', async () => {
  const desk = await testDesk()
  const reporter = await addPerson(desk, 'reporter')
  const { claimId } = await startStory(desk, reporter)
  sure(await recordUtterance(desk, reporter, claimId, { speaker: 'Liu Liehong', spokenOn: '2026-03-23' }))
  expect((await findClaim(desk.db, claimId))?.utterance).toMatchObject({
    speaker: 'Liu Liehong',
    spokenOn: '2026-03-23',
  })
})

it('writes every change of a whole story into a ledger that holds', async () => {
  const desk = await testDesk()
  const editor = await addPerson(desk, 'editor')
  const { claimId } = await startStory(desk, await addPerson(desk, 'reporter'))
  await storeCapture(desk)
  sure(await reviewClaim(desk, editor, claimId, { decision: 'settle', status: 'attributed' }))
  const kinds = (await desk.db.ledgerEntry.findMany({ orderBy: { seq: 'asc' } })).map((entry) => entry.kind)
  expect(kinds).toEqual([
    'article.created',
    'claim.logged',
    'source.added',
    'citation.added',
    'run.requested',
    'run.started',
    'attempt.opened',
    'attempt.closed',
    'capture.stored',
    'source.edited',
    'findings.recorded',
    'run.finished',
    'claim.reviewed',
  ])
  expect(await verifyLedger(desk.db)).toEqual({ entries: kinds.length, problems: [] })
})
