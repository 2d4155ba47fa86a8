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
/** Requests of a week that are gone through for those that are due. */
const MAX_UNSEEN = 1_000

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

/** When each request was looked at last, by capture and service. Kept by one worker for as long as it lives. */
export type LookedAgain = Map<string, number>

/**
 * Looks again for copies that were asked for and not seen: archives show theirs late, and a worker may have died while it
 * waited. Not before a quarter of an hour, not after a week, a few at a time; and each time only after as long again as the
 * request was old at the last look, so that a copy that never comes is asked for about ten times and not thousands.
 */
export async function lookAgain(
  { desk, witnesses }: { desk: Desk; witnesses: Witness[] },
  signal: AbortSignal,
  looked: LookedAgain,
): Promise<void> {
  if (witnesses.length === 0) return
  const now = desk.now().getTime()
  const span = { from: new Date(now - LOOK_FOR_MS), to: new Date(now - LOOK_AFTER_MS), take: MAX_UNSEEN }
  const unseen = await listUnseenWitnesses(desk.db, span)
  const keyOf = (asked: { captureId: string; service: string }) => `${asked.captureId} ${asked.service}`
  const still = new Set(unseen.map(keyOf))
  for (const key of looked.keys()) if (!still.has(key)) looked.delete(key)
  const due = unseen.filter((asked) => {
    const last = looked.get(keyOf(asked))
    return last === undefined || now - last >= last - asked.at.getTime()
  })
  for (const { captureId, runId, ...asked } of due.slice(0, LOOKS_AT_ONCE)) {
    const witness = witnesses.find(({ name }) => name === asked.service)
    if (!witness || signal.aborted) continue
    looked.set(keyOf({ captureId, ...asked }), now)
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
