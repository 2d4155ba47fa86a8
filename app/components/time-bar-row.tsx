/** One bar on the scale of a run's time, with its window behind it. Drawn as SVG: the page allows no inline styles. */
import type { Ending } from '#domain/attempt.ts'
import { ENDING_LOOKS } from './run-marks.tsx'
import type { TimeBar } from './time-bars.ts'

const FILL: Record<Ending | 'open', string> = {
  done: 'fill-stands',
  nothing: 'fill-edge',
  skipped: 'fill-sheet stroke-edge [stroke-dasharray:2_3]',
  failed: 'fill-struck',
  open: 'fill-accent',
}

/** The light bar is the window, the dark one the time used; `now`, in percent, is a line. `words` say what the picture shows. */
export function TimeBarRow({
  bar,
  ended,
  words,
  now,
}: {
  bar: TimeBar
  ended: Ending | null
  words: string
  now: number | null
}) {
  return (
    <svg
      role="img"
      aria-label={words}
      width="100%"
      height="16"
      className={`block ${ENDING_LOOKS[ended ?? 'open'].colour}`}
    >
      <rect
        x={`${bar.start}%`}
        y="2"
        width={`${Math.max(0, bar.windowEnd - bar.start)}%`}
        height="12"
        className="fill-shade"
      />
      <rect
        x={`${bar.start}%`}
        y="4"
        width={`${bar.length}%`}
        height="8"
        rx="1"
        className={FILL[ended ?? 'open']}
      />
      {bar.windowEnd < 100 ? (
        <line
          x1={`${bar.windowEnd}%`}
          x2={`${bar.windowEnd}%`}
          y1="0"
          y2="16"
          className="stroke-edge [stroke-dasharray:2_2]"
        />
      ) : null}
      {now === null ? null : (
        <line x1={`${now}%`} x2={`${now}%`} y1="0" y2="16" className="stroke-accent [stroke-width:1.5]" />
      )}
    </svg>
  )
}
