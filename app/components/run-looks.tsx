/** The looks at a search's leads, folded into one row: how many there were and how they ended. */
import { Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import type { Ending } from '#domain/attempt.ts'
import { attemptSentence, windowWords } from './attempt-words.ts'
import { count } from './next-step.ts'
import { ENDING_LOOKS } from './run-marks.tsx'
import { TimeBarRow } from './time-bar-row.tsx'
import type { TimeBar } from './time-bars.ts'

export type Looks = {
  open: number
  startedAt: Date
  finishedAt: Date | null
  endings: { ended: Ending; reason: string | null; count: number }[]
}

/** What looks that ended so showed, one or several. "Could not look" stays apart from "not there". */
const LOOK_WORDS: Record<Ending, [one: string, several: string]> = {
  done: ['page read', 'pages read'],
  nothing: ['page without anything to read, or not there', 'pages without anything to read, or not there'],
  skipped: ['look left out', 'looks left out'],
  failed: ['page could not be looked at', 'pages could not be looked at'],
}
const ORDER: Ending[] = ['done', 'nothing', 'failed', 'skipped']

export function RunLooks({
  runId,
  looks,
  bar,
  now,
}: {
  runId: string
  looks: Looks
  bar: TimeBar
  now: number | null
}) {
  const over = looks.endings.reduce((sum, ending) => sum + ending.count, 0)
  const time = windowWords(bar.durationMs)
  return (
    <>
      <div>
        <p className="font-medium">Look at the leads</p>
        <p className="text-sm text-soft tabular-nums">
          {looks.open > 0 ? `${over} over, ${looks.open} at work` : count(over, 'look')}
        </p>
      </div>
      <div className="min-w-0">
        <TimeBarRow bar={bar} ended={looks.open > 0 ? null : 'done'} words={`${time} in all`} now={now} />
        <p className="mt-1 text-sm text-soft tabular-nums">{time} in all</p>
        <ul className="mt-1 grid gap-0.5">
          {ORDER.map((ended) => (
            <Ended key={ended} ended={ended} endings={looks.endings.filter((one) => one.ended === ended)} />
          ))}
        </ul>
        <p className="mt-1">
          <Link className="link" to={paths.runLooks(runId)}>
            See them one by one
          </Link>
        </p>
      </div>
    </>
  )
}

function Ended({ ended, endings }: { ended: Ending; endings: Looks['endings'] }) {
  if (endings.length === 0) return null
  const { sign, colour } = ENDING_LOOKS[ended]
  const all = endings.reduce((sum, ending) => sum + ending.count, 0)
  const reasons = endings
    .filter(({ reason }) => reason !== null)
    .sort((a, b) => b.count - a.count)
    .map(({ reason, count: number }) => ({ words: reasonWords(ended, reason), number }))
  return (
    <li>
      <span aria-hidden="true" className={colour}>
        {sign}{' '}
      </span>
      <span className="tabular-nums">{all}</span> {LOOK_WORDS[ended][all === 1 ? 0 : 1]}
      {reasons.length > 0 ? (
        <ul className="pl-5 text-sm text-soft">
          {reasons.map(({ words, number }) => (
            <li key={words}>
              <span className="tabular-nums">{number}</span> × {words}
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  )
}

/** One sentence for all that ended for the same reason: each had a window of its own. */
function reasonWords(ended: Ending, reason: string | null): string {
  if (reason === 'timeout_window') return 'It had not answered when its window closed.'
  return attemptSentence({ ended, reason, httpStatus: null, windowMs: 0 })
}
