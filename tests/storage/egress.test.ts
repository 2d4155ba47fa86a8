import { expect, it } from 'vitest'
import { MACHINE } from '#domain/person.ts'
import { countEgress, listEgress, sensitivityOfRun } from '#storage/egress.server.ts'
import { editArticle } from '#usecases/articles/edit-article.server.ts'
import { type ClosedAttempt, closeAttempt } from '#usecases/runs/close-attempt.server.ts'
import { openAttempt } from '#usecases/runs/open-attempt.server.ts'
import { takeRun } from '#usecases/runs/take-run.server.ts'
import { addPerson, sure, testDesk } from '../support/desk.ts'
import { startStory } from '../support/story.ts'

const STEP = { step: 'plain', version: 'plain-1', windowMs: 30_000, person: null }
const entry = (party: string, ended: 'connected' | 'refused' | 'failed') => ({
  at: new Date('2026-03-24T08:00:00Z'),
  party,
  via: 'http' as const,
  learned: 'address' as const,
  detail: `https://${party}/`,
  ended,
})

it('what an attempt told outside is kept with it, and counted by party', async () => {
  const desk = await testDesk()
  const reporter = await addPerson(desk, 'reporter')
  const { articleId, sourceId } = await startStory(desk, reporter)
  const run = sure(await takeRun(desk, MACHINE, 'worker'))!
  const { id } = sure(await openAttempt(desk, MACHINE, { id: run.id, workerId: 'worker' }, STEP))
  const egress = [entry('a:443', 'connected'), entry('a:443', 'failed'), entry('b:443', 'refused')]
  const nothing: ClosedAttempt = {
    ended: 'failed',
    reason: 'connect',
    message: 'No.',
    facts: { asked: 'https://a/', askedOf: 'a' },
    body: null,
    leads: [],
    capture: null,
  }
  sure(await closeAttempt(desk, MACHINE, { id, workerId: 'worker' }, { ...nothing, egress }))
  for (const subject of [{ articleId }, { sourceId }, { runId: run.id }]) {
    expect(await countEgress(desk.db, subject)).toEqual({ parties: 1, entries: 3, cutOff: 0 })
    expect((await listEgress(desk.db, subject)).map(({ attempt }) => attempt?.id)).toEqual([id, id, id])
  }
  expect(await countEgress(desk.db, { articleId: 'other' })).toEqual({ parties: 0, entries: 0, cutOff: 0 })
})

it('a step that was cut off with its worker is counted, for nobody knows whom it had met', async () => {
  const desk = await testDesk()
  const reporter = await addPerson(desk, 'reporter')
  const { articleId } = await startStory(desk, reporter)
  const run = sure(await takeRun(desk, MACHINE, 'worker'))!
  sure(await openAttempt(desk, MACHINE, { id: run.id, workerId: 'worker' }, STEP))
  await desk.db.run.update({ where: { id: run.id }, data: { leaseUntil: new Date(0) } })
  sure(await takeRun(desk, MACHINE, 'another worker'))
  expect(await countEgress(desk.db, { articleId })).toEqual({ parties: 0, entries: 0, cutOff: 1 })
})

it('a run is as guarded as the strictest article that cites its source', async () => {
  const desk = await testDesk()
  const reporter = await addPerson(desk, 'reporter')
  const first = await startStory(desk, reporter)
  const second = await startStory(desk, reporter)
  expect(second.sourceId).toBe(first.sourceId)
  const runId = first.runId!
  expect(await sensitivityOfRun(desk.db, runId)).toBe('open')
  sure(await editArticle(desk, reporter, second.articleId, { headline: 'Tokens', sensitivity: 'discreet' }))
  expect(await sensitivityOfRun(desk.db, runId)).toBe('discreet')
  expect(await sensitivityOfRun(desk.db, 'no such run')).toBe('open')
})
