/** A person brings a document for a source: the bytes are kept at once and queued to be read. */
import { broughtInput } from '#domain/brought.ts'
import { readInput } from '#domain/input.ts'
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import type { BroughtFile } from '#domain/run.ts'
import type { Desk } from '#storage/desk.server.ts'
import { keepBlobs } from '#storage/runs.server.ts'
import { transaction } from '#storage/transaction.server.ts'
import { insertUploadRun } from '#storage/upload-runs.server.ts'

/** The largest document a person may bring, in bytes: a long scanned report fits. */
export const MAX_UPLOAD_BYTES = 50 * 1024 * 1024

/**
 * Keeps the bytes whatever they are; what they are is the upload step's to say. `raw` is checked against `broughtInput`:
 * what the person says of how they came by it. Answers with the run that reads the document.
 */
export async function bringDocument(
  desk: Desk,
  actor: Actor,
  sourceId: string,
  file: { bytes: Uint8Array; fileName: string; mediaType: string },
  raw: unknown = {},
): Promise<Answer<{ runId: string }>> {
  const requestedById = actor.id
  if (!requestedById) return refuse('not_allowed', 'Only a person can bring a document.')
  const said = readInput(broughtInput, raw)
  if (!said.ok) return said
  if (file.bytes.byteLength === 0) return refuse('invalid', 'The file is empty.', { file: 'Choose a file.' })
  if (file.bytes.byteLength > MAX_UPLOAD_BYTES)
    return refuse('too_large', 'The file is larger than 50 MB.', { file: 'Choose a file of at most 50 MB.' })
  const blob = await desk.blobs.put(file.bytes, file.mediaType || 'application/octet-stream')
  const now = desk.now()
  const { obtained, page } = said.value
  const upload: BroughtFile = {
    digest: blob.digest,
    fileName: file.fileName.slice(0, 255),
    mediaType: blob.mediaType,
    person: actor.name,
    broughtAt: now.toISOString(),
    ...(obtained ? { obtained } : {}),
    ...(page ? { page } : {}),
  }
  return transaction(desk, actor, async (tx, record) => {
    if (!(await tx.source.findUnique({ where: { id: sourceId } })))
      return refuse('not_found', 'This source does not exist.')
    await keepBlobs(tx, [blob], now)
    return accept({ runId: await insertUploadRun(tx, record, { sourceId, upload, requestedById, now }) })
  })
}
