/** Queues the reading of a document that a person brought, and finds what was queued before. */
import type { BroughtFile, RunRequest } from '#domain/run.ts'
import { UPLOAD_CHAIN } from '#domain/step.ts'
import type { Reader, Transaction } from './database.server.ts'
import type { Recorder } from './transaction.server.ts'

/** Answers with the run that reads it. */
export async function insertUploadRun(
  tx: Transaction,
  record: Recorder,
  ask: { sourceId: string; upload: BroughtFile; requestedById: string; now: Date },
): Promise<string> {
  const { sourceId, upload, requestedById, now } = ask
  const request: RunRequest = { upload }
  const { id } = await tx.run.create({
    data: {
      kind: 'fetch',
      state: 'queued',
      sourceId,
      chain: UPLOAD_CHAIN,
      request,
      requestedById,
      requestedAt: now,
    },
  })
  record({
    kind: 'run.requested',
    subjectKind: 'run',
    subjectId: id,
    payload: { kind: 'fetch', sourceId, request },
  })
  return id
}

/** The document that a run was asked to read, with its source; null where the run is none of that kind. */
export async function findBrought(
  db: Reader,
  runId: string,
): Promise<{ sourceId: string; upload: BroughtFile } | null> {
  const run = await db.run.findUnique({ where: { id: runId }, select: { sourceId: true, request: true } })
  const { upload } = (run?.request ?? {}) as RunRequest
  return run?.sourceId && upload ? { sourceId: run.sourceId, upload } : null
}
