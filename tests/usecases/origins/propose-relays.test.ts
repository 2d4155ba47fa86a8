/** From archived pages to independent origins: machines propose, people confirm, and reports of one origin count once. */
import { describe, expect, it } from 'vitest'
import { independenceOf } from '#domain/independence.ts'
import { independenceWords } from '#domain/independence-words.ts'
import { MACHINE } from '#domain/person.ts'
import type { Desk } from '#storage/desk.server.ts'
import { verifyLedger } from '#storage/ledger.server.ts'
import { confirmedAmong, relaysAround } from '#storage/relays.server.ts'
import { proposeClaimRelays } from '#usecases/origins/propose-claim-relays.server.ts'
import { proposeRelays } from '#usecases/origins/propose-relays.server.ts'
import { settleRelay } from '#usecases/origins/settle-relay.server.ts'
import { recordOrigin } from '#usecases/sources/record-origin.server.ts'
import { addPerson, refusalOf, sure, testDesk } from '../../support/desk.ts'
import { confirmAll, tellOriginStory } from '../../support/origin-story.ts'
import { relayPage, samplePages } from '../../support/relay-pages.ts'

async function restOf(desk: Desk, sourceIds: string[]) {
  const { relays, places } = confirmedAmong(await relaysAround(desk.db, sourceIds, ['confirmed']))
  return independenceOf(sourceIds, relays, places)
}

const relaysOf = (desk: Desk, sourceId: string) =>
  desk.db.relay.findMany({ where: { sourceId }, orderBy: { createdAt: 'asc' } })

describe('the sample’s three sources', () => {
  it('collapse to one independent origin, the speech of 23 March, once the proposals are confirmed', async () => {
    const desk = await testDesk()
    const reporter = await addPerson(desk, 'reporter')
    const { sourceIds } = await tellOriginStory(desk, reporter, samplePages())
    const proposed = await desk.db.relay.findMany({ where: { originId: { not: null } } })
    expect(proposed.map(({ sourceId }) => sourceId).sort()).toEqual([...sourceIds].sort())
    expect(new Set(proposed.map(({ originId }) => originId)).size).toBe(1)
    expect(await restOf(desk, sourceIds)).toMatchObject({ reports: 3, origins: 0, unsettled: 3 })

    await confirmAll(desk, reporter)
    const rests = await restOf(desk, sourceIds)
    expect(rests).toMatchObject({ reports: 3, origins: 1, notSeen: 0, unsettled: 0 })
    expect(rests.groups).toHaveLength(1)
    expect(independenceWords(rests)).toBe(
      '3 reports, 1 independent origin: the speech of 23 March 2026 by 刘烈宏',
    )
    expect(independenceWords({ ...rests, labels: rests.labelsZh }, 'zh')).toBe(
      '3篇报道，1个独立来源：刘烈宏2026年3月23日的讲话',
    )
    expect((await verifyLedger(desk.db)).problems).toEqual([])
  })

  it('show the words, the clues and the place in the archived page for every proposal', async () => {
    const desk = await testDesk()
    const [first] = (await tellOriginStory(desk, await addPerson(desk, 'reporter'), samplePages())).sourceIds
    const [relay] = await relaysOf(desk, first ?? '')
    expect(relay).toMatchObject({
      state: 'proposed',
      basis: 'same_utterance',
      words: '国家数据局局长刘烈宏23日在一场论坛上介绍',
      evidence: { clues: expect.arrayContaining(['Both speak of 23 March 2026.']) },
    })
    const { captureId, at } = relay!.evidence as { captureId: string; at: { start: number; end: number } }
    expect(await desk.db.capture.count({ where: { id: captureId } })).toBe(1)
    expect(samplePages()[0]?.text.slice(at.start, at.end)).toBe(relay?.words)
  })

  it('are recognised as relaying a speech that a person has recorded by hand, under its English name', async () => {
    const desk = await testDesk()
    const reporter = await addPerson(desk, 'reporter')
    const [one, two, three] = samplePages()
    const quote = '到今年3月，我国日均词元调用量已超过140万亿'
    const { sourceIds } = await tellOriginStory(desk, reporter, [one!], quote)
    const utterance = { speaker: 'Liu Liehong', event: 'forum speech', spokenOn: '2026-03-23' }
    const origin = { label: 'Liu’s forum speech', kind: 'speech', utterance }
    const { originId } = sure(await recordOrigin(desk, reporter, sourceIds[0]!, origin))
    const more = await tellOriginStory(desk, reporter, [one!, two!, three!], quote)
    const proposed = await desk.db.relay.findMany({ where: { originId, state: 'proposed' } })
    expect(proposed.map(({ sourceId }) => sourceId).sort()).toEqual(more.sourceIds.slice(1).sort())
    expect(await desk.db.origin.count()).toBe(1)
  })
})

const STORY = [
  '财联社3月23日电，国家能源局今日发布数据，截至2月底，全国累计发电装机容量达到34.6亿千瓦，同比增长14.2%。',
  '其中，太阳能发电装机容量9.3亿千瓦，同比增长42.9%；风电装机容量5.3亿千瓦，同比增长17.6%。',
  '业内人士认为，新能源装机的快速增长对电网的调节能力提出了更高要求，储能与需求侧响应将成为下一阶段投资的重点。',
].join('\n')
const TRADITIONAL = [
  '財聯社3月23日電，國家能源局今日發布數據，截至2月底，全國累計發電裝機容量達到34.6億千瓦，同比增長14.2%。',
  '其中，太陽能發電裝機容量9.3億千瓦，同比增長42.9%；風電裝機容量5.3億千瓦，同比增長17.6%。',
  '業內人士認為，新能源裝機的快速增長對電網的調節能力提出了更高要求，儲能與需求側響應將成為下一階段投資的重點。',
].join('\n')

