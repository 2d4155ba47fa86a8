/** Reads what a claim's page shows beside the claim itself: leads, fetches, history, advice. */
import { claimNextStep } from '#components/next-step.ts'
import { groupLeads } from '#domain/lead.ts'
import { type Actor, mayReview } from '#domain/person.ts'
import type { ClaimRecord } from '#storage/claims.server.ts'
import type { Database } from '#storage/database.server.ts'
import { claimHistory } from '#storage/history.server.ts'
import { listLeads } from '#storage/leads.server.ts'
import { listAlerts } from '#storage/passage-changes.server.ts'
import { listRuns } from '#storage/runs.server.ts'

const isOpen = (run: { state: string }) => run.state === 'queued' || run.state === 'running'

/** `fetching`: a cited source is being fetched, which will change this page. */
export async function readSituation(db: Database, claim: ClaimRecord, reader: Actor) {
  const sourceIds = [...new Set(claim.citations.map(({ sourceId }) => sourceId))]
  const [leads, history, alerts, ...fetches] = await Promise.all([
    listLeads(db, { claimId: claim.id }),
    claimHistory(db, claim.id),
    listAlerts(db, { claimId: claim.id }),
    ...sourceIds.map((sourceId) => listRuns(db, { sourceId, take: 1 })),
  ])
  const runs = fetches.flat().map(({ id, state, sourceId }) => ({ id, state, sourceId }))
  return {
    leads: groupLeads(leads).filter(({ state }) => state === 'proposed'),
    history,
    alerts,
    runs,
    fetching: runs.some(isOpen),
    mayReview: mayReview(reader),
    own: claim.loggedById === reader.id,
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
