/** Takes a figure out of a series; what it had overtaken may be the newest again. */
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import type { Desk } from '#storage/desk.server.ts'
import { markSuperseded } from '#storage/series.server.ts'
import { transaction } from '#storage/transaction.server.ts'

/** The ledger keeps what was taken out. */
export async function removePoint(
  desk: Desk,
  actor: Actor,
  pointId: string,
): Promise<Answer<{ seriesId: string }>> {
  if (!actor.id) return refuse('not_allowed', 'Only a person can take a figure out of a series.')
  const now = desk.now()
  return transaction<{ seriesId: string }>(desk, actor, async (tx, record) => {
    const include = { claim: { include: { figures: true } } } as const
    const point = await tx.seriesPoint.findUnique({ where: { id: pointId }, include })
    if (!point) return refuse('not_found', 'This figure is not in the series any more.')
    const { seriesId, claimId, figurePosition, asOf, claim } = point
    const figure = claim.figures.find(({ position }) => position === figurePosition)
    await tx.seriesPoint.delete({ where: { id: pointId } })
    record({
      kind: 'series.point_removed',
      subjectKind: 'series',
      subjectId: seriesId,
      payload: { claimId, figurePosition, figure: figure?.text ?? 'a figure', value: figure?.value, asOf },
    })
    await markSuperseded(tx, record, seriesId, now)
    return accept({ seriesId })
  })
}
