/** A person brings a document for a source: the bytes are kept at once and queued to be read. */
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import type { RunRequest } from '#domain/run.ts'
import { UPLOAD_CHAIN } from '#domain/step.ts'
import type { Desk } from '#storage/desk.server.ts'
import { keepBlobs } from '#storage/runs.server.ts'
import { transaction } from '#storage/transaction.server.ts'

/** The largest document a person may bring, in bytes: a long scanned report fits. */
export const MAX_UPLOAD_BYTES = 50 * 1024 * 1024

/** Keeps the bytes whatever they are; what they are is the upload step's to say. Answers with the run that reads them. */
export async function bringDocument(
  desk: Desk,
  actor: Actor,
  sourceId: string,
  file: { bytes: Uint8Array; fileName: string; mediaType: string },
): Promise<Answer<{ runId: string }>> {
  if (!actor.id) return refuse('not_allowed', 'Only a person can bring a document.')
  if (file.bytes.byteLength === 0) return refuse('invalid', 'The file is empty.', { file: 'Choose a file.' })
  if (file.bytes.byteLength > MAX_UPLOAD_BYTES)
    return refuse('too_large', 'The file is larger than 50 MB.', { file: 'Choose a file of at most 50 MB.' })
  const blob = await desk.blobs.put(file.bytes, file.mediaType || 'application/octet-stream')
  const now = desk.now()
  return transaction(desk, actor, async (tx, record) => {
    if (!(await tx.source.findUnique({ where: { id: sourceId } })))
      return refuse('not_found', 'This source does not exist.')
    await keepBlobs(tx, [blob], now)
    const request: RunRequest = {
      upload: {
        digest: blob.digest,
        fileName: file.fileName.slice(0, 255),
        mediaType: blob.mediaType,
        person: actor.name,
      },
    }
    const { id } = await tx.run.create({
      data: {
        kind: 'fetch',
        state: 'queued',
        sourceId,
        chain: UPLOAD_CHAIN,
        request,
        requestedById: actor.id,
        requestedAt: now,
      },
    })
    record({
      kind: 'run.requested',
      subjectKind: 'run',
      subjectId: id,
      payload: { kind: 'fetch', sourceId, request },
    })
    return accept({ runId: id })
  })
}
