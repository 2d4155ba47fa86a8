/** Holds a run for this worker: renews its lease, and tells when somebody has stopped the run or taken it over. */
import { LEASE_MS } from '#domain/run.ts'
import type { Desk } from '#storage/desk.server.ts'
import { type RunRecord, readLease, renewLease } from '#storage/runs.server.ts'

/** Reading is cheap and is what a person who stops a run waits for; renewing takes the write lock from the editors. */
const LOOK_EVERY_MS = 250
const RENEW_EVERY_MS = 1_000

export type Mine = { id: string; workerId: string }

/**
 * `stopped` fires with reason `cancelled` when the run is to end, whether a person stopped it, another worker has it, or this
 * one is told to go. `isLost` says that it is no longer ours: nothing more may be written for it.
 */
export type Lease = { mine: Mine; stopped: AbortSignal; isLost: () => boolean; release: () => void }

export function holdLease(
  { desk, signal }: { desk: Desk; signal: AbortSignal },
  run: Pick<RunRecord, 'id' | 'cancelRequestedAt'>,
  workerId: string,
): Lease {
  const mine = { id: run.id, workerId }
  const stop = new AbortController()
  let lost = false
  let renewedAt = performance.now()
  let isLooking = false
  const look = async () => {
    if (isLooking) return
    isLooking = true
    const isDue = performance.now() - renewedAt >= RENEW_EVERY_MS
    if (isDue) renewedAt = performance.now()
    // A look that fails says nothing; the next one comes soon.
    const looked = isDue
      ? renewLease(desk.db, mine, new Date(desk.now().getTime() + LEASE_MS))
      : readLease(desk.db, mine)
    const lease = await looked.catch(() => null)
    isLooking = false
    if (lease && !lease.mine) lost = true
    if (lease && (!lease.mine || lease.cancelRequested)) stop.abort('cancelled')
  }
  const looking = setInterval(look, LOOK_EVERY_MS)
  const letGo = () => {
    lost = true
    stop.abort('cancelled')
  }
  signal.addEventListener('abort', letGo)
  if (signal.aborted) letGo()
  if (run.cancelRequestedAt) stop.abort('cancelled')
  return {
    mine,
    stopped: stop.signal,
    isLost: () => lost,
    release: () => {
      clearInterval(looking)
      signal.removeEventListener('abort', letGo)
    },
  }
}
