/** Writes down what a walk tells, each event before the next is asked for. */
import type { Reason } from '#domain/attempt.ts'
import type { EgressEntry } from '#domain/egress.ts'
import { MACHINE } from '#domain/person.ts'
import type { Sensitivity } from '#domain/sensitivity.ts'
import type { Chain } from '#domain/step.ts'
import { sensitivityOfRun } from '#storage/egress.server.ts'
import type { RunRecord } from '#storage/runs.server.ts'
import { type ClosedAttempt, closeAttempt } from '#usecases/runs/close-attempt.server.ts'
import { openAttempt } from '#usecases/runs/open-attempt.server.ts'
import type { ChainEvent } from './chain.ts'
import type { Report } from './contract.ts'
import type { Mine } from './hold-lease.ts'
import type { WorkerSettings } from './worker.ts'

/** A run in hand: what the worker was set up with, and whether the run goes on. */
export type RunInHand = {
  settings: WorkerSettings
  run: RunRecord
  mine: Mine
  /** fires when the run is to end */
  stopped: AbortSignal
  /** true when it is no longer ours */
  isLost: () => boolean
}

/** What a walk of the run's chain needs besides its scrapers and its input. */
export function planOf({ settings, run, stopped }: RunInHand) {
  return {
    chain: run.chain as unknown as Chain,
    past: run.attempts,
    startedAt: run.startedAt ?? settings.desk.now(),
    cancelled: stopped,
    now: settings.desk.now,
  }
}

/** Stops silently when the run has been taken over: it is on record there. `person` is who did the step by hand. */
export async function recordWalk<Out>(
  { settings, mine, isLost }: RunInHand,
  events: AsyncGenerator<ChainEvent<Out>>,
  person: string | null,
  toClosed: (report: Report<Out>) => Promise<ClosedAttempt>,
): Promise<void> {
  let attemptId = ''
  for await (const event of events) {
    if (isLost()) return
    if (event.kind === 'opened') {
      const { step, version, windowMs } = event
      const opened = await openAttempt(settings.desk, MACHINE, mine, { step, version, windowMs, person })
      if (!opened.ok) return
      attemptId = opened.value.id
      continue
    }
    const attempt = { id: attemptId, workerId: mine.workerId }
    const answer = await closeAttempt(settings.desk, MACHINE, attempt, await toClosed(event.report))
    if (!answer.ok) return
  }
}

/**
 * What the escort is told of a run. `met` gathers whom the step under way meets outside, and is emptied as its attempt
 * closes. `source` is the address that the steps are about, or null for a search.
 */
export function tripOf(
  { settings, run }: RunInHand,
  source: string | null,
  sensitivity: () => Promise<Sensitivity> = () => sensitivityOfRun(settings.desk.db, run.id),
) {
  const met: EgressEntry[] = []
  return {
    met,
    trip: {
      source,
      sensitivity,
      note: (entry: EgressEntry) => void met.push(entry),
    },
  }
}

/** A report as it is kept, with nothing brought home yet. */
export function closedAs(report: Report<unknown>, met: EgressEntry[]): ClosedAttempt {
  const { outcome, facts } = report
  const no: { reason: Reason | null; message: string | null } =
    outcome.ended === 'done' ? { reason: null, message: null } : outcome
  return {
    ended: outcome.ended,
    reason: no.reason,
    message: no.message,
    facts,
    body: null,
    leads: [],
    capture: null,
    egress: met.splice(0),
  }
}