describe('two stories', () => {
  it('with the same text in simplified and traditional script collapse to one', async () => {
    const desk = await testDesk()
    const reporter = await addPerson(desk, 'reporter')
    const pages = [
      relayPage('taipei', { text: TRADITIONAL, language: 'zh-Hant', published: '2026-03-24' }),
      relayPage('shanghai', { text: STORY, language: 'zh-Hans', published: '2026-03-23' }),
    ]
    const { sourceIds } = await tellOriginStory(desk, reporter, pages)
    const copies = await desk.db.relay.findMany({ where: { basis: 'same_text' } })
    expect(copies).toMatchObject([{ sourceId: sourceIds[0], fromSourceId: sourceIds[1], state: 'proposed' }])
    await confirmAll(desk, reporter)
    const rests = await restOf(desk, sourceIds)
    expect(rests).toMatchObject({ reports: 2, origins: 1, unsettled: 0 })
    expect(rests.groups).toHaveLength(1)
  })

  it('that are independent stay two, even if they share the figure', async () => {
    const desk = await testDesk()
    const reporter = await addPerson(desk, 'reporter')
    const pages = [
      relayPage('chinanews', samplePages()[0]!),
      relayPage('institute', {
        text: 'Average daily token use in China reached 140 trillion in March, according to a count of 62 cloud platforms by the Institute for Compute Studies. Zhao Min, its director, said in an interview on 2 April that the count covers inference only.',
        language: 'en',
        published: '2026-04-02',
      }),
    ]
    const { claimId, sourceIds } = await tellOriginStory(desk, reporter, pages)
    sure(await proposeClaimRelays(desk, reporter, claimId))
    const between = await desk.db.relay.findMany({
      where: { OR: [{ fromSourceId: { not: null } }, { originId: { not: null } }] },
    })
    expect(between).toEqual([])
    for (const [index, label] of ['the speech', 'the institute’s count'].entries())
      sure(await recordOrigin(desk, reporter, sourceIds[index]!, { label, kind: 'other' }))
    await confirmAll(desk, reporter)
    expect(await restOf(desk, sourceIds)).toMatchObject({ reports: 2, origins: 2, notSeen: 0, unsettled: 0 })
  })

  it('of one speaker on two days are not one speech', async () => {
    const desk = await testDesk()
    const said = (day: string) =>
      `国家数据局局长刘烈宏${day}在一场论坛上介绍，我国日均词元调用量已超过140万亿。`
    const pages = [
      relayPage('one', { text: said('23日'), language: 'zh', published: '2026-03-23' }),
      relayPage('two', { text: said('28日'), language: 'zh', published: '2026-03-28' }),
    ]
    await tellOriginStory(desk, await addPerson(desk, 'reporter'), pages)
    expect(await desk.db.origin.count()).toBe(0)
  })
})

describe('proposals', () => {
  it('are never confirmed by a machine, and a rejected one does not come back', async () => {
    const desk = await testDesk()
    const reporter = await addPerson(desk, 'reporter')
    const { claimId, sourceIds } = await tellOriginStory(desk, reporter, samplePages())
    const [relay] = await relaysOf(desk, sourceIds[0]!)
    expect(refusalOf(await settleRelay(desk, MACHINE, relay!.id, { decision: 'confirm' }))).toBe(
      'not_allowed',
    )
    sure(await settleRelay(desk, reporter, relay!.id, { decision: 'reject' }))
    expect(sure(await proposeClaimRelays(desk, reporter, claimId))).toEqual({ proposed: 0, unread: 0 })
    expect(sure(await proposeRelays(desk, MACHINE, sourceIds[0]!))).toEqual({ proposed: 0 })
    expect(await relaysOf(desk, sourceIds[0]!)).toMatchObject([{ state: 'rejected' }])
    expect(await desk.db.origin.count()).toBe(1)
  })

  it('may be decided otherwise later, and not twice the same', async () => {
    const desk = await testDesk()
    const reporter = await addPerson(desk, 'reporter')
    const { sourceIds } = await tellOriginStory(desk, reporter, samplePages())
    const [relay] = await relaysOf(desk, sourceIds[0]!)
    sure(await settleRelay(desk, reporter, relay!.id, { decision: 'reject' }))
    expect(refusalOf(await settleRelay(desk, reporter, relay!.id, { decision: 'reject' }))).toBe(
      'already_done',
    )
    expect(sure(await settleRelay(desk, reporter, relay!.id, { decision: 'confirm' })).state).toBe(
      'confirmed',
    )
  })

  it('name the agency whose mark a page carries, where no source of the desk is its report', async () => {
    const desk = await testDesk()
    const { sourceIds } = await tellOriginStory(desk, await addPerson(desk, 'reporter'), samplePages())
    const named = await desk.db.relay.findMany({ where: { fromName: { not: null } } })
    expect(named).toMatchObject([
      { sourceId: sourceIds[2], fromName: 'Cailian Press', basis: 'wire_tag', words: '财联社3月23日电' },
    ])
  })

  it('say nothing of a source that has no archived copy', async () => {
    const desk = await testDesk()
    const reporter = await addPerson(desk, 'reporter')
    const { claimId } = await tellOriginStory(desk, reporter, [])
    expect(refusalOf(await proposeClaimRelays(desk, reporter, claimId))).toBe('invalid')
  })
})
