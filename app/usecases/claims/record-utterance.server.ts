/** Records who said it, in which role, where and when, and ties a claim to it. */
import { readInput } from '#domain/input.ts'
import { utteranceInput } from '#domain/origin.ts'
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import type { Desk } from '#storage/desk.server.ts'
import { transaction } from '#storage/transaction.server.ts'

/** `raw` is checked against `utteranceInput`. Answers with the utterance's id. */
export async function recordUtterance(
  desk: Desk,
  actor: Actor,
  claimId: string,
  raw: unknown,
): Promise<Answer<{ id: string }>> {
  const input = readInput(utteranceInput, raw)
  if (!input.ok) return input
  return transaction(desk, actor, async (tx, record) => {
    const claim = await tx.claim.findUnique({ where: { id: claimId } })
    if (!claim) return refuse('not_found', 'This claim does not exist.')
    const { id } = await tx.utterance.create({ data: input.value })
    await tx.claim.update({ where: { id: claimId }, data: { utteranceId: id, updatedAt: desk.now() } })
    record({
      kind: 'utterance.recorded',
      subjectKind: 'utterance',
      subjectId: id,
      payload: { claimId, ...input.value },
    })
    return accept({ id })
  })
}
