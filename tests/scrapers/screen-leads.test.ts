/** Screening on a hostile web: every lead of a long list is looked at once, judged by its bytes, and left when somebody says stop. */
import type { ServerResponse } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MACHINE } from '#domain/person.ts'
import type { Screening } from '#domain/screening.ts'
import type { Chain } from '#domain/step.ts'
import { createRegistry, type Registry } from '#scrapers/registry.ts'
import { startWorker } from '#scrapers/worker.ts'
import type { Desk } from '#storage/desk.server.ts'
import { listScreenings } from '#storage/leads.server.ts'
import { verifyLedger } from '#storage/ledger.server.ts'
import { findRun } from '#storage/runs.server.ts'
import { createArticle } from '#usecases/articles/create-article.server.ts'
import { logClaim } from '#usecases/claims/log-claim.server.ts'
import { cancelRun } from '#usecases/runs/cancel-run.server.ts'
import { closeAttempt } from '#usecases/runs/close-attempt.server.ts'
import { openAttempt } from '#usecases/runs/open-attempt.server.ts'
import { requestRun } from '#usecases/runs/request-run.server.ts'
import { takeRun } from '#usecases/runs/take-run.server.ts'
import { addPerson, sure, testDesk } from '../support/desk.ts'
import { samplePdf } from '../support/sample-pdf.ts'
import { CLAIM, PAGE_TEXT } from '../support/story.ts'
import { type LocalWeb, send, sendJson, startWeb } from '../support/web.ts'

const QUERY = '刘烈宏 日均词元调用量 140万亿'
const THIRTY_MB = 30 * 1024 * 1024
const pageOf = (text: string) =>
  `<html lang="zh"><title>新闻</title><article><h1>新闻</h1><p>${text}</p><p>${'会上还介绍了标注产业的进展，多地建设标注基地。'.repeat(8)}</p></article></html>`
const WITH = pageOf(PAGE_TEXT)
const WITHOUT = pageOf('会议讨论了数据标注与流通，未提及具体的数字。')
const ELSEWHERE = pageOf(`某基金规模为140万亿。${'其他内容与此无关。'.repeat(60)}`)

