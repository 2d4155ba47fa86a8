/** Runs and attempts: one at a time for a subject, every step on record, nothing doubled when a worker dies. */
import { describe, expect, it } from 'vitest'
import { MACHINE } from '#domain/person.ts'
import { LEASE_MS } from '#domain/run.ts'
import { findRun } from '#storage/runs.server.ts'
import { bringDocument } from '#usecases/runs/bring-document.server.ts'
import { cancelRun } from '#usecases/runs/cancel-run.server.ts'
import { closeAttempt } from '#usecases/runs/close-attempt.server.ts'
import { openAttempt } from '#usecases/runs/open-attempt.server.ts'
import { requestRun } from '#usecases/runs/request-run.server.ts'
import { settleLead } from '#usecases/runs/settle-lead.server.ts'
import { takeRun } from '#usecases/runs/take-run.server.ts'
import { addPerson, refusalOf, sure, testDesk } from '../support/desk.ts'
import { CITATION, startStory, storeCapture } from '../support/story.ts'

const STEP = { step: 'plain', version: 'plain-1', windowMs: 1_000, person: null }
const NOTHING = {
  ended: 'nothing' as const,
  reason: 'no_results' as const,
  message: 'Nothing.',
  facts: { asked: 'q', askedOf: 'engine' },
  body: null,
  leads: [],
  capture: null,
}

describe('asking for a run', () => {
  it('queues one capture when a source is linked, and none when a capture is there', async () => {
    const desk = await testDesk()
    const reporter = await addPerson(desk, 'reporter')
    const first = await startStory(desk, reporter)
    expect(first.runId).not.toBeNull()
    await storeCapture(desk)
    const second = await startStory(desk, reporter)
    expect(second.sourceId).toBe(first.sourceId)
    expect(second.runId).toBeNull()
  })

  it('refuses a second run for the same subject while one is under way', async () => {
    const desk = await testDesk()
    const reporter = await addPerson(desk, 'reporter')
    const { sourceId, claimId } = await startStory(desk, reporter)
    expect(refusalOf(await requestRun(desk, reporter, { sourceId }, {}))).toBe('conflict')
    expect(refusalOf(await requestRun(desk, reporter, { claimId }, {}))).toBe('accepted')
  })

  it('proposes queries from the claim', async () => {
    const desk = await testDesk()
    const { claimId } = await startStory(desk, await addPerson(desk, 'reporter'))
    const { id } = sure(await requestRun(desk, MACHINE, { claimId }, {}))
    const { queries } = (await findRun(desk.db, id))!.request as { queries: string[] }
    expect(queries[0]).toContain('140 trillion')
    expect(queries[1]).toContain('Liu Liehong')
  })

  it('refuses a chain whose windows are not windows', async () => {
    const desk = await testDesk()
    const { claimId } = await startStory(desk, await addPerson(desk, 'reporter'))
    const chain = { steps: [{ step: 'grok-search', windowMs: -1 }], windowMs: 1, stopAtFirst: true }
    expect(refusalOf(await requestRun(desk, MACHINE, { claimId }, { chain }))).toBe('invalid')
  })
})

describe('taking a run', () => {
  it('gives one run to one worker', async () => {
    const desk = await testDesk()
    await startStory(desk, await addPerson(desk, 'reporter'))
    const taken = await Promise.all(['a', 'b', 'c'].map((worker) => takeRun(desk, MACHINE, worker)))
    expect(taken.map(sure).filter((run) => run !== null)).toHaveLength(1)
  })

  it('gives the run of a dead worker to the next, with its open attempt closed as cancelled', async () => {
    const desk = await testDesk()
    await startStory(desk, await addPerson(desk, 'reporter'))
    const run = sure(await takeRun(desk, MACHINE, 'dead'))!
    sure(await openAttempt(desk, MACHINE, { id: run.id, workerId: 'dead' }, STEP))
    expect(sure(await takeRun(desk, MACHINE, 'heir'))).toBeNull()
    const later = { ...desk, now: () => new Date(desk.now().getTime() + LEASE_MS + 60_000) }
    const again = sure(await takeRun(later, MACHINE, 'heir'))
    expect(again?.id).toBe(run.id)
    expect(again?.attempts).toMatchObject([{ step: 'plain', ended: 'failed', reason: 'cancelled' }])
  })

  it('lets a worker that comes back too late write nothing', async () => {
    const desk = await testDesk()
    await startStory(desk, await addPerson(desk, 'reporter'))
    const run = sure(await takeRun(desk, MACHINE, 'slow'))!
    const mine = { id: run.id, workerId: 'slow' }
    const { id } = sure(await openAttempt(desk, MACHINE, mine, STEP))
    const later = { ...desk, now: () => new Date(desk.now().getTime() + LEASE_MS + 60_000) }
    sure(await takeRun(later, MACHINE, 'heir'))
    expect(refusalOf(await closeAttempt(desk, MACHINE, { id, workerId: 'slow' }, NOTHING))).toBe('conflict')
    expect(refusalOf(await openAttempt(desk, MACHINE, mine, STEP))).toBe('conflict')
  })
})

