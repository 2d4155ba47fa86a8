/** The clock of everything polite: what waits and what remembers a time is told the time, so that tests need not sleep. */
import { setTimeout as sleep } from 'node:timers/promises'

/** `now` in milliseconds since 1970; `wait` rejects with the signal's reason when it is aborted first. */
export type Clock = {
  now: () => number
  wait: (ms: number, signal?: AbortSignal) => Promise<void>
}

export const SYSTEM_CLOCK: Clock = {
  now: () => Date.now(),
  wait: (ms, signal) => sleep(ms, undefined, { signal }),
}

/** A moment for a sentence: `2026-11-24 09:14 UTC`. */
export function momentOf(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}
