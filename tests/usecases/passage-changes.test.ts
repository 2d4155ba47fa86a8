/** Cited passages over time: every look at their page is written down, and an alert is one until somebody has seen it. */
import { describe, expect, it } from 'vitest'
import type { Reason } from '#domain/attempt.ts'
import { MACHINE } from '#domain/person.ts'
import type { Desk } from '#storage/desk.server.ts'
import { verifyLedger } from '#storage/ledger.server.ts'
import { listAlerts } from '#storage/passage-changes.server.ts'
import { closeAttempt } from '#usecases/runs/close-attempt.server.ts'
import { finishRun } from '#usecases/runs/finish-run.server.ts'
import { openAttempt } from '#usecases/runs/open-attempt.server.ts'
import { requestRun } from '#usecases/runs/request-run.server.ts'
import { takeRun } from '#usecases/runs/take-run.server.ts'
import { seeChange } from '#usecases/watches/see-change.server.ts'
import { addPerson, refusalOf, sure, testDesk } from '../support/desk.ts'
import { CITATION, PAGE_TEXT, startStory, storeCapture } from '../support/story.ts'

const DAY_MS = 24 * 60 * 60 * 1000

async function archived() {
  const desk = await testDesk()
  const reporter = await addPerson(desk, 'reporter')
  const story = await startStory(desk, reporter)
  await storeCapture(desk)
  return { desk, reporter, ...story }
}

async function lookAgain(desk: Desk, sourceId: string, text: string) {
  sure(await requestRun(desk, MACHINE, { sourceId }, {}))
  return storeCapture(desk, text)
}

/** A look whose plain step ended so, `days` from now. */
async function failedLook(now: Desk, sourceId: string, days: number, reason: Reason, httpStatus: number) {
  const desk = { ...now, now: () => new Date(now.now().getTime() + days * DAY_MS) }
  sure(await requestRun(desk, MACHINE, { sourceId }, {}))
  const mine = { id: sure(await takeRun(desk, MACHINE, 'w'))!.id, workerId: 'w' }
  const step = { step: 'plain', version: 'plain-1', windowMs: 1_000, person: null }
  const { id } = sure(await openAttempt(desk, MACHINE, mine, step))
  const closed = {
    ended: 'failed' as const,
    reason,
    message: 'The page did not come.',
    facts: { asked: 'a', askedOf: 'b', httpStatus },
    body: null,
    leads: [],
    capture: null,
  }
  sure(await closeAttempt(desk, MACHINE, { id, workerId: 'w' }, closed))
  sure(await finishRun(desk, MACHINE, mine, 'finished'))
  return (await desk.db.passageChange.findMany({ orderBy: { at: 'asc' } })).map(({ change }) => change)
}

describe('a second capture', () => {
  it('is held against the one before it, with a ledger entry', async () => {
    const { desk, sourceId, citationId } = await archived()
    expect(await desk.db.passageChange.count()).toBe(0)
    const after = await lookAgain(desk, sourceId, PAGE_TEXT.replace('140', '120'))
    expect(await desk.db.passageChange.findMany()).toMatchObject([
      { citationId, afterCaptureId: after, change: 'figure_changed', seenAt: null },
    ])
    const entries = await desk.db.ledgerEntry.findMany({ where: { kind: 'passage.compared' } })
    expect(entries.map(({ subjectId }) => subjectId)).toEqual([citationId])
    expect((await verifyLedger(desk.db)).problems).toEqual([])
  })

  it('tells nobody when the passage stands as it stood', async () => {
    const { desk, sourceId } = await archived()
    await lookAgain(desk, sourceId, `${PAGE_TEXT} 更多内容。`)
    expect(await desk.db.passageChange.findMany()).toMatchObject([{ change: 'unchanged' }])
    expect(await listAlerts(desk.db)).toEqual([])
  })

  it('is not held against a copy that a person says is no page', async () => {
    const { desk, sourceId } = await archived()
    await lookAgain(desk, sourceId, '请登录后阅读全文。')
    const stub = await desk.db.capture.findFirstOrThrow({ orderBy: { capturedAt: 'desc' } })
    await desk.db.capture.update({ where: { id: stub.id }, data: { classOverride: 'paywall_stub' } })
    await lookAgain(desk, sourceId, PAGE_TEXT)
    const changes = await desk.db.passageChange.findMany({ orderBy: { at: 'asc' } })
    expect(changes.map(({ change }) => change)).toEqual(['removed', 'unchanged'])
  })

  it('compares nothing for a citation without exact words', async () => {
    const desk = await testDesk()
    const { sourceId } = await startStory(desk, await addPerson(desk, 'reporter'), { ...CITATION, quote: '' })
    await storeCapture(desk)
    await lookAgain(desk, sourceId, 'something else')
    expect(await desk.db.passageChange.count()).toBe(0)
  })
})

describe('a page that does not come any more', () => {
  it('is told gone after three looks a day apart, once', async () => {
    const { desk, sourceId } = await archived()
    expect(await failedLook(desk, sourceId, 0, 'http_error', 404)).toEqual(['could_not_look'])
    expect(await failedLook(desk, sourceId, 0.1, 'http_error', 404)).toHaveLength(2)
    expect(await failedLook(desk, sourceId, 1, 'http_error', 410)).toHaveLength(3)
    expect((await failedLook(desk, sourceId, 2, 'soft_404', 200)).at(-1)).toBe('page_gone')
    expect(await failedLook(desk, sourceId, 3, 'http_error', 404)).toHaveLength(4)
    expect(await listAlerts(desk.db, { sourceId })).toHaveLength(1)
  })

  it('behind a wall is never gone', async () => {
    const { desk, sourceId } = await archived()
    for (const day of [0, 1, 2, 3]) await failedLook(desk, sourceId, day, 'paywall_stub', 404)
    expect(await listAlerts(desk.db)).toEqual([])
  })
})

describe('an alert', () => {
  it('is one until a person has seen it, and that is on record', async () => {
    const { desk, reporter, sourceId, claimId } = await archived()
    await lookAgain(desk, sourceId, PAGE_TEXT.replace('140', '120'))
    const [alert] = await listAlerts(desk.db, { claimId })
    expect(await listAlerts(desk.db, { loggedById: 'somebody else' })).toEqual([])
    expect(refusalOf(await seeChange(desk, MACHINE, alert!.id))).toBe('not_allowed')
    sure(await seeChange(desk, reporter, alert!.id))
    expect(await listAlerts(desk.db, { loggedById: reporter.id })).toEqual([])
    expect(refusalOf(await seeChange(desk, reporter, alert!.id))).toBe('already_done')
  })
})
