/** A run with two hundred leads under examination: its page stays light, and its looks are told in numbers. */
import { describe, expect, it } from 'vitest'
import { countLooks, findRunPage, listLooks, listRunRows } from '#storage/run-pages.server.ts'
import { addPerson, testDesk } from '../support/desk.ts'
import { startStory } from '../support/story.ts'

const LOOKS = 200
/** What the page of the run may weigh as data: it is read again every second. */
const MAX_PAGE_CHARACTERS = 20_000

async function searched() {
  const desk = await testDesk()
  const { claimId } = await startStory(desk, await addPerson(desk, 'reporter'))
  const at = (ms: number) => new Date(Date.parse('2026-03-24T09:00:00Z') + ms)
  const run = await desk.db.run.create({
    data: { kind: 'find', state: 'running', claimId, chain: {}, request: {}, requestedAt: at(0) },
  })
  const attempt = (ordinal: number, startMs: number) => ({
    runId: run.id,
    ordinal,
    step: 'plain',
    version: 'plain-1',
    windowMs: 5_000,
    startedAt: at(startMs),
  })
  const search = await desk.db.attempt.create({ data: { ...attempt(1, 0), step: 'local-web-search' } })
  const lead = (index: number) => ({ id: `lead-${index}`, address: `https://a.example/${index}` })
  await desk.db.lead.createMany({
    data: Array.from({ length: LOOKS }, (_, index) => ({
      ...lead(index),
      attemptId: search.id,
      claimId,
      position: index + 1,
      state: 'proposed' as const,
    })),
  })
  await desk.db.attempt.createMany({
    data: Array.from({ length: LOOKS }, (_, index) => ({
      ...attempt(index + 2, 1_000 + index),
      leadId: lead(index).id,
      message: 'x'.repeat(500),
      ...(index === LOOKS - 1
        ? {}
        : {
            ended: index % 2 ? ('done' as const) : ('failed' as const),
            reason: index % 2 ? null : 'dns',
            finishedAt: at(2_000 + index),
          }),
    })),
  })
  return { desk, runId: run.id, at }
}

describe('a run with many looks at leads', () => {
  it('has a page of its chain alone, which names the number of leads and shows some', async () => {
    const { desk, runId } = await searched()
    const run = (await findRunPage(desk.db, runId))!
    expect(run.attempts).toHaveLength(1)
    expect(run.attempts[0]?._count.leads).toBe(LOOKS)
    expect(JSON.stringify(run).length).toBeLessThan(MAX_PAGE_CHARACTERS)
    const [row] = await listRunRows(desk.db, { where: { kind: 'find' }, take: 5 })
    expect(row?.attempts).toMatchObject([{ step: 'local-web-search', _count: { leads: LOOKS } }])
  })

  it('tells its looks by how they ended, and where they begin and end in time', async () => {
    const { desk, runId, at } = await searched()
    const looks = await countLooks(desk.db, runId)
    expect(looks).toMatchObject({ open: 1, startedAt: at(1_000), finishedAt: null })
    expect(looks?.endings).toEqual(
      expect.arrayContaining([
        { ended: 'done', reason: null, count: 99 },
        { ended: 'failed', reason: 'dns', count: 100 },
      ]),
    )
    await desk.db.attempt.updateMany({
      where: { ended: null },
      data: { ended: 'done', finishedAt: at(9_000) },
    })
    expect(await countLooks(desk.db, runId)).toMatchObject({ open: 0, finishedAt: at(9_000) })
    expect(await countLooks(desk.db, 'none')).toBeNull()
  })

  it('has them one by one in pages, newest first, each with its lead', async () => {
    const { desk, runId } = await searched()
    const [newest, next] = await listLooks(desk.db, runId, { take: 2, skip: 0 })
    expect([newest?.lead?.id, next?.lead?.id]).toEqual([`lead-${LOOKS - 1}`, `lead-${LOOKS - 2}`])
    expect(await listLooks(desk.db, runId, { take: 50, skip: 180 })).toHaveLength(20)
  })
})
