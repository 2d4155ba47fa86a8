/** Lays the attempts of a run out on one scale of time. */

/** What has a place in time. `finishedAt` is null while it is at work. */
export type Timed = { startedAt: Date; finishedAt: Date | null; windowMs: number }

/** Where a bar lies, in percent of the scale. `windowEnd` is where its window closes; beyond the scale it is 100. */
export type TimeBar = { start: number; length: number; windowEnd: number; durationMs: number }

/** A scale from 0 to `spanMs`, with the times at which to draw a line, and where now is while something is at work. */
export type TimeScale = { spanMs: number; ticksMs: number[]; bars: TimeBar[]; now: number | null }

/** Lengths a scale may have, so that a growing bar moves the others seldom and by a lot, not a little each second. */
const SPANS_MS = [1, 2, 5, 10, 20, 30, 60, 120, 180, 240, 300, 480, 600, 900, 1_200, 1_800, 3_600, 7_200].map(
  (s) => s * 1_000,
)
const TICKS = 4
/** A bar of a few milliseconds must still be seen. */
const SHORTEST_PERCENT = 0.8

/**
 * `from` is the run's start, `now` the end of bars that are still growing. The scale holds the window of what is at work,
 * so that its bar is seen to fill it. Clocks that disagree never give a negative length.
 */
export function timeBars(attempts: Timed[], from: Date, now: Date): TimeScale {
  const endOf = (attempt: Timed) => (attempt.finishedAt ?? now).getTime()
  const open = attempts.filter(({ finishedAt }) => finishedAt === null)
  const closes = open.map(({ startedAt, windowMs }) => startedAt.getTime() + windowMs)
  const elapsedMs = Math.max(0, ...[...attempts.map(endOf), ...closes].map((end) => end - from.getTime()))
  const spanMs = SPANS_MS.find((span) => span >= elapsedMs) ?? elapsedMs
  const percent = (ms: number) => Math.min(100, Math.max(0, Math.round((ms / spanMs) * 10_000) / 100))
  return {
    spanMs,
    now: open.length > 0 ? percent(now.getTime() - from.getTime()) : null,
    ticksMs: Array.from({ length: TICKS + 1 }, (_, index) => (spanMs / TICKS) * index),
    bars: attempts.map((attempt) => {
      const offsetMs = attempt.startedAt.getTime() - from.getTime()
      const durationMs = Math.max(0, endOf(attempt) - attempt.startedAt.getTime())
      const start = Math.min(percent(offsetMs), 100 - SHORTEST_PERCENT)
      return {
        start,
        length: Math.min(Math.max(percent(durationMs), SHORTEST_PERCENT), 100 - start),
        windowEnd: percent(offsetMs + attempt.windowMs),
        durationMs,
      }
    }),
  }
}
