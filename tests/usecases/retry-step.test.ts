/** One step walked again: the same request, a run of its own, linked to what it repeats. */
import { describe, expect, it } from 'vitest'
import { MACHINE } from '#domain/person.ts'
import { LEASE_MS, stepsToWalk } from '#domain/run.ts'
import type { Chain } from '#domain/step.ts'
import type { Desk } from '#storage/desk.server.ts'
import { findRunPage, listRetries, retriedRunId } from '#storage/run-pages.server.ts'
import { finishRun } from '#usecases/runs/finish-run.server.ts'
import { openAttempt } from '#usecases/runs/open-attempt.server.ts'
import { requestRun } from '#usecases/runs/request-run.server.ts'
import { retryStep } from '#usecases/runs/retry-step.server.ts'
import { takeRun } from '#usecases/runs/take-run.server.ts'
import { addPerson, refusalOf, sure, testDesk } from '../support/desk.ts'
import { startStory } from '../support/story.ts'

const WORKER = 'w'

async function searched() {
  const desk = await testDesk()
  const reporter = await addPerson(desk, 'reporter')
  const { claimId } = await startStory(desk, reporter)
  await desk.db.run.updateMany({ data: { state: 'finished' } })
  const ask = { queries: ['exactly this', 'and this'], sites: ['example.org'], language: 'zh' }
  const { id: runId } = sure(await requestRun(desk, reporter, { claimId }, ask))
  sure(await takeRun(desk, MACHINE, WORKER))
  return { desk, reporter, claimId, runId, attemptId: await began(desk, runId, 'grok-search') }
}

async function began(desk: Desk, runId: string, step: string): Promise<string> {
  const opened = { step, version: '1', windowMs: 5_000, person: null }
  return sure(await openAttempt(desk, MACHINE, { id: runId, workerId: WORKER }, opened)).id
}

async function ended(desk: Desk, runId: string, attemptId: string, ending: 'failed' | 'nothing') {
  const data = { ended: ending, finishedAt: desk.now(), reason: 'timeout_window' }
  await desk.db.attempt.update({ where: { id: attemptId }, data })
  sure(await finishRun(desk, MACHINE, { id: runId, workerId: WORKER }, 'finished'))
}

describe('a step walked again', () => {
  it('is a run of that step alone, with the same request, linked to the attempt', async () => {
    const { desk, reporter, runId, attemptId } = await searched()
    await ended(desk, runId, attemptId, 'failed')
    const { runId: id } = sure(await retryStep(desk, reporter, attemptId))
    const run = (await findRunPage(desk.db, id))!
    expect(run.chain).toMatchObject({ steps: [{ step: 'grok-search', windowMs: 60_000 }] })
    expect(run.request).toEqual({
      queries: ['exactly this', 'and this'],
      sites: ['example.org'],
      language: 'zh',
      retryOf: attemptId,
    })
    expect(await retriedRunId(desk.db, run.request)).toBe(runId)
    expect(await listRetries(desk.db, (await findRunPage(desk.db, runId))!)).toEqual([
      { attemptId, runId: id },
    ])
  })

  it('is refused while its run, or another for the same claim, is under way', async () => {
    const { desk, reporter, runId, claimId, attemptId } = await searched()
    expect(refusalOf(await retryStep(desk, reporter, attemptId))).toBe('conflict')
    await ended(desk, runId, attemptId, 'failed')
    sure(await requestRun(desk, reporter, { claimId }, {}))
    expect(refusalOf(await retryStep(desk, reporter, attemptId))).toBe('conflict')
  })

  it('is refused to the machine, for what is no attempt, and for a look at a lead', async () => {
    const { desk, reporter, runId, claimId, attemptId } = await searched()
    await ended(desk, runId, attemptId, 'nothing')
    expect(refusalOf(await retryStep(desk, MACHINE, attemptId))).toBe('not_allowed')
    expect(refusalOf(await retryStep(desk, reporter, 'nothing'))).toBe('not_found')
    const lead = await desk.db.lead.create({
      data: { attemptId, claimId, position: 1, address: 'https://a.example/', state: 'proposed' },
    })
    await desk.db.attempt.update({ where: { id: attemptId }, data: { leadId: lead.id } })
    expect(refusalOf(await retryStep(desk, reporter, attemptId))).toBe('invalid')
  })
})

describe('a search whose worker died', () => {
  it('goes on with the interrupted step and those not walked, and walks none twice', async () => {
    const { desk, runId, attemptId } = await searched()
    const data = { ended: 'nothing' as const, reason: 'no_results', finishedAt: desk.now() }
    await desk.db.attempt.update({ where: { id: attemptId }, data })
    await began(desk, runId, 'local-web-search')
    const later = { ...desk, now: () => new Date(desk.now().getTime() + LEASE_MS + 20_000) }
    const again = sure(await takeRun(later, MACHINE, 'heir'))!
    expect(again.id).toBe(runId)
    const chain = again.chain as unknown as Chain
    const left = stepsToWalk(chain, again.attempts, again.startedAt!, later.now())
    expect(left.map(({ step }) => step)).toEqual(['local-web-search', 'browser-search'])
  })

  it('does not count looks at leads as steps of its chain', async () => {
    const past = [
      { step: 'grok-search', ended: 'nothing' as const, reason: 'no_results' },
      { step: 'plain', ended: 'done' as const, reason: null, leadId: 'one' },
    ]
    const chain: Chain = {
      steps: [
        { step: 'grok-search', windowMs: 1_000 },
        { step: 'brave-search', windowMs: 1_000 },
      ],
      windowMs: 10_000,
      stopAtFirst: true,
    }
    const at = new Date('2026-03-24T08:00:00Z')
    expect(stepsToWalk(chain, past, at, at).map(({ step }) => step)).toEqual(['brave-search'])
  })
})
