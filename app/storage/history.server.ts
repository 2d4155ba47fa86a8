/** Reads the history shown at the foot of a claim's and an article's page: their own entries and those of their parts. */
import type { Reader } from './database.server.ts'
import { listHistory } from './ledger.server.ts'

/** History of a claim with its citations, caveats (withdrawn ones too), searches (planned ones too) and utterance, newest first. */
export async function claimHistory(db: Reader, claimId: string, take = 100) {
  const only = { where: { claimId }, select: { id: true } } as const
  const [citations, caveats, runs, schedules, leads, proposals, claim] = await Promise.all([
    db.citation.findMany(only),
    db.caveat.findMany(only),
    db.run.findMany(only),
    db.schedule.findMany(only),
    db.lead.findMany({ where: { claimId, state: { not: 'proposed' } }, select: { id: true } }),
    db.proposal.findMany({ where: { claimId, state: { not: 'proposed' } }, select: { id: true } }),
    db.claim.findUnique({ where: { id: claimId }, select: { utteranceId: true } }),
  ])
  const ids = (rows: { id: string }[]) => rows.map((row) => row.id)
  return listHistory(
    db,
    [
      { kind: 'claim', ids: [claimId] },
      { kind: 'citation', ids: ids(citations) },
      { kind: 'caveat', ids: ids(caveats) },
      { kind: 'run', ids: ids(runs) },
      { kind: 'schedule', ids: ids(schedules) },
      { kind: 'lead', ids: ids(leads) },
      { kind: 'proposal', ids: ids(proposals) },
      { kind: 'utterance', ids: claim?.utteranceId ? [claim.utteranceId] : [] },
    ],
    take,
  )
}

/** History of an article with its claims' reviews and its caveats, newest first. */
export async function articleHistory(db: Reader, articleId: string, take = 100) {
  const only = { where: { articleId }, select: { id: true } } as const
  const [claims, caveats] = await Promise.all([db.claim.findMany(only), db.caveat.findMany(only)])
  return listHistory(
    db,
    [
      { kind: 'article', ids: [articleId] },
      { kind: 'claim', ids: claims.map((claim) => claim.id) },
      { kind: 'caveat', ids: caveats.map((caveat) => caveat.id) },
    ],
    take,
  )
}
