/** A person says which page of an archive they brought is meant; the same bytes are read again for that page. */
import { broughtInput } from '#domain/brought.ts'
import { readInput } from '#domain/input.ts'
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import type { Desk } from '#storage/desk.server.ts'
import { transaction } from '#storage/transaction.server.ts'
import { findBrought, insertUploadRun } from '#storage/upload-runs.server.ts'

/** `runId` is the run that could not tell. Who brought the document, when and how, stays as it was said then. */
export async function choosePage(
  desk: Desk,
  actor: Actor,
  runId: string,
  raw: unknown,
): Promise<Answer<{ runId: string }>> {
  const requestedById = actor.id
  if (!requestedById) return refuse('not_allowed', 'Only a person can choose a page.')
  const chosen = readInput(broughtInput, raw)
  if (!chosen.ok) return chosen
  const { page } = chosen.value
  if (!page) return refuse('invalid', 'Choose a page.', { page: 'Choose a page.' })
  return transaction(desk, actor, async (tx, record) => {
    const brought = await findBrought(tx, runId)
    if (!brought) return refuse('not_found', 'Nobody brought a document in this run.')
    const { sourceId, upload } = brought
    const ask = { sourceId, upload: { ...upload, page }, requestedById, now: desk.now() }
    return accept({ runId: await insertUploadRun(tx, record, ask) })
  })
}
