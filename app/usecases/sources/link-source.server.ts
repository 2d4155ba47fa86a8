/** Links a claim to a source with the words cited and their use, and asks for a capture when there is none yet. */
import { citationInput } from '#domain/citation.ts'
import { readInput } from '#domain/input.ts'
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import { canonicalAddress, sourceInput } from '#domain/source.ts'
import { newestTexts } from '#storage/captures.server.ts'
import { reopenIfSettled } from '#storage/claims.server.ts'
import type { Transaction } from '#storage/database.server.ts'
import type { Desk } from '#storage/desk.server.ts'
import { recordFindings } from '#storage/findings.server.ts'
import { insertFetchRun } from '#storage/runs.server.ts'
import { type Recorder, transaction } from '#storage/transaction.server.ts'

/** What a citation links to: the source is new or known; `runId` is the capture asked for, if one was. */
export type LinkedSource = { citationId: string; sourceId: string; runId: string | null }

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
  if (!source.ok || !citation.ok) return bothRefusals(source, citation)
  const canonical = canonicalAddress(source.value.address)
  const known = await desk.db.source.findUnique({ where: { canonicalAddress: canonical } })
  const texts = await newestTexts(desk, known ? [known.id] : [])
  const now = desk.now()
  return transaction(desk, actor, async (tx, record) => {
    const claim = await tx.claim.findUnique({ where: { id: claimId } })
    if (!claim) return refuse('not_found', 'This claim does not exist.')
    const before = await tx.source.findUnique({ where: { canonicalAddress: canonical } })
    const filled = before
      ? Object.fromEntries(
          Object.entries(source.value).filter(([key, value]) => value && !before[key as keyof typeof before]),
        )
      : {}
    const { id: sourceId } = before
      ? await tx.source.update({ where: { id: before.id }, data: { ...filled, updatedAt: now } })
      : await tx.source.create({
          data: { ...source.value, canonicalAddress: canonical, createdAt: now, updatedAt: now },
        })
    if (!before)
      record({ kind: 'source.added', subjectKind: 'source', subjectId: sourceId, payload: source.value })
    else if (Object.keys(filled).length > 0)
      record({ kind: 'source.edited', subjectKind: 'source', subjectId: sourceId, payload: { filled } })
    const { id: citationId } = await tx.citation.create({
      data: { ...citation.value, claimId, sourceId, createdAt: now, updatedAt: now },
    })
    record({
      kind: 'citation.added',
      subjectKind: 'citation',
      subjectId: citationId,
      payload: { claimId, sourceId, ...citation.value },
    })
    await reopenIfSettled(tx, record, claim, now, 'a source was linked')
    if (typeof raw.leadId === 'string' && raw.leadId)
      await acceptLead(tx, record, { id: raw.leadId, claimId, sourceId, canonical })
    const capture = texts.get(sourceId)
    if (capture) await recordFindings(tx, record, [citationId], capture, now)
    const runId = capture
      ? null
      : await insertFetchRun(tx, record, { sourceId, requestedById: actor.id, now })
    return accept({ citationId, sourceId, runId })
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
  await tx.lead.update({ where: { id }, data: { state: 'accepted', sourceId } })
  record({
    kind: 'lead.accepted',
    subjectKind: 'lead',
    subjectId: id,
    payload: { claimId, address: lead.address, sourceId },
  })
}

/** One form, two shapes: shows the complaints about both at once. */
function bothRefusals(source: Answer<unknown>, citation: Answer<unknown>) {
  const refusals = [source, citation].flatMap((answer) => (answer.ok ? [] : [answer.refusal]))
  return refuse(
    'invalid',
    refusals[0]!.message,
    Object.assign({}, ...refusals.map((refusal) => refusal.fields)),
  )
}
