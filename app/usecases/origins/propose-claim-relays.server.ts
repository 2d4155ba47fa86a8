/** Proposes where all sources of a claim have their information from, when somebody asks for it. */
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import { proposeRelays } from '#domain/relay-proposals.ts'
import type { Desk } from '#storage/desk.server.ts'
import { peersOf, readRelayPages, readRelayRecords } from '#storage/relay-pages.server.ts'
import { insertProposals } from '#storage/relays.server.ts'
import { transaction } from '#storage/transaction.server.ts'

/** Answers with how many proposals are new, and how many sources have no archived copy to read. */
export async function proposeClaimRelays(
  desk: Desk,
  actor: Actor,
  claimId: string,
): Promise<Answer<{ proposed: number; unread: number }>> {
  const citations = await desk.db.citation.findMany({ where: { claimId }, select: { sourceId: true } })
  const sourceIds = [...new Set(citations.map(({ sourceId }) => sourceId))]
  const [first] = sourceIds
  if (!first) return refuse('invalid', 'This claim cites no source yet. Link one first.')
  const peers = await peersOf(desk.db, first)
  const readings = await readRelayPages(desk, [...new Set([...sourceIds, ...peers])])
  const records = await readRelayRecords(desk.db, readings)
  const proposals = proposeRelays(readings, new Set(sourceIds), records)
  const unread = sourceIds.filter((id) => !readings.some(({ page }) => page.sourceId === id)).length
  return transaction(desk, actor, async (tx, record) =>
    accept({ proposed: await insertProposals(tx, record, proposals, desk.now()), unread }),
  )
}
