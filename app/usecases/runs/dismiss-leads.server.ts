/** A person dismisses leads of a claim, one or many at once. They stay on record, with what was found in them. */
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import type { Desk } from '#storage/desk.server.ts'
import { transaction } from '#storage/transaction.server.ts'

const MAX_AT_ONCE = 2_000

/** Leads that have been dealt with meanwhile are left as they are; refuses where none is left to dismiss. */
export async function dismissLeads(
  desk: Desk,
  actor: Actor,
  claimId: string,
  leadIds: string[],
): Promise<Answer<{ dismissed: number }>> {
  if (!actor.id) return refuse('not_allowed', 'Only a person can accept or dismiss a lead.')
  if (leadIds.length === 0) return refuse('invalid', 'Choose the leads to dismiss.')
  if (leadIds.length > MAX_AT_ONCE) return refuse('too_large', `At most ${MAX_AT_ONCE} leads at once.`)
  return transaction(desk, actor, async (tx, record) => {
    const open = await tx.lead.findMany({
      where: { id: { in: leadIds }, claimId, state: 'proposed' },
      select: { id: true, address: true },
    })
    if (open.length === 0) return refuse('already_done', 'These leads have been dealt with.')
    await tx.lead.updateMany({
      where: { id: { in: open.map(({ id }) => id) } },
      data: { state: 'dismissed' },
    })
    for (const { id, address } of open)
      record({
        kind: 'lead.dismissed',
        subjectKind: 'lead',
        subjectId: id,
        payload: { claimId, address, sourceId: null },
      })
    return accept({ dismissed: open.length })
  })
}
