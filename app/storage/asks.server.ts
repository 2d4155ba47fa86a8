/** Reads requests to people as a claim's page shows them. */
import { type AskDetail, isOverdue, readAskDetail } from '#domain/ask.ts'
import type { Reader } from './database.server.ts'

/** Requests about a claim, the newest first; one whose record has another shape is left out. */
export async function listAsks(db: Reader, claimId: string, now: Date) {
  const attempts = await db.attempt.findMany({
    where: { run: { claimId, kind: 'ask' } },
    orderBy: { startedAt: 'desc' },
    take: 100,
  })
  return attempts.flatMap(({ id, runId, asked, askedOf, person, startedAt, message, detail: stored }) => {
    const detail: AskDetail | null = readAskDetail(stored)
    if (detail === null) return []
    const { channel, about, deadline, timeZone, outcome = null, outcomeAt } = detail
    return {
      ...{ attemptId: id, runId, channel, about, timeZone, outcome },
      askedOf: askedOf ?? '',
      words: asked ?? about,
      by: person,
      sentAt: startedAt,
      deadline: new Date(deadline),
      overdue: isOverdue(detail, now),
      outcomeAt: outcomeAt === undefined ? null : new Date(outcomeAt),
      answer: message,
    }
  })
}
