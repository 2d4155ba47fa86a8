/** The worker on a hostile web: every bad answer becomes a recorded attempt with its reason, and the run goes on. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MACHINE } from '#domain/person.ts'
import type { Chain } from '#domain/step.ts'
import { createRegistry, type Registry } from '#scrapers/registry.ts'
import { startWorker } from '#scrapers/worker.ts'
import type { Desk } from '#storage/desk.server.ts'
import { verifyLedger } from '#storage/ledger.server.ts'
import { findRun } from '#storage/runs.server.ts'
import { bringDocument } from '#usecases/runs/bring-document.server.ts'
import { cancelRun } from '#usecases/runs/cancel-run.server.ts'
import { requestRun } from '#usecases/runs/request-run.server.ts'
import { addPerson, sure, type TestPerson, testDesk } from '../support/desk.ts'
import { CITATION, PAGE_TEXT, startStory } from '../support/story.ts'
import { type LocalWeb, send, startWeb } from '../support/web.ts'

const THIRTY_MB = 30 * 1024 * 1024
const article = (extra = '') =>
  `<html lang="zh"><title>词元</title><article><h1>词元</h1><p>${PAGE_TEXT}</p><p>${'报道没有给出统计口径。'.repeat(20)}</p>${extra}</article></html>`

let web: LocalWeb
let registry: Registry

beforeAll(async () => {
  web = await startWeb(async ({ path }, response) => {
    if (path === '/loop') return void response.writeHead(302, { location: '/loop' }).end()
    if (path === '/big') {
      response.writeHead(200, { 'content-type': 'text/html' })
      response.setMaxListeners(0)
      const chunk = Buffer.alloc(1024 * 1024, 'a')
      for (let sent = 0; sent < THIRTY_MB && !response.destroyed; sent += chunk.length)
        if (!response.write(chunk))
          await new Promise((resolve) => {
            response.once('drain', resolve)
            response.once('close', resolve)
          })
      return void response.end()
    }
    if (path === '/unknown-charset')
      return send(response, 200, article(), { 'content-type': 'text/html; charset=x-klingon' })
    if (path === '/slow') return
    if (path === '/gone')
      return send(response, 404, '<h1>404 Not Found</h1>', { 'content-type': 'text/html' })
    send(response, 200, article(), { 'content-type': 'text/html; charset=utf-8' })
  })
  registry = createRegistry({
    userAgent: 'Stet test',
    allowLoopbackPages: true,
    chromium: null,
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

/** Works until the run is over, as the worker process would. */
async function work(desk: Desk, runId: string, using: Registry = registry) {
  const stop = new AbortController()
  const working = startWorker({ desk, registry: using, signal: stop.signal, log: () => {} })
  for (;;) {
    const run = await findRun(desk.db, runId)
    if (run && (run.state === 'finished' || run.state === 'cancelled')) break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  stop.abort()
  await working
  return (await findRun(desk.db, runId))!
}

async function linked(
  path: string,
): Promise<{ desk: Desk; reporter: TestPerson; sourceId: string; runId: string; claimId: string }> {
  const desk = await testDesk()
  const reporter = await addPerson(desk, 'reporter')
  const story = await startStory(desk, reporter, {
    ...CITATION,
    address: path.startsWith('http') ? path : `${web.url}${path}`,
  })
  return { desk, reporter, ...story, runId: story.runId! }
}

const ends = (run: Awaited<ReturnType<typeof work>>) =>
  run.attempts.map(({ step, ended, reason }) => (reason ? `${step} ${ended} ${reason}` : `${step} ${ended}`))

describe('a capture', () => {
  it('of a good page is stored, read and found to hold the quote and the figure', async () => {
    const { desk, runId, sourceId } = await linked('/good')
    expect(ends(await work(desk, runId))).toEqual(['plain done'])
    const capture = await desk.db.capture.findFirst({ where: { sourceId }, include: { findings: true } })
    expect(capture?.findings.map(({ kind, verdict }) => `${kind} ${verdict}`)).toEqual([
      'quote verbatim',
      'figure equal',
    ])
    expect(await desk.blobs.has(capture!.digest)).toBe(true)
    expect((await verifyLedger(desk.db)).problems).toEqual([])
  })

  it.each([
    ['a page of 30 MB', '/big', 'plain failed too_large'],
    ['a redirect loop', '/loop', 'plain failed http_error'],
    ['a page that is gone', '/gone', 'plain failed http_error'],
  ])('of %s ends with its reason, and the chain goes on', async (_what, path, first) => {
    const { desk, runId } = await linked(path)
    const run = await work(desk, runId)
    expect(ends(run)[0]).toBe(first)
    expect(ends(run).slice(1)).toEqual(['rendered skipped not_configured', 'wayback skipped not_configured'])
    expect(run.state).toBe('finished')
    expect(run.attempts[0]?.message).toMatch(/\w/)
  })

  it('of a page with an unknown charset is read all the same, and says where the charset is from', async () => {
    const { desk, runId } = await linked('/unknown-charset')
    expect(ends(await work(desk, runId))).toEqual(['plain done'])
    const capture = await desk.db.capture.findFirstOrThrow({ include: { findings: true } })
    expect(capture.charsetFrom).not.toBe('http')
    expect(capture.findings[0]?.verdict).toBe('verbatim')
  })

  it('never meets an address of this machine when loopback is not allowed', async () => {
    const strict = createRegistry({
      userAgent: 'Stet test',
      allowLoopbackPages: false,
      chromium: null,
      xai: { apiKey: null, baseUrl: web.url, model: 'x' },
      searxngUrl: null,
      browserSearchUrl: null,
      wayback: { enabled: false, cdxUrl: web.url, playbackUrl: web.url },
    })
    const { desk, runId } = await linked('/secret')
    const before = web.asked.length
    expect(ends(await work(desk, runId, strict))[0]).toBe('plain failed refused_by_guard')
    expect(web.asked.length).toBe(before)
    await strict.close()
  })
})

describe('a brought document', () => {
  async function bring(bytes: Uint8Array, fileName: string) {
    const { desk, reporter, sourceId, runId } = await linked('/gone')
    await work(desk, runId)
    const brought = sure(await bringDocument(desk, reporter, sourceId, { bytes, fileName, mediaType: '' }))
    return { desk, run: await work(desk, brought.runId) }
  }

  it('that is a broken zip ends with its reason and names who brought it', async () => {
    const { run } = await bring(new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2, 3, 4, 5]), 'capture.wacz')
    expect(ends(run)).toEqual(['upload failed decode_failed'])
    expect(run.attempts[0]?.person).toBe('reporter')
  })

  it('that is a saved page becomes a capture in a person’s custody', async () => {
    const { desk, run } = await bring(new TextEncoder().encode(article()), 'page.html')
    expect(ends(run)).toEqual(['upload done'])
    expect(await desk.db.capture.findFirst()).toMatchObject({ method: 'upload', custody: 'person' })
  })
})

