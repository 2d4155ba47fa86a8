/** Reads what a claim's page shows beside the claim itself: searches, leads, fetches, origins, history, advice. */
import { claimNextStep } from '#components/next-step.ts'
import { countOrigins } from '#domain/origin.ts'
import { type Actor, mayReview } from '#domain/person.ts'
import { listOpenLeads } from '#storage/citations.server.ts'
import type { ClaimRecord } from '#storage/claims.server.ts'
import type { Database } from '#storage/database.server.ts'
import { claimHistory } from '#storage/history.server.ts'
import { listAlerts } from '#storage/passage-changes.server.ts'
import { listRuns } from '#storage/runs.server.ts'

const isOpen = (run: { state: string }) => run.state === 'queued' || run.state === 'running'

/** `underWay`: something runs that will change this page. */
export async function readSituation(db: Database, claim: ClaimRecord, reader: Actor) {
  const sourceIds = [...new Set(claim.citations.map(({ sourceId }) => sourceId))]
  const [searches, leads, history, alerts, ...fetches] = await Promise.all([
    listRuns(db, { claimId: claim.id, take: 5 }),
    listOpenLeads(db, claim.id),
    claimHistory(db, claim.id),
    listAlerts(db, { claimId: claim.id }),
    ...sourceIds.map((sourceId) => listRuns(db, { sourceId, take: 1 })),
  ])
  const runs = fetches.flat().map(({ id, state, sourceId }) => ({ id, state, sourceId }))
  const supporting = claim.citations.filter(({ stance }) => stance === 'supports')
  return {
    searches: searches.map(({ id, state, requestedAt, attempts }) => ({ id, state, requestedAt, attempts })),
    leads,
    history,
    alerts,
    runs,
    underWay: [...searches, ...runs].some(isOpen),
    mayReview: mayReview(reader),
    own: claim.loggedById === reader.id,
    origins: countOrigins(
      supporting.map(({ source }) => ({
        sourceId: source.id,
        confirmedOriginIds: source.relays.map(({ originId }) => originId),
      })),
    ),
    next: adviceFor(claim, reader, runs),
  }
}

function adviceFor(claim: ClaimRecord, reader: Actor, runs: { state: string; sourceId: string | null }[]) {
  return claimNextStep({
    status: claim.status,
    submitted: claim.submittedAt !== null,
    sentBack: claim.reviews[0]?.statusAfter === 'in_progress',
    mayJudge: mayReview(reader) && claim.loggedById !== reader.id,
    citations: claim.citations.map(({ quote, sourceId, source, findings }) => {
      const newest = source.captures[0]
      const finding = findings.find((found) => found.kind === 'quote' && found.captureId === newest?.id)
      return {
        quote: quote !== null,
        captured: newest !== undefined,
        capturing: runs.some((run) => run.sourceId === sourceId && isOpen(run)),
        found: finding?.verdict === 'verbatim' || finding?.verdict === 'normalised',
      }
    }),
  })
}
