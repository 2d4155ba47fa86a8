/** House wording: every kind of caveat reads as a sentence and speaks of its subject. */
import { describe, expect, it } from 'vitest'
import { CAVEAT_KINDS, caveatInput, caveatLabel, caveatObligation, caveatWording } from '#domain/caveat.ts'
import { readInput } from '#domain/input.ts'

const about = {
  subject: 'the 140 trillion figure',
  claimant: 'Liu Liehong',
  origin: 'a speech',
  asOf: 'March 2026',
}

describe.each(CAVEAT_KINDS)('%s', (kind) => {
  it('is a whole sentence about its subject, or about the claimant', () => {
    for (const context of [about, { ...about, claimant: null, origin: null, asOf: null }]) {
      const wording = caveatWording(kind, context)
      expect(wording).toMatch(/^[A-Z].*\.$/)
      expect(wording).not.toMatch(/undefined|null/)
      expect(wording.toLowerCase()).toContain('the 140 trillion figure')
    }
    expect(caveatLabel(kind)).toMatch(/^[A-Z]/)
  })

  it('may be added as the house words it', () => {
    const input = { kind, wording: caveatWording(kind, about), obligation: caveatObligation(kind) }
    expect(readInput(caveatInput, input).ok).toBe(true)
  })
})
