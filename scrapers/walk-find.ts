/** Walks the search steps of a run for a claim and keeps the leads that they propose. */
import type { RunRequest } from '#domain/run.ts'
import { knownAddresses, pagesOfClaim } from '#storage/claim-pages.server.ts'
import { walkChain } from './chain.ts'
import type { FindRequest, Lead, Report } from './contract.ts'
import { closedAs, planOf, type RunInHand, recordWalk, tripOf } from './record-walk.ts'

export async function walkFind(walk: RunInHand): Promise<void> {
  const { run, settings } = walk
  const { desk, registry } = settings
  const request = run.request as unknown as RunRequest
  const { claimId } = run
  const input: FindRequest = {
    claimText: run.claim?.text ?? '',
    queries: request.queries ?? [],
    language: request.language ?? null,
    known: claimId ? await knownAddresses(desk.db, claimId) : [],
    sites: request.sites ?? [],
    pages: () => (claimId ? pagesOfClaim(desk, claimId) : Promise.resolve([])),
  }
  const { trip, met } = tripOf(walk, null)
  const scrapers = registry.find.map((one) => registry.escort(one, trip))
  const events = walkChain({ ...planOf(walk), scrapers, input })
  await recordWalk(walk, events, null, async (report: Report<Lead[]>) => ({
    ...closedAs(report, met),
    leads: report.outcome.ended === 'done' ? report.outcome.value : [],
  }))
}
