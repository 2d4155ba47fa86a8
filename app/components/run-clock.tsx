/** How much of a run's time is used and how much is left, as a bar with words. */
import { windowWords } from './attempt-words.ts'

/** `from` is when the worker began. Draws nothing for a run that waits or has no window. */
export function RunClock({
  from,
  until,
  windowMs,
  now,
}: {
  from: Date | null
  /** when the run ended; null while it is open */
  until: Date | null
  windowMs: number | null
  now: Date
}) {
  if (!from || !windowMs) return null
  const usedMs = Math.max(0, (until ?? now).getTime() - from.getTime())
  const percent = Math.min(100, (usedMs / windowMs) * 100)
  const used = windowWords(wholeSeconds(usedMs))
  const words = until
    ? `Took ${used} of at most ${windowWords(windowMs)}.`
    : `${used} used, at most ${windowWords(wholeSeconds(windowMs - usedMs))} left.`
  return (
    <div className="mt-3 max-w-prose">
      <svg width="100%" height="6" className="block" aria-hidden="true">
        <rect width="100%" height="6" rx="3" className="fill-rule" />
        <rect width={`${percent}%`} height="6" rx="3" className={until ? 'fill-edge' : 'fill-accent'} />
      </svg>
      <p className="mt-1 text-sm text-soft tabular-nums">{words}</p>
    </div>
  )
}

/** Seconds alone: tenths that change every second only make a page restless. Short times keep theirs. */
function wholeSeconds(ms: number): number {
  return ms < 10_000 ? Math.max(0, ms) : Math.round(ms / 1_000) * 1_000
}
