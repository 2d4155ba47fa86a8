/** Logs a claim in an article, with its figures typed by hand or taken from its text. */
import { claimInput } from '#domain/claim.ts'
import { figureFromReading } from '#domain/figure.ts'
import { readInput } from '#domain/input.ts'
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import { readFigures } from '#reading/figures.ts'
import { replaceFigures } from '#storage/claims.server.ts'
import type { Desk } from '#storage/desk.server.ts'
import { transaction } from '#storage/transaction.server.ts'

/** `raw` is checked against `claimInput`. Answers with the claim's id and its number in the article. */
export async function logClaim(
  desk: Desk,
  actor: Actor,
  articleId: string,
  raw: unknown,
): Promise<Answer<{ id: string; number: number }>> {
  const input = readInput(claimInput, raw)
  if (!input.ok) return input
  const loggedById = actor.id
  if (!loggedById) return refuse('not_allowed', 'Only a person can log a claim.')
  const { figures: typed, ...claim } = input.value
  const figures = typed ?? readFigures(claim.text).map(figureFromReading)
  const now = desk.now()
  return transaction(desk, actor, async (tx, record) => {
    const article = await tx.article.findUnique({ where: { id: articleId }, select: { id: true } })
    if (!article) return refuse('not_found', 'This article does not exist.')
    const last = await tx.claim.aggregate({ where: { articleId }, _max: { number: true } })
    const number = (last._max.number ?? 0) + 1
    const { id } = await tx.claim.create({
      data: { ...claim, articleId, number, status: 'unchecked', loggedById, createdAt: now, updatedAt: now },
    })
    await replaceFigures(tx, id, figures)
    await tx.article.update({ where: { id: articleId }, data: { updatedAt: now } })
    record({
      kind: 'claim.logged',
      subjectKind: 'claim',
      subjectId: id,
      payload: { articleId, number, ...claim, figures },
    })
    return accept({ id, number })
  })
}
