/** An errand: what one step does outside while it runs. The kit writes down whom it meets, and keeps it within its reach. */
import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks'
import type { EgressEntry } from '#domain/egress.ts'
import { beyondReach, type Reach } from '#domain/sensitivity.ts'

/** `note` is told of a party when it is met; the entry's `learned`, `detail` and `ended` may still change while the step runs. */
export type Errand = { note: (entry: EgressEntry) => void; reach: Reach }

const running = new AsyncLocalStorage<Errand>()

/** Runs a task so that all traffic of the kit inside it belongs to this errand. */
export function onErrand<T>(errand: Errand, task: () => Promise<T>): Promise<T> {
  return running.run(errand, task)
}

/** Makes a task that waits in a queue belong to the errand that put it there, not to the one that lets it out. */
export function keepErrand<T>(task: () => Promise<T>): () => Promise<T> {
  return AsyncResource.bind(task)
}

/** The errand under way; outside of one everything may be reached and nobody writes it down. */
export function errandNow(): Errand {
  return running.getStore() ?? { note: () => {}, reach: null }
}

/** Why the errand under way may not ask this host, or null. */
export function outOfReach(hostname: string): string | null {
  return beyondReach(hostname, errandNow().reach)
}
