/** Records what a second archive did when it was asked to keep a captured page, and whom that told of it. */
import type { EgressEntry } from '#domain/egress.ts'
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import type { WitnessReport, WitnessService } from '#domain/witness.ts'
import type { Desk } from '#storage/desk.server.ts'
import { insertEgress } from '#storage/egress.server.ts'
import { transaction } from '#storage/transaction.server.ts'

/** Rows are never changed: what came of a request is a row of its own, and the newest of a service counts. */
export async function recordWitness(
  desk: Desk,
  actor: Actor,
  captureId: string,
  said: WitnessReport & { service: WitnessService; egress: EgressEntry[] },
): Promise<Answer<{ id: string }>> {
  const { egress: met, ...report } = said
  return transaction(desk, actor, async (tx, record) => {
    const capture = await tx.capture.findUnique({ where: { id: captureId }, select: { attemptId: true } })
    if (!capture) return refuse('not_found', 'There is no such archived copy.')
    const { id } = await tx.witness.create({ data: { ...report, captureId, at: desk.now() } })
    const egress = await insertEgress(tx, capture.attemptId, met)
    record({
      kind: 'witness.recorded',
      subjectKind: 'capture',
      subjectId: captureId,
      payload: { ...report, egress },
    })
    return accept({ id })
  })
}
