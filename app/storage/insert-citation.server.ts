/** Writes a citation with its source, new or known, and asks for a capture when there is none yet. */
import type { z } from 'zod'
import type { citationInput } from '#domain/citation.ts'
import { canonicalAddress, type sourceInput } from '#domain/source.ts'
import type { Transaction } from './database.server.ts'
import { recordFindings } from './findings.server.ts'
import { insertFetchRun } from './runs.server.ts'
import type { Recorder } from './transaction.server.ts'

/** What a citation links to: the source is new or known; `runId` is the capture asked for, if one was. */
export type LinkedSource = { citationId: string; sourceId: string; runId: string | null }

/**
 * A source with the same canonical address is used again; empty fields of it are filled, others stay. `texts` holds the
 * newest text of each source, read before the transaction began.
 */
export async function insertCitation(
  tx: Transaction,
  record: Recorder,
  ask: {
    claimId: string
    source: z.output<typeof sourceInput>
    citation: z.output<typeof citationInput>
    texts: Map<string, { id: string; text: string }>
    requestedById: string | null
    now: Date
  },
): Promise<LinkedSource> {
  const { claimId, citation, texts, requestedById, now } = ask
  const sourceId = await keepSource(tx, record, ask.source, now)
  const { id: citationId } = await tx.citation.create({
    data: { ...citation, claimId, sourceId, createdAt: now, updatedAt: now },
  })
  record({
    kind: 'citation.added',
    subjectKind: 'citation',
    subjectId: citationId,
    payload: { claimId, sourceId, ...citation },
  })
  const capture = texts.get(sourceId)
  if (capture) await recordFindings(tx, record, [citationId], capture, now)
  const runId = capture ? null : await insertFetchRun(tx, record, { sourceId, requestedById, now })
  return { citationId, sourceId, runId }
}

async function keepSource(
  tx: Transaction,
  record: Recorder,
  source: z.output<typeof sourceInput>,
  now: Date,
): Promise<string> {
  const canonical = canonicalAddress(source.address)
  const before = await tx.source.findUnique({ where: { canonicalAddress: canonical } })
  const filled = before
    ? Object.fromEntries(
        Object.entries(source).filter(([key, value]) => value && !before[key as keyof typeof before]),
      )
    : {}
  const { id } = before
    ? await tx.source.update({ where: { id: before.id }, data: { ...filled, updatedAt: now } })
    : await tx.source.create({
        data: { ...source, canonicalAddress: canonical, createdAt: now, updatedAt: now },
      })
  if (!before) record({ kind: 'source.added', subjectKind: 'source', subjectId: id, payload: source })
  else if (Object.keys(filled).length > 0)
    record({ kind: 'source.edited', subjectKind: 'source', subjectId: id, payload: { filled } })
  return id
}
