import { expect, it } from 'vitest'
import { type EgressEntry, keptEgress, MAX_EGRESS_ENTRIES } from '#domain/egress.ts'

const entry = (over: Partial<EgressEntry> = {}): EgressEntry => ({
  at: new Date('2026-03-24T08:00:00Z'),
  party: 'news.example:443',
  via: 'http',
  learned: 'address',
  detail: 'https://news.example/a',
  ended: 'connected',
  ...over,
})

it('the same thing learned by the same party is kept once, with its first time', () => {
  const later = entry({ at: new Date('2026-03-24T09:00:00Z') })
  expect(keptEgress([entry(), later, entry({ ended: 'failed' })])).toEqual([
    entry(),
    entry({ ended: 'failed' }),
  ])
})
it('a long query is cut', () => {
  expect(keptEgress([entry({ detail: 'a'.repeat(10_000) })])[0]?.detail).toHaveLength(2_000)
})
it('what is beyond the bound is counted, so that nothing is left out in silence', () => {
  const many = Array.from({ length: MAX_EGRESS_ENTRIES + 30 }, (_, index) =>
    entry({ party: `p${index % 520}:443`, detail: `${index}` }),
  )
  const kept = keptEgress(many)
  expect(kept).toHaveLength(MAX_EGRESS_ENTRIES + 1)
  expect(kept.at(-1)).toMatchObject({ party: 'others', detail: expect.stringContaining('30 more entries') })
})
