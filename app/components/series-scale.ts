/** Places the points of a series on a picture: time from left to right, values on a logarithmic scale upwards. */
import { lastDayOf } from '#domain/series.ts'

export type ChartFrame = {
  width: number
  height: number
  left: number
  right: number
  top: number
  bottom: number
}

export type ChartScale = {
  x: (asOf: string) => number
  y: (value: string) => number
  /** exact decimal strings */
  valueTicks: string[]
  yearTicks: { label: string; x: number }[]
}

const DAY_MS = 86_400_000
const MAX_VALUE_TICKS = 7
const MAX_YEAR_TICKS = 8

/** Logarithmic where all values are above zero, which a count of things is; else evenly spaced. Never empty: one point stands in the middle. */
export function seriesScale(
  points: readonly { asOf: string; value: string }[],
  frame: ChartFrame,
): ChartScale {
  const times = points.map(({ asOf }) => timeOf(asOf))
  const values = points.map(({ value }) => Number(value))
  const isLog = values.every((value) => value > 0)
  const [low, high] = isLog ? decades(values) : [Math.min(0, ...values), Math.max(0, ...values)]
  const [first, last] = [Math.min(...times), Math.max(...times)]
  const inner = {
    width: frame.width - frame.left - frame.right,
    height: frame.height - frame.top - frame.bottom,
  }
  const level = (value: number) => (isLog ? Math.log10(value) : value)
  const across = (time: number) => (last === first ? 0.5 : (time - first) / (last - first))
  const x = (time: number) => frame.left + inner.width * across(time)
  const y = (value: number) =>
    frame.top + inner.height * (1 - (high === low ? 0.5 : (level(value) - low) / (high - low)))
  return {
    x: (asOf) => round(x(timeOf(asOf))),
    y: (value) => round(y(Number(value))),
    valueTicks: isLog ? powersOfTen(low, high) : [...new Set([low, 0, high])].map(String),
    yearTicks: yearsBetween(first, last).map((year) => ({
      label: String(year),
      x: round(x(Date.UTC(year, 0, 1))),
    })),
  }
}

const round = (value: number) => Math.round(value * 10) / 10
const timeOf = (asOf: string) => Date.parse(lastDayOf(asOf)) + DAY_MS / 2

/** Whole powers of ten around the values, one at least. */
function decades(values: number[]): [number, number] {
  const low = Math.floor(Math.log10(Math.min(...values)))
  const high = Math.ceil(Math.log10(Math.max(...values)))
  return high === low ? [low, low + 1] : [low, high]
}

function powersOfTen(low: number, high: number): string[] {
  const step = Math.max(1, Math.ceil((high - low) / MAX_VALUE_TICKS))
  const ticks: string[] = []
  for (let power = low; power <= high; power += step) ticks.push(decimalPower(power))
  return ticks
}

const decimalPower = (power: number) =>
  power >= 0 ? `1${'0'.repeat(power)}` : `0.${'0'.repeat(-power - 1)}1`

/** First days of years between two moments, thinned to what fits. */
function yearsBetween(first: number, last: number): number[] {
  const from = new Date(first).getUTCFullYear() + 1
  const to = new Date(last).getUTCFullYear()
  const step = Math.max(1, Math.ceil((to - from + 1) / MAX_YEAR_TICKS))
  return Array.from(
    { length: Math.max(0, Math.ceil((to - from + 1) / step)) },
    (_, index) => from + index * step,
  )
}
