/** A table of endless numbers keeps nobody waiting, and nobody is told that a figure is absent from it. */
import { describe, expect, it } from 'vitest'
import { checkClaim } from '#reading/check-claim.ts'
import { readFigures } from '#reading/figures.ts'
import { MAX_MENTIONS, mayHoldMore } from '#reading/most-mentions.ts'
import { readPeriods } from '#reading/periods.ts'

const TABLE = '1;'.repeat(MAX_MENTIONS + 50)

describe('a text of more figures than are worked out', () => {
  it('gives the first ones, and says that there may be more', () => {
    const figures = readFigures(TABLE)
    expect(figures).toHaveLength(MAX_MENTIONS)
    expect(figures.at(-1)?.start).toBe((MAX_MENTIONS - 1) * 2)
    expect(mayHoldMore(figures)).toBe(true)
    expect(mayHoldMore(readFigures('12 of 40 towns'))).toBe(false)
  })

  it('is no text in which a figure is absent', () => {
    const checked = checkClaim('It cost 875 million euros.', TABLE)
    expect(checked.moreFigures).toBe(true)
    expect(checked.figures.map(({ verdict }) => verdict)).toEqual(['could_not_look'])
    const short = checkClaim('It cost 875 million euros.', 'It cost a lot.')
    expect(short).toMatchObject({ moreFigures: false, figures: [{ verdict: 'absent' }] })
  })

  it('has no more dates than are worked out either', () => {
    expect(mayHoldMore(readPeriods('今年'.repeat(MAX_MENTIONS + 50), { referenceDate: '2026-03-24' }))).toBe(
      true,
    )
  })
})