/** What a site of the test does, by the first word of its name. */
const SITES: Record<string, (response: ServerResponse, path: string, port: number) => unknown> = {
  with: (response) => send(response, 200, WITH),
  without: (response) => send(response, 200, WITHOUT),
  elsewhere: (response) => send(response, 200, ELSEWHERE),
  gone: (response) => send(response, 404, '<h1>404 Not Found</h1>'),
  gateway: (response) => send(response, 502, '<h1>502 Bad Gateway</h1>'),
  slow: () => {},
  stuck: (response) => response.writeHead(200, { 'content-type': 'text/html' }).write('<html>'),
  loop: (response, path) => response.writeHead(302, { location: path === '/a' ? '/b' : '/a' }).end(),
  moved: (response, _path, port) =>
    send(response, 301, '', { location: `http://with.localhost:${port}/moved` }),
  challenge: (response) =>
    send(response, 403, '<title>Just a moment...</title>', {
      'cf-mitigated': 'challenge',
      'content-type': 'text/html',
    }),
  pdf: (response) =>
    send(
      response,
      200,
      samplePdf(['Liu Liehong said that daily token usage surpassed 140 trillion in March 2026.']),
      { 'content-type': 'application/pdf' },
    ),
  big: (response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end(Buffer.alloc(THIRTY_MB, 'a')),
  late: (response) => setTimeout(() => send(response, 200, WITH), 150),
  empty: (response) => send(response, 200, '<html><body><div id="app"></div></body></html>'),
}

let web: LocalWeb
let registry: Registry

beforeAll(async () => {
  web = await startWeb(({ path, headers }, response) => {
    const host = (headers.host ?? '').replace(/:\d+$/, '')
    if (path === '/robots.txt') return send(response, 404, '')
    if (path.startsWith('/cdx')) return sendJson(response, 200, archived(new URL(path, web.url)))
    if (path.startsWith('/web/')) return send(response, 200, WITH)
    const site = SITES[host.split('.')[0]?.replace(/\d+$/, '') ?? '']
    if (!site) return send(response, 500, host)
    void site(response, path, web.port)
  })
  registry = registryOf()
})
afterAll(async () => {
  await registry.close()
  await web.close()
})

/** The archive of the test holds addresses with `kept` in them and nothing else. */
function archived(asked: URL): string[][] {
  const url = asked.searchParams.get('url') ?? ''
  const fields = ['timestamp', 'original', 'mimetype', 'statuscode', 'digest', 'length']
  return url.includes('kept') ? [fields, ['20260324080000', url, 'text/html', '200', 'A', '1']] : []
}

function registryOf(more: Partial<Parameters<typeof createRegistry>[0]> = {}): Registry {
  return createRegistry({
    userAgent: 'Stet test',
    allowLoopbackPages: true,
    chromium: null,
    xai: { apiKey: null, baseUrl: web.url, model: 'x' },
    searxngUrl: null,
    browserSearchUrl: null,
    wayback: { enabled: true, cdxUrl: `${web.url}/cdx`, playbackUrl: `${web.url}/web` },
    ...more,
  })
}

/** A search whose engine has named these addresses already; what is left of its run is to look at them. */
async function searched(addresses: string[], windowMs = 20_000) {
  // The clock of the wall: windows are what this is about.
  const desk = { ...(await testDesk()), now: () => new Date() }
  const reporter = await addPerson(desk, 'reporter')
  const { id: articleId } = sure(
    await createArticle(desk, reporter, { headline: 'Tokens', draft: CLAIM.text }),
  )
  const { id: claimId } = sure(await logClaim(desk, reporter, articleId, CLAIM))
  const chain: Chain = { steps: [{ step: 'local-web-search', windowMs: 1_000 }], windowMs, stopAtFirst: true }
  const { id: runId } = sure(await requestRun(desk, reporter, { claimId }, { queries: [QUERY], chain }))
  const workerId = 'the worker that searched'
  sure(await takeRun(desk, MACHINE, workerId))
  const step = { step: 'local-web-search', version: '1', windowMs: 1_000, person: null }
  const { id } = sure(await openAttempt(desk, MACHINE, { id: runId, workerId }, step))
  sure(
    await closeAttempt(
      desk,
      MACHINE,
      { id, workerId },
      {
        ended: 'done',
        reason: null,
        message: null,
        facts: { asked: QUERY, askedOf: 'engine' },
        body: null,
        leads: addresses.map((address) => ({ address, title: null, snippet: null })),
        capture: null,
      },
    ),
  )
  await desk.db.run.update({ where: { id: runId }, data: { leaseUntil: new Date(0) } })
  return { desk, reporter, articleId, claimId, runId }
}

function start(desk: Desk, using: Registry = registry) {
  const stop = new AbortController()
  const lines: string[] = []
  const working = startWorker({ desk, registry: using, signal: stop.signal, log: (line) => lines.push(line) })
  return {
    lines,
    stop: async () => {
      stop.abort()
      await working
    },
  }
}

async function until<T>(look: () => Promise<T | null | undefined | false>, everyMs = 20): Promise<T> {
  for (;;) {
    const seen = await look()
    if (seen) return seen
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
}

const over = (desk: Desk, runId: string) => async () => {
  const { state } = await desk.db.run.findUniqueOrThrow({ where: { id: runId }, select: { state: true } })
  return state === 'finished' || state === 'cancelled' ? findRun(desk.db, runId) : null
}

async function screened(addresses: string[]) {
  const story = await searched(addresses)
  const worker = start(story.desk)
  const run = await until(over(story.desk, story.runId))
  await worker.stop()
  const leads = await story.desk.db.lead.findMany({ orderBy: { position: 'asc' } })
  return {
    ...story,
    run,
    leads,
    looks: await listScreenings(story.desk.db, story.runId),
    lines: worker.lines,
  }
}

const at = (host: string, path = '/') => `http://${host}.localhost:${web.port}${path}`
const looksOf = (looks: Awaited<ReturnType<typeof listScreenings>>) =>
  looks.map(({ step, ended, reason }) => (reason ? `${step} ${ended} ${reason}` : `${step} ${ended}`))

describe('a lead', () => {
  it('whose page has the passage is found by its bytes, and ranks above a page with the bare figure', async () => {
    const { leads, looks, run, desk } = await screened([at('elsewhere1'), at('without1'), at('with1')])
    expect(leads.map(({ standing }) => standing)).toEqual([
      'passage_absent',
      'passage_absent',
      'passage_found',
    ])
    const [elsewhere, without, found] = leads.map(({ rank }) => rank!)
    expect(found).toBeGreaterThan(elsewhere! * 2)
    expect(elsewhere).toBeGreaterThanOrEqual(without!)
    expect(looksOf(looks)).toEqual(['plain done', 'plain done', 'plain done'])
    expect(looks.every(({ bodyDigest }) => bodyDigest !== null)).toBe(true)
    expect(leads[2]?.screening).toMatchObject({
      page: { method: 'plain', contentClass: 'article' },
      finds: { figures: [{ found: '140万亿' }], claimant: { name: '刘烈宏' } },
    })
    const text = new TextDecoder().decode(await desk.blobs.get(leads[2]!.textDigest!))
    expect(text).toContain(PAGE_TEXT)
    expect(await desk.db.capture.count()).toBe(0)
    expect(run.attempts.map(({ step }) => step)).toEqual(['local-web-search'])
    expect((await verifyLedger(desk.db)).problems).toEqual([])
  })

  it('that two engines name is looked at once, and both rows say what was seen', async () => {
    const { leads, looks } = await screened([at('with1', '/x?utm_source=a'), at('with1', '/x#top')])
    expect(looks).toHaveLength(1)
    expect(leads.map(({ standing, rank }) => [standing, rank])).toEqual([
      ['passage_found', leads[0]?.rank],
      ['passage_found', leads[0]?.rank],
    ])
  })

  it('whose name does not resolve never existed where no archive has it, and is read there where one has', async () => {
    const { leads, looks } = await screened(['http://no-such-paper.invalid/a', 'http://kept-paper.invalid/a'])
    expect(looksOf(looks).sort()).toEqual([
      'plain failed dns',
      'plain failed dns',
      'wayback done',
      'wayback nothing no_results',
    ])
    expect(leads.map(({ standing }) => standing)).toEqual(['never_existed', 'passage_found'])
    expect(leads[0]?.screening).toMatchObject({
      why: { message: expect.stringContaining('does not resolve') },
    })
    expect(leads[1]?.screening).toMatchObject({ page: { method: 'wayback' } })
  })

  it.each([
    ['a challenge', 'challenge1', 'blocked_challenge'],
    ['a server error', 'gateway1', 'http_error'],
    ['a redirect loop', 'loop1', 'http_error'],
    ['an empty page', 'empty1', 'no_results'],
    ['404, with no public archive to ask', 'gone1', 'http_error'],
    ['a page of 30 MB', 'big1', 'too_large'],
  ])('that answers with %s could not be looked at, which is not “not there”', async (_what, host, reason) => {
    const { leads } = await screened([at(host, '/a')])
    expect(leads[0]).toMatchObject({ standing: 'could_not_look', rank: null, screening: { why: { reason } } })
  })

  it('in a private network is never met', async () => {
    const { leads, looks } = await screened(['http://10.1.2.3/a'])
    expect(looksOf(looks)).toEqual(['plain failed refused_by_guard'])
    expect(leads[0]?.standing).toBe('could_not_look')
  })

  it('of a covert article is not visited, nor asked for anywhere', async () => {
    const story = await searched([at('with9'), 'http://no-such-paper.invalid/a'])
    await story.desk.db.article.update({ where: { id: story.articleId }, data: { sensitivity: 'covert' } })
    const before = web.asked.length
    const worker = start(story.desk)
    await until(over(story.desk, story.runId))
    await worker.stop()
    expect(web.asked.length).toBe(before)
    expect(await story.desk.db.egress.count()).toBe(0)
    expect(looksOf(await listScreenings(story.desk.db, story.runId))).toEqual([
      'plain skipped needs_person',
      'plain skipped needs_person',
    ])
  })
})

/** Two hundred leads as a bad day has them: most answer somehow, some never do. */
function twoHundred(): string[] {
  const kinds: [string, number][] = [
    ['with', 62],
    ['without', 60],
    ['gone', 20],
    ['gateway', 12],
    ['moved', 10],
    ['loop', 6],
    ['challenge', 8],
    ['empty', 6],
    ['slow', 5],
    ['stuck', 3],
    ['pdf', 1],
    ['big', 1],
  ]
  const addresses = kinds.flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, index) => at(`${kind}${index}`, '/a')),
  )
  addresses.push('http://10.0.0.1/a', 'http://169.254.169.254/', 'http://[::1]:1/')
  addresses.push(
    'http://no-such-paper.invalid/a',
    'http://never-was.invalid/b',
    'http://kept-paper.invalid/c',
  )
  // Mixed as engines mix them, the same way each time; those that never answer come early, when there is most to lose.
  const key = (address: string, index: number) =>
    /slow|stuck/.test(address) ? index % 7 : 7 + ((index * 7_919) % 211)
  return addresses
    .map((address, index) => ({ address, key: key(address, index) }))
    .sort((a, b) => a.key - b.key)
    .map(({ address }) => address)
}

