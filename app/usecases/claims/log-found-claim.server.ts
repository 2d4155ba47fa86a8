/** Logs a claim together with the page it was found on and the words cited from it, as one change. */
import { citationInput } from '#domain/citation.ts'
import { claimInput } from '#domain/claim.ts'
import { figureFromReading } from '#domain/figure.ts'
import { readInput } from '#domain/input.ts'
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, joinRefusals, refuse } from '#domain/refusal.ts'
import { canonicalAddress, sourceInput } from '#domain/source.ts'
import { readFigures } from '#reading/figures.ts'
import { newestTexts } from '#storage/captures.server.ts'
import type { Desk } from '#storage/desk.server.ts'
import { insertCitation } from '#storage/insert-citation.server.ts'
import { insertClaim } from '#storage/insert-claim.server.ts'
import { transaction } from '#storage/transaction.server.ts'

/**
 * `raw` holds the claim's fields under `claim` (see `claimInput`), and the source's and citation's under `page` (see
 * `sourceInput` and `citationInput`). The page is fetched and archived at once unless the house has it.
 */
export async function logFoundClaim(
  desk: Desk,
  actor: Actor,
  articleId: string,
  raw: { claim: unknown; page: unknown },
): Promise<Answer<{ id: string; runId: string | null }>> {
  const claim = readInput(claimInput, raw.claim)
  const source = readInput(sourceInput, raw.page)
  const citation = readInput(citationInput, raw.page)
  if (!claim.ok || !source.ok || !citation.ok) return joinRefusals([claim, source, citation])
  const loggedById = actor.id
  if (!loggedById) return refuse('not_allowed', 'Only a person can log a claim.')
  const { figures: typed, ...rest } = claim.value
  const figures = typed ?? readFigures(rest.text).map(figureFromReading)
  const known = await desk.db.source.findUnique({
    where: { canonicalAddress: canonicalAddress(source.value.address) },
  })
  const texts = await newestTexts(desk, known ? [known.id] : [])
  const now = desk.now()
  return transaction(desk, actor, async (tx, record) => {
    const logged = await insertClaim(tx, record, { articleId, claim: rest, figures, loggedById, now })
    if (!logged)
      return refuse('not_found', 'This article does not exist.', { articleId: 'Choose an article.' })
    const { runId } = await insertCitation(tx, record, {
      claimId: logged.id,
      source: source.value,
      citation: citation.value,
      texts,
      requestedById: loggedById,
      now,
    })
    return accept({ id: logged.id, runId })
  })
}
