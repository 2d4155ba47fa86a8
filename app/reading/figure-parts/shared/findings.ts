/** Collects the figures of a text: joins ranges, and gives each figure its date and what it takes over from its clause. */
import type { ReadFigure } from '#reading/figure.ts'
import { asOfAround, type Dates, readDates } from '#reading/figure-parts/dates/as-of.ts'
import { MAX_MENTIONS } from '#reading/most-mentions.ts'
import { type Carried, carryOver } from './carry.ts'
import type { Draft, Page } from './draft.ts'
import { joinRange } from './ranges.ts'

/**
 * Only the last draft is kept open, because only it can still become the low end of a range: a text of a million figures
 * would otherwise hold each of them twice.
 */
export class Findings {
  readonly #page: Page
  readonly #figures: ReadFigure[] = []
  #open: Draft | null = null
  #dates: Dates | null = null
  #carried: Carried = null

  constructor(page: Page) {
    this.#page = page
  }

  /** Drafts come in the order of the text. */
  add(draft: Draft): void {
    const joined = this.#open && joinRange(this.#page.plain, this.#open, draft)
    if (joined) {
      this.#open = joined === 'neither' ? null : joined
      return
    }
    this.#close()
    this.#open = draft
  }

  /** Those that nothing can change any more. */
  get count(): number {
    return this.#figures.length
  }

  all(): ReadFigure[] {
    if (this.#figures.length >= MAX_MENTIONS) return this.#figures
    this.#close()
    return this.#figures
  }

  #close(): void {
    const draft = this.#open
    this.#open = null
    if (!draft || draft.tentative) return
    const { source, plain } = this.#page
    this.#dates ??= readDates(plain, this.#page.language)
    const { unit, rate, carry } = carryOver(plain, draft, this.#carried)
    this.#carried = carry
    const { start, end, high } = draft
    const figure: ReadFigure = {
      text: source.slice(start, end),
      start,
      end,
      value: draft.value.toString(),
      unit,
      kind: draft.kind,
      bound: draft.bound,
      rate,
      asOf: draft.kind === 'ordinal' ? null : asOfAround(source, this.#dates, this.#figures, start, end),
      scaleWords: draft.scaleWords,
      language: draft.language,
    }
    if (high) figure.valueHigh = high.toString()
    if (draft.note) figure.note = draft.note
    this.#figures.push(figure)
  }
}
