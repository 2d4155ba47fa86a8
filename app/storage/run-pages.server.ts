/** Reads runs for the pages that show them: light enough to be read again every second while two hundred leads are looked at. */
import type { RunKind, RunState } from '#domain/run.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import type { Reader } from './database.server.ts'

const SUBJECTS = {
  source: { select: { id: true, address: true, publisher: true, title: true } },
  claim: { select: { id: true, number: true, text: true } },
  article: { select: { id: true, headline: true } },
} satisfies Prisma.RunInclude

/** Leads shown under one attempt; the claim's page has them all. */
const LEADS_SHOWN = 20

const ATTEMPT_PARTS = {
  leads: { orderBy: { position: 'asc' }, take: LEADS_SHOWN },
  capture: { select: { id: true } },
  lead: { select: { id: true, address: true, title: true } },
  notes: { orderBy: { createdAt: 'asc' } },
  _count: { select: { leads: true } },
} satisfies Prisma.AttemptInclude

/** A run with the attempts of its chain, without those that looked at leads, which `countLooks` and `listLooks` tell. */
export function findRunPage(db: Reader, id: string) {
  return db.run.findUnique({
    where: { id },
    include: {
      ...SUBJECTS,
      attempts: { where: { leadId: null }, orderBy: { ordinal: 'asc' }, include: ATTEMPT_PARTS },
      schedule: { select: { cron: true, timeZone: true, until: true, claimId: true } },
      watch: { select: { sourceId: true } },
    },
  })
}

/** The looks at leads of a run in numbers; null when there were none. `open` are at work. */
export async function countLooks(db: Reader, runId: string) {
  const groups = await db.attempt.groupBy({
    by: ['ended', 'reason'],
    where: { runId, leadId: { not: null } },
    _count: true,
    _min: { startedAt: true },
    _max: { finishedAt: true },
  })
  const begun = groups.map(({ _min }) => _min.startedAt).filter((at) => at !== null)
  if (begun.length === 0) return null
  const ends = groups.map(({ _max }) => _max.finishedAt).filter((at) => at !== null)
  const open = groups.filter(({ ended }) => ended === null).reduce((sum, { _count }) => sum + _count, 0)
  return {
    open,
    startedAt: new Date(Math.min(...begun.map(Number))),
    finishedAt: open === 0 && ends.length > 0 ? new Date(Math.max(...ends.map(Number))) : null,
    endings: groups.flatMap(({ ended, reason, _count }) => (ended ? [{ ended, reason, count: _count }] : [])),
  }
}

/** The looks at leads one by one, newest first. */
export function listLooks(db: Reader, runId: string, page: { take: number; skip: number }) {
  return db.attempt.findMany({
    where: { runId, leadId: { not: null } },
    orderBy: { ordinal: 'desc' },
    include: ATTEMPT_PARTS,
    ...page,
  })
}

/** Runs by newest request, for lists: the chain as far as it was walked, and how many leads each step brought. */
export async function listRunRows(
  db: Reader,
  options: { where?: { kind?: RunKind; state?: RunState; claimId?: string }; take: number; skip?: number },
) {
  return db.run.findMany({
    where: options.where,
    orderBy: [{ requestedAt: 'desc' }, { id: 'desc' }],
    take: options.take,
    skip: options.skip,
    select: {
      id: true,
      kind: true,
      state: true,
      cancelRequestedAt: true,
      requestedAt: true,
      scheduleId: true,
      watchId: true,
      ...SUBJECTS,
      attempts: {
        where: { leadId: null },
        orderBy: { ordinal: 'asc' },
        select: { id: true, step: true, ended: true, finishedAt: true, _count: { select: { leads: true } } },
      },
    },
  })
}

/** The run whose attempt is walked again by a run, if it is one that does. */
export async function retriedRunId(db: Reader, request: unknown): Promise<string | null> {
  const { retryOf } = (request ?? {}) as { retryOf?: unknown }
  if (typeof retryOf !== 'string') return null
  const attempt = await db.attempt.findUnique({ where: { id: retryOf }, select: { runId: true } })
  return attempt?.runId ?? null
}

/** Which attempts of a run were walked again, and in which run: newest retries of the same subject. */
export async function listRetries(
  db: Reader,
  run: { id: string; claimId: string | null; sourceId: string | null; requestedAt: Date },
): Promise<{ attemptId: string; runId: string }[]> {
  const { claimId, sourceId, requestedAt } = run
  if (!claimId && !sourceId) return []
  const later = await db.run.findMany({
    where: { claimId, sourceId, requestedAt: { gt: requestedAt } },
    orderBy: { requestedAt: 'desc' },
    take: 50,
    select: { id: true, request: true },
  })
  return later.flatMap(({ id, request }) => {
    const { retryOf } = (request ?? {}) as { retryOf?: unknown }
    return typeof retryOf === 'string' ? [{ attemptId: retryOf, runId: id }] : []
  })
}
