/** Politeness: how many requests a host gets at once, how fast, and for how long it is left alone when it asks for that. */
import { setTimeout as sleep } from 'node:timers/promises'
import PQueue from 'p-queue'

/**
 * `concurrency` requests at once per host (2 unless told); no more than `concurrency` starts within `intervalMs`
 * (500 unless told, 0 for no spacing).
 */
export type PolitenessSettings = { concurrency?: number; intervalMs?: number }

export type Politeness = {
  /** Runs a task in the host's turn. Rejects with the signal's reason when it is aborted while waiting. */
  onHost: <T>(host: string, task: () => Promise<T>, signal?: AbortSignal) => Promise<T>
  /** Leaves a host alone: tasks that have not begun wait until `ms` have passed. */
  pause: (host: string, ms: number) => void
}

type Host = { queue: PQueue; pausedUntil: number; lastUsed: number }

/** Idle hosts are forgotten above this number, so that a long-running worker does not grow. */
const MAX_HOSTS = 500
const FORGET_AFTER_MS = 60_000
/** A service may ask for hours; a wait that long belongs to a schedule, not to a queue in memory. */
const MAX_PAUSE_MS = 15 * 60_000

/** Makes the queues. One per process is right: a budget shared by two makers is no budget. */
export function createPoliteness(settings: PolitenessSettings = {}): Politeness {
  const { concurrency = 2, intervalMs = 500 } = settings
  const hosts = new Map<string, Host>()

  const hostNamed = (name: string): Host => {
    const now = Date.now()
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
        for (let wait = host.pausedUntil - Date.now(); wait > 0; wait = host.pausedUntil - Date.now())
          await sleep(wait, undefined, { signal })
        return task()
      }
      return host.queue.add(turn, { signal })
    },
    pause: (name, ms) => {
      const host = hostNamed(name)
      host.pausedUntil = Math.max(host.pausedUntil, Date.now() + Math.min(ms, MAX_PAUSE_MS))
    },
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
