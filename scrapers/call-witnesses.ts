/** Asks other archives to keep what a run has captured, where the house has set them up and its articles allow it. */
import type { EgressEntry } from '#domain/egress.ts'
import { MACHINE } from '#domain/person.ts'
import { mayLearn } from '#domain/sensitivity.ts'
import { WITNESS_REST_MS } from '#domain/witness.ts'
import type { Desk } from '#storage/desk.server.ts'
import { sensitivityOfRun } from '#storage/egress.server.ts'
import { isWitnessedSince, listUnwitnessed } from '#storage/witnesses.server.ts'
import { recordWitness } from '#usecases/captures/record-witness.server.ts'
import { onErrand } from './kit/errand.ts'
import type { Witness } from './witness/witness.ts'

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
      const egress: EgressEntry[] = []
      const errand = { note: (entry: EgressEntry) => void egress.push(entry), reach: null }
      const report = await onErrand(errand, () => witness.keep(capture.source.address, signal))
      await recordWitness(desk, MACHINE, capture.id, { ...report, service, egress })
    }
  }
}
