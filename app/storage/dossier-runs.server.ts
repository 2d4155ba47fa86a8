/** Reads runs as the notes need them: every attempt, those that looked at leads too, with what people added. */
import type { Prisma } from '#prisma/generated/client.ts'
import type { Reader } from './database.server.ts'
import { servedArticle } from './runs.server.ts'

const PARTS = {
  claim: { select: { number: true } },
  attempts: {
    orderBy: { ordinal: 'asc' },
    omit: { hops: true, signals: true },
    include: {
      leads: { select: { address: true, state: true, standing: true } },
      notes: { orderBy: { createdAt: 'asc' } },
      proposals: { select: { kind: true, state: true, model: true } },
    },
  },
} satisfies Prisma.RunInclude

export type NotedRun = Prisma.RunGetPayload<{ include: typeof PARTS }>

/** Runs that served an article, oldest first. */
export function listNotedRuns(db: Reader, articleId: string): Promise<NotedRun[]> {
  return db.run.findMany({
    where: servedArticle(articleId),
    orderBy: { requestedAt: 'asc' },
    include: PARTS,
  })
}

/** All searches for a claim, oldest first. */
export function listNotedSearches(db: Reader, claimId: string): Promise<NotedRun[]> {
  return db.run.findMany({
    where: { claimId, kind: 'find' },
    orderBy: { requestedAt: 'asc' },
    include: PARTS,
  })
}
