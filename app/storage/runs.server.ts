/** Reads runs and attempts. The runs table is the queue. */
import type { ChainStep } from '#domain/step.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import type { StoredBlob } from './blobs.server.ts'
import { chainForSource } from './chains.server.ts'
import type { Database, Reader, Transaction } from './database.server.ts'
import type { Recorder } from './transaction.server.ts'

const RUN_PARTS = {
  // The steps of the chain. Attempts that looked at a lead are read where leads are.
  attempts: {
    where: { leadId: null },
    orderBy: { ordinal: 'asc' },
    include: {
      // What screening showed is read with the leads; here it would make the page of a long search heavy.
      leads: { orderBy: { position: 'asc' }, omit: { screening: true } },
      capture: { select: { id: true } },
      notes: { orderBy: { createdAt: 'asc' } },
    },
  },
  source: { select: { id: true, address: true, publisher: true, title: true } },
  claim: { select: { id: true, number: true, text: true } },
  article: { select: { id: true, headline: true } },
} satisfies Prisma.RunInclude

export type RunRecord = Prisma.RunGetPayload<{ include: typeof RUN_PARTS }>

export function findRun(db: Reader, id: string): Promise<RunRecord | null> {
  return db.run.findUnique({ where: { id }, include: RUN_PARTS })
}

/** Runs by newest request; `where` narrows to one claim, source or article. */
export function listRuns(
  db: Reader,
  options: { claimId?: string; sourceId?: string; articleId?: string; take?: number; skip?: number } = {},
) {
  const { take = 50, skip = 0, ...where } = options
  return db.run.findMany({ where, orderBy: { requestedAt: 'desc' }, take, skip, include: RUN_PARTS })
}

/** Runs that served an article: its claims' searches, and the fetches of every source its claims cite. Oldest first. */
export function listRunsForArticle(db: Reader, articleId: string) {
  return db.run.findMany({
    where: servedArticle(articleId),
    orderBy: { requestedAt: 'asc' },
    include: RUN_PARTS,
  })
}

/**
 * How many runs that serve an article wait or are under way. A request to a person is nobody's to wait for, and what an
 * assistant may propose is no part of the record yet.
 */
export function countOpenRuns(db: Reader, articleId: string): Promise<number> {
  const open = {
    state: { in: ['queued' as const, 'running' as const] },
    kind: { notIn: ['ask' as const, 'assist' as const] },
  }
  return db.run.count({ where: { ...servedArticle(articleId), ...open } })
}

/** Where a run serves an article: by itself, by one of its claims, or by a source that they cite. */
export function servedArticle(articleId: string): Prisma.RunWhereInput {
  return {
    OR: [
      { articleId },
      { claim: { articleId } },
      { source: { citations: { some: { claim: { articleId } } } } },
    ],
  }
}

/** The steps a stored chain plans to walk. */
export function plannedSteps(run: { chain: Prisma.JsonValue }): ChainStep[] {
  return (run.chain as { steps?: ChainStep[] }).steps ?? []
}

/** Queues a fetch of a source unless one waits or runs already; answers with the run that will bring the capture. */
export async function insertFetchRun(
  tx: Transaction,
  record: Recorder,
  ask: { sourceId: string; requestedById: string | null; now: Date },
): Promise<string> {
  const { sourceId, requestedById, now } = ask
  const waiting = await tx.run.findFirst({ where: { sourceId, state: { in: ['queued', 'running'] } } })
  if (waiting) return waiting.id
  const { id } = await tx.run.create({
    data: {
      kind: 'fetch',
      state: 'queued',
      sourceId,
      chain: await chainForSource(tx, sourceId),
      request: {},
      requestedById,
      requestedAt: now,
    },
  })
  record({ kind: 'run.requested', subjectKind: 'run', subjectId: id, payload: { kind: 'fetch', sourceId } })
  return id
}

/** Notes blobs that lie on disk; noting one again changes nothing. */
export async function keepBlobs(tx: Transaction, blobs: StoredBlob[], now: Date): Promise<void> {
  for (const blob of blobs)
    await tx.blob.upsert({ where: { digest: blob.digest }, create: { ...blob, createdAt: now }, update: {} })
}

/** Whether a run is still this worker's, and whether somebody wants it stopped. */
export async function readLease(
  db: Database,
  run: { id: string; workerId: string },
): Promise<{ mine: boolean; cancelRequested: boolean }> {
  const row = await db.run.findUnique({
    where: { id: run.id },
    select: { state: true, leaseOwner: true, cancelRequestedAt: true },
  })
  const mine = row?.state === 'running' && row.leaseOwner === run.workerId
  return { mine, cancelRequested: row?.cancelRequestedAt != null }
}

/** Renews a worker's lease. False when the run is no longer its own: the worker must let go. Also tells whether somebody wants it stopped. */
export async function renewLease(
  db: Database,
  run: { id: string; workerId: string },
  until: Date,
): Promise<{ mine: boolean; cancelRequested: boolean }> {
  await db.run.updateMany({
    where: { id: run.id, state: 'running', leaseOwner: run.workerId },
    data: { leaseUntil: until },
  })
  return readLease(db, run)
}
