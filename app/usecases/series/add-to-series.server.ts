/** Adds figures of a claim to a series on record or to a new one, each as of a date; older values are marked superseded. */
import { readInput } from '#domain/input.ts'
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import { seriesInput } from '#domain/series.ts'
import type { Desk } from '#storage/desk.server.ts'
import { markSuperseded } from '#storage/series.server.ts'
import { transaction } from '#storage/transaction.server.ts'

/**
 * `raw` is checked against `seriesInput`. Refuses figures in another unit than the series counts, and figures that the claim
 * does not have. A figure that stands in the series already gets the new date.
 */
export async function addToSeries(
  desk: Desk,
  actor: Actor,
  claimId: string,
  raw: unknown,
): Promise<Answer<{ seriesId: string }>> {
  const input = readInput(seriesInput, raw)
  if (!input.ok) return input
  if (!actor.id) return refuse('not_allowed', 'Only a person can say that figures are of one series.')
  const { label, points } = input.value
  const addedById = actor.id
  const now = desk.now()
  return transaction<{ seriesId: string }>(desk, actor, async (tx, record) => {
    const claim = await tx.claim.findUnique({ where: { id: claimId }, include: { figures: true } })
    if (!claim) return refuse('not_found', 'This claim does not exist.')
    const chosen = points.map((point) => ({
      ...point,
      figure: claim.figures.find(({ position }) => position === point.figurePosition),
    }))
    if (chosen.some(({ figure }) => !figure))
      return refuse('conflict', 'The claim has no such figure any more.')
    const known = input.value.seriesId
      ? await tx.series.findUnique({ where: { id: input.value.seriesId } })
      : null
    if (input.value.seriesId && !known) return refuse('not_found', 'This series does not exist.')
    const unit = known ? known.unit : (chosen[0]?.figure?.unit ?? null)
    const other = chosen.find(({ figure }) => figure?.unit !== unit)
    if (other)
      return refuse(
        'invalid',
        `The series counts ${unit ?? 'nothing named'}; ${other.figure?.text} is of another unit.`,
      )
    const series =
      known ??
      (await tx.series.create({ data: { label: label ?? '', unit, createdById: addedById, createdAt: now } }))
    const seriesId = series.id
    const entry = { subjectKind: 'series', subjectId: seriesId } as const
    if (!known) record({ kind: 'series.started', ...entry, payload: { label, unit } })
    for (const { figurePosition, asOf, figure } of chosen) {
      await tx.seriesPoint.upsert({
        where: { seriesId_claimId_figurePosition: { seriesId, claimId, figurePosition } },
        create: { seriesId, claimId, figurePosition, asOf, addedById, createdAt: now },
        update: { asOf },
      })
      record({
        kind: 'series.point_added',
        ...entry,
        payload: { claimId, figurePosition, figure: figure?.text, value: figure?.value, asOf },
      })
    }
    await markSuperseded(tx, record, seriesId, now)
    return accept({ seriesId })
  })
}
