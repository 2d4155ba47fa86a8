/** The worker: takes a run, has it walked, and lets go when the run is no longer its own. */
import { randomUUID } from 'node:crypto'
import { MACHINE } from '#domain/person.ts'
import { runLocalQueue } from '#queue/local.server.ts'
import type { Desk } from '#storage/desk.server.ts'
import type { RunRecord } from '#storage/runs.server.ts'
import { finishRun } from '#usecases/runs/finish-run.server.ts'
import { takeRun } from '#usecases/runs/take-run.server.ts'
import { askDueSchedules } from '#usecases/schedules/ask-due-schedules.server.ts'
import { askDueWatches } from '#usecases/watches/ask-due-watches.server.ts'
import { callWitnesses } from './call-witnesses.ts'
import { holdLease } from './hold-lease.ts'
import { readBackRun } from './read-back.ts'
import type { Registry } from './registry.ts'
import { screenLeads } from './screen-leads.ts'
import { createSecondLooks } from './second-looks.ts'
import { walkAssist } from './walk-assist.ts'
import { walkFetch } from './walk-fetch.ts'
import { walkFind } from './walk-find.ts'

const POLL_MS = 400
/** How often the worker looks for watches and planned searches that are due: they count in hours and minutes. */
const DUE_EVERY_MS = 5_000
/** Two runs at once: a browser and a slow site should not make each other wait, and a small machine still breathes. */
const CONCURRENT_RUNS = 2

export type WorkerSettings = {
  desk: Desk
  registry: Registry
  signal: AbortSignal
  /** told of every fault of our own and of every run's end, for the log */
  log: (line: string) => void
}

/** Works until the signal fires; a run it has begun is then let go of and taken up by the next worker. */
export async function startWorker(settings: WorkerSettings): Promise<void> {
  const workerId = randomUUID()
  const inHand = new Set<string>()
  let askedAt = 0
  // Archives take minutes; no run waits for them, and the worker ends only when they have been told that it does.
  const witnessing = new Set<Promise<void>>()
  const witness = (runId: string) => {
    const { desk, registry, signal } = settings
    const { witnesses } = registry
    const asking = callWitnesses({ desk, witnesses }, runId, signal)
      .catch((error: unknown) => settings.log(`witnesses of run ${runId} broke: ${String(error)}`))
      .finally(() => witnessing.delete(asking))
    witnessing.add(asking)
  }
  const secondLooks = createSecondLooks(settings)
  const askWhatIsDue = async () => {
    // A monotonic clock: the desk's may be set, or stand still in a test.
    if (askedAt > 0 && performance.now() - askedAt < DUE_EVERY_MS) return
    askedAt = performance.now()
    await askDueWatches(settings.desk, MACHINE)
    await askDueSchedules(settings.desk, MACHINE)
  }
  await runLocalQueue<RunRecord>({
    signal: settings.signal,
    concurrency: CONCURRENT_RUNS,
    pollMs: POLL_MS,
    take: async () => {
      await askWhatIsDue()
      secondLooks.begin()
      const taken = await takeRun(settings.desk, MACHINE, workerId, [...inHand])
      if (taken.ok && taken.value) inHand.add(taken.value.id)
      return taken.ok ? taken.value : null
    },
    work: (run) =>
      workOn(settings, run, workerId)
        .then(() => {
          if (run.kind === 'fetch') witness(run.id)
        })
        .catch((error: unknown) => {
          settings.log(`run ${run.id} broke: ${error instanceof Error ? error.stack : String(error)}`)
        })
        .finally(() => inHand.delete(run.id)),
  })
  await Promise.all([...witnessing, secondLooks.ended()])
}

/** Walks one run to its end. Public so that a command can walk a run without a queue. */
export async function workOn(settings: WorkerSettings, run: RunRecord, workerId: string): Promise<void> {
  const { desk } = settings
  const lease = holdLease(settings, run, workerId)
  const { mine, stopped, isLost } = lease
  const walk = { settings, run, mine, stopped, isLost }
  try {
    if (run.kind === 'find') {
      await walkFind(walk)
      await screenLeads(walk)
    } else if (run.kind === 'assist') await walkAssist(walk)
    else await walkFetch(walk)
    // While the run is still ours: a worker that takes it over reads back what this one did not.
    if (run.kind === 'fetch' && !isLost()) await readBackRun(settings, run.id, stopped)
    if (isLost()) return
    await finishRun(desk, MACHINE, mine, stopped.aborted ? 'cancelled' : 'finished')
    settings.log(`run ${run.id} ${stopped.aborted ? 'stopped' : 'finished'}`)
  } finally {
    lease.release()
  }
}
