/** Politeness: how many requests a host gets at once, how fast, and for how long it is left alone when it asks for that. */
import PQueue from 'p-queue'
import { ARCHIVE_BUDGETS, type Budget, createBudgets } from './budgets.ts'
import { type Clock, SYSTEM_CLOCK } from './clock.ts'
import { keepErrand } from './errand.ts'

/**
 * `concurrency` requests at once per host (2 unless told); no more than `concurrency` starts within `intervalMs`
 * (500 unless told, 0 for no spacing). `budgets` are those of the archives unless told.
 */
export type PolitenessSettings = {
  concurrency?: number
  intervalMs?: number
  budgets?: Budget[]
  clock?: Clock
}

export type Politeness = {
  /** Runs a task in the host's turn. Rejects with the signal's reason when it is aborted while waiting. */
  onHost: <T>(host: string, task: () => Promise<T>, signal?: AbortSignal) => Promise<T>
  /** Leaves a host alone: tasks that have not begun wait until `ms` have passed. */
  pause: (host: string, ms: number) => void
  /** When a host may be asked again, in ms since 1970; null when it may be now. */
  pausedUntil: (host: string) => number | null
  /** Waits until a request to this address fits what its host allows the whole house. */
  spend: (address: string, signal?: AbortSignal) => Promise<void>
}

type Host = { queue: PQueue; pausedUntil: number; lastUsed: number }

/** Idle hosts are forgotten above this number, so that a long-running worker does not grow. */
const MAX_HOSTS = 500
const FORGET_AFTER_MS = 60_000
/** A service may ask for days; beyond one the memory of a process is not the place to keep it. */
const MAX_PAUSE_MS = 24 * 3_600_000

/** Makes the queues. One per process is right: a budget shared by two makers is no budget. */
export function createPoliteness(settings: PolitenessSettings = {}): Politeness {
  const { concurrency = 2, intervalMs = 500, clock = SYSTEM_CLOCK } = settings
  const budgets = createBudgets(settings.budgets ?? ARCHIVE_BUDGETS, clock)
  const hosts = new Map<string, Host>()

  const hostNamed = (name: string): Host => {
    const now = clock.now()
    if (hosts.size > MAX_HOSTS) forgetIdle(hosts, now)
    const known = hosts.get(name)
    const host = known ?? { queue: newQueue(concurrency, intervalMs), pausedUntil: 0, lastUsed: now }
    host.lastUsed = now
    hosts.set(name, host)
    return host
  }

  return {
    onHost: (name, task, signal) => {
      const host = hostNamed(name)
      const turn = async () => {
        // Read again after each wait: the host may have asked for more time meanwhile.
        for (let wait = host.pausedUntil - clock.now(); wait > 0; wait = host.pausedUntil - clock.now())
          await clock.wait(wait, signal)
        return task()
      }
      return host.queue.add(keepErrand(turn), { signal })
    },
    pause: (name, ms) => {
      const host = hostNamed(name)
      host.pausedUntil = Math.max(host.pausedUntil, clock.now() + Math.min(ms, MAX_PAUSE_MS))
    },
    pausedUntil: (name) => {
      const until = hosts.get(name)?.pausedUntil ?? 0
      return until > clock.now() ? until : null
    },
    spend: budgets.spend,
  }
}

function newQueue(concurrency: number, intervalMs: number): PQueue {
  if (intervalMs <= 0) return new PQueue({ concurrency })
  return new PQueue({ concurrency, interval: intervalMs, intervalCap: concurrency })
}

function forgetIdle(hosts: Map<string, Host>, now: number): void {
  for (const [name, { queue, pausedUntil, lastUsed }] of hosts) {
    const isIdle = queue.size === 0 && queue.pending === 0
    if (isIdle && pausedUntil < now && lastUsed < now - FORGET_AFTER_MS) hosts.delete(name)
  }
}
