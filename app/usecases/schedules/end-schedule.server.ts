/** A person ends a planned search before its day. */
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import type { Desk } from '#storage/desk.server.ts'
import { transaction } from '#storage/transaction.server.ts'

/** A search of it that runs already goes on: stopping it is another decision. */
export async function endSchedule(
  desk: Desk,
  actor: Actor,
  scheduleId: string,
): Promise<Answer<{ claimId: string }>> {
  if (!actor.id) return refuse('not_allowed', 'Only a person can end a planned search.')
  return transaction(desk, actor, async (tx, record) => {
    const schedule = await tx.schedule.findUnique({ where: { id: scheduleId } })
    if (!schedule) return refuse('not_found', 'There is no such planned search.')
    if (schedule.endedAt) return refuse('already_done', 'This planned search has ended already.')
    await tx.schedule.update({ where: { id: scheduleId }, data: { endedAt: desk.now() } })
    record({
      kind: 'schedule.ended',
      subjectKind: 'schedule',
      subjectId: scheduleId,
      payload: { claimId: schedule.claimId },
    })
    return accept({ claimId: schedule.claimId })
  })
}
