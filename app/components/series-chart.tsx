/** A series as a picture on a logarithmic scale, drawn on the server as SVG. The table beside it holds the same values. */

import { type ChartFrame, seriesScale } from './series-scale.ts'
import type { StatedValue } from './series-table.tsx'
import { asOfWords, valueWords } from './series-words.ts'

const WIDE: ChartFrame = { width: 720, height: 300, left: 104, right: 24, top: 30, bottom: 34 }
const NARROW: ChartFrame = { width: 344, height: 260, left: 84, right: 16, top: 30, bottom: 34 }

/** `points` come oldest first. Two sizes, because words in a shrunk picture cannot be read on a phone. */
export function SeriesChart({ label, points }: { label: string; points: StatedValue[] }) {
  if (points.length < 2) return null
  return (
    <>
      <Chart label={label} points={points} frame={WIDE} className="hidden sm:block" />
      <Chart label={label} points={points} frame={NARROW} className="sm:hidden" />
    </>
  )
}

function Chart({
  label,
  points,
  frame,
  className,
}: {
  label: string
  points: StatedValue[]
  frame: ChartFrame
  className: string
}) {
  const { width, height, left, right, bottom } = frame
  const scale = seriesScale(points, frame)
  const placed = points.map((point) => ({ point, x: scale.x(point.asOf), y: scale.y(point.value) }))
  const words = `${label}: ${points.map((point) => `${valueWords(point)} as of ${asOfWords(point.asOf)}`).join('; ')}`
  return (
    <svg
      role="img"
      aria-label={words}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      className={`${className} h-auto max-w-full`}
    >
      {scale.valueTicks.map((tick) => (
        <g key={tick}>
          <line x1={left} x2={width - right} y1={scale.y(tick)} y2={scale.y(tick)} className="stroke-rule" />
          <text x={left - 8} y={scale.y(tick) + 4} textAnchor="end" fontSize="12" className="fill-soft">
            {valueWords({ value: tick, bound: 'exact', unit: null })}
          </text>
        </g>
      ))}
      {scale.yearTicks.map((tick) => (
        <g key={tick.label}>
          <line
            x1={tick.x}
            x2={tick.x}
            y1={height - bottom}
            y2={height - bottom + 5}
            className="stroke-edge"
          />
          <text x={tick.x} y={height - bottom + 20} textAnchor="middle" fontSize="12" className="fill-soft">
            {tick.label}
          </text>
        </g>
      ))}
      <polyline
        points={placed.map(({ x, y }) => `${x},${y}`).join(' ')}
        fill="none"
        strokeWidth="1.500"
        className="stroke-edge"
      />
      {placed.map(({ point, x, y }, index) => (
        <Mark key={point.id} point={point} x={x} y={y} side={sideOf(index, placed.length)} />
      ))}
    </svg>
  )
}

const ARROW_LENGTH = 16
/** Where the date stands beside its mark: away from the line, and from the marks next to it. */
const SIDES = {
  first: { dx: 9, dy: 16, anchor: 'start' },
  between: { dx: -9, dy: -9, anchor: 'end' },
  last: { dx: 5, dy: 22, anchor: 'end' },
} as const

function sideOf(index: number, points: number): keyof typeof SIDES {
  if (index === 0) return 'first'
  return index === points - 1 ? 'last' : 'between'
}

const HIGH = ['gt', 'gte']
const LOW = ['lt', 'lte']

/** Filled where it is the newest, hollow where it is superseded; an arrow where the value is only a limit. */
function Mark({ point, x, y, side }: { point: StatedValue; x: number; y: number; side: keyof typeof SIDES }) {
  const { dx, dy, anchor } = SIDES[side]
  const way = HIGH.includes(point.bound) ? -1 : LOW.includes(point.bound) ? 1 : 0
  const tip = y + way * ARROW_LENGTH
  return (
    <g>
      {way === 0 ? null : (
        <path
          d={`M${x} ${y}V${tip}m-4 ${-way * 5}l4 ${way * 5}l4 ${-way * 5}`}
          fill="none"
          strokeWidth="1.500"
          className="stroke-accent"
        />
      )}
      <circle
        cx={x}
        cy={y}
        r="5"
        strokeWidth="2"
        className={point.superseded ? 'fill-sheet stroke-edge' : 'fill-accent stroke-accent'}
      />
      <text
        x={x + dx}
        y={y + dy}
        textAnchor={anchor}
        fontSize="12"
        className={point.superseded ? 'fill-soft' : 'fill-ink font-medium'}
      >
        {asOfWords(point.asOf)}
      </text>
    </g>
  )
}
