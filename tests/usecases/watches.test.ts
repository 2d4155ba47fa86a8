/** Watches: looks that come by themselves, each in its rhythm, until their day. */
import { describe, expect, it } from 'vitest'
import { MACHINE } from '#domain/person.ts'
import type { Desk } from '#storage/desk.server.ts'
import { cancelRun } from '#usecases/runs/cancel-run.server.ts'
import { askDueWatches } from '#usecases/watches/ask-due-watches.server.ts'
import { endWatch } from '#usecases/watches/end-watch.server.ts'
import { startWatch } from '#usecases/watches/start-watch.server.ts'
import { addPerson, refusalOf, sure, testDesk } from '../support/desk.ts'
import { startStory, storeCapture } from '../support/story.ts'

const HOUR_MS = 60 * 60 * 1000
const DAILY = { everyHours: '24', until: '2026-04-30', windowMinutes: '5' }

const later = (desk: Desk, hours: number): Desk => ({
  ...desk,
  now: () => new Date(desk.now().getTime() + hours * HOUR_MS),
})

async function watched(raw: Record<string, unknown> = DAILY) {
  const desk = await testDesk()
  const reporter = await addPerson(desk, 'reporter')
  const story = await startStory(desk, reporter)
  await storeCapture(desk)
  const input = 'articleId' in raw ? { ...raw, articleId: story.articleId } : raw
  const { id: watchId } = sure(await startWatch(desk, reporter, story.sourceId, input))
  const due = async (hours: number) => sure(await askDueWatches(later(desk, hours), MACHINE)).runIds
  return { desk, reporter, watchId, due, ...story }
}

describe('a watch', () => {
  it('asks for a look when one is due, at the page itself and within its window', async () => {
    const { desk, due, watchId } = await watched()
    expect(await due(23)).toEqual([])
    const [runId] = await due(24.1)
    const run = await desk.db.run.findUniqueOrThrow({ where: { id: runId! } })
    expect(run).toMatchObject({ watchId, kind: 'fetch', requestedById: null })
    expect(run.chain).toMatchObject({
      windowMs: 300_000,
      steps: [{ step: 'plain' }, { step: 'rendered' }],
    })
  })

  it('makes one look of those that were missed while the machine slept, and keeps its rhythm', async () => {
    const { desk, reporter, due, watchId } = await watched()
    const { nextAt } = await desk.db.watch.findUniqueOrThrow({ where: { id: watchId } })
    const runs = await due(24 * 5 + 7)
    expect(runs).toHaveLength(1)
    sure(await cancelRun(desk, reporter, runs[0]!))
    expect(await due(24 * 5 + 8)).toEqual([])
    const { nextAt: next } = await desk.db.watch.findUniqueOrThrow({ where: { id: watchId } })
    expect(next.getTime() - nextAt.getTime()).toBe(5 * 24 * HOUR_MS)
  })

  it('asks for no second run while one is under way', async () => {
    const { due } = await watched()
    expect(await due(25)).toHaveLength(1)
    expect(await due(49)).toEqual([])
  })

  it('gives one look to two workers that ask at once', async () => {
    const { due } = await watched()
    const runs = await Promise.all([due(25), due(25), due(25)])
    expect(runs.flat()).toHaveLength(1)
  })

  it('ends by itself when its day is over', async () => {
    const { desk, due, watchId } = await watched({ ...DAILY, until: '2026-03-26' })
    expect(await due(24 * 4)).toEqual([])
    expect((await desk.db.watch.findUniqueOrThrow({ where: { id: watchId } })).endedAt).not.toBeNull()
    expect(await desk.db.ledgerEntry.count({ where: { kind: 'watch.ended' } })).toBe(1)
  })

  it('that counts from a publication goes on until its day is known', async () => {
    const raw = { everyHours: '24', articleId: '', daysAfterPublication: '2' }
    const { desk, reporter, due, articleId } = await watched(raw)
    const [runId] = await due(24 * 30)
    sure(await cancelRun(desk, reporter, runId!))
    await desk.db.article.update({ where: { id: articleId }, data: { publishedOn: new Date('2026-03-25') } })
    expect(await due(24 * 32)).toEqual([])
    expect(await desk.db.watch.count({ where: { endedAt: null } })).toBe(0)
  })

  it('is one per source, until a person ends it', async () => {
    const { desk, reporter, sourceId, watchId, due } = await watched()
    expect(refusalOf(await startWatch(desk, reporter, sourceId, DAILY))).toBe('conflict')
    sure(await endWatch(desk, reporter, watchId))
    expect(refusalOf(await endWatch(desk, reporter, watchId))).toBe('already_done')
    expect(await due(48)).toEqual([])
    expect(refusalOf(await startWatch(desk, reporter, sourceId, DAILY))).toBe('accepted')
  })

  it.each([
    ['no end', { everyHours: '24' }],
    ['two ends', { ...DAILY, articleId: 'x', daysAfterPublication: '3' }],
    ['no rhythm', { ...DAILY, everyHours: '0' }],
    ['an end before its first look', { ...DAILY, until: '2026-03-24' }],
  ])('with %s is refused', async (_what, raw) => {
    const desk = await testDesk()
    const reporter = await addPerson(desk, 'reporter')
    const { sourceId } = await startStory(desk, reporter)
    expect(refusalOf(await startWatch(desk, reporter, sourceId, raw))).toBe('invalid')
  })
})
