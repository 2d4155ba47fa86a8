/** Read-back: a run is over only when what it captured has been opened again, offline, and read for the cited words. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBackStanding } from '#domain/capture.ts'
import { MACHINE } from '#domain/person.ts'
import type { StepName } from '#domain/step.ts'
import { readBackAsked } from '#scrapers/read-back.ts'
import { createRegistry, type Registry } from '#scrapers/registry.ts'
import { workOn } from '#scrapers/worker.ts'
import { verifyLedger } from '#storage/ledger.server.ts'
import { askReadBack } from '#usecases/captures/ask-read-back.server.ts'
import { cancelRun } from '#usecases/runs/cancel-run.server.ts'
import { requestRun } from '#usecases/runs/request-run.server.ts'
import { takeRun } from '#usecases/runs/take-run.server.ts'
import { CHROMIUM } from '../support/chromium.ts'
import { addPerson, refusalOf, sure, testDesk } from '../support/desk.ts'
import { CITATION, PAGE_TEXT, startStory } from '../support/story.ts'
import { type LocalWeb, send, startWeb } from '../support/web.ts'

const FILLER = `<p>${'报道没有给出统计口径。'.repeat(20)}</p>`
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

let web: LocalWeb
let registry: Registry

beforeAll(async () => {
  web = await startWeb(({ path }, response) => {
    if (path === '/passage')
      return send(response, 200, PAGE_TEXT, { 'content-type': 'text/plain; charset=utf-8' })
    if (path === '/chart.gif') return send(response, 200, PIXEL, { 'content-type': 'image/gif' })
    if (path === '/static') return send(response, 200, `<article><p>${PAGE_TEXT}</p>${FILLER}</article>`)
    send(
      response,
      200,
      `<html lang="zh"><title>词元</title><article><img src="/chart.gif"><p id="said"></p>${FILLER}</article>
       <script>fetch('/passage').then((a) => a.text()).then((text) => { said.textContent = text })</script></html>`,
    )
  })
  registry = createRegistry({
    userAgent: 'Stet test',
    allowLoopbackPages: true,
    robots: 'ignore',
    chromium: CHROMIUM,
    xai: { apiKey: null, baseUrl: web.url, model: 'x' },
    searxngUrl: null,
    browserSearchUrl: null,
    wayback: { enabled: false, cdxUrl: web.url, playbackUrl: web.url },
  })
})

afterAll(async () => {
  await registry.close()
  await web.close()
})

async function captured(path: string, step: StepName, using: Registry = registry) {
  const desk = await testDesk()
  const reporter = await addPerson(desk, 'reporter')
  const { sourceId, runId } = await startStory(desk, reporter, { ...CITATION, address: web.url + path })
  sure(await cancelRun(desk, reporter, runId!))
  const chain = { steps: [{ step, windowMs: 30_000 }], windowMs: 30_000, stopAtFirst: true }
  sure(await requestRun(desk, reporter, { sourceId }, { chain }))
  const run = sure(await takeRun(desk, MACHINE, 'w'))!
  const settings = { desk, registry: using, signal: new AbortController().signal, log: () => {} }
  await workOn(settings, run, 'w')
  const capture = await desk.db.capture.findFirstOrThrow({ include: { findings: true } })
  const entries = await desk.db.ledgerEntry.findMany({ where: { kind: 'capture.read_back' } })
  return { capture, entries, desk, reporter }
}

describe.skipIf(CHROMIUM === null)('a capture', () => {
  it('of a page with a picture and a passage that a script filled in reads back', async () => {
    const { capture, entries } = await captured('/story', 'rendered')
    expect(capture.findings.map(({ verdict }) => verdict)).toEqual(['verbatim', 'equal'])
    expect(capture).toMatchObject({ readBack: 'reads_back', readBackDetail: { how: 'browser', missing: [] } })
    expect(entries).toMatchObject([{ subjectId: capture.id }])
  })

  it('whose archive lacks the request that brought the passage differs, and says what', async () => {
    const lossy: Registry = {
      ...registry,
      pack: ({ fetched, reading }, signal) => {
        const exchanges = fetched.exchanges.filter(({ address }) => !address.endsWith('/passage'))
        return registry.pack({ fetched: { ...fetched, exchanges }, reading }, signal)
      },
    }
    const { capture } = await captured('/story', 'rendered', lossy)
    expect(capture.readBack).toBe('differs')
    const { differs, missing } = capture.readBackDetail as { differs: string[]; missing: string[] }
    expect(differs[0]).toMatch(/140万亿.* was found in the capture and is absent when played back/)
    expect(missing).toEqual([`${web.url}/passage`])
  })

  it('fetched without a browser reads back in one', async () => {
    const { capture } = await captured('/static', 'plain')
    expect(capture).toMatchObject({ method: 'plain', readBack: 'reads_back' })
  })
})

describe('a machine without a browser', () => {
  it.skipIf(CHROMIUM === null)(
    'could not look and says why, until a person asks where there is one',
    async () => {
      const bare = createRegistry({
        userAgent: 'Stet test',
        allowLoopbackPages: true,
        robots: 'ignore',
        chromium: null,
        xai: { apiKey: null, baseUrl: web.url, model: 'x' },
        searxngUrl: null,
        browserSearchUrl: null,
        wayback: { enabled: false, cdxUrl: web.url, playbackUrl: web.url },
      })
      const { capture, desk, reporter } = await captured('/static', 'plain', bare)
      expect(capture).toMatchObject({
        readBack: 'could_not_look',
        readBackDetail: { why: 'No browser is installed on this machine.' },
      })
      await bare.close()
      const signal = new AbortController().signal
      const standing = async () =>
        readBackStanding(
          await desk.db.capture.findUniqueOrThrow({
            where: { id: capture.id },
            include: { attempt: { include: { run: true } } },
          }),
        )
      expect(await standing()).toBe('to_ask')
      await readBackAsked({ desk, registry }, signal)
      sure(await askReadBack(desk, reporter, capture.id))
      expect(await standing()).toBe('asked')
      expect(refusalOf(await askReadBack(desk, reporter, capture.id))).toBe('conflict')
      await readBackAsked({ desk, registry }, signal)
      expect(await standing()).toBe('known')
      expect(refusalOf(await askReadBack(desk, reporter, capture.id))).toBe('already_done')
      expect(await desk.db.capture.findUniqueOrThrow({ where: { id: capture.id } })).toMatchObject({
        readBack: 'reads_back',
        readBackDetail: { how: 'browser' },
      })
      expect(await verifyLedger(desk.db)).toMatchObject({ problems: [] })
    },
  )
})
