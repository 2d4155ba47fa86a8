/** A person takes note of a change in a cited passage: it is no alert any more. */
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import type { Desk } from '#storage/desk.server.ts'
import { transaction } from '#storage/transaction.server.ts'

export async function seeChange(
  desk: Desk,
  actor: Actor,
  changeId: string,
): Promise<Answer<{ citationId: string }>> {
  const seenById = actor.id
  if (!seenById) return refuse('not_allowed', 'Only a person can take note of a change.')
  return transaction(desk, actor, async (tx, record) => {
    const change = await tx.passageChange.findUnique({ where: { id: changeId } })
    if (!change) return refuse('not_found', 'There is no such change.')
    if (change.seenAt) return refuse('already_done', 'Somebody has taken note of this already.')
    await tx.passageChange.update({ where: { id: changeId }, data: { seenAt: desk.now(), seenById } })
    record({
      kind: 'passage.seen',
      subjectKind: 'citation',
      subjectId: change.citationId,
      payload: { changeId, change: change.change },
    })
    return accept({ citationId: change.citationId })
  })
}
