/** Keeps and reads the egress log, and tells how guarded a run's subject is. */
import { type EgressEntry, keptEgress } from '#domain/egress.ts'
import { type Sensitivity, strictest } from '#domain/sensitivity.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import type { Reader, Transaction } from './database.server.ts'

/** Writes what one attempt told outside; answers with the entries as kept, for the ledger. */
export async function insertEgress(
  tx: Transaction,
  attemptId: string,
  entries: EgressEntry[],
): Promise<EgressEntry[]> {
  const kept = keptEgress(entries)
  if (kept.length > 0) await tx.egress.createMany({ data: kept.map((entry) => ({ ...entry, attemptId })) })
  return kept
}

/** Whose log is read: one run, every run of a source, or every run that served an article. */
export type EgressSubject = { runId: string } | { sourceId: string } | { articleId: string }

const EGRESS_PARTS = {
  attempt: {
    select: {
      id: true,
      step: true,
      runId: true,
      run: {
        select: {
          source: { select: { id: true, title: true, publisher: true, address: true } },
          claim: { select: { id: true, number: true } },
        },
      },
    },
  },
} satisfies Prisma.EgressInclude

export type EgressRecord = Prisma.EgressGetPayload<{ include: typeof EGRESS_PARTS }>

/** Newest first. For an article: the searches for its claims and the fetches of what they cite. */
export function listEgress(
  db: Reader,
  subject: EgressSubject,
  options: { take?: number; skip?: number } = {},
): Promise<EgressRecord[]> {
  return db.egress.findMany({
    where: { attempt: { run: runsOf(subject) } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: options.take ?? 100,
    skip: options.skip ?? 0,
    include: EGRESS_PARTS,
  })
}

/**
 * How many outside parties were reached, how many entries there are in all, and how many steps were cut off with their
 * worker: whom those had met by then is not on record.
 */
export async function countEgress(
  db: Reader,
  subject: EgressSubject,
): Promise<{ parties: number; entries: number; cutOff: number }> {
  const where = { attempt: { run: runsOf(subject) } }
  const reached = await db.egress.groupBy({ by: ['party'], where: { ...where, ended: 'connected' } })
  // Every attempt that its own worker closed says what was asked; one that was cut off does not.
  const cutOff = await db.attempt.count({
    where: { run: runsOf(subject), ended: 'failed', reason: 'cancelled', asked: null },
  })
  return { parties: reached.length, entries: await db.egress.count({ where }), cutOff }
}

/** How guarded a run's subject is: the strictest of the articles it serves. A source counts for every article that cites it. */
export async function sensitivityOfRun(db: Reader, runId: string): Promise<Sensitivity> {
  const article = { select: { sensitivity: true } }
  const run = await db.run.findUnique({
    where: { id: runId },
    select: {
      article,
      claim: { select: { article } },
      watch: { select: { article } },
      source: { select: { watches: { where: { endedAt: null }, select: { article } } } },
      sourceId: true,
    },
  })
  if (!run) return 'open'
  const citing = run.sourceId
    ? await db.article.findMany({
        where: { claims: { some: { citations: { some: { sourceId: run.sourceId } } } } },
        distinct: ['sensitivity'],
        select: { sensitivity: true },
      })
    : []
  const watching = run.source?.watches.map((watch) => watch.article) ?? []
  const articles = [run.article, run.claim?.article, run.watch?.article, ...watching, ...citing]
  return strictest(articles.flatMap((each) => (each ? [each.sensitivity] : [])))
}

function runsOf(subject: EgressSubject): Prisma.RunWhereInput {
  if ('runId' in subject) return { id: subject.runId }
  if ('sourceId' in subject) return { sourceId: subject.sourceId }
  const { articleId } = subject
  return {
    OR: [
      { articleId },
      { claim: { articleId } },
      { source: { citations: { some: { claim: { articleId } } } } },
    ],
  }
}
