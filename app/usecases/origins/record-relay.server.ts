/** Records by hand that a source has it from another source, or from a publisher known by name; a person's word, hence confirmed. */
import { wouldCircle } from '#domain/independence.ts'
import { readInput } from '#domain/input.ts'
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import { calledName, relayInput } from '#domain/relay.ts'
import { outletNamed } from '#domain/relay-outlets.ts'
import type { Desk } from '#storage/desk.server.ts'
import { relaysAround, reopenWhereOneOrigin } from '#storage/relays.server.ts'
import { transaction } from '#storage/transaction.server.ts'

/** `raw` is checked against `relayInput`. A proposal of the same relay is confirmed by it. Refuses circles as `conflict`. */
export async function recordRelay(
  desk: Desk,
  actor: Actor,
  sourceId: string,
  raw: unknown,
): Promise<Answer<{ relayId: string }>> {
  const input = readInput(relayInput, raw)
  if (!input.ok) return input
  if (!actor.id) return refuse('not_allowed', 'Only a person can say where a source has it from.')
  const { fromSourceId, words } = input.value
  const fromName = input.value.fromName && outletNamed(input.value.fromName)
  const now = desk.now()
  return transaction<{ relayId: string }>(desk, actor, async (tx, record) => {
    const source = await tx.source.findUnique({ where: { id: sourceId } })
    if (!source) return refuse('not_found', 'This source does not exist.')
    const from = fromSourceId ? await tx.source.findUnique({ where: { id: fromSourceId } }) : null
    if (fromSourceId && !from)
      return refuse('not_found', 'The source it is said to have it from does not exist.')
    if (fromSourceId) {
      const confirmed = await relaysAround(tx, [fromSourceId], ['confirmed'])
      if (wouldCircle({ sourceId, fromSourceId }, confirmed))
        return refuse('conflict', 'That source already has it from this one.', {
          fromSourceId: 'Choose another source.',
        })
    }
    const place = fromSourceId ? { fromSourceId } : { fromName }
    const known = await tx.relay.findFirst({ where: { sourceId, ...place } })
    const said = { state: 'confirmed' as const, confirmedById: actor.id, ...(words ? { words } : {}) }
    const { id } = known
      ? await tx.relay.update({ where: { id: known.id }, data: said })
      : await tx.relay.create({ data: { sourceId, ...place, basis: 'by_hand', createdAt: now, ...said } })
    record({
      kind: 'relay.confirmed',
      subjectKind: 'source',
      subjectId: sourceId,
      payload: { relayId: id, ...place, from: from ? calledName(from) : fromName, words },
    })
    await reopenWhereOneOrigin(tx, record, sourceId, now)
    return accept({ relayId: id })
  })
}
