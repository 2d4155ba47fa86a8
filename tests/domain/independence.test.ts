/** What a claim rests on: origins are counted, never outlets. */
import { describe, expect, it } from 'vitest'
import { type ConfirmedRelay, independenceOf, provenOrigins, wouldCircle } from '#domain/independence.ts'
import { fragilityOf, fragilityWords, independenceWords } from '#domain/independence-words.ts'
import type { SourceKind } from '#domain/source.ts'

type To = { origin?: string; source?: string; name?: string }
const relay = (sourceId: string, { origin, source, name }: To): ConfirmedRelay => ({
  sourceId,
  originId: origin ?? null,
  fromSourceId: source ?? null,
  fromName: name ?? null,
})
const origin = (id: string, label = id, utteranceId: string | null = null) => ({ id, label, utteranceId })
const report = (id: string, kind: SourceKind = 'report') => ({ id, name: `house ${id}`, kind })

function count(sourceIds: string[], relays: ConfirmedRelay[], kinds: Record<string, SourceKind> = {}) {
  const ids = [...new Set(relays.flatMap(({ originId }) => originId ?? []))]
  const sources = ['a', 'b', 'c', 'wire'].map((id) => report(id, kinds[id]))
  return independenceOf(sourceIds, relays, { origins: ids.map((id) => origin(id)), sources })
}

describe('counting independent origins', () => {
  it('three outlets that relay one speech are one origin', () => {
    const relays = ['a', 'b', 'c'].map((id) => relay(id, { origin: 'speech' }))
    expect(count(['a', 'b', 'c'], relays)).toMatchObject({ reports: 3, origins: 1, unsettled: 0 })
  })

  it('follows a report through the wire to the speech, though the wire is not among the reports', () => {
    const relays = [
      relay('a', { source: 'wire' }),
      relay('b', { origin: 'speech' }),
      relay('wire', { origin: 'speech' }),
    ]
    const counted = count(['a', 'b'], relays)
    expect(counted).toMatchObject({ reports: 2, origins: 1, unsettled: 0 })
    expect(counted.groups.map(({ sourceIds }) => sourceIds)).toEqual([['a', 'b']])
  })

  it('does not count a source whose origin nobody has settled as independent', () => {
    const counted = count(['a', 'b'], [relay('a', { origin: 'speech' })])
    expect(counted).toMatchObject({ reports: 2, origins: 1, unsettled: 1 })
    expect(counted.groups).toHaveLength(2)
  })

  it('counts both origins of a report that relays two', () => {
    const relays = [relay('a', { origin: 'speech' }), relay('a', { origin: 'dataset' })]
    expect(count(['a'], relays)).toMatchObject({ reports: 1, origins: 2, unsettled: 0 })
  })

  it('takes two origins recorded for one utterance for one', () => {
    const relays = [relay('a', { origin: 'one' }), relay('b', { origin: 'other' })]
    const origins = [origin('one', 'the speech', 'said'), origin('other', 'forum speech', 'said')]
    const counted = independenceOf(['a', 'b'], relays, { origins, sources: [] })
    expect(counted).toMatchObject({ origins: 1, labels: ['the speech'] })
  })

  it('joins a copy and its original though nothing is known beyond, and proves no second origin by it', () => {
    const counted = count(['a', 'b'], [relay('a', { source: 'b' })])
    expect(counted).toMatchObject({ reports: 2, origins: 1, notSeen: 1, unsettled: 0, labels: ['house b'] })
    expect(counted.groups).toHaveLength(1)
    expect(provenOrigins(counted)).toBe(1)
  })

  it('takes two houses known by name for two origins that nobody has seen', () => {
    const counted = count(['a', 'b'], [relay('a', { name: 'Reuters' }), relay('b', { name: 'AFP' })])
    expect(counted).toMatchObject({ origins: 2, notSeen: 2 })
    expect(provenOrigins(counted)).toBe(1)
  })

  it('does not count a house on the way as an origin beside the speech', () => {
    const relays = [
      relay('a', { origin: 'speech' }),
      relay('a', { name: 'Cailian Press' }),
      relay('b', { name: 'Cailian Press' }),
    ]
    const counted = count(['a', 'b'], relays)
    expect(counted).toMatchObject({ origins: 1, notSeen: 0, labels: ['speech'] })
    expect(counted.groups[0]?.via.map(({ label }) => label)).toEqual(['Cailian Press'])
  })

  it('takes a primary document for a seen origin of its own', () => {
    const counted = count(['a', 'b'], [relay('a', { source: 'wire' }), relay('b', { origin: 'speech' })], {
      wire: 'official',
    })
    expect(counted).toMatchObject({ origins: 2, notSeen: 0 })
    expect(provenOrigins(counted)).toBe(2)
  })

  it('ends in a circle without going round for ever', () => {
    const relays = [relay('a', { source: 'b' }), relay('b', { source: 'c' }), relay('c', { source: 'a' })]
    expect(count(['a', 'b', 'c'], relays)).toMatchObject({ reports: 3, origins: 1, unsettled: 0 })
  })

  it('ties two groups together when a report shares an end with both', () => {
    const relays = [
      relay('a', { origin: 'x' }),
      relay('b', { origin: 'y' }),
      relay('c', { origin: 'x' }),
      relay('c', { origin: 'y' }),
    ]
    const { groups } = count(['a', 'b', 'c'], relays)
    expect(groups).toMatchObject([{ sourceIds: ['a', 'b', 'c'] }])
  })
})

