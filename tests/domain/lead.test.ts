/** Leads as a person reads them. */
import { expect, it } from 'vitest'
import { groupLeads, type StoredLead } from '#domain/lead.ts'

let made = 0
function lead(address: string, more: Partial<StoredLead> = {}): StoredLead {
  made += 1
  return {
    id: `lead-${made}`,
    claimId: 'claim',
    address,
    title: null,
    snippet: null,
    state: 'proposed',
    sourceId: null,
    position: made,
    standing: null,
    rank: null,
    screening: null,
    screenedAt: null,
    attempt: { step: 'local-web-search', runId: 'run', run: { state: 'finished' } },
    ...more,
  }
}
const at = (minute: number) => new Date(Date.UTC(2026, 2, 24, 8, minute))
const by = (step: string, runId = 'run', state = 'finished') => ({ step, runId, run: { state } })

it('one address is one lead, whichever engine named it, with the newest look', () => {
  const [only, ...rest] = groupLeads([
    lead('https://a.example/x?utm_source=q', { position: 3, standing: 'could_not_look', screenedAt: at(1) }),
    lead('http://A.example/x/', {
      position: 1,
      title: 'A',
      attempt: by('grok-search', 'other'),
      standing: 'passage_found',
      rank: 80,
      screenedAt: at(2),
    }),
  ])
  expect(rest).toEqual([])
  expect(only).toMatchObject({ standing: 'passage_found', rank: 80, title: 'A' })
  expect(only?.namedBy).toEqual([
    { step: 'local-web-search', runId: 'run', position: 3 },
    { step: 'grok-search', runId: 'other', position: 1 },
  ])
  expect(only?.openIds).toHaveLength(2)
})

it('the order is that of the ranks, then that of the engines; the unknown stands between found and not found', () => {
  const looked = { screenedAt: at(1) }
  const grouped = groupLeads([
    lead('https://never.example/', { standing: 'never_existed', rank: 0, position: 1, ...looked }),
    lead('https://absent.example/', { standing: 'passage_absent', rank: 20, position: 2, ...looked }),
    lead('https://later.example/', { standing: 'passage_found', rank: 70, position: 9, ...looked }),
    lead('https://wall.example/', { standing: 'could_not_look', position: 4, ...looked }),
    lead('https://unseen.example/', { position: 3 }),
    lead('https://first.example/', { standing: 'passage_found', rank: 70, position: 5, ...looked }),
  ])
  expect(grouped.map(({ address }) => new URL(address).host.split('.')[0])).toEqual([
    'first',
    'later',
    'wall',
    'unseen',
    'absent',
    'never',
  ])
})

it('an address that was accepted once is dealt with; one that was dismissed and found again is not', () => {
  const [accepted, again, waiting] = groupLeads([
    lead('https://a.example/', { state: 'accepted', sourceId: 's' }),
    lead('https://a.example/'),
    lead('https://b.example/', { state: 'dismissed' }),
    lead('https://b.example/'),
    lead('https://c.example/', { attempt: by('grok-search', 'r', 'running') }),
  ])
  expect(accepted).toMatchObject({ state: 'accepted', sourceId: 's', openIds: [] })
  expect(again).toMatchObject({ state: 'proposed', wasDismissed: true, isWaiting: false })
  expect(waiting).toMatchObject({ isWaiting: true })
})

it('what is no address stands for itself', () => {
  expect(groupLeads([lead('not an address'), lead('nor this')])).toHaveLength(2)
})
