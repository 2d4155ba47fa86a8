/** Planned searches: asked for by the clock, once for all that was missed, with the same record as any other. */
import { describe, expect, it } from 'vitest'
import { MACHINE } from '#domain/person.ts'
import type { Desk } from '#storage/desk.server.ts'
import { verifyLedger } from '#storage/ledger.server.ts'
import { findRunPage } from '#storage/run-pages.server.ts'
import { leadNews, listSchedules } from '#storage/schedules.server.ts'
import { cancelRun } from '#usecases/runs/cancel-run.server.ts'
import { requestRun } from '#usecases/runs/request-run.server.ts'
import { askDueSchedules } from '#usecases/schedules/ask-due-schedules.server.ts'
import { endSchedule } from '#usecases/schedules/end-schedule.server.ts'
import { startSchedule } from '#usecases/schedules/start-schedule.server.ts'
import { addPerson, refusalOf, sure, testDesk } from '../support/desk.ts'
import { CITATION, startStory } from '../support/story.ts'

/** The desk's clock stands at 24 March 2026, 08:00 UTC: 09:00 in Berlin, where summer time begins on the 29th. */
const EVERY_DAY = { rhythm: 'daily', time: '07:00', timeZone: 'Europe/Berlin', until: '2026-04-10' }

async function planned(more: Record<string, unknown> = {}) {
  const desk = await testDesk()
  const reporter = await addPerson(desk, 'reporter')
  const story = await startStory(desk, reporter)
  const { id } = sure(await startSchedule(desk, reporter, story.claimId, { ...EVERY_DAY, ...more }))
  return { desk, reporter, id, ...story }
}

const at = (desk: Desk, time: string): Desk => ({ ...desk, now: () => new Date(time) })
const due = async (desk: Desk, time: string) => sure(await askDueSchedules(at(desk, time), MACHINE)).runIds
const finish = (desk: Desk) =>
  desk.db.run.updateMany({ where: { kind: 'find' }, data: { state: 'finished' } })

