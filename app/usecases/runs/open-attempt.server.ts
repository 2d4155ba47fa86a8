/** Opens an attempt when a step begins, so that a step is on record even if nobody lives to close it. */
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import type { Desk } from '#storage/desk.server.ts'
import { transaction } from '#storage/transaction.server.ts'

export type OpenedAttempt = { id: string; ordinal: number }

/** Refuses when the run is no longer this worker's (`conflict`): another has taken it over. */
export async function openAttempt(
  desk: Desk,
  actor: Actor,
  run: { id: string; workerId: string },
  step: { step: string; version: string; windowMs: number; person: string | null },
): Promise<Answer<OpenedAttempt>> {
  const now = desk.now()
  return transaction(desk, actor, async (tx, record) => {
    const mine = await tx.run.findFirst({
      where: { id: run.id, state: 'running', leaseOwner: run.workerId },
      select: { id: true },
    })
    if (!mine) return refuse('conflict', 'Another worker has taken this run.')
    const ordinal = (await tx.attempt.count({ where: { runId: run.id } })) + 1
    const { id } = await tx.attempt.create({ data: { runId: run.id, ordinal, ...step, startedAt: now } })
    record({
      kind: 'attempt.opened',
      subjectKind: 'attempt',
      subjectId: id,
      payload: { runId: run.id, ordinal, ...step },
    })
    return accept({ id, ordinal })
  })
}
