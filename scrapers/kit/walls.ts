/** Walls: a host that turns us away again and again is left alone for a while, then tried once (a circuit breaker). */
import { type Clock, SYSTEM_CLOCK } from './clock.ts'

/** What one visit showed. `neither` says nothing about the host: our own guard, a closed window, a broken step. */
export type WallSign = 'wall' | 'fine' | 'neither'

/** `after` signs of a wall in a row (3 unless told) close a host for `firstMs` (15 minutes), doubled each time, `maxMs` (4 hours) at most. */
export type WallSettings = { after?: number; firstMs?: number; maxMs?: number; clock?: Clock }

export type Walls = {
  /**
   * Asks whether a host may be visited. While it is closed the answer is until when (ms since 1970). Once that time is
   * over one visit goes in to try, and the others wait for what it finds.
   */
  enter: (host: string) => { ok: true } | { ok: false; until: number }
  /** Tells what the visit showed; every `enter` that was let in is followed by one `leave`. */
  leave: (host: string, sign: WallSign) => void
}

type Host = { inARow: number; closedUntil: number; closedForMs: number; isTrying: boolean; lastUsed: number }

/** Hosts with nothing against them are forgotten above this number, so that a long-running worker does not grow. */
const MAX_HOSTS = 2_000
/** How long the others are kept out when a try is under way: no page takes longer. */
const TRYING_MS = 60_000

/** One per process is right: the wall is put up against the machine, not against a step. */
export function createWalls(settings: WallSettings = {}): Walls {
  const { after = 3, firstMs = 15 * 60_000, maxMs = 4 * 3_600_000, clock = SYSTEM_CLOCK } = settings
  const hosts = new Map<string, Host>()

  return {
    enter: (name) => {
      const host = hosts.get(name)
      if (!host || host.closedForMs === 0) return { ok: true }
      const now = clock.now()
      if (now < host.closedUntil) return { ok: false, until: host.closedUntil }
      if (host.isTrying && now < host.closedUntil + TRYING_MS)
        return { ok: false, until: host.closedUntil + TRYING_MS }
      host.isTrying = true
      // Counts from this try on, so that one that never comes back does not keep the host closed for good.
      host.closedUntil = now
      return { ok: true }
    },
    leave: (name, sign) => {
      const now = clock.now()
      if (sign === 'fine') hosts.delete(name)
      const known = hosts.get(name)
      if (known) known.isTrying = false
      if (sign !== 'wall') return
      if (hosts.size >= MAX_HOSTS) forgetQuiet(hosts, now - maxMs)
      const host = known ?? { inARow: 0, closedUntil: 0, closedForMs: 0, isTrying: false, lastUsed: now }
      host.inARow += 1
      host.lastUsed = now
      if (host.inARow >= after) {
        host.closedForMs = Math.min(host.closedForMs === 0 ? firstMs : host.closedForMs * 2, maxMs)
        host.closedUntil = now + host.closedForMs
      }
      hosts.set(name, host)
    },
  }
}

function forgetQuiet(hosts: Map<string, Host>, before: number): void {
  for (const [name, { closedUntil, lastUsed }] of hosts)
    if (lastUsed < before && closedUntil < before) hosts.delete(name)
}
