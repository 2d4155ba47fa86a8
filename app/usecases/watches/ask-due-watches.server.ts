/** Asks for the looks that are due, and ends the watches whose day is over. */
import type { Actor } from '#domain/person.ts'
import { type Answer, accept } from '#domain/refusal.ts'
import { lastMoment, nextTime, watchChain } from '#domain/watch.ts'
import type { Desk } from '#storage/desk.server.ts'
import { transaction } from '#storage/transaction.server.ts'

/** Watches handled in one transaction; the rest waits for the next call. */
const MAX_AT_ONCE = 50

/**
 * Answers with the runs asked for. A source that is being fetched anyway is not asked for twice. However often a look was
 * missed while nobody worked, it is made once. Two workers may call at the same time: the write lock makes one the first.
 */
export async function askDueWatches(desk: Desk, actor: Actor): Promise<Answer<{ runIds: string[] }>> {
  const now = desk.now()
  const due = { endedAt: null, nextAt: { lte: now } }
  // A look without the write lock first: an idle worker must not make the editors wait.
  if (!(await desk.db.watch.findFirst({ where: due, select: { id: true } }))) return accept({ runIds: [] })
  return transaction(desk, actor, async (tx, record) => {
    const runIds: string[] = []
    const watches = await tx.watch.findMany({
      where: due,
      orderBy: { nextAt: 'asc' },
      take: MAX_AT_ONCE,
      include: { article: { select: { publishedOn: true } } },
    })
    for (const watch of watches) {
      const { id, sourceId, windowMs } = watch
      const last = lastMoment(watch, watch.article?.publishedOn ?? null)
      if (last && last < now) {
        await tx.watch.update({ where: { id }, data: { endedAt: now } })
        const payload = { sourceId, why: 'its last day is over' }
        record({ kind: 'watch.ended', subjectKind: 'watch', subjectId: id, payload })
        continue
      }
      await tx.watch.update({ where: { id }, data: { nextAt: nextTime(watch, now) } })
      const busy = await tx.run.findFirst({ where: { sourceId, state: { in: ['queued', 'running'] } } })
      if (busy) continue
      const chain = watchChain(windowMs)
      const run = await tx.run.create({
        data: { kind: 'fetch', state: 'queued', sourceId, watchId: id, chain, request: {}, requestedAt: now },
      })
      runIds.push(run.id)
      const payload = { kind: 'fetch', sourceId, watchId: id, chain }
      record({ kind: 'run.requested', subjectKind: 'run', subjectId: run.id, payload })
    }
    return accept({ runIds })
  })
}