const STANDINGS: Record<string, string> = {
  with: 'passage_found',
  moved: 'passage_found',
  pdf: 'passage_found',
  'kept-paper': 'passage_found',
  without: 'passage_absent',
  'no-such-paper': 'never_existed',
  'never-was': 'never_existed',
}

describe('a run of two hundred leads with mixed failures', () => {
  it('ends inside its window with every look on record', { timeout: 90_000 }, async () => {
    // Seconds on a calm machine; a busy one gets its time.
    const windowMs = 60_000
    const { desk, runId } = await searched(twoHundred(), windowMs)
    const patient = registryOf({ robots: 'ignore' })
    const worker = start(desk, patient)
    const run = await until(over(desk, runId), 50)
    await worker.stop()
    await patient.close()
    expect(run.state).toBe('finished')
    expect(run.finishedAt!.getTime() - run.startedAt!.getTime()).toBeLessThan(windowMs)
    const leads = await desk.db.lead.findMany()
    expect(leads).toHaveLength(200)
    for (const { address, standing, screening } of leads) {
      const kind = /^http:\/\/([a-z-]+)/.exec(address)?.[1] ?? 'private'
      const expected = STANDINGS[kind] ?? 'could_not_look'
      // A machine that is short of time closes windows; it never takes one thing for another.
      const isLate = (screening as Screening | null)?.why?.reason === 'timeout_window'
      expect(`${address} ${standing}`).toBe(`${address} ${isLate ? 'could_not_look' : expected}`)
    }
    expect(leads.filter(({ standing }) => standing === 'passage_found').length).toBeGreaterThan(30)
    const looks = await listScreenings(desk.db, runId)
    expect(looks.filter(({ ended, finishedAt }) => ended === null || finishedAt === null)).toEqual([])
    expect(new Set(looks.map(({ leadId }) => leadId)).size).toBe(200)
    expect(looks.filter(({ step }) => step === 'plain')).toHaveLength(200)
    expect(worker.lines.at(-2)).toContain('200 of 200 leads looked at')
    expect((await verifyLedger(desk.db)).problems).toEqual([])
  })

  it('is stopped within two seconds, with every look that was begun ended', { timeout: 60_000 }, async () => {
    const { desk, reporter, runId } = await searched(twoHundred(), 60_000)
    const worker = start(desk)
    await until(async () => (await desk.db.attempt.count({ where: { runId, leadId: { not: null } } })) > 30)
    const asked = performance.now()
    sure(await cancelRun(desk, reporter, runId))
    const run = await until(over(desk, runId), 10)
    expect(performance.now() - asked).toBeLessThan(2_000)
    await worker.stop()
    expect(run.state).toBe('cancelled')
    const looks = await listScreenings(desk.db, runId)
    expect(looks.length).toBeLessThan(200)
    expect(looks.filter(({ ended }) => ended === null)).toEqual([])
    // What a stopped look has not seen is not judged.
    const cancelled = looks.filter(({ reason }) => reason === 'cancelled').map(({ leadId }) => leadId)
    expect(
      await desk.db.lead.count({ where: { id: { in: cancelled as string[] }, screenedAt: { not: null } } }),
    ).toBe(0)
  })
})

