/** Stops a run: at once when it still waits, within a second or two when a worker has it. */
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import type { Desk } from '#storage/desk.server.ts'
import { transaction } from '#storage/transaction.server.ts'

export async function cancelRun(desk: Desk, actor: Actor, runId: string): Promise<Answer<{ id: string }>> {
  const now = desk.now()
  return transaction(desk, actor, async (tx, record) => {
    const run = await tx.run.findUnique({ where: { id: runId } })
    if (!run) return refuse('not_found', 'This run does not exist.')
    if (run.state === 'finished' || run.state === 'cancelled')
      return refuse('already_done', 'This run is over.')
    if (run.kind === 'ask')
      return refuse('not_allowed', 'A request that was sent cannot be stopped. Write down how it ended.')
    await tx.run.update({
      where: { id: runId },
      data:
        run.state === 'queued'
          ? { state: 'cancelled', cancelRequestedAt: now, finishedAt: now }
          : { cancelRequestedAt: now },
    })
    record({ kind: 'run.cancelled', subjectKind: 'run', subjectId: runId, payload: { while: run.state } })
    return accept({ id: runId })
  })
}
