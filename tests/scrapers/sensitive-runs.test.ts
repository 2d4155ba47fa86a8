import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Sensitivity } from '#domain/sensitivity.ts'
import { createRegistry, type Registry } from '#scrapers/registry.ts'
import { startWorker } from '#scrapers/worker.ts'
import type { Desk } from '#storage/desk.server.ts'
import { countEgress, listEgress } from '#storage/egress.server.ts'
import { verifyLedger } from '#storage/ledger.server.ts'
import { findRun } from '#storage/runs.server.ts'
import { editArticle } from '#usecases/articles/edit-article.server.ts'
import { bringDocument } from '#usecases/runs/bring-document.server.ts'
import { requestRun } from '#usecases/runs/request-run.server.ts'
import { CHROMIUM } from '../support/chromium.ts'
import { addPerson, sure, testDesk } from '../support/desk.ts'
import { CITATION, PAGE_TEXT, startStory } from '../support/story.ts'
import { type LocalWeb, send, sendJson, startWeb } from '../support/web.ts'

let site: LocalWeb
let tracker: LocalWeb
let services: LocalWeb
let registry: Registry

beforeAll(async () => {
  tracker = await startWeb((_, response) => send(response, 200, '', { 'content-type': 'text/javascript' }))
  site = await startWeb(({ path }, response) => {
    if (path === '/robots.txt') return send(response, 404, '')
    if (path === '/picture') return send(response, 200, '', { 'content-type': 'image/png' })
    if (path === '/away')
      return send(response, 302, '', { location: `http://away.localhost:${tracker.port}/` })
    // A page whose text a script writes, so that plain requests bring nothing and the browser must go.
    send(
      response,
      200,
      `<html lang="zh"><title>词元</title><article id="a"></article><img src="/picture">
       <script src="http://tracker.localhost:${tracker.port}/t.js"></script>
       <script>document.getElementById('a').innerHTML = '<h1>词元</h1><p>${PAGE_TEXT}</p><p>${'报道没有给出统计口径。'.repeat(20)}</p>'</script></html>`,
    )
  })
  services = await startWeb((_, response) => sendJson(response, 200, { results: [] }))
  const service = (name: string) => `http://${name}.localhost:${services.port}`
  registry = createRegistry({
    userAgent: 'Stet test',
    allowLoopbackPages: true,
    chromium: CHROMIUM,
    xai: { apiKey: 'key', baseUrl: service('ai'), model: 'x' },
    searxngUrl: service('search'),
    browserSearchUrl: `${service('page')}/?q={query}`,
    wayback: { enabled: true, cdxUrl: service('archive'), playbackUrl: service('archive') },
    ownHosts: [],
  })
})
afterAll(async () => {
  await registry.close()
  await Promise.all([site, tracker, services].map((each) => each.close()))
})

async function work(desk: Desk, runId: string) {
  const stop = new AbortController()
  const working = startWorker({ desk, registry, signal: stop.signal, log: () => {} })
  while (!['finished', 'cancelled'].includes((await findRun(desk.db, runId))?.state ?? ''))
    await new Promise((resolve) => setTimeout(resolve, 50))
  stop.abort()
  await working
  return (await findRun(desk.db, runId))!
}

/** A story marked as told, with its first capture still waiting; nobody outside has been asked anything. */
async function story(sensitivity: Sensitivity, path = '/page') {
  const desk = await testDesk()
  const reporter = await addPerson(desk, 'reporter')
  const address = `http://www.news.localhost:${site.port}${path}`
  const told = await startStory(desk, reporter, { ...CITATION, address })
  sure(await editArticle(desk, reporter, told.articleId, { headline: 'Tokens', sensitivity }))
  for (const each of [site, tracker, services]) each.asked.length = 0
  return { desk, reporter, ...told, runId: told.runId! }
}
const ends = (run: Awaited<ReturnType<typeof work>>) =>
  run.attempts.map(({ step, ended, reason }) => `${step} ${ended} ${reason}`)
const asked = () => [site, tracker, services].map((each) => each.asked.length)

