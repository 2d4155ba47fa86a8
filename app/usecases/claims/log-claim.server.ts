/** Logs a claim in an article, with its figures typed by hand or taken from its text. */
import { claimInput } from '#domain/claim.ts'
import { figureFromReading } from '#domain/figure.ts'
import { readInput } from '#domain/input.ts'
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import { readFigures } from '#reading/figures.ts'
import type { Desk } from '#storage/desk.server.ts'
import { insertClaim } from '#storage/insert-claim.server.ts'
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
    const logged = await insertClaim(tx, record, { articleId, claim, figures, loggedById, now })
    return logged ? accept(logged) : refuse('not_found', 'This article does not exist.')
  })
}
