/** Changes a claim. A settled claim is reopened by it, and its citations are read again. */
import { claimInput } from '#domain/claim.ts'
import { figureFromReading } from '#domain/figure.ts'
import { readInput } from '#domain/input.ts'
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import { readFigures } from '#reading/figures.ts'
import { newestTexts } from '#storage/captures.server.ts'
import { reopenIfSettled, replaceFigures } from '#storage/claims.server.ts'
import type { Desk } from '#storage/desk.server.ts'
import { recordFindings } from '#storage/findings.server.ts'
import { transaction } from '#storage/transaction.server.ts'

/** `raw` is checked against `claimInput`; without `figures` they are taken from the text again. */
export async function editClaim(
  desk: Desk,
  actor: Actor,
  claimId: string,
  raw: unknown,
): Promise<Answer<{ id: string }>> {
  const input = readInput(claimInput, raw)
  if (!input.ok) return input
  const { figures: typed, ...claim } = input.value
  const figures = typed ?? readFigures(claim.text).map(figureFromReading)
  const citations = await desk.db.citation.findMany({
    where: { claimId },
    select: { id: true, sourceId: true },
  })
  const texts = await newestTexts(
    desk,
    citations.map((citation) => citation.sourceId),
  )
  const now = desk.now()
  return transaction(desk, actor, async (tx, record) => {
    const before = await tx.claim.findUnique({ where: { id: claimId }, include: { figures: true } })
    if (!before) return refuse('not_found', 'This claim does not exist.')
    await tx.claim.update({ where: { id: claimId }, data: claim })
    await replaceFigures(tx, claimId, figures)
    await reopenIfSettled(tx, record, before, now, 'the claim was changed')
    record({
      kind: 'claim.edited',
      subjectKind: 'claim',
      subjectId: claimId,
      payload: {
        before: {
          text: before.text,
          claimant: before.claimant,
          figures: before.figures.map((figure) => figure.text),
        },
        after: { ...claim, figures },
      },
    })
    for (const { id, sourceId } of citations) {
      const capture = texts.get(sourceId)
      if (capture) await recordFindings(tx, record, [id], capture, now)
    }
    return accept({ id: claimId })
  })
}
