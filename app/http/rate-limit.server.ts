/** Slows down guessing: counts attempts per key in memory and says when the next one is welcome. */

/** At most `max` attempts per key in any `windowMs`. `now` gives milliseconds; the tests bring their own. */
export type RateLimit = {
  /** Counts an attempt. `waitMs` is null when it is welcome, else how long to wait. */
  count: (key: string) => { waitMs: number | null }
  /** Forgets a key, after a success. */
  forget: (key: string) => void
}

/** Keys kept at once; beyond it the oldest go, so that a flood of made-up keys cannot fill the memory. */
const MAX_KEYS = 10_000

export function createRateLimit(options: { max: number; windowMs: number; now?: () => number }): RateLimit {
  const { max, windowMs, now = Date.now } = options
  const attempts = new Map<string, number[]>()
  return {
    count(key) {
      const at = now()
      const recent = (attempts.get(key) ?? []).filter((time) => at - time < windowMs)
      if (recent.length >= max) return { waitMs: recent[0]! + windowMs - at }
      attempts.delete(key)
      attempts.set(key, [...recent, at])
      if (attempts.size > MAX_KEYS) attempts.delete(attempts.keys().next().value!)
      return { waitMs: null }
    },
    forget(key) {
      attempts.delete(key)
    },
  }
}
