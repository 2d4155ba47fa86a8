/** The figures of a text by unit and size, so that a claim is held only against those it could mean. */
import type { ReadFigure } from '#reading/figure.ts'
import { conversion } from './measures.ts'
import type { ComparableFigure } from './units-agree.ts'

/** Texts with fewer figures are compared whole. */
const MIN_INDEXED = 200
/** How many of the nearest figures of one unit are looked at, and how many at each factor that a slip makes. */
const NEAREST = 60
const AT_SLIP = 10
/** Powers of ten: a slip is an exact factor, another difference at most a thousandfold one. */
const EXACTLY = 1e-6
const AT_ALL = 3.1
const SLIP_POWERS = [-8, -6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6, 8]

type Row = { figures: ReadFigure[]; sizes: Float64Array }

const indexes = new WeakMap<readonly ReadFigure[], Map<string | null, Row>>()

/** Those of `found`, in order, that `claimed` may stand for: the nearest in size, and those a slip or a unit away. */
export function likelyFigures(
  claimed: ComparableFigure,
  found: readonly ReadFigure[],
): readonly ReadFigure[] {
  if (found.length < MIN_INDEXED) return found
  const index = indexes.get(found) ?? indexed(found)
  const size = sizeOf(claimed.value)
  const likely = new Set<ReadFigure>()
  for (const [unit, row] of index) {
    const isOpen = unit === null || claimed.unit === null || unit === claimed.unit
    take(likely, row, size, isOpen ? NEAREST : AT_SLIP, isOpen ? AT_ALL : EXACTLY)
    for (const power of SLIP_POWERS) take(likely, row, size - power, AT_SLIP, EXACTLY)
    const factor = unit && claimed.unit && unit !== claimed.unit ? conversion(unit, claimed.unit) : null
    if (factor) take(likely, row, size - Math.log10(factor.toNumber()), NEAREST, AT_ALL)
    if (unit === 'percent' && claimed.unit === null) take(likely, row, size + 2, AT_SLIP, AT_ALL)
  }
  return [...likely].sort((a, b) => a.start - b.start)
}

function indexed(found: readonly ReadFigure[]): Map<string | null, Row> {
  const byUnit = new Map<string | null, ReadFigure[]>()
  for (const figure of found) {
    const figures = byUnit.get(figure.unit)
    if (figures) figures.push(figure)
    else byUnit.set(figure.unit, [figure])
  }
  const index = new Map<string | null, Row>()
  for (const [unit, figures] of byUnit) {
    const sized = figures
      .map((figure) => ({ figure, size: sizeOf(figure.value) }))
      .sort((a, b) => a.size - b.size)
    index.set(unit, {
      figures: sized.map(({ figure }) => figure),
      sizes: Float64Array.from(sized, ({ size }) => size),
    })
  }
  indexes.set(found, index)
  return index
}

/** The `most` figures of the row that are nearest in size, none further than `reach`. */
function take(
  likely: Set<ReadFigure>,
  { figures, sizes }: Row,
  size: number,
  most: number,
  reach: number,
): void {
  let high = firstFrom(sizes, size - EXACTLY)
  let low = high - 1
  for (let taken = 0; taken < most; taken += 1) {
    const above = high < sizes.length ? sizes[high]! - size : Number.POSITIVE_INFINITY
    const below = low >= 0 ? size - sizes[low]! : Number.POSITIVE_INFINITY
    if (Math.min(above, below) > reach) return
    const figure = above <= below ? figures[high++] : figures[low--]
    if (figure) likely.add(figure)
  }
}

function firstFrom(sizes: Float64Array, size: number): number {
  let low = 0
  let high = sizes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sizes[middle] ?? 0) < size) low = middle + 1
    else high = middle
  }
  return low
}

/** Power of ten; nought is smaller than everything. */
function sizeOf(value: string): number {
  const size = Math.abs(Number(value))
  return size === 0 ? -400 : Math.log10(size)
}
