/** A long list of leads, cut and narrowed down. */
import { describe, expect, it } from 'vitest'
import { chosenLeads, leadParts, shownLeads } from '#components/leads-parts.ts'
import type { GroupedLead } from '#domain/lead.ts'

function lead(id: string, more: Partial<GroupedLead> = {}): GroupedLead {
  return {
    id,
    claimId: 'claim',
    address: `https://${id}.example/`,
    title: null,
    snippet: null,
    sourceId: null,
    standing: 'passage_found',
    rank: 50,
    screening: null,
    state: 'proposed',
    openIds: [id],
    namedBy: [{ step: 'grok-search', runId: 'run', position: 1 }],
    wasDismissed: false,
    isWaiting: false,
    ...more,
  }
}

describe('the list', () => {
  it('folds what is of little use under words that say how much there is', () => {
    const parts = leadParts([
      lead('found'),
      lead('wall', { standing: 'could_not_look' }),
      lead('absent', { standing: 'passage_absent' }),
      lead('absent-too', { standing: 'passage_absent' }),
      lead('never', { standing: 'never_existed' }),
    ])
    expect(parts.map(({ folded, leads }) => [folded, leads.map(({ lead: { id } }) => id)])).toEqual([
      [null, ['found', 'wall']],
      ['2 leads whose pages do not have the passage', ['absent', 'absent-too']],
      ['1 address that never existed', ['never']],
    ])
    expect(parts.flatMap(({ leads }) => leads.map(({ index }) => index))).toEqual([0, 1, 2, 3, 4])
  })

  it('moves nothing while pages are being looked at', () => {
    const place = (position: number) => ({ namedBy: [{ step: 's', runId: 'r', position }] })
    const [part, ...rest] = leadParts([
      lead('third', place(3)),
      lead('first', { ...place(1), standing: 'passage_absent' }),
      lead('second', { ...place(2), standing: null, isWaiting: true }),
    ])
    expect(rest).toEqual([])
    expect(part?.leads.map(({ lead: { id } }) => id)).toEqual(['first', 'second', 'third'])
  })

  it('is narrowed down by what was seen, and by words of address, title and engine', () => {
    const leads = [
      lead('a', { title: 'Daily tokens' }),
      lead('b', { standing: null, namedBy: [{ step: 'brave-search', runId: 'r', position: 1 }] }),
      lead('c', { standing: 'passage_absent', title: 'Tokens' }),
    ]
    const ids = (standing: string, words: string) =>
      shownLeads(leads, { standing, words }).map(({ id }) => id)
    expect(ids('', '')).toEqual(['a', 'b', 'c'])
    expect(ids('unseen', '')).toEqual(['b'])
    expect(ids('', 'TOKENS')).toEqual(['a', 'c'])
    expect(ids('passage_absent', 'tokens')).toEqual(['c'])
    expect(ids('', 'brave b.example')).toEqual(['b'])
  })
})

describe('the form', () => {
  it('names the leads of the one button that was pressed, or else those that were ticked', () => {
    expect(chosenLeads({ leads: [{ ids: 'a b' }, { ids: 'c' }] })).toEqual(['a', 'b', 'c'])
    expect(chosenLeads({ only: 'd e', leads: [{ ids: 'a' }] })).toEqual(['d', 'e'])
    expect(chosenLeads({})).toEqual([])
  })
})