describe('a search', () => {
  it('on a desk without engines says that nothing was set up', async () => {
    const { desk, claimId, runId } = await linked('/good')
    await work(desk, runId)
    const { id } = sure(await requestRun(desk, MACHINE, { claimId }, {}))
    expect(ends(await work(desk, id))).toEqual([
      'grok-search skipped not_configured',
      'local-web-search skipped not_configured',
      'browser-search skipped not_configured',
    ])
  })
})

describe('stopping a run', () => {
  it('ends the step under way at once and begins no other', async () => {
    const { desk, reporter, sourceId, runId } = await linked('/good')
    await work(desk, runId)
    await desk.db.source.update({ where: { id: sourceId }, data: { address: `${web.url}/slow` } })
    const chain: Chain = {
      steps: [
        { step: 'plain', windowMs: 30_000 },
        { step: 'wayback', windowMs: 1_000 },
      ],
      windowMs: 60_000,
      stopAtFirst: true,
    }
    const { id } = sure(await requestRun(desk, reporter, { sourceId }, { chain }))
    const stopped = work(desk, id)
    while ((await findRun(desk.db, id))?.attempts.length === 0)
      await new Promise((resolve) => setTimeout(resolve, 20))
    const asked = Date.now()
    sure(await cancelRun(desk, reporter, id))
    const run = await stopped
    expect(ends(run)).toEqual(['plain failed cancelled'])
    expect(run.state).toBe('cancelled')
    expect(Date.now() - asked).toBeLessThan(10_000)
  })
})
