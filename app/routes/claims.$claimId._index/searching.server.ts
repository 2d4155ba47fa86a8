/** Reads what the search part of a claim's page shows: proposals, publishers, the chain, planned and past searches. */
import { paths } from '#app/paths.ts'
import { proposeQueries } from '#domain/propose-queries.ts'
import { missingFor, type StepSettings } from '#domain/steps-set-up.ts'
import { chainFor } from '#storage/chains.server.ts'
import { claimToSearch } from '#storage/claim-to-search.server.ts'
import type { Database } from '#storage/database.server.ts'
import { listRunRows } from '#storage/run-pages.server.ts'
import { listSchedules } from '#storage/schedules.server.ts'

/** Searches that a claim's page names; the rest is on the page of runs. */
const SEARCHES_SHOWN = 5

/** A page that only repeats another's text is no publisher to look at. */
const NO_PUBLISHER = ['repost', 'person']

export async function readSearching(
  db: Database,
  claim: { id: string; articleId: string },
  settings: StepSettings,
) {
  const [record, searches, schedules, inForce] = await Promise.all([
    claimToSearch(db, claim.id),
    listRunRows(db, { where: { claimId: claim.id, kind: 'find' }, take: SEARCHES_SHOWN }),
    listSchedules(db, claim.id),
    chainFor(db, 'find', claim.articleId),
  ])
  const hosts = (record?.citations ?? []).flatMap(({ source: { address, kind } }) =>
    URL.canParse(address) && !NO_PUBLISHER.includes(kind) ? new URL(address).hostname : [],
  )
  return {
    searches,
    schedules,
    proposals: record ? proposeQueries(record) : [],
    sites: [...new Set(hosts)],
    chain: { ...inForce, missing: missingFor(settings), change: paths.articleChains(claim.articleId) },
  }
}
