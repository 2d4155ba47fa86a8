/** Every figure of a page that may be a figure of the claim, each with its verdict; not only the best one. */
import { likelyFigures } from '#reading/check-parts/figure-index.ts'
import type { ComparableFigure } from '#reading/check-parts/units-agree.ts'
import { compareFigure } from '#reading/compare-figures.ts'
import type { ReadFigure } from '#reading/figure.ts'
import type { FigureVerdict } from '#reading/figure-verdict.ts'
import type { Span } from './span.ts'

/** `sameUnit`: both name a unit and it is the same; `telling`: hardly a number that stands in any text. */
export type FigureHit = Span & {
  /** place of the claim's figure in the claim */
  claimed: number
  verdict: FigureVerdict
  text: string
  slip: string | null
  sameUnit: boolean
  telling: boolean
}

/** How much a verdict is worth where everything around it agrees; what is not named here is no hit. */
export const WORTH: Partial<Record<FigureVerdict, number>> = {
  equal: 1,
  within_bound: 0.85,
  bound_dropped: 0.9,
  date_differs: 0.6,
  unit_differs: 0.35,
  magnitude_slip: 0.4,
}

const MAX_HITS_PER_FIGURE = 40
/** A figure of so many signs, or as large as this, is not met by chance. */
const TELLING_DIGITS = 3
const TELLING_VALUE = 10_000

/** In the order of the page for each figure of the claim; the best are kept where there are very many. */
export function figureHits(
  claimed: (ComparableFigure & { text: string })[],
  found: readonly ReadFigure[],
): FigureHit[] {
  return claimed.flatMap((figure, index) => {
    const hits: FigureHit[] = []
    for (const each of likelyFigures(figure, found)) {
      const { verdict, slip } = compareFigure(figure, [each])
      if (WORTH[verdict] === undefined) continue
      const sameUnit = figure.unit !== null && figure.unit === each.unit
      const { start, end, text } = each
      hits.push({
        claimed: index,
        verdict,
        text,
        slip,
        sameUnit,
        telling: isTelling(figure.value),
        start,
        end,
      })
    }
    return hits.sort((a, b) => worth(b) - worth(a) || a.start - b.start).slice(0, MAX_HITS_PER_FIGURE)
  })
}

function worth({ verdict, sameUnit }: FigureHit): number {
  return (WORTH[verdict] ?? 0) + (sameUnit ? 1 : 0)
}

function isTelling(value: string): boolean {
  const digits = value.replace(/^-?0*\.?0*|\.|0+$/g, '')
  return digits.length >= TELLING_DIGITS || Math.abs(Number(value)) >= TELLING_VALUE
}
