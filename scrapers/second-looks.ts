/** What the worker looks at again by time, beside its runs: captures that a person wants opened again, and copies that other archives had not shown yet. */
import { type LookedAgain, lookAgain } from './call-witnesses.ts'
import { readBackAsked } from './read-back.ts'

/** A person waits for a read-back; archives take hours. */
const READ_BACKS_EVERY_MS = 4_000
const WITNESSES_EVERY_MS = 60_000

type Task = { what: string; everyMs: number; work: () => Promise<void> }

export type SecondLooks = {
  /** Begins what is due and not under way already. Waits for nothing and never throws. */
  begin: () => void
  /** Resolves when everything begun has ended. */
  ended: () => Promise<void>
}

/** Makes the looks of one worker. `log` is told of faults of our own; the looks go on. */
export function createSecondLooks(
  settings: Parameters<typeof readBackAsked>[0] & { signal: AbortSignal; log: (line: string) => void },
): SecondLooks {
  const { desk, registry, signal, log } = settings
  const asking = { desk, witnesses: registry.witnesses }
  const looked: LookedAgain = new Map()
  const tasks: Task[] = [
    {
      what: 'reading back what was asked for',
      everyMs: READ_BACKS_EVERY_MS,
      work: () => readBackAsked(settings, signal),
    },
    {
      what: 'looking for witnesses again',
      everyMs: WITNESSES_EVERY_MS,
      work: () => lookAgain(asking, signal, looked),
    },
  ]
  const begunAt = new Map<Task, number>()
  const underWay = new Map<Task, Promise<void>>()
  return {
    begin: () => {
      for (const task of tasks) {
        // A monotonic clock: the desk's may be set, or stand still in a test.
        const since = performance.now() - (begunAt.get(task) ?? Number.NEGATIVE_INFINITY)
        if (signal.aborted || underWay.has(task) || since < task.everyMs) continue
        begunAt.set(task, performance.now())
        const working = task
          .work()
          .catch((error: unknown) => log(`${task.what} broke: ${String(error)}`))
          .finally(() => underWay.delete(task))
        underWay.set(task, working)
      }
    },
    ended: async () => {
      await Promise.all(underWay.values())
    },
  }
}
