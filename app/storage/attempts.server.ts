/** Closes an attempt: its outcome, its bytes and whom it met, once and for good. */
import type { AttemptFacts, Ending, Reason } from '#domain/attempt.ts'
import type { EgressEntry } from '#domain/egress.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import type { StoredBlob } from './blobs.server.ts'
import type { Transaction } from './database.server.ts'
import { insertEgress } from './egress.server.ts'
import { keepBlobs } from './runs.server.ts'
import type { Recorder } from './transaction.server.ts'

/** How a step ended. `body` is kept for pages that were not usable too. */
export type AttemptEnd = {
  ended: Ending
  reason: Reason | null
  message: string | null
  facts: AttemptFacts
  body: StoredBlob | null
  /** who outside was met while the step ran, and what they learned */
  egress?: EgressEntry[]
}

/** Answers with the attempt's run, or null when it is closed already or its run is no longer this worker's. */
export async function closeAttemptRow(
  tx: Transaction,
  record: Recorder,
  attempt: { id: string; workerId: string },
  end: AttemptEnd,
  of: {
    now: Date
    /** blobs besides the body */
    blobs: StoredBlob[]
    /** digest of the body where it is kept in another way */
    bodyDigest?: string | null
    /** told in the ledger with the rest */
    more: Record<string, unknown>
  },
) {
  const open = await tx.attempt.findFirst({
    where: { id: attempt.id, ended: null, run: { leaseOwner: attempt.workerId } },
    select: { runId: true, step: true, run: { select: { claimId: true, sourceId: true } } },
  })
  if (!open) return null
  const { ended, reason, message, facts, body } = end
  await keepBlobs(tx, [...(body ? [body] : []), ...of.blobs], of.now)
  const row = {
    ended,
    reason,
    message,
    asked: facts.asked,
    askedOf: facts.askedOf,
    httpStatus: facts.httpStatus ?? null,
    finalUrl: facts.finalUrl ?? null,
    bytes: facts.bytes ?? null,
    bodyDigest: body?.digest ?? of.bodyDigest ?? null,
    contentClass: facts.contentClass ?? null,
    hops: facts.hops ?? [],
    signals: facts.signals ?? [],
    detail: (facts.detail ?? {}) as Prisma.InputJsonObject,
  }
  await tx.attempt.update({ where: { id: attempt.id }, data: { ...row, finishedAt: of.now } })
  const egress = await insertEgress(tx, attempt.id, end.egress ?? [])
  record({
    kind: 'attempt.closed',
    subjectKind: 'attempt',
    subjectId: attempt.id,
    payload: { runId: open.runId, step: open.step, ...row, ...of.more, egress },
  })
  return open.run
}
