/** Reads second witnesses, and which captures of a run may still be given one. */
import type { WitnessService } from '#domain/witness.ts'
import type { Reader } from './database.server.ts'

/** Captures that Stet fetched itself in this run and that no service was asked about. What a person brought or an archive held is not asked for again. */
export function listUnwitnessed(db: Reader, runId: string) {
  return db.capture.findMany({
    where: { attempt: { runId }, custody: 'machine', witnesses: { none: {} } },
    select: { id: true, sourceId: true, attemptId: true, source: { select: { address: true } } },
  })
}

/** Whether a service has shown a copy of this source since a time. */
export async function isWitnessedSince(
  db: Reader,
  of: { sourceId: string; service: WitnessService; since: Date },
): Promise<boolean> {
  const { sourceId, service, since } = of
  const found = await db.witness.findFirst({
    where: { service, state: 'verified', at: { gte: since }, capture: { sourceId } },
    select: { id: true },
  })
  return found !== null
}

/** Requests made within a span of time of which nothing more is known, oldest first; the newest of each capture and service. */
export async function listUnseenWitnesses(
  db: Reader,
  span: { from: Date; to: Date; take: number },
): Promise<
  { captureId: string; service: string; address: string | null; at: Date; page: string; runId: string }[]
> {
  const rows = await db.witness.findMany({
    where: { at: { gte: span.from } },
    orderBy: { at: 'asc' },
    include: {
      capture: { select: { source: { select: { address: true } }, attempt: { select: { runId: true } } } },
    },
  })
  const newest = new Map(rows.map((row) => [`${row.captureId} ${row.service}`, row]))
  return [...newest.values()]
    .filter(({ state, at }) => state === 'requested' && at <= span.to)
    .slice(0, span.take)
    .map(({ captureId, service, address, at, capture }) => ({
      ...{ captureId, service, address, at },
      page: capture.source.address,
      runId: capture.attempt.runId,
    }))
}
