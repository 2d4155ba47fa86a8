/** How the figures of a passage changed: value before and after, in absolute and in relative terms. */
import type { ReadFigure } from '#reading/figure.ts'
import { Exact } from '#reading/figure-parts/exact.ts'
import { readFigures } from '#reading/figures.ts'
import { normalText } from '#reading/quote-parts/normal-text.ts'

/** A figure as it stood in a text; `value` is an exact decimal. */
export type StatedFigure = Pick<ReadFigure, 'text' | 'value' | 'unit' | 'bound' | 'rate'> & {
  valueHigh: string | null
}

/**
 * `before` null: the figure is new; `after` null: it is no longer there. `absolute` is after less before, an exact decimal;
 * `relativePercent` is rounded to two decimals; both are null where the unit is another or one side is missing.
 */
export type FigureChange = {
  before: StatedFigure | null
  after: StatedFigure | null
  absolute: string | null
  relativePercent: string | null
}

type Passage = { text: string; span: { start: number; end: number } }

/** Bounds, units and rates may stand outside of the words that are cited. */
const AROUND_CHARACTERS = 80

/** Figures that differ between two passages, in the order of the first. Dates and ordinals are no figures. */
export function figureChanges(before: Passage, after: Passage): FigureChange[] {
  const gone = figuresOf(before)
  const come = figuresOf(after)
  for (const figure of [...gone]) {
    const same = come.findIndex((other) => isSame(figure, other))
    if (same < 0) continue
    come.splice(same, 1)
    gone.splice(gone.indexOf(figure), 1)
  }
  const partners = new Map<StatedFigure, StatedFigure>()
  for (const fits of [(a: StatedFigure, b: StatedFigure) => a.unit === b.unit, () => true])
    for (const figure of gone) {
      if (partners.has(figure)) continue
      const at = come.findIndex((other) => fits(figure, other))
      if (at >= 0) partners.set(figure, come.splice(at, 1)[0]!)
    }
  return [
    ...gone.map((figure) => changed(figure, partners.get(figure) ?? null)),
    ...come.map((figure) => changed(null, figure)),
  ]
}

/** Read from levelled text: a figure set in full width, or with other spaces, is the same figure. */
function figuresOf({ text, span }: Passage): StatedFigure[] {
  const from = Math.max(0, span.start - AROUND_CHARACTERS)
  const level = normalText(text.slice(from, span.end + AROUND_CHARACTERS))
  return readFigures(level.text).flatMap(({ start, end, kind, value, valueHigh, unit, bound, rate }) => {
    const first = from + level.startOf(start)
    const last = from + level.endOf(end - 1)
    if (kind === 'ordinal' || first >= span.end || last <= span.start) return []
    return [{ text: text.slice(first, last), value, valueHigh: valueHigh ?? null, unit, bound, rate }]
  })
}

function isSame(one: StatedFigure, other: StatedFigure): boolean {
  const same = ['value', 'valueHigh', 'unit', 'bound', 'rate'] as const
  return same.every((part) => one[part] === other[part])
}

function changed(before: StatedFigure | null, after: StatedFigure | null): FigureChange {
  const isComparable = before !== null && after !== null && before.unit === after.unit
  if (!isComparable) return { before, after, absolute: null, relativePercent: null }
  const was = new Exact(before.value)
  const absolute = new Exact(after.value).minus(was)
  return {
    before,
    after,
    absolute: absolute.toFixed(),
    relativePercent: was.isZero() ? null : absolute.div(was.abs()).times(100).toDecimalPlaces(2).toFixed(),
  }
}
