/** Reads what a claim was searched for without an accepted result, in the words in which it is printed. Changes nothing. */
import { notFoundText } from '#exports/search-note.ts'
import type { Database } from '#storage/database.server.ts'
import { listNotedSearches } from '#storage/dossier-runs.server.ts'
import { dossierRun } from './dossier-run.server.ts'

/** One sentence in English, or null where the claim was never searched for, or a person has accepted a result. */
export async function readNotFound(
  db: Database,
  claim: { id: string; citations: { sourceId: string }[] },
): Promise<string | null> {
  const accepted = await db.lead.findFirst({ where: { claimId: claim.id, state: 'accepted' } })
  if (accepted) return null
  const runs = await listNotedSearches(db, claim.id)
  const cited = new Set(claim.citations.map(({ sourceId }) => sourceId)).size
  return notFoundText(
    runs.map((run) => dossierRun(run, null, null)),
    cited,
    'en',
  )
}
