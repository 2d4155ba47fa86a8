/** Second looks are made by time, one at a time each, and a worker that ends waits for those under way. */
import { expect, it } from 'vitest'
import { createRegistry } from '#scrapers/registry.ts'
import { createSecondLooks } from '#scrapers/second-looks.ts'
import type { Witness } from '#scrapers/witness/witness.ts'
import { recordWitness } from '#usecases/captures/record-witness.server.ts'
import { addPerson, sure, testDesk } from '../support/desk.ts'
import { startStory, storeCapture } from '../support/story.ts'

async function waiting(lookAgain: Witness['lookAgain']) {
  const desk = await testDesk()
  const reporter = await addPerson(desk, 'reporter')
  await startStory(desk, reporter)
  const captureId = await storeCapture(desk)
  const said = { state: 'requested' as const, address: null, message: 'Asked.', egress: [] }
  sure(await recordWitness(desk, reporter, captureId, { ...said, service: 'perma' }))
  const nowhere = 'http://127.0.0.1:9'
  const registry = createRegistry({
    userAgent: 'Stet test',
    allowLoopbackPages: true,
    chromium: null,
    xai: { apiKey: null, baseUrl: nowhere, model: 'x' },
    searxngUrl: null,
    browserSearchUrl: null,
    wayback: { enabled: false, cdxUrl: nowhere, playbackUrl: nowhere },
  })
  const keep = async () => ({ state: 'requested' as const, address: null, message: 'Asked.' })
  const log: string[] = []
  const looks = createSecondLooks({
    desk: { ...desk, now: () => new Date(desk.now().getTime() + 3_600_000) },
    registry: { ...registry, witnesses: [{ name: 'perma', keep, lookAgain }] },
    signal: new AbortController().signal,
    log: (line) => void log.push(line),
  })
  return { desk, looks, log, close: registry.close }
}

it('a copy that was asked for is looked for without any run, once at a time', async () => {
  let looked = 0
  let show = () => {}
  const shown = new Promise<void>((resolve) => {
    show = resolve
  })
  const { desk, looks, log, close } = await waiting(async () => {
    looked += 1
    await shown
    return { state: 'verified', address: 'https://perma.cc/AAAA-BBBB', message: 'Seen.' }
  })
  looks.begin()
  looks.begin()
  show()
  await looks.ended()
  looks.begin()
  await looks.ended()
  expect(looked).toBe(1)
  expect(await desk.db.witness.count({ where: { state: 'verified' } })).toBe(1)
  expect(log).toEqual([])
  await close()
})

it('a look that breaks is told and breaks nothing else', async () => {
  const { looks, log, close } = await waiting(async () => {
    throw new Error('no such archive')
  })
  looks.begin()
  await looks.ended()
  expect(log).toEqual([expect.stringContaining('no such archive')])
  await close()
})