describe('a planned search', () => {
  it('is asked for at its time on the clock of its zone, before and after the clocks change', async () => {
    const { desk } = await planned()
    expect(await due(desk, '2026-03-25T05:59:00Z')).toEqual([])
    expect(await due(desk, '2026-03-25T06:00:00Z')).toHaveLength(1)
    await finish(desk)
    expect(await due(desk, '2026-03-29T04:59:00Z')).toHaveLength(1)
    await finish(desk)
    expect(await due(desk, '2026-03-29T05:00:00Z')).toHaveLength(1)
  })

  it('keeps the record of any search, and says which schedule asked', async () => {
    const { desk, id, claimId } = await planned({ queries: ['词元 140万亿'], sites: ['example.org'] })
    const [runId] = await due(desk, '2026-03-25T06:00:00Z')
    const run = await findRunPage(desk.db, runId!)
    expect(run).toMatchObject({
      kind: 'find',
      state: 'queued',
      claimId,
      scheduleId: id,
      schedule: { timeZone: 'Europe/Berlin' },
      request: { queries: ['词元 140万亿'], sites: ['example.org'], language: null },
      chain: { steps: [{ step: 'grok-search' }, {}, {}] },
    })
    const entry = await desk.db.ledgerEntry.findFirst({ where: { kind: 'run.requested', subjectId: runId! } })
    expect(entry?.payload).toContain(id)
    expect((await verifyLedger(desk.db)).problems).toEqual([])
  })

  it('is made once for all the times that the machine was off', async () => {
    const { desk, id } = await planned()
    expect(await due(desk, '2026-03-31T12:00:00Z')).toHaveLength(1)
    await finish(desk)
    expect(await due(desk, '2026-03-31T12:00:01Z')).toEqual([])
    expect((await desk.db.schedule.findUnique({ where: { id } }))?.nextAt).toEqual(
      new Date('2026-04-01T05:00:00Z'),
    )
  })

  it('is asked for once when two workers look at the same time', async () => {
    const { desk } = await planned()
    const time = '2026-03-25T06:00:00Z'
    const both = await Promise.all([due(desk, time), due(desk, time)])
    expect(both.flat()).toHaveLength(1)
  })

  it('waits while the claim is being searched for, and is not lost', async () => {
    const { desk, reporter, claimId } = await planned()
    const { id } = sure(await requestRun(desk, reporter, { claimId }, {}))
    expect(await due(desk, '2026-03-25T06:00:00Z')).toEqual([])
    sure(await cancelRun(desk, reporter, id))
    expect(await due(desk, '2026-03-25T06:01:00Z')).toHaveLength(1)
  })

  it('is asked for the last time on its last day and then ends by itself', async () => {
    const { desk, id } = await planned()
    expect(await due(desk, '2026-04-10T05:00:00Z')).toHaveLength(1)
    expect((await desk.db.schedule.findUnique({ where: { id } }))?.endedAt).not.toBeNull()
    const entries = await desk.db.ledgerEntry.findMany({ where: { subjectId: id } })
    expect(entries.map(({ kind }) => kind)).toEqual(['schedule.started', 'schedule.ended'])
  })

  it('is not asked for after its last day, however long the machine was off', async () => {
    const { desk, id } = await planned()
    expect(await due(desk, '2026-04-11T05:00:00Z')).toEqual([])
    expect((await desk.db.schedule.findUnique({ where: { id } }))?.endedAt).not.toBeNull()
  })

  it('is ended by a person, once', async () => {
    const { desk, reporter, id } = await planned()
    expect(refusalOf(await endSchedule(desk, MACHINE, id))).toBe('not_allowed')
    sure(await endSchedule(desk, reporter, id))
    expect(refusalOf(await endSchedule(desk, reporter, id))).toBe('already_done')
    expect(await due(desk, '2026-03-25T06:00:00Z')).toEqual([])
  })

  it('is refused where its cron line cannot be read, in a sentence that says what one looks like', async () => {
    const { desk, reporter, claimId } = await planned()
    const plan = { ...EVERY_DAY, rhythm: 'own', cron: 'every day' }
    const answer = await startSchedule(desk, reporter, claimId, plan)
    expect(answer.ok ? '' : answer.refusal.message).toContain('five fields')
  })

  it('takes proposed queries where a person chose none', async () => {
    const { desk, id } = await planned()
    const { request } = await desk.db.schedule.findUniqueOrThrow({ where: { id } })
    expect((request as { queries: string[] }).queries[0]).toContain('140 trillion')
  })
})

describe('what a search brought', () => {
  it('is new only where the address was known neither from a search before nor as a source', async () => {
    const { desk, claimId } = await planned()
    const search = async (time: string, addresses: string[]) => {
      const [runId] = await due(desk, time)
      const attempt = await desk.db.attempt.create({
        data: {
          runId: runId!,
          ordinal: 1,
          step: 'local-web-search',
          version: '1',
          windowMs: 1_000,
          startedAt: new Date(time),
        },
      })
      for (const [index, address] of addresses.entries())
        await desk.db.lead.create({
          data: { attemptId: attempt.id, claimId, position: index + 1, address, state: 'proposed' },
        })
      await finish(desk)
      return runId!
    }
    const first = await search('2026-03-25T06:00:00Z', ['https://a.example/1', CITATION.address])
    const second = await search('2026-03-26T06:00:00Z', [
      'https://a.example/1?utm_source=rss#top',
      'https://a.example/2',
      'https://a.example/2',
      'no address',
    ])
    const news = async (id: string) =>
      leadNews(desk.db, await desk.db.run.findUniqueOrThrow({ where: { id } }))
    expect(await news(first)).toMatchObject({ leads: 2, newIds: [expect.any(String)] })
    expect((await news(second)).newIds).toHaveLength(2)
    const [schedule] = await listSchedules(desk.db, claimId)
    expect(schedule?.last).toMatchObject({ id: second, news: { leads: 4 } })
  })
})
