import { describe, expect, it } from 'vitest'
import { attemptSentence, stepWords, windowWords } from '#components/attempt-words.ts'
import { REASONS } from '#domain/attempt.ts'
import { STEP_NAMES } from '#domain/step.ts'

const failed = { ended: 'failed', httpStatus: null, windowMs: 3_000 } as const

describe('attempt words', () => {
  it('has a sentence of its own for every reason', () => {
    const sentences = REASONS.map((reason) => attemptSentence({ ...failed, reason }))
    expect(new Set(sentences).size).toBe(REASONS.length)
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].*\.$/)
  })

  it('never says of a step that could not look that there was nothing', () => {
    for (const reason of [
      'http_error',
      'timeout_window',
      'engine_unavailable',
      'dns',
      'connect',
      'tls',
    ] as const)
      expect(attemptSentence({ ...failed, reason })).not.toMatch(/there was nothing|not there/)
    expect(attemptSentence({ ...failed, reason: null })).toBe('We could not look.')
  })

  it('names the status and the window where they tell more than the reason', () => {
    expect(attemptSentence({ ...failed, reason: 'http_error', httpStatus: 502 })).toContain('HTTP 502')
    expect(attemptSentence({ ...failed, reason: 'timeout_window' })).toContain('3 seconds')
  })

  it('tells a step that was left out to keep a secret from one that the guard stopped on its way', () => {
    const skipped = { ...failed, ended: 'skipped' } as const
    expect(attemptSentence({ ...skipped, reason: 'refused_by_guard' })).toContain('nobody outside learns')
    expect(attemptSentence({ ...failed, reason: 'refused_by_guard' })).toContain('private networks')
    expect(attemptSentence({ ...skipped, reason: 'rate_limited' })).toContain('left alone')
  })

  it('has words for every step and keeps the name of a step it does not know', () => {
    for (const step of STEP_NAMES) expect(stepWords(step)).not.toBe(step)
    expect(stepWords('pigeon')).toBe('pigeon')
  })

  it.each([
    [0, '0 ms'],
    [250, '250 ms'],
    [1_000, '1 second'],
    [1_540, '1.5 seconds'],
    [59_990, '1 minute'],
    [125_000, '2 minutes 5 seconds'],
    [7_260_000, '2 hours 1 minute'],
    [50 * 3_600_000, '2 days 2 hours'],
  ])('gives %d milliseconds as %s', (milliseconds, words) => {
    expect(windowWords(milliseconds)).toBe(words)
  })
})
