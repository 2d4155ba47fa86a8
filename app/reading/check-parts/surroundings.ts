/** What the words around a figure tell of it; each is read only when a comparison asks for it. */
import type { ReadFigure } from '#reading/figure.ts'
import { plainWidth } from '#reading/figure-parts/shared/plain-width.ts'
import type { ReadPeriod } from '#reading/periods.ts'
import { countedThing } from './counted.ts'
import { type Direction, directionOf } from './direction.ts'
import { Periods } from './period-of.ts'
import { subjectOf } from './subject.ts'

/** A text with its figures, in order. */
export class Surroundings {
  private readonly text: string
  private readonly figures: readonly ReadFigure[]
  private folded: string | null = null
  private periods: Periods | null = null

  constructor(text: string, figures: readonly ReadFigure[]) {
    this.text = text
    this.figures = figures
  }

  period(figure: ReadFigure): ReadPeriod | null {
    this.periods ??= new Periods(this.text)
    return this.periods.of(figure, this.figures)
  }

  direction(figure: ReadFigure): Direction | null {
    return directionOf(this.plain(), figure)
  }

  thing(figure: ReadFigure): string | null {
    return countedThing(this.text, figure)
  }

  subject(figure: ReadFigure): Set<string> {
    return subjectOf(this.plain(), figure)
  }

  private plain(): string {
    this.folded ??= plainWidth(this.text)
    return this.folded
  }
}
