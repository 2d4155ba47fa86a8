/** Adds a caveat to a claim or to a whole article. */
import { caveatInput } from '#domain/caveat.ts'
import { readInput } from '#domain/input.ts'
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import type { Desk } from '#storage/desk.server.ts'
import { transaction } from '#storage/transaction.server.ts'

/** `claimId` null puts the caveat on the whole article. Refuses the same kind twice on one subject. */
export async function addCaveat(
  desk: Desk,
  actor: Actor,
  subject: { articleId: string; claimId: string | null },
  raw: unknown,
): Promise<Answer<{ id: string }>> {
  const input = readInput(caveatInput, raw)
  if (!input.ok) return input
  const addedById = actor.id
  if (!addedById) return refuse('not_allowed', 'Only a person can add a caveat.')
  return transaction(desk, actor, async (tx, record) => {
    const found = subject.claimId
      ? await tx.claim.findFirst({ where: { id: subject.claimId, articleId: subject.articleId } })
      : await tx.article.findUnique({ where: { id: subject.articleId } })
    if (!found) return refuse('not_found', 'There is nothing here to put a caveat on.')
    const twice = await tx.caveat.findFirst({
      where: { ...subject, kind: input.value.kind, withdrawnAt: null },
    })
    if (twice)
      return refuse('already_done', 'This caveat is there already. Withdraw it first to word it anew.')
    const { id } = await tx.caveat.create({
      data: { ...subject, ...input.value, addedById, createdAt: desk.now() },
    })
    record({
      kind: 'caveat.added',
      subjectKind: 'caveat',
      subjectId: id,
      payload: { ...subject, ...input.value },
    })
    return accept({ id })
  })
}
