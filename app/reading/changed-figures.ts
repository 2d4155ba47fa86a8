/** Tells which figures of a text, or of one passage in it, changed between two versions: the value before and after. */
import type { ReadFigure } from './figure.ts'
import { Exact } from './figure-parts/numbers/exact.ts'
import { readFigures } from './figures.ts'
import { normalText } from './quote-parts/normal-text.ts'

/** A version of a text; with `span` only the figures of that passage count. Positions are UTF-16 units. */
type Version = { text: string; span?: { start: number; end: number } }

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

/** Bounds, units and rates may stand outside of the words that are cited. */
const AROUND_CHARACTERS = 80
const STOPS = /[。！？；\n]|[.!?;](?=\s|$)/g
const NOUGHT = '#'

/** `place`: the figure's sentence without its figures, how often that came before, and the figure's turn in it. */
type Placed = { figure: StatedFigure; asOf: string | null; place: string }

/**
 * In the order of `before`, then what is new. A figure is the same one where its sentence is the same but for its figures,
 * and so is its place among them; else where its value and unit are the same, whatever its bound, rate or date. In a cited
 * passage, what is left is taken for the same figure with another value, those of one unit first; in whole texts it is gone,
 * or new. Dates and ordinals are no figures; typography does not count.
 */
export function figureChanges(before: Version, after: Version): FigureChange[] {
  const frames = new Map<string, number>()
  const gone = placedFigures(before, frames)
  const come = new Set(placedFigures(after, frames))
  const partners = new Map<Placed, Placed>()
  const settle = (keyOf: (one: Placed) => string | null) => {
    const places = new Map<string | null, Placed[]>()
    // From the last on, so that the first is taken first.
    for (const one of [...come].reverse()) {
      const key = keyOf(one)
      const row = places.get(key)
      if (row) row.push(one)
      else places.set(key, [one])
    }
    for (const one of gone) {
      const partner = partners.has(one) ? undefined : places.get(keyOf(one))?.pop()
      if (!partner) continue
      partners.set(one, partner)
      come.delete(partner)
    }
  }
  settle(({ place }) => place)
  settle(saidOf)
  settle(({ figure }) => `${figure.value} ${figure.valueHigh} ${figure.unit}`)
  if (before.span && after.span) {
    settle(({ figure }) => figure.unit)
    settle(() => '')
  }
  return [
    ...gone.flatMap((one) => {
      const now = partners.get(one)
      return now && isSame(one, now) ? [] : [changed(one.figure, now?.figure ?? null)]
    }),
    ...Array.from(come, ({ figure }) => changed(null, figure)),
  ]
}

/** Read from levelled text: a figure set in full width, or with other spaces, is the same figure. */
function placedFigures(
  { text, span = { start: 0, end: text.length } }: Version,
  frames: Map<string, number>,
): Placed[] {
  const from = Math.max(0, span.start - AROUND_CHARACTERS)
  const level = normalText(text.slice(from, span.end + AROUND_CHARACTERS))
  const figures = readFigures(level.text)
  const placeOf = placesIn(level.text, figures, frames)
  return figures.flatMap((one, index) => {
    const first = from + level.startOf(one.start)
    const last = from + level.endOf(one.end - 1)
    if (one.kind === 'ordinal' || first >= span.end || last <= span.start) return []
    const { value, valueHigh = null, unit, bound, rate } = one
    const figure = { text: text.slice(first, last), value, valueHigh, unit, bound, rate }
    return [{ figure, asOf: one.asOf, place: placeOf[index] ?? '' }]
  })
}

/** `frames` numbers the sentences of both versions: a long one with many figures must not be a key for each of them. */
function placesIn(text: string, figures: readonly ReadFigure[], frames: Map<string, number>): string[] {
  const places: string[] = []
  const seen = new Map<number, number>()
  let from = 0
  for (const stop of [...Array.from(text.matchAll(STOPS), (match) => match.index), text.length]) {
    const first = places.length
    let frame = ''
    let at = from
    let next = first
    for (; (figures[next]?.start ?? text.length) < stop; next += 1) {
      const figure = figures[next]!
      frame += text.slice(at, figure.start) + NOUGHT
      at = figure.end
    }
    if (next > first) {
      frame = (frame + text.slice(at, Math.max(at, stop))).trim()
      const number = frames.get(frame) ?? frames.size
      frames.set(frame, number)
      const turn = seen.get(number) ?? 0
      seen.set(number, turn + 1)
      for (let index = first; index < next; index += 1) places.push(`${number} ${turn} ${index - first}`)
    }
    from = stop + 1
  }
  return places
}

function saidOf({ figure }: Placed): string {
  return [figure.value, figure.valueHigh, figure.unit, figure.bound, figure.rate].join(' ')
}

/** A date that one version leaves out is no other date. */
function isSame(one: Placed, other: Placed): boolean {
  return saidOf(one) === saidOf(other) && (one.asOf === other.asOf || !one.asOf || !other.asOf)
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
