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
