/** A chain as a person sets it: order, windows, and what is no chain. */
import { describe, expect, it } from 'vitest'
import { chainForm } from '#domain/chain-setting.ts'
import { readInput } from '#domain/input.ts'

const form = (...steps: string[]) => ({
  steps: steps.map((step) => ({ step, use: 'on', seconds: '20' })),
  windowSeconds: '300',
  ending: 'all',
})
const find = (typed: unknown) => readInput(chainForm('find'), typed)

describe('the form of a chain', () => {
  it('keeps the order of the rows and leaves out those that are not ticked', () => {
    const typed = form('link-search', 'grok-search', 'brave-search')
    typed.steps[1]!.use = ''
    expect(find(typed)).toEqual({
      ok: true,
      value: {
        steps: [
          { step: 'link-search', windowMs: 20_000 },
          { step: 'brave-search', windowMs: 20_000 },
        ],
        windowMs: 300_000,
        stopAtFirst: false,
      },
    })
  })

  it.each([
    ['without a step', form(), 'steps'],
    ['with a step of the other kind', form('rendered'), 'steps.0.step'],
    ['with a step twice', form('brave-search', 'brave-search'), 'steps'],
    ['with a window that is no number', { ...form('brave-search'), windowSeconds: 'long' }, 'windowSeconds'],
    [
      'with less time than a step may take',
      { ...form('brave-search'), windowSeconds: '10' },
      'windowSeconds',
    ],
    ['without saying when it ends', { ...form('brave-search'), ending: '' }, 'ending'],
    ['with an empty window', { ...form(), steps: [{ step: 'brave-search', use: 'on' }] }, 'steps.0.seconds'],
  ])('%s is refused, with the complaint at its field', (_what, typed, field) => {
    const answer = find(typed)
    expect(answer.ok ? {} : answer.refusal.fields).toHaveProperty([field])
  })
})
