/** The attempts of a run on one scale of time, then the looks at its leads, then the steps not walked and why. */
import type { ReactNode } from 'react'
import { stepWords } from './attempt-words.ts'
import { RunAttempt, type ShownAttempt } from './run-attempt.tsx'
import { type Looks, RunLooks } from './run-looks.tsx'
import { timeBars } from './time-bars.ts'

const ROW = 'grid gap-x-6 gap-y-2 border-t border-rule py-3 lg:grid-cols-[17rem_minmax(0,1fr)]'

/**
 * `from` is when the run began, `now` when the page was read: both sides draw the same picture. `until` is when its window
 * closes. `under` draws what stands under an attempt.
 */
export function RunAttempts({
  runId,
  attempts,
  looks,
  notWalked,
  from,
  now,
  until,
  under,
}: {
  runId: string
  attempts: ShownAttempt[]
  looks: Looks | null
  notWalked: { step: string; why: string }[]
  from: Date
  now: Date
  until: Date
  under?: (attempt: ShownAttempt) => ReactNode
}) {
  // The looks have no window of their own: they may go on until the run's closes.
  const looked = looks && { ...looks, windowMs: until.getTime() - looks.startedAt.getTime() }
  const scale = timeBars(looked ? [...attempts, looked] : attempts, from, now)
  return (
    <ol>
      {scale.bars.length > 0 ? <Scale ticksMs={scale.ticksMs} /> : null}
      {attempts.map((attempt, index) => (
        <li key={attempt.id} id={`attempt-${attempt.id}`} className={ROW}>
          <RunAttempt
            attempt={attempt}
            bar={scale.bars[index]!}
            now={attempt.finishedAt === null ? scale.now : null}
          >
            {under?.(attempt)}
          </RunAttempt>
        </li>
      ))}
      {looks ? (
        <li className={ROW}>
          <RunLooks
            runId={runId}
            looks={looks}
            bar={scale.bars.at(-1)!}
            now={looks.open > 0 ? scale.now : null}
          />
        </li>
      ) : null}
      {notWalked.map(({ step, why }) => (
        <li key={step} className={`${ROW} text-soft`}>
          <div>
            <p>{stepWords(step)}</p>
            <p className="text-sm">{step}</p>
          </div>
          <p>{why}</p>
        </li>
      ))}
    </ol>
  )
}

function Scale({ ticksMs }: { ticksMs: number[] }) {
  return (
    <li
      className="hidden gap-6 pb-1 text-xs text-soft lg:grid lg:grid-cols-[17rem_minmax(0,1fr)]"
      aria-hidden="true"
    >
      <span />
      <span className="flex justify-between tabular-nums">
        {ticksMs.map((ms) => (
          <span key={ms}>{tickWords(ms, ticksMs.at(-1) ?? 0)}</span>
        ))}
      </span>
    </li>
  )
}

/** One unit for the whole scale, the largest that its length has several of. */
function tickWords(ms: number, spanMs: number): string {
  const [unitMs, unit] = UNITS.find(([size]) => spanMs >= 4 * size) ?? [1_000, 's']
  return `${Math.round((ms / unitMs) * 10) / 10} ${unit}`
}

const UNITS: [ms: number, name: string][] = [
  [86_400_000, 'days'],
  [3_600_000, 'h'],
  [60_000, 'min'],
]