describe('a worker that dies in the middle', () => {
  it('leaves the rest to the next one, which looks at nothing twice', { timeout: 60_000 }, async () => {
    const addresses = Array.from({ length: 30 }, (_, index) => at(`late${index}`, '/a'))
    const { desk, runId } = await searched(addresses)
    const first = start(desk)
    await until(async () => (await desk.db.lead.count({ where: { screenedAt: { not: null } } })) > 5)
    // Let go of as a killed worker does: attempts stay open, the lease runs out.
    await first.stop()
    const done = await desk.db.lead.count({ where: { screenedAt: { not: null } } })
    expect(done).toBeLessThan(30)
    await desk.db.run.update({ where: { id: runId }, data: { leaseUntil: new Date(0) } })
    const second = start(desk)
    await until(over(desk, runId))
    await second.stop()
    expect(await desk.db.lead.count({ where: { screenedAt: null } })).toBe(0)
    const looks = await listScreenings(desk.db, runId)
    expect(looks.filter(({ ended }) => ended === null)).toEqual([])
    const judged = looks.filter(({ reason }) => reason !== 'cancelled').map(({ leadId }) => leadId)
    expect(new Set(judged).size).toBe(judged.length)
    expect((await verifyLedger(desk.db)).problems).toEqual([])
  })
})

describe('stopping a search in the middle of a step', () => {
  it('takes no more than two seconds either, whether the step listens or not', async () => {
    const hanging = registryOf({ searxngUrl: at('slow1') })
    const story = await searched([])
    const { desk, reporter, claimId } = story
    await desk.db.run.update({ where: { id: story.runId }, data: { state: 'finished' } })
    const chain: Chain = {
      steps: [{ step: 'local-web-search', windowMs: 20_000 }],
      windowMs: 30_000,
      stopAtFirst: true,
    }
    const { id } = sure(await requestRun(desk, reporter, { claimId }, { queries: [QUERY], chain }))
    const worker = start(desk, hanging)
    await until(async () => (await findRun(desk.db, id))?.attempts.length)
    const asked = performance.now()
    sure(await cancelRun(desk, reporter, id))
    const run = await until(over(desk, id), 10)
    expect(performance.now() - asked).toBeLessThan(2_000)
    expect(run).toMatchObject({ state: 'cancelled', attempts: [{ ended: 'failed', reason: 'cancelled' }] })
    await worker.stop()
    await hanging.close()
  })
})
