/** Proposes where a source has its information from, by what its archived page says and what others of the same articles say. */
import type { Actor } from '#domain/person.ts'
import { type Answer, accept } from '#domain/refusal.ts'
import { proposeRelays as decide } from '#domain/relay-proposals.ts'
import type { Desk } from '#storage/desk.server.ts'
import { peersOf, readRelayPages, readRelayRecords } from '#storage/relay-pages.server.ts'
import { insertProposals } from '#storage/relays.server.ts'
import { transaction } from '#storage/transaction.server.ts'

/**
 * For the worker after every capture, and for a person who asks. Proposes for the other sources too, where they agree with
 * this one. Nothing is proposed twice, and a source without a usable capture has nothing to say. Answers with how many are new.
 */
export async function proposeRelays(
  desk: Desk,
  actor: Actor,
  sourceId: string,
): Promise<Answer<{ proposed: number }>> {
  const readings = await readRelayPages(desk, await peersOf(desk.db, sourceId))
  const records = await readRelayRecords(desk.db, readings)
  const proposals = decide(readings, new Set([sourceId]), records)
  if (proposals.length === 0) return accept({ proposed: 0 })
  return transaction(desk, actor, async (tx, record) =>
    accept({ proposed: await insertProposals(tx, record, proposals, desk.now()) }),
  )
}
