/** Hands a claim to the editors. */
import { isSettled } from '#domain/claim.ts'
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import type { Desk } from '#storage/desk.server.ts'
import { transaction } from '#storage/transaction.server.ts'

/** Refuses a claim that is settled already or waits already. */
export async function submitClaim(
  desk: Desk,
  actor: Actor,
  claimId: string,
): Promise<Answer<{ id: string }>> {
  if (!actor.id) return refuse('not_allowed', 'Only a person can ask for a review.')
  const now = desk.now()
  return transaction(desk, actor, async (tx, record) => {
    const claim = await tx.claim.findUnique({ where: { id: claimId } })
    if (!claim) return refuse('not_found', 'This claim does not exist.')
    if (isSettled(claim.status))
      return refuse('already_done', 'This claim is settled. Changing it reopens it.')
    if (claim.submittedAt) return refuse('already_done', 'This claim already waits for an editor.')
    await tx.claim.update({
      where: { id: claimId },
      data: { submittedAt: now, status: 'in_progress', updatedAt: now },
    })
    record({
      kind: 'claim.submitted',
      subjectKind: 'claim',
      subjectId: claimId,
      payload: { from: claim.status },
    })
    return accept({ id: claimId })
  })
}
