/** Opens the attempts with which a run looks at its leads: those that begin at the same time in one transaction. */
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import type { LookStep } from '#domain/screening.ts'
import type { Desk } from '#storage/desk.server.ts'
import { transaction } from '#storage/transaction.server.ts'

export type LookStart = { leadId: string; step: LookStep; version: string; windowMs: number }

/** Answers with the attempts' ids in the order of `looks`. Refuses when the run is no longer this worker's (`conflict`). */
export async function openLooks(
  desk: Desk,
  actor: Actor,
  run: { id: string; workerId: string },
  looks: LookStart[],
): Promise<Answer<string[]>> {
  const now = desk.now()
  return transaction(desk, actor, async (tx, record) => {
    const mine = await tx.run.findFirst({
      where: { id: run.id, state: 'running', leaseOwner: run.workerId },
      select: { id: true },
    })
    if (!mine) return refuse('conflict', 'Another worker has taken this run.')
    const before = await tx.attempt.count({ where: { runId: run.id } })
    const rows = looks.map((look, index) => ({
      ...look,
      runId: run.id,
      ordinal: before + 1 + index,
      startedAt: now,
    }))
    const opened = await tx.attempt.createManyAndReturn({ data: rows, select: { id: true, ordinal: true } })
    const ids = opened.sort((a, b) => a.ordinal - b.ordinal).map(({ id }) => id)
    for (const [index, { startedAt: _, ...payload }] of rows.entries())
      record({ kind: 'attempt.opened', subjectKind: 'attempt', subjectId: ids[index]!, payload })
    return accept(ids)
  })
}