describe('an attempt', () => {
  it('is closed once and never changed after that', async () => {
    const desk = await testDesk()
    await startStory(desk, await addPerson(desk, 'reporter'))
    const run = sure(await takeRun(desk, MACHINE, 'w'))!
    const { id } = sure(await openAttempt(desk, MACHINE, { id: run.id, workerId: 'w' }, STEP))
    sure(await closeAttempt(desk, MACHINE, { id, workerId: 'w' }, NOTHING))
    expect(refusalOf(await closeAttempt(desk, MACHINE, { id, workerId: 'w' }, NOTHING))).toBe('conflict')
  })
})

describe('a lead', () => {
  it('becomes a source only by a person, and only with its own address', async () => {
    const desk = await testDesk()
    const reporter = await addPerson(desk, 'reporter')
    const { claimId, sourceId } = await startStory(desk, reporter)
    await storeCapture(desk)
    sure(await requestRun(desk, reporter, { claimId }, {}))
    const run = sure(await takeRun(desk, MACHINE, 'w'))!
    const { id } = sure(
      await openAttempt(desk, MACHINE, { id: run.id, workerId: 'w' }, { ...STEP, step: 'grok-search' }),
    )
    const lead = (address: string) => ({ address, title: null, snippet: null })
    const leads = [lead(CITATION.address), lead('https://elsewhere.example/')]
    sure(
      await closeAttempt(
        desk,
        MACHINE,
        { id, workerId: 'w' },
        { ...NOTHING, ended: 'done', reason: null, leads },
      ),
    )
    const [right, wrong] = await desk.db.lead.findMany({ orderBy: { position: 'asc' } })
    expect(refusalOf(await settleLead(desk, MACHINE, right!.id, { accept: true, sourceId }))).toBe(
      'not_allowed',
    )
    expect(refusalOf(await settleLead(desk, reporter, wrong!.id, { accept: true, sourceId }))).toBe(
      'conflict',
    )
    sure(await settleLead(desk, reporter, right!.id, { accept: true, sourceId }))
    sure(await settleLead(desk, reporter, wrong!.id, { accept: false }))
    expect(refusalOf(await settleLead(desk, reporter, wrong!.id, { accept: false }))).toBe('already_done')
  })
})

describe('stopping a run', () => {
  it('ends a waiting run at once and asks the worker of a running one to let go', async () => {
    const desk = await testDesk()
    const reporter = await addPerson(desk, 'reporter')
    const { runId, sourceId } = await startStory(desk, reporter)
    sure(await cancelRun(desk, reporter, runId!))
    expect((await findRun(desk.db, runId!))?.state).toBe('cancelled')
    const again = sure(await requestRun(desk, reporter, { sourceId }, {}))
    sure(await takeRun(desk, MACHINE, 'w'))
    sure(await cancelRun(desk, reporter, again.id))
    expect(await findRun(desk.db, again.id)).toMatchObject({
      state: 'running',
      cancelRequestedAt: expect.any(Date),
    })
  })
})

describe('a brought document', () => {
  it('is kept at once, with the name of who brought it', async () => {
    const desk = await testDesk()
    const reporter = await addPerson(desk, 'reporter')
    const { sourceId } = await startStory(desk, reporter)
    const bytes = new TextEncoder().encode('<p>brought</p>')
    const { runId } = sure(
      await bringDocument(desk, reporter, sourceId, { bytes, fileName: 'a.html', mediaType: 'text/html' }),
    )
    const { upload } = (await findRun(desk.db, runId))!.request as {
      upload: { digest: string; person: string }
    }
    expect(upload.person).toBe('reporter')
    expect(await desk.blobs.get(upload.digest)).toEqual(Buffer.from(bytes))
  })

  it('is refused when it is empty or larger than 50 MB', async () => {
    const desk = await testDesk()
    const reporter = await addPerson(desk, 'reporter')
    const { sourceId } = await startStory(desk, reporter)
    const file = (size: number) => ({ bytes: new Uint8Array(size), fileName: 'x', mediaType: '' })
    expect(refusalOf(await bringDocument(desk, reporter, sourceId, file(0)))).toBe('invalid')
    expect(refusalOf(await bringDocument(desk, reporter, sourceId, file(50 * 1024 * 1024 + 1)))).toBe(
      'too_large',
    )
  })
})
