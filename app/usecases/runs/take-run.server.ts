/** A worker takes the next run: one that waits, or one whose worker has died. */
import type { Actor } from '#domain/person.ts'
import { type Answer, accept } from '#domain/refusal.ts'
import { LEASE_MS } from '#domain/run.ts'
import type { Desk } from '#storage/desk.server.ts'
import { findRun, type RunRecord } from '#storage/runs.server.ts'
import { transaction } from '#storage/transaction.server.ts'

/**
 * `inHand` are runs that this worker is walking: where a machine was so slow that a lease ran out, nobody else has taken
 * the run yet, and walking it twice would help nobody.
 *
 * Answers with the run, now leased to `workerId`, or null when nothing waits. A step that the dead worker had begun is
 * closed as cancelled, so that every attempt ends and the step is walked again as a new attempt.
 */
export async function takeRun(
  desk: Desk,
  actor: Actor,
  workerId: string,
  inHand: string[] = [],
): Promise<Answer<RunRecord | null>> {
  const now = desk.now()
  // A look without the write lock first: an idle worker must not make the editors wait.
  const waiting = {
    id: { notIn: inHand },
    OR: [{ state: 'queued' as const }, { state: 'running' as const, leaseUntil: { lt: now } }],
  }
  if (!(await desk.db.run.findFirst({ where: waiting, select: { id: true } }))) return accept(null)
  return transaction(desk, actor, async (tx, record) => {
    const next = await tx.run.findFirst({ where: waiting, orderBy: { requestedAt: 'asc' } })
    if (!next) return accept(null)
    const open = await tx.attempt.findMany({ where: { runId: next.id, ended: null } })
    for (const attempt of open) {
      const message = 'The worker stopped during this step.'
      await tx.attempt.update({
        where: { id: attempt.id },
        data: { finishedAt: now, ended: 'failed', reason: 'cancelled', message },
      })
      record({
        kind: 'attempt.closed',
        subjectKind: 'attempt',
        subjectId: attempt.id,
        payload: { runId: next.id, ended: 'failed', reason: 'cancelled', message },
      })
    }
    await tx.run.update({
      where: { id: next.id },
      data: {
        state: 'running',
        startedAt: next.startedAt ?? now,
        leaseOwner: workerId,
        leaseUntil: new Date(now.getTime() + LEASE_MS),
      },
    })
    record({
      kind: 'run.started',
      subjectKind: 'run',
      subjectId: next.id,
      payload: { workerId, again: next.startedAt !== null },
    })
    return accept(await findRun(tx, next.id))
  })
}
