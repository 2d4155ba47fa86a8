/** Second witnesses are asked only for what Stet fetched itself, and never for an article that nobody may learn of. */
import { describe, expect, it } from 'vitest'
import type { Sensitivity } from '#domain/sensitivity.ts'
import { callWitnesses, type LookedAgain, lookAgain } from '#scrapers/call-witnesses.ts'
import { createWeb } from '#scrapers/kit/web.ts'
import type { Witness } from '#scrapers/witness/witness.ts'
import { verifyLedger } from '#storage/ledger.server.ts'
import { addPerson, testDesk } from '../support/desk.ts'
import { startStory, storeCapture } from '../support/story.ts'
import { send, startWeb } from '../support/web.ts'

async function captured(sensitivity: Sensitivity, custody: 'machine' | 'person' = 'machine') {
  const desk = await testDesk()
  const reporter = await addPerson(desk, 'reporter')
  const { articleId, runId } = await startStory(desk, reporter)
  await storeCapture(desk)
  await desk.db.article.update({ where: { id: articleId }, data: { sensitivity } })
  await desk.db.capture.updateMany({ data: { custody } })
  return { desk, runId: runId! }
}
const asking = (asked: string[]): Witness => ({
  name: 'save-page-now',
  keep: async (address) => {
    asked.push(address)
    return { state: 'verified', address: `https://web.archive.org/web/1/${address}`, message: 'Seen.' }
  },
  lookAgain: async () => null,
})
const signal = new AbortController().signal

describe('a captured page', () => {
  it('is handed to a witness once, on record before and after, with whom that told of it', async () => {
    const { desk, runId } = await captured('open')
    const web = await startWeb((_, response) => send(response, 200, 'ok'))
    const policy = { allowLoopback: true, allowedPorts: 'any' as const, denyHosts: [] }
    const client = createWeb({ policy, userAgent: 'Stet test', via: 'service' })
    const asked: string[] = []
    const witness: Witness = {
      ...asking([]),
      keep: async (address, until) => {
        await client.get({ address: `${web.url}/save?url=${address}`, signal: until })
        return asking(asked).keep(address, until)
      },
    }
    await callWitnesses({ desk, witnesses: [witness] }, runId, signal)
    await callWitnesses({ desk, witnesses: [witness] }, runId, signal)
    await web.close()
    expect(asked).toHaveLength(1)
    const rows = await desk.db.witness.findMany({ orderBy: { id: 'asc' } })
    expect(rows.map(({ state }) => state).sort()).toEqual(['requested', 'verified'])
    expect(await desk.db.egress.findMany()).toMatchObject([
      { via: 'service', ended: 'connected', detail: expect.stringContaining('/save?url=https://') },
    ])
    expect(await verifyLedger(desk.db)).toMatchObject({ problems: [] })
  })

  it('that a witness had not shown yet is looked for again, after a while and for a few days', async () => {
    const { desk, runId } = await captured('open')
    let shows = false
    const witness: Witness = {
      name: 'save-page-now',
      keep: async () => ({ state: 'requested', address: 'https://copy.example/', message: 'Says so.' }),
      lookAgain: async (asked) =>
        shows ? { state: 'verified', address: asked.address, message: 'Shows it now.' } : null,
    }
    const states = async () =>
      (await desk.db.witness.findMany({ orderBy: { at: 'asc' } })).map(({ state }) => state)
    const later = (hours: number) => ({
      ...desk,
      now: () => new Date(desk.now().getTime() + hours * 3_600_000),
    })
    const look = (hours: number, looked: LookedAgain = new Map()) =>
      lookAgain({ desk: later(hours), witnesses: [witness] }, signal, looked)
    await callWitnesses({ desk, witnesses: [witness] }, runId, signal)
    await look(0)
    expect(await states()).toEqual(['requested', 'requested'])
    shows = true
    await look(0)
    await look(24 * 8)
    expect(await states()).toHaveLength(2)
    await look(1)
    expect(await states()).toEqual(['requested', 'requested', 'verified'])
    await look(2)
    expect(await states()).toHaveLength(3)
  })

  it('that never comes is looked for ever more seldom, not at every chance', async () => {
    const { desk, runId } = await captured('open')
    const lookedAtHours: number[] = []
    let hours = 0
    const witness: Witness = {
      name: 'save-page-now',
      keep: async () => ({ state: 'requested', address: null, message: 'Says so.' }),
      lookAgain: async () => {
        lookedAtHours.push(hours)
        return null
      },
    }
    await callWitnesses({ desk, witnesses: [witness] }, runId, signal)
    const start = desk.now().getTime()
    const looked: LookedAgain = new Map()
    const standing = { ...desk, now: () => new Date(start + hours * 3_600_000) }
    for (; hours < 7 * 24; hours += hours < 8 ? 0.5 : 8)
      await lookAgain({ desk: standing, witnesses: [witness] }, signal, looked)
    expect(lookedAtHours).toEqual([0.5, 1.5, 3.5, 7.5, 16, 40, 88])
  })

  it.each([
    ['discreet', 'machine'],
    ['covert', 'machine'],
    ['open', 'person'],
  ] as const)('of a %s article in the custody of a %s is shown to nobody', async (sensitivity, custody) => {
    const { desk, runId } = await captured(sensitivity, custody)
    const asked: string[] = []
    await callWitnesses({ desk, witnesses: [asking(asked)] }, runId, signal)
    expect(asked).toEqual([])
    expect(await desk.db.witness.count()).toBe(0)
  })
})
