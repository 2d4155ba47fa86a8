/** Makes the points of a series ready to be shown: those with a figure, oldest first. */
import { inOrder } from '#domain/series.ts'
import type { StatedValue } from './series-table.tsx'

/** A point as it is stored; its figure is null where the claim was changed. */
type StoredPoint = {
  id: string
  asOf: string
  supersededAt: Date | string | null
  figure: { value: string; bound: string; unit: string | null; text: string } | null
  claim: StatedValue['claim']
}

export function shownPoints(points: readonly StoredPoint[]): StatedValue[] {
  const stated = points.flatMap(({ id, asOf, supersededAt, figure, claim }) => {
    if (!figure) return []
    const { value, bound, unit, text } = figure
    const { id: claimId, number, article } = claim
    return [
      {
        id,
        asOf,
        value,
        bound,
        unit,
        text,
        superseded: supersededAt !== null,
        claim: { id: claimId, number, article },
      },
    ]
  })
  return inOrder(stated)
}
