/** A rank or ordinal as a figure, the same in every language. */

import type { Rational } from '#reading/figure-parts/numbers/rational.ts'
import type { Reading } from './draft.ts'

/** An ordinal has neither unit nor bound nor rate. */
export function ordinal(start: number, end: number, value: Rational, language: string): Reading {
  return {
    end,
    draft: {
      start,
      end,
      value,
      high: null,
      unit: null,
      kind: 'ordinal',
      bound: 'exact',
      rate: null,
      scaleWords: null,
      language,
      factor: 1n,
      signed: false,
      tentative: false,
    },
  }
}
