/** Asks other archives to keep what a run has captured, where the house has set them up and its articles allow it. */
import type { EgressEntry } from '#domain/egress.ts'
import { MACHINE } from '#domain/person.ts'
import { mayLearn } from '#domain/sensitivity.ts'
import { WITNESS_REST_MS } from '#domain/witness.ts'
import type { Desk } from '#storage/desk.server.ts'
import { sensitivityOfRun } from '#storage/egress.server.ts'
import { isWitnessedSince, listUnseenWitnesses, listUnwitnessed } from '#storage/witnesses.server.ts'
import { recordWitness } from '#usecases/captures/record-witness.server.ts'
import { onErrand } from './kit/errand.ts'
import type { Witness } from './witness/witness.ts'

const LOOK_AFTER_MS = 15 * 60_000
const LOOK_FOR_MS = 7 * 24 * 3_600_000
const LOOKS_AT_ONCE = 5

/**
 * Writes down that a service is asked before it is asked, so that a worker that dies leaves no request unrecorded. Never
 * for a discreet or covert article: its sensitivity is looked at for each service, as it may be raised meanwhile.
 */
export async function callWitnesses(
  { desk, witnesses }: { desk: Desk; witnesses: Witness[] },
  runId: string,
  signal: AbortSignal,
): Promise<void> {
  if (witnesses.length === 0) return
  for (const capture of await listUnwitnessed(desk.db, runId)) {
    for (const witness of witnesses) {
      if (signal.aborted || !mayLearn(await sensitivityOfRun(desk.db, runId), 'witness')) return
      const service = witness.name
      const since = new Date(desk.now().getTime() - WITNESS_REST_MS)
      if (await isWitnessedSince(desk.db, { sourceId: capture.sourceId, service, since })) continue
      await recordWitness(desk, MACHINE, capture.id, {
        service,
        state: 'requested',
        address: null,
        message: 'Asked to keep the page.',
        egress: [],
      })
      const { egress, answer } = await noting(() => witness.keep(capture.source.address, signal))
      await recordWitness(desk, MACHINE, capture.id, { ...answer, service, egress })
    }
  }
}

/**
 * Looks again for copies that were asked for and not seen: archives show theirs late, and a worker may have died while it
 * waited. Not before a quarter of an hour, not after a week, a few at a time.
 */
export async function lookAgain(
  { desk, witnesses }: { desk: Desk; witnesses: Witness[] },
  signal: AbortSignal,
): Promise<void> {
  if (witnesses.length === 0) return
  const now = desk.now().getTime()
  const span = { from: new Date(now - LOOK_FOR_MS), to: new Date(now - LOOK_AFTER_MS), take: LOOKS_AT_ONCE }
  for (const { captureId, runId, ...asked } of await listUnseenWitnesses(desk.db, span)) {
    const witness = witnesses.find(({ name }) => name === asked.service)
    if (!witness || signal.aborted) continue
    if (!mayLearn(await sensitivityOfRun(desk.db, runId), 'witness')) continue
    const { egress, answer } = await noting(() => witness.lookAgain(asked, signal))
    if (answer) await recordWitness(desk, MACHINE, captureId, { ...answer, service: witness.name, egress })
  }
}

/** Runs a task on an errand of its own and tells whom it met. */
async function noting<T>(task: () => Promise<T>): Promise<{ egress: EgressEntry[]; answer: T }> {
  const egress: EgressEntry[] = []
  const errand = { note: (entry: EgressEntry) => void egress.push(entry), reach: null }
  return { answer: await onErrand(errand, task), egress }
}
