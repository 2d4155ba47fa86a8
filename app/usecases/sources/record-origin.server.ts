/** Records where information first appeared, and that a source relays it; a person's word, hence confirmed. */
import { z } from 'zod'
import { readInput } from '#domain/input.ts'
import { originInput } from '#domain/origin.ts'
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import type { Desk } from '#storage/desk.server.ts'
import { reopenWhereOneOrigin } from '#storage/relays.server.ts'
import { transaction } from '#storage/transaction.server.ts'

const known = z.object({ originId: z.string().min(1).max(40), words: originInput.shape.words })

/** `raw` either names a known `originId` or holds the fields of `originInput` for a new one. */
export async function recordOrigin(
  desk: Desk,
  actor: Actor,
  sourceId: string,
  raw: Record<string, unknown>,
): Promise<Answer<{ originId: string }>> {
  if (!actor.id) return refuse('not_allowed', 'Only a person can confirm an origin.')
  const input = raw.originId ? readInput(known, raw) : readInput(originInput, raw)
  if (!input.ok) return input
  const value = input.value
  const now = desk.now()
  return transaction(desk, actor, async (tx, record) => {
    const source = await tx.source.findUnique({ where: { id: sourceId } })
    if (!source) return refuse('not_found', 'This source does not exist.')
    let originId: string
    let from: string
    if ('originId' in value) {
      const origin = await tx.origin.findUnique({ where: { id: value.originId } })
      if (!origin) return refuse('not_found', 'This origin does not exist.')
      originId = origin.id
      from = origin.label
    } else {
      const { utterance, label, kind, note } = value
      const created = await tx.origin.create({
        data: {
          label,
          kind,
          note,
          createdAt: now,
          ...(utterance ? { utterance: { create: utterance } } : {}),
        },
      })
      originId = created.id
      from = label
      record({
        kind: 'origin.recorded',
        subjectKind: 'origin',
        subjectId: originId,
        payload: { label, kind, note, utterance },
      })
    }
    const relay = { state: 'confirmed' as const, words: value.words, confirmedById: actor.id }
    await tx.relay.upsert({
      where: { sourceId_originId: { sourceId, originId } },
      create: { sourceId, originId, createdAt: now, ...relay },
      update: relay,
    })
    record({
      kind: 'relay.confirmed',
      subjectKind: 'source',
      subjectId: sourceId,
      payload: { originId, from, words: value.words },
    })
    await reopenWhereOneOrigin(tx, record, sourceId, now)
    return accept({ originId })
  })
}