it('a relay that would close a circle is known before it does', () => {
  const relays = [relay('a', { source: 'b' }), relay('b', { source: 'c' })]
  expect(wouldCircle({ sourceId: 'c', fromSourceId: 'a' }, relays)).toBe(true)
  expect(wouldCircle({ sourceId: 'a', fromSourceId: 'a' }, relays)).toBe(true)
  expect(wouldCircle({ sourceId: 'a', fromSourceId: 'c' }, relays)).toBe(false)
})

describe('telling it in words', () => {
  const three = { reports: 3, origins: 1, unsettled: 0, labels: ['speech of 23 March'] }

  it('says "3 reports, 1 independent origin: the speech of 23 March"', () => {
    expect(independenceWords(three)).toBe('3 reports, 1 independent origin: the speech of 23 March')
    expect(independenceWords({ ...three, labels: ['刘烈宏3月23日的讲话'] }, 'zh')).toBe(
      '3篇报道，1个独立来源：刘烈宏3月23日的讲话',
    )
  })

  it('tells reports of unknown origin and origins that nobody saw apart', () => {
    const open = { reports: 3, origins: 1, notSeen: 1, unsettled: 2, labels: ['Reuters'] }
    expect(independenceWords(open)).toBe(
      '3 reports, 1 independent origin, not seen: Reuters; the origin of 2 reports is not settled',
    )
    expect(independenceWords(open, 'zh')).toBe('3篇报道，1个独立来源（未见原件）：Reuters；另有2篇来源未查明')
  })

  it('names a speech in Chinese after its speaker and day', () => {
    const counted = independenceOf(['a'], [relay('a', { origin: 'x' })], {
      origins: [
        {
          ...origin('x', 'Liu’s forum speech'),
          kind: 'speech',
          utterance: { speaker: '刘烈宏', spokenOn: '2026-03-23' },
        },
      ],
      sources: [],
    })
    expect(counted).toMatchObject({ labels: ['Liu’s forum speech'], labelsZh: ['刘烈宏2026年3月23日的讲话'] })
  })

  it('says what the support would fall with', () => {
    const copies = [{ custody: 'machine' }, { custody: 'third_party_archive' }] as const
    const fragility = fragilityOf({ origins: 1 }, copies)
    expect(fragilityWords(fragility)).toBe('rests on 1 origin, 2 captures, 1 of them from another archive')
    expect(fragilityWords(fragility, 'zh')).toBe('依据1个来源，2份存档，其中1份出自其他档案馆')
  })
})
