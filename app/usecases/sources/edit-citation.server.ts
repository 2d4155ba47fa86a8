/** Changes a citation and reads the newest capture for it again. */
import { citationInput } from '#domain/citation.ts'
import { readInput } from '#domain/input.ts'
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import { newestTexts } from '#storage/captures.server.ts'
import { reopenIfSettled } from '#storage/claims.server.ts'
import type { Desk } from '#storage/desk.server.ts'
import { recordFindings } from '#storage/findings.server.ts'
import { transaction } from '#storage/transaction.server.ts'

/** `raw` is checked against `citationInput`. A settled claim is reopened. */
export async function editCitation(
  desk: Desk,
  actor: Actor,
  citationId: string,
  raw: unknown,
): Promise<Answer<{ claimId: string }>> {
  const input = readInput(citationInput, raw)
  if (!input.ok) return input
  const known = await desk.db.citation.findUnique({ where: { id: citationId } })
  const texts = await newestTexts(desk, known ? [known.sourceId] : [])
  const now = desk.now()
  return transaction(desk, actor, async (tx, record) => {
    const before = await tx.citation.findUnique({ where: { id: citationId }, include: { claim: true } })
    if (!before) return refuse('not_found', 'This citation does not exist.')
    await tx.citation.update({ where: { id: citationId }, data: { ...input.value, updatedAt: now } })
    await reopenIfSettled(tx, record, before.claim, now, 'a citation was changed')
    const { stance, quote, translation, keyUse } = before
    record({
      kind: 'citation.edited',
      subjectKind: 'citation',
      subjectId: citationId,
      payload: {
        claimId: before.claimId,
        before: { stance, quote, translation, keyUse },
        after: input.value,
      },
    })
    const capture = texts.get(before.sourceId)
    if (capture) await recordFindings(tx, record, [citationId], capture, now)
    return accept({ claimId: before.claimId })
  })
}
