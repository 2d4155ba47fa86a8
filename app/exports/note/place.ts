/** Which of several searches something is told of, without words. */
import type { DossierRun } from '../dossier.ts'

/** Null where there is only one search to speak of. */
export type Place = null | { all: number } | { some: number; of: number } | { claims: number[] }

/** The place of some of the runs among all of them. Claims are named where each was searched once. */
export function placeOf(some: DossierRun[], all: DossierRun[]): Place {
  const group = [...new Set(some)]
  if (all.length === 1) return null
  if (group.length === all.length) return { all: all.length }
  const claims = new Set(all.map((run) => run.claimNumber))
  if (claims.size < all.length || claims.has(null)) return { some: group.length, of: all.length }
  return { claims: group.flatMap((run) => run.claimNumber ?? []) }
}
