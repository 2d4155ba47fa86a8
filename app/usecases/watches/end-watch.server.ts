/** A person ends a watch before its day. */
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import type { Desk } from '#storage/desk.server.ts'
import { transaction } from '#storage/transaction.server.ts'

export async function endWatch(
  desk: Desk,
  actor: Actor,
  watchId: string,
): Promise<Answer<{ sourceId: string }>> {
  if (!actor.id) return refuse('not_allowed', 'Only a person can end a watch.')
  return transaction(desk, actor, async (tx, record) => {
    const watch = await tx.watch.findUnique({ where: { id: watchId } })
    if (!watch) return refuse('not_found', 'There is no such watch.')
    if (watch.endedAt) return refuse('already_done', 'This watch has ended already.')
    await tx.watch.update({ where: { id: watchId }, data: { endedAt: desk.now() } })
    record({
      kind: 'watch.ended',
      subjectKind: 'watch',
      subjectId: watchId,
      payload: { sourceId: watch.sourceId },
    })
    return accept({ sourceId: watch.sourceId })
  })
}
