/** A person accepts a lead as a source for the claim, or dismisses it. Nothing links itself. */
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import { canonicalAddress } from '#domain/source.ts'
import type { Desk } from '#storage/desk.server.ts'
import { transaction } from '#storage/transaction.server.ts'

/** Dismissing needs nothing more; accepting is done by linking the source, which must have the lead's address. */
export async function settleLead(
  desk: Desk,
  actor: Actor,
  leadId: string,
  decision: { accept: true; sourceId: string } | { accept: false },
): Promise<Answer<{ claimId: string }>> {
  if (!actor.id) return refuse('not_allowed', 'Only a person can accept or dismiss a lead.')
  return transaction(desk, actor, async (tx, record) => {
    const lead = await tx.lead.findUnique({ where: { id: leadId } })
    if (!lead) return refuse('not_found', 'This lead does not exist.')
    if (lead.state !== 'proposed') return refuse('already_done', 'This lead has been dealt with.')
    if (decision.accept) {
      const source = await tx.source.findUnique({ where: { id: decision.sourceId } })
      if (source?.canonicalAddress !== canonicalAddress(lead.address))
        return refuse('conflict', 'The linked source has another address than the lead.')
    }
    const sourceId = decision.accept ? decision.sourceId : null
    await tx.lead.update({
      where: { id: leadId },
      data: { state: decision.accept ? 'accepted' : 'dismissed', sourceId },
    })
    record({
      kind: decision.accept ? 'lead.accepted' : 'lead.dismissed',
      subjectKind: 'lead',
      subjectId: leadId,
      payload: { claimId: lead.claimId, address: lead.address, sourceId },
    })
    return accept({ claimId: lead.claimId })
  })
}
