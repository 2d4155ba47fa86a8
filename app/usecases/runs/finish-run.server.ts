/** Ends a run that has nothing left to walk, or that a person stopped; a look at a cited page that failed is written down with it. */
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import type { Desk } from '#storage/desk.server.ts'
import { recordFailedLook } from '#storage/passage-changes.server.ts'
import { transaction } from '#storage/transaction.server.ts'

export async function finishRun(
  desk: Desk,
  actor: Actor,
  run: { id: string; workerId: string },
  state: 'finished' | 'cancelled',
): Promise<Answer<{ id: string }>> {
  const now = desk.now()
  return transaction(desk, actor, async (tx, record) => {
    const mine = await tx.run.findFirst({ where: { id: run.id, state: 'running', leaseOwner: run.workerId } })
    if (!mine) return refuse('conflict', 'Another worker has taken this run.')
    await tx.run.update({
      where: { id: run.id },
      data: { state, finishedAt: now, leaseOwner: null, leaseUntil: null },
    })
    const attempts = await tx.attempt.findMany({
      where: { runId: run.id, leadId: null },
      orderBy: { ordinal: 'asc' },
      select: { step: true, ended: true, reason: true, httpStatus: true, message: true },
    })
    const screenings = await tx.attempt.count({ where: { runId: run.id, leadId: { not: null } } })
    record({
      kind: 'run.finished',
      subjectKind: 'run',
      subjectId: run.id,
      payload: {
        state,
        attempts: attempts.map(({ step, ended, reason }) => ({ step, ended, reason })),
        ...(screenings > 0 ? { screenings } : {}),
      },
    })
    if (state === 'finished' && mine.kind === 'fetch' && mine.sourceId)
      await recordFailedLook(tx, record, { id: run.id, sourceId: mine.sourceId, attempts }, now)
    return accept({ id: run.id })
  })
}
