/** Links a claim to a source with the words cited and their use, and asks for a capture when there is none yet. */
import { citationInput } from '#domain/citation.ts'
import { readInput } from '#domain/input.ts'
import { leadAddress } from '#domain/lead.ts'
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, joinRefusals, refuse } from '#domain/refusal.ts'
import { canonicalAddress, sourceInput } from '#domain/source.ts'
import { newestTexts } from '#storage/captures.server.ts'
import { reopenIfSettled } from '#storage/claims.server.ts'
import type { Transaction } from '#storage/database.server.ts'
import type { Desk } from '#storage/desk.server.ts'
import { insertCitation, type LinkedSource } from '#storage/insert-citation.server.ts'
import { type Recorder, transaction } from '#storage/transaction.server.ts'

/**
 * `raw` holds the fields of `sourceInput` and `citationInput` side by side. A source with the same canonical address is
 * used again; empty fields of it are filled, others stay. A new citation reopens a settled claim.
 */
export async function linkSource(
  desk: Desk,
  actor: Actor,
  claimId: string,
  raw: Record<string, unknown>,
): Promise<Answer<LinkedSource>> {
  const source = readInput(sourceInput, raw)
  const citation = readInput(citationInput, raw)
  if (!source.ok || !citation.ok) return joinRefusals([source, citation])
  const canonical = canonicalAddress(source.value.address)
  const known = await desk.db.source.findUnique({ where: { canonicalAddress: canonical } })
  const texts = await newestTexts(desk, known ? [known.id] : [])
  const now = desk.now()
  return transaction(desk, actor, async (tx, record) => {
    const claim = await tx.claim.findUnique({ where: { id: claimId } })
    if (!claim) return refuse('not_found', 'This claim does not exist.')
    const linked = await insertCitation(tx, record, {
      claimId,
      source: source.value,
      citation: citation.value,
      texts,
      requestedById: actor.id,
      now,
    })
    await reopenIfSettled(tx, record, claim, now, 'a source was linked')
    if (typeof raw.leadId === 'string' && raw.leadId)
      await acceptLead(tx, record, { id: raw.leadId, claimId, sourceId: linked.sourceId, canonical })
    return accept(linked)
  })
}

async function acceptLead(
  tx: Transaction,
  record: Recorder,
  accepted: { id: string; claimId: string; sourceId: string; canonical: string },
): Promise<void> {
  const { id, claimId, sourceId, canonical } = accepted
  const lead = await tx.lead.findFirst({ where: { id, claimId, state: 'proposed' } })
  if (!lead || canonicalAddress(lead.address) !== canonical) return
  // Other engines may have named the same document: it is one source, and one decision.
  const open = await tx.lead.findMany({
    where: { claimId, state: 'proposed' },
    select: { id: true, address: true },
  })
  for (const same of open.filter(({ address }) => leadAddress(address) === canonical)) {
    await tx.lead.update({ where: { id: same.id }, data: { state: 'accepted', sourceId } })
    record({
      kind: 'lead.accepted',
      subjectKind: 'lead',
      subjectId: same.id,
      payload: { claimId, address: same.address, sourceId },
    })
  }
}