describe('a covert article', () => {
  it('lets nothing out of the house, neither for a capture nor for a search', {
    timeout: 60_000,
  }, async () => {
    const { desk, reporter, articleId, claimId, sourceId, runId } = await story('covert')
    const fetched = await work(desk, runId)
    expect(ends(fetched)).toEqual([
      'plain skipped needs_person',
      'rendered skipped needs_person',
      'wayback skipped refused_by_guard',
    ])
    expect(fetched.attempts[0]?.message).toContain('marked covert')
    const search = sure(await requestRun(desk, reporter, { claimId }, {}))
    expect(ends(await work(desk, search.id))).toEqual([
      'grok-search skipped refused_by_guard',
      'local-web-search skipped refused_by_guard',
      'browser-search skipped refused_by_guard',
    ])
    expect(asked()).toEqual([0, 0, 0])
    expect(await countEgress(desk.db, { articleId })).toEqual({ parties: 0, entries: 0, cutOff: 0 })

    const page = new TextEncoder().encode(
      `<html lang=zh><article><p>${`${PAGE_TEXT} `.repeat(20)}</p></article>`,
    )
    const brought = sure(
      await bringDocument(desk, reporter, sourceId, { bytes: page, fileName: 'page.html', mediaType: '' }),
    )
    expect(ends(await work(desk, brought.runId))).toEqual(['upload done null'])
    expect(asked()).toEqual([0, 0, 0])
  })
  it('covers a source that an open article cites as well', { timeout: 60_000 }, async () => {
    const { desk, reporter, sourceId, runId } = await story('covert')
    const address = `http://www.news.localhost:${site.port}/page`
    expect((await startStory(desk, reporter, { ...CITATION, address })).sourceId).toBe(sourceId)
    expect(ends(await work(desk, runId))[0]).toBe('plain skipped needs_person')
    expect(asked()).toEqual([0, 0, 0])
  })
  it('stays covert when somebody edits something else', async () => {
    const { desk, reporter, articleId } = await story('covert')
    sure(await editArticle(desk, reporter, articleId, { headline: 'Another headline' }))
    expect(await desk.db.article.findUnique({ where: { id: articleId } })).toMatchObject({
      headline: 'Another headline',
      sensitivity: 'covert',
    })
  })
})

describe('a discreet article', () => {
  it('asks the source and nobody whom its page embeds', { timeout: 90_000 }, async () => {
    const { desk, articleId, claimId, reporter, runId } = await story('discreet')
    const run = await work(desk, runId)
    if (CHROMIUM) expect(ends(run).at(-1)).toBe('rendered done null')
    expect(site.asked.length).toBeGreaterThan(1)
    const search = sure(await requestRun(desk, reporter, { claimId }, {}))
    await work(desk, search.id)
    expect(asked().slice(1)).toEqual([0, 0])
    const log = await listEgress(desk.db, { articleId })
    expect(new Set(log.filter(({ ended }) => ended === 'connected').map(({ party }) => party))).toEqual(
      new Set([`www.news.localhost:${site.port}`]),
    )
    if (CHROMIUM)
      expect(log.find(({ party }) => party.startsWith('tracker'))).toMatchObject({
        ended: 'refused',
        via: 'browser',
      })
  })
  it('does not follow the source to another site', { timeout: 60_000 }, async () => {
    const { desk, runId } = await story('discreet', '/away')
    const run = await work(desk, runId)
    expect(ends(run)[0]).toBe('plain failed refused_by_guard')
    expect(run.attempts[0]?.message).toContain('away.localhost must not learn of this')
    expect(tracker.asked).toEqual([])
  })
})

describe('an open article', () => {
  it('has on record who learned what of it, by run, source and article alike', {
    timeout: 90_000,
  }, async () => {
    const { desk, articleId, sourceId, claimId, reporter, runId } = await story('open')
    const run = await work(desk, runId)
    const search = sure(await requestRun(desk, reporter, { claimId }, { queries: ['词元 140万亿'] }))
    await work(desk, search.id)
    const log = await listEgress(desk.db, { articleId })
    const reached = (party: string) =>
      log.find((each) => each.party.startsWith(party) && each.ended === 'connected')
    expect(reached('www.news.localhost')).toMatchObject({ learned: 'address' })
    expect(log.some(({ detail, via }) => via === 'http' && detail.endsWith('/page'))).toBe(true)
    expect(reached('ai.localhost')).toMatchObject({ via: 'service', learned: 'query' })
    expect(reached('ai.localhost')?.detail).toContain('140 trillion')
    expect(reached('search.localhost')?.detail).toContain(encodeURIComponent('词元'))
    expect(JSON.stringify(log)).not.toContain('Bearer')
    if (CHROMIUM)
      expect(reached('tracker.localhost')).toMatchObject({
        via: 'browser',
        detail: expect.stringContaining('/t.js'),
      })

    expect((await listEgress(desk.db, { sourceId })).length).toBeGreaterThan(0)
    const ofRun = await listEgress(desk.db, { runId })
    expect(ofRun.length).toBe((await countEgress(desk.db, { runId })).entries)
    expect(ofRun.every(({ attempt }) => attempt?.runId === runId)).toBe(true)
    expect(ofRun.every(({ at }) => at.getTime() > 0)).toBe(true)
    expect(run.state).toBe('finished')
    const closed = await desk.db.ledgerEntry.findMany({ where: { kind: 'attempt.closed' } })
    expect(closed.some(({ payload }) => payload.includes(`www.news.localhost:${site.port}`))).toBe(true)
    expect((await verifyLedger(desk.db)).problems).toEqual([])
  })
})
