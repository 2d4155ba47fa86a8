/** A clock that the test moves: waiting lets its time pass at once. */
import type { Clock } from '#scrapers/kit/clock.ts'

export type FakeClock = Clock & {
  /** lets time pass */
  pass: (ms: number) => void
  /** every wait so far, in milliseconds */
  waits: number[]
}

export function fakeClock(start = Date.parse('2026-03-24T08:00:00Z')): FakeClock {
  let time = start
  const waits: number[] = []
  return {
    now: () => time,
    wait: async (ms, signal) => {
      signal?.throwIfAborted()
      waits.push(ms)
      time += ms
    },
    pass: (ms) => {
      time += ms
    },
    waits,
  }
}
