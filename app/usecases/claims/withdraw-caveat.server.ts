/** Takes a caveat back. On a settled claim only an editor may: the verdict was given with it. */
import { isSettled } from '#domain/claim.ts'
import { type Actor, mayReview } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import { reopenIfSettled } from '#storage/claims.server.ts'
import type { Desk } from '#storage/desk.server.ts'
import { transaction } from '#storage/transaction.server.ts'

/** Reopens a settled claim, because its verdict rested on the caveat. */
export async function withdrawCaveat(
  desk: Desk,
  actor: Actor,
  caveatId: string,
): Promise<Answer<{ id: string }>> {
  const now = desk.now()
  return transaction(desk, actor, async (tx, record) => {
    const caveat = await tx.caveat.findUnique({ where: { id: caveatId }, include: { claim: true } })
    if (!caveat) return refuse('not_found', 'This caveat does not exist.')
    if (caveat.withdrawnAt) return refuse('already_done', 'This caveat was withdrawn already.')
    if (caveat.claim && isSettled(caveat.claim.status) && !mayReview(actor))
      return refuse('not_allowed', 'The claim is settled with this caveat. Only an editor can take it back.')
    await tx.caveat.update({ where: { id: caveatId }, data: { withdrawnAt: now } })
    if (caveat.claim) await reopenIfSettled(tx, record, caveat.claim, now, 'a caveat was withdrawn')
    const { kind, wording, claimId, articleId } = caveat
    record({
      kind: 'caveat.withdrawn',
      subjectKind: 'caveat',
      subjectId: caveatId,
      payload: { kind, wording, claimId, articleId },
    })
    return accept({ id: caveatId })
  })
}
