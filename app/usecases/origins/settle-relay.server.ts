/** A person confirms that a source has it from where a relay says, or says that it does not. */
import { z } from 'zod'
import { wouldCircle } from '#domain/independence.ts'
import { readInput } from '#domain/input.ts'
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import { relayedFrom } from '#domain/relay.ts'
import type { Desk } from '#storage/desk.server.ts'
import { relaysAround, reopenWhereOneOrigin } from '#storage/relays.server.ts'
import { transaction } from '#storage/transaction.server.ts'

const decision = z.object({ decision: z.enum(['confirm', 'reject'], 'Choose to confirm or to reject.') })

/**
 * `raw.decision` is `confirm` or `reject`; a decision may be changed later. A rejected relay is not proposed again. Refuses
 * as `conflict` what would close a circle of sources. Either may reopen a claim that was confirmed on several origins.
 */
export async function settleRelay(
  desk: Desk,
  actor: Actor,
  relayId: string,
  raw: unknown,
): Promise<Answer<{ state: 'confirmed' | 'rejected' }>> {
  const input = readInput(decision, raw)
  if (!input.ok) return input
  if (!actor.id) return refuse('not_allowed', 'Only a person can say where a source has it from.')
  const state = input.value.decision === 'confirm' ? 'confirmed' : 'rejected'
  const now = desk.now()
  return transaction<{ state: 'confirmed' | 'rejected' }>(desk, actor, async (tx, record) => {
    const include = { origin: true, fromSource: true } as const
    const relay = await tx.relay.findUnique({ where: { id: relayId }, include })
    if (!relay) return refuse('not_found', 'This relay does not exist.')
    const { sourceId, originId, fromSourceId, fromName } = relay
    if (relay.state === state) return refuse('already_done', 'This was decided already.')
    if (state === 'confirmed' && fromSourceId) {
      const confirmed = await relaysAround(tx, [fromSourceId], ['confirmed'])
      if (wouldCircle({ sourceId, fromSourceId }, confirmed))
        return refuse('conflict', 'That source already has it from this one: reject one of the two.')
    }
    await tx.relay.update({ where: { id: relayId }, data: { state, confirmedById: actor.id } })
    record({
      kind: state === 'confirmed' ? 'relay.confirmed' : 'relay.rejected',
      subjectKind: 'source',
      subjectId: sourceId,
      payload: { relayId, originId, fromSourceId, fromName, from: relayedFrom(relay), before: relay.state },
    })
    await reopenWhereOneOrigin(tx, record, sourceId, now)
    return accept({ state })
  })
}
