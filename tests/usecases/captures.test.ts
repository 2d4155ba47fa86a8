/** A person corrects what a capture is: findings count, or do not count, at once. */
import { describe, expect, it } from 'vitest'
import { MACHINE } from '#domain/person.ts'
import { overrideClass } from '#usecases/captures/override-class.server.ts'
import { saveReadBack } from '#usecases/captures/save-read-back.server.ts'
import { addCaveat } from '#usecases/claims/add-caveat.server.ts'
import { reviewClaim } from '#usecases/claims/review-claim.server.ts'
import { addPerson, refusalOf, sure, testDesk } from '../support/desk.ts'
import { startStory, storeCapture } from '../support/story.ts'

const WALL = { contentClass: 'paywall_stub', reason: 'The rest is for subscribers.' }
const PAGE = { contentClass: 'article', reason: 'The passage stands in front of the wall.' }
const ATTRIBUTED = { decision: 'settle', status: 'attributed' }

async function archived() {
  const desk = await testDesk()
  const reporter = await addPerson(desk, 'reporter')
  const editor = await addPerson(desk, 'editor')
  const { articleId, claimId } = await startStory(desk, reporter)
  const captureId = await storeCapture(desk)
  const caveat = { kind: 'single_origin', wording: 'One origin.', obligation: 'box' }
  sure(await addCaveat(desk, editor, { articleId, claimId }, caveat))
  return { desk, reporter, editor, claimId, captureId }
}

describe('a corrected class', () => {
  it('that is no page takes its findings out of the evidence, and one that is brings them back', async () => {
    const { desk, reporter, editor, claimId, captureId } = await archived()
    sure(await overrideClass(desk, reporter, captureId, WALL))
    expect(refusalOf(await reviewClaim(desk, editor, claimId, ATTRIBUTED))).toBe('evidence_required')
    sure(await overrideClass(desk, reporter, captureId, PAGE))
    expect(refusalOf(await reviewClaim(desk, editor, claimId, ATTRIBUTED))).toBe('accepted')
  })

  it('reopens what was settled on it', async () => {
    const { desk, reporter, editor, claimId, captureId } = await archived()
    sure(await reviewClaim(desk, editor, claimId, ATTRIBUTED))
    sure(await overrideClass(desk, reporter, captureId, WALL))
    const { status } = await desk.db.claim.findUniqueOrThrow({ where: { id: claimId } })
    expect(status).not.toBe('attributed')
  })

  it('keeps what the classifier read, and who said otherwise, why', async () => {
    const { desk, reporter, captureId } = await archived()
    sure(await overrideClass(desk, reporter, captureId, WALL))
    expect(await desk.db.capture.findUniqueOrThrow({ where: { id: captureId } })).toMatchObject({
      contentClass: 'article',
      classOverride: 'paywall_stub',
      classOverrideReason: WALL.reason,
      classOverrideById: reporter.id,
    })
    expect(await desk.db.ledgerEntry.count({ where: { kind: 'capture.reclassified' } })).toBe(1)
  })

  it('needs a person, a reason and another class', async () => {
    const { desk, reporter, captureId } = await archived()
    expect(refusalOf(await overrideClass(desk, MACHINE, captureId, WALL))).toBe('not_allowed')
    expect(refusalOf(await overrideClass(desk, reporter, captureId, { ...WALL, reason: ' ' }))).toBe(
      'invalid',
    )
    expect(refusalOf(await overrideClass(desk, reporter, captureId, PAGE))).toBe('already_done')
  })
})

describe('a read-back', () => {
  it('is kept once, unless nobody could look', async () => {
    const { desk, captureId } = await archived()
    const blind = { readBack: 'could_not_look' as const, detail: { why: 'No browser.' } }
    sure(await saveReadBack(desk, MACHINE, captureId, blind))
    const result = { readBack: 'reads_back' as const, detail: { differs: [] } }
    sure(await saveReadBack(desk, MACHINE, captureId, result))
    expect(refusalOf(await saveReadBack(desk, MACHINE, captureId, result))).toBe('already_done')
  })
})
