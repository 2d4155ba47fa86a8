import { describe, expect, it } from 'vitest'
import { progressSentence, type RunPlan, stepsNotWalked } from '#components/run-rows.ts'

const plan = (over: Partial<RunPlan>): RunPlan => ({
  state: 'running',
  cancelRequestedAt: null,
  leaseUntil: null,
  planned: ['plain', 'rendered', 'wayback'],
  stopAtFirst: true,
  attempts: [],
  ...over,
})

const now = new Date('2026-03-24T09:00:00Z')

describe('the rows of a run', () => {
  it('names each planned step that was not walked, with the reason of that run', () => {
    const done = plan({ state: 'finished', attempts: [{ step: 'plain', ended: 'done' }] })
    expect(stepsNotWalked(done)).toEqual([
      { step: 'rendered', why: 'Not needed: an earlier step brought what was looked for.' },
      { step: 'wayback', why: 'Not needed: an earlier step brought what was looked for.' },
    ])
    const failed = [{ step: 'plain', ended: 'failed' } as const]
    expect(stepsNotWalked(plan({ state: 'cancelled', attempts: failed }))[0]!.why).toContain('stopped')
    expect(stepsNotWalked(plan({ state: 'finished', attempts: failed }))[0]!.why).toContain('time')
    expect(stepsNotWalked(plan({ attempts: failed }))[0]!.why).toBe('Not begun yet.')
  })

  it('lists a step that was walked twice neither as missing nor as two steps', () => {
    const run = plan({
      attempts: [
        { step: 'plain', ended: 'failed' },
        { step: 'plain', ended: null },
      ],
    })
    expect(stepsNotWalked(run).map(({ step }) => step)).toEqual(['rendered', 'wayback'])
    expect(progressSentence(run, now)).toContain('Step 1 of 3')
  })

  it('says of a run without an answer that what could not be looked at may be there', () => {
    const sentence = progressSentence(
      plan({ state: 'finished', attempts: [{ step: 'plain', ended: 'failed' }] }),
      now,
    )
    expect(sentence).toContain('may still be there')
  })

  it('says when the worker that has the run has fallen silent', () => {
    const attempts = [{ step: 'plain', ended: null }]
    const sentence = (leaseMs: number) =>
      progressSentence(plan({ attempts, leaseUntil: new Date(now.getTime() + leaseMs) }), now)
    expect(sentence(-1)).toContain('silent')
    expect(sentence(1)).toContain('at work')
  })

  it('tells waiting, working, stopping and stopped apart', () => {
    const attempts = [{ step: 'plain', ended: null }]
    const sentences = [
      progressSentence(plan({ state: 'queued' }), now),
      progressSentence(plan({}), now),
      progressSentence(plan({ attempts }), now),
      progressSentence(plan({ attempts, cancelRequestedAt: now }), now),
      progressSentence(plan({ state: 'cancelled' }), now),
    ]
    expect(new Set(sentences).size).toBe(5)
  })
})
