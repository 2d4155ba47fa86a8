/** Reads whom people asked about a claim, and what was searched for it in vain. */
import { listAsks } from '#storage/asks.server.ts'
import type { ClaimRecord } from '#storage/claims.server.ts'
import type { Desk } from '#storage/desk.server.ts'
import { readNotFound } from '#usecases/exports/read-not-found.server.ts'

export async function readAsking(desk: Desk, claim: ClaimRecord) {
  const [asks, notFound] = await Promise.all([
    listAsks(desk.db, claim.id, desk.now()),
    readNotFound(desk.db, claim),
  ])
  return { asks, notFound }
}
