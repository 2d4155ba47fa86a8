/** What a person says of relays: recorded by hand, confirmed, taken back, and what that does to a settled claim. */
import { describe, expect, it } from 'vitest'
import { findClaim } from '#storage/claims.server.ts'
import type { Desk } from '#storage/desk.server.ts'
import { verifyLedger } from '#storage/ledger.server.ts'
import { readClaimOrigins } from '#storage/origins.server.ts'
import { addCaveat } from '#usecases/claims/add-caveat.server.ts'
import { reviewClaim } from '#usecases/claims/review-claim.server.ts'
import { recordRelay } from '#usecases/origins/record-relay.server.ts'
import { settleRelay } from '#usecases/origins/settle-relay.server.ts'
import { recordOrigin } from '#usecases/sources/record-origin.server.ts'
import { addPerson, refusalOf, sure, testDesk } from '../../support/desk.ts'
import { tellOriginStory } from '../../support/origin-story.ts'
import { relayPage } from '../../support/relay-pages.ts'

const QUOTE = '我国日均词元调用量已超过140万亿'
const PAGES = [
  relayPage('one', { text: `经济学家王晓明表示，${QUOTE}。`, language: 'zh' }),
  relayPage('two', { text: `数据显示，${QUOTE}，增长很快。`, language: 'zh' }),
]

async function deskWithTwoReports() {
  const desk = await testDesk()
  const reporter = await addPerson(desk, 'reporter')
  const editor = await addPerson(desk, 'editor')
  const { articleId, claimId, sourceIds } = await tellOriginStory(desk, reporter, PAGES, QUOTE)
  const [one = '', two = ''] = sourceIds
  return { desk, reporter, editor, articleId, claimId, one, two }
}

const confirm = { decision: 'settle', status: 'confirmed', confidence: 'high' }

async function restsOn(desk: Desk, claimId: string) {
  const claim = await findClaim(desk.db, claimId)
  return readClaimOrigins(desk, claim!)
}

describe('a relay recorded by hand', () => {
  it('joins two sources, and counts a publisher known by name as an origin that was not seen', async () => {
    const { desk, reporter, claimId, one, two } = await deskWithTwoReports()
    sure(await recordRelay(desk, reporter, one, { fromSourceId: two, words: '据另一家媒体报道' }))
    sure(await recordRelay(desk, reporter, two, { fromName: '新华社' }))
    const { independence, fragility, graph } = await restsOn(desk, claimId)
    expect(independence).toMatchObject({ reports: 2, origins: 1, notSeen: 1, labels: ['Xinhua'] })
    expect(fragility).toMatchObject({ origins: 1, copies: 2 })
    expect(graph.layers).toBe(3)
    const kinds = await desk.db.ledgerEntry.findMany({ where: { kind: 'relay.confirmed' } })
    expect(kinds.map(({ subjectId }) => subjectId)).toEqual([one, two])
    expect((await verifyLedger(desk.db)).problems).toEqual([])
  })

  it('never closes a circle', async () => {
    const { desk, reporter, one, two } = await deskWithTwoReports()
    sure(await recordRelay(desk, reporter, one, { fromSourceId: two }))
    expect(refusalOf(await recordRelay(desk, reporter, two, { fromSourceId: one }))).toBe('conflict')
    expect(refusalOf(await recordRelay(desk, reporter, one, { fromSourceId: one }))).toBe('conflict')
    expect(refusalOf(await recordRelay(desk, reporter, one, { fromSourceId: two, fromName: 'AP' }))).toBe(
      'invalid',
    )
    expect(refusalOf(await recordRelay(desk, reporter, one, {}))).toBe('invalid')
  })

  it('may be taken back', async () => {
    const { desk, reporter, claimId, one, two } = await deskWithTwoReports()
    const { relayId } = sure(await recordRelay(desk, reporter, one, { fromSourceId: two }))
    sure(await settleRelay(desk, reporter, relayId, { decision: 'reject' }))
    expect((await restsOn(desk, claimId)).independence).toMatchObject({ origins: 0, unsettled: 2 })
    sure(await recordRelay(desk, reporter, two, { fromSourceId: one }))
    expect(refusalOf(await settleRelay(desk, reporter, relayId, { decision: 'confirm' }))).toBe('conflict')
  })
})

describe('a claim', () => {
  it('is not confirmed on two publishers that nobody has seen: both may have it from one place', async () => {
    const { desk, reporter, editor, claimId, one, two } = await deskWithTwoReports()
    sure(await recordRelay(desk, reporter, one, { fromName: 'Reuters' }))
    sure(await recordRelay(desk, reporter, two, { fromName: 'AFP' }))
    expect(refusalOf(await reviewClaim(desk, editor, claimId, confirm))).toBe('caveat_required')
  })

  it('that was confirmed on two origins is reopened when they turn out to be one', async () => {
    const { desk, reporter, editor, articleId, claimId, one, two } = await deskWithTwoReports()
    const { originId } = sure(
      await recordOrigin(desk, reporter, one, { label: 'the speech', kind: 'speech' }),
    )
    const other = sure(await recordOrigin(desk, reporter, two, { label: 'the dataset', kind: 'dataset' }))
    expect(sure(await reviewClaim(desk, editor, claimId, confirm)).status).toBe('confirmed')

    sure(await recordOrigin(desk, reporter, two, { originId }))
    const status = async () => (await findClaim(desk.db, claimId))?.status
    expect(await status()).toBe('confirmed')
    const wrong = await desk.db.relay.findFirst({ where: { sourceId: two, originId: other.originId } })
    sure(await settleRelay(desk, reporter, wrong!.id, { decision: 'reject' }))
    expect(await status()).toBe('in_progress')

    const caveat = { kind: 'single_origin', wording: 'One origin only.', obligation: 'box' }
    sure(await addCaveat(desk, reporter, { articleId, claimId }, caveat))
    expect(sure(await reviewClaim(desk, editor, claimId, confirm)).status).toBe('confirmed')
  })
})
