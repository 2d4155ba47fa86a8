/** A person corrects what kind of page a capture is. */
import { classOf, classOverrideInput, isUsable, USABLE_CLASSES } from '#domain/capture.ts'
import { isSettled } from '#domain/claim.ts'
import { readInput } from '#domain/input.ts'
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import { reopenIfSettled } from '#storage/claims.server.ts'
import type { Transaction } from '#storage/database.server.ts'
import type { Desk } from '#storage/desk.server.ts'
import { type Recorder, transaction } from '#storage/transaction.server.ts'

/**
 * `raw` is checked against `classOverrideInput`. What the classifier read stays on record; which findings count follows from
 * the class (domain/capture), so that a correction can be corrected.
 */
export async function overrideClass(
  desk: Desk,
  actor: Actor,
  captureId: string,
  raw: unknown,
): Promise<Answer<{ captureId: string }>> {
  const input = readInput(classOverrideInput, raw)
  if (!input.ok) return input
  const personId = actor.id
  if (!personId) return refuse('not_allowed', 'Only a person can correct what the classifier read.')
  const { contentClass, reason } = input.value
  return transaction(desk, actor, async (tx, record) => {
    const capture = await tx.capture.findUnique({ where: { id: captureId } })
    if (!capture) return refuse('not_found', 'There is no such archived copy.')
    const from = classOf(capture)
    if (from === contentClass)
      return refuse('already_done', 'That is what it counts as already.', { contentClass: 'Choose another.' })
    await tx.capture.update({
      where: { id: captureId },
      data: {
        classOverride: contentClass === capture.contentClass ? null : contentClass,
        classOverrideReason: reason,
        classOverrideById: personId,
        classOverrideAt: desk.now(),
      },
    })
    if (isUsable(capture) && !USABLE_CLASSES.includes(contentClass))
      await reopenClaims(tx, record, capture.sourceId, desk.now())
    record({
      kind: 'capture.reclassified',
      subjectKind: 'capture',
      subjectId: captureId,
      payload: { sourceId: capture.sourceId, from, to: contentClass, reason },
    })
    return accept({ captureId })
  })
}

/** What was settled on a page that is none after all must be looked at again. */
async function reopenClaims(tx: Transaction, record: Recorder, sourceId: string, now: Date): Promise<void> {
  const claims = await tx.claim.findMany({ where: { citations: { some: { sourceId } } } })
  for (const claim of claims.filter(({ status }) => isSettled(status)))
    await reopenIfSettled(tx, record, claim, now, 'an archived copy turned out not to be the page')
}
