import { afterEach, describe, expect, it } from 'vitest'
import type { AttemptFacts, Outcome } from '#domain/attempt.ts'
import type { EgressEntry } from '#domain/egress.ts'
import type { Sensitivity } from '#domain/sensitivity.ts'
import type { StepName } from '#domain/step.ts'
import type { Scraper } from '#scrapers/contract.ts'
import { createEscort } from '#scrapers/kit/escort.ts'
import { createPoliteness } from '#scrapers/kit/politeness.ts'
import { createRobots, type RobotsPolicy } from '#scrapers/kit/robots.ts'
import { createWalls } from '#scrapers/kit/walls.ts'
import { createWeb } from '#scrapers/kit/web.ts'
import { fakeClock } from '../../support/fake-clock.ts'
import { type Answer, type LocalWeb, send, startWeb } from '../../support/web.ts'

const policy = { allowLoopback: true, allowedPorts: 'any' as const, denyHosts: [] }
const web = createWeb({ policy, userAgent: 'Stet/0.1' })
const DONE: Outcome<string> = { ended: 'done', value: 'page' }
let site: LocalWeb | null = null
afterEach(async () => {
  await site?.close()
  site = null
})

type Step = { name?: StepName; end?: () => Outcome<string>; facts?: Partial<AttemptFacts>; asks?: string }

function setUp(robotsPolicy: RobotsPolicy = 'ignore', ownHosts: string[] = []) {
  const clock = fakeClock()
  const politeness = createPoliteness({ intervalMs: 0, clock })
  const robots = createRobots({ web, politeness, userAgent: 'Stet/0.1', policy: robotsPolicy, clock })
  const services = {
    'local-web-search': 'http://search.house.example/',
    wayback: 'https://web.archive.org/cdx',
  }
  const escort = createEscort({
    politeness,
    walls: createWalls({ clock }),
    robots,
    services,
    ownHosts,
    clock,
  })
  const ran: string[] = []
  const met: EgressEntry[] = []
  const go = async (step: Step, sensitivity: Sensitivity = 'open', source = 'https://news.example/a') => {
    const scraper: Scraper<null, string> = {
      name: step.name ?? 'plain',
      version: '1',
      run: async (_, { signal }) => {
        ran.push(step.name ?? 'plain')
        if (step.asks) await web.get({ address: step.asks, signal })
        return { outcome: step.end?.() ?? DONE, facts: { asked: 'a', askedOf: 'b', ...step.facts } }
      },
    }
    const trip = {
      source,
      sensitivity: async () => sensitivity,
      note: (entry: EgressEntry) => void met.push(entry),
    }
    const tools = { signal: new AbortController().signal, now: () => new Date(clock.now()) }
    return escort(scraper, trip).run(null, tools)
  }
  return { clock, go, ran, met }
}

const challenge = (): Outcome<string> => ({
  ended: 'failed',
  reason: 'blocked_challenge',
  message: 'Prove it.',
})
const tooMany = (): Outcome<string> => ({ ended: 'failed', reason: 'rate_limited', message: 'Too many.' })

describe('a wall', () => {
  it('ends the next attempts at once, of whatever step, until it is tried again', async () => {
    const { clock, go, ran } = setUp()
    for (const name of ['plain', 'rendered', 'plain'] as const) await go({ name, end: challenge })
    const report = await go({ name: 'rendered' })
    expect(ran).toHaveLength(3)
    expect(report.outcome).toEqual({
      ended: 'skipped',
      reason: 'rate_limited',
      message:
        'news.example has turned us away several times in a row and is left alone until 2026-03-24 08:15 UTC.',
    })
    expect(report.facts).toMatchObject({ askedOf: null, detail: { until: '2026-03-24T08:15:00.000Z' } })
    expect((await go({}, 'open', 'https://other.example/')).outcome.ended).toBe('done')
    clock.pass(15 * 60_000)
    expect((await go({})).outcome.ended).toBe('done')
  })
  it('is made of 403, 429 and challenges, not of pages that are gone', async () => {
    const { go, ran } = setUp()
    const gone = {
      end: () => ({ ...challenge(), reason: 'http_error' }) as Outcome<string>,
      facts: { httpStatus: 404 },
    }
    for (let times = 0; times < 4; times++) await go(gone)
    expect(ran).toHaveLength(4)
    for (let times = 0; times < 4; times++) await go({ ...gone, facts: { httpStatus: 403 } })
    expect(ran).toHaveLength(7)
  })
  it('of an archive shows in connections that fail', async () => {
    const { go, ran } = setUp()
    const refused = (): Outcome<string> => ({ ended: 'failed', reason: 'connect', message: 'Refused.' })
    for (let times = 0; times < 4; times++) await go({ name: 'wayback', end: refused })
    expect(ran).toHaveLength(3)
    for (let times = 0; times < 4; times++) await go({ name: 'plain', end: refused })
    expect(ran).toHaveLength(7)
  })
  it('does not stand in the way of what a person brings', async () => {
    const { go } = setUp()
    for (let times = 0; times < 3; times++) await go({ end: challenge })
    expect((await go({ name: 'upload' })).outcome.ended).toBe('done')
  })
})

describe('a host that asks for a pause', () => {
  it.each([
    ['120', '2026-03-24 08:02 UTC'],
    ['Tue, 24 Mar 2026 09:30:00 GMT', '2026-03-24 09:30 UTC'],
    [null, '2026-03-24 08:01 UTC'],
  ])('by Retry-After %s is left alone until %s', async (retryAfter, until) => {
    const { clock, go, ran } = setUp()
    await go({ end: tooMany, facts: { detail: { retryAfter } } })
    expect((await go({})).outcome).toMatchObject({
      ended: 'skipped',
      reason: 'rate_limited',
      message: `news.example has asked to be left alone until ${until}.`,
    })
    expect(ran).toHaveLength(1)
    clock.pass(2 * 3_600_000)
    expect((await go({})).outcome.ended).toBe('done')
  })
})

describe('robots.txt', () => {
  const forbidding: Answer = ({ path }, response) =>
    path === '/robots.txt' ? send(response, 200, 'User-agent: *\nDisallow: /') : send(response, 200, 'page')

  it('is noted where a person asked for the page, and the page is fetched', async () => {
    site = await startWeb(forbidding)
    const { go } = setUp('note')
    const report = await go({ asks: `${site.url}/a` }, 'open', `${site.url}/a`)
    expect(report.outcome.ended).toBe('done')
    expect(report.facts.detail?.robots).toBe('robots.txt disallows it to every program (“Disallow: /”).')
    expect(site.asked.map(({ path }) => path).sort()).toEqual(['/a', '/robots.txt'])
  })
  it('leaves the page to a person where the desk keeps to it', async () => {
    site = await startWeb(forbidding)
    const { go, ran } = setUp('obey')
    const report = await go({}, 'open', `${site.url}/a`)
    expect(report.outcome).toMatchObject({
      ended: 'skipped',
      reason: 'needs_person',
      message: expect.stringContaining('bring the document'),
    })
    expect(ran).toEqual([])
    expect(site.asked.map(({ path }) => path)).toEqual(['/robots.txt'])
  })
  it('is not asked for where it is ignored, nor for services', async () => {
    site = await startWeb(forbidding)
    await setUp('ignore').go({}, 'open', `${site.url}/a`)
    await setUp('obey').go({ name: 'local-web-search' }, 'open', `${site.url}/a`)
    expect(site.asked).toEqual([])
  })
})

describe('an errand', () => {
  it('writes down whom a step meets, what they learned and how it ended', async () => {
    site = await startWeb(({ path }, response) =>
      path === '/a' ? send(response, 302, '', { location: 'http://10.0.0.1/' }) : send(response, 200, ''),
    )
    const { go, met } = setUp()
    await go({ asks: `${site.url}/a` })
    await go({ asks: 'http://127.0.0.1:1/nobody' })
    expect(met.map(({ at: _, ...entry }) => entry)).toEqual([
      {
        party: `127.0.0.1:${site.port}`,
        via: 'http',
        learned: 'address',
        detail: `${site.url}/a`,
        ended: 'connected',
      },
      { party: '10.0.0.1:80', via: 'http', learned: 'address', detail: 'http://10.0.0.1/', ended: 'refused' },
      {
        party: '127.0.0.1:1',
        via: 'http',
        learned: 'address',
        detail: 'http://127.0.0.1:1/nobody',
        ended: 'failed',
      },
    ])
  })
  it('of a discreet piece goes no further than the source’s own site, wherever its pages point', async () => {
    site = await startWeb((_, response) => send(response, 200, 'elsewhere'))
    const { go, met } = setUp()
    await go({ asks: `http://tracker.localhost:${site.port}/` }, 'discreet', 'http://news.localhost/')
    await go({ asks: `http://static.news.localhost:${site.port}/` }, 'discreet', 'http://news.localhost/')
    expect(site.asked).toHaveLength(1)
    expect(met.map(({ ended }) => ended)).toEqual(['refused', 'connected'])
  })
  it('of two steps at once is kept apart', async () => {
    site = await startWeb((_, response) => send(response, 200, ''))
    const one = setUp()
    const other = setUp()
    const { url } = site
    await Promise.all([
      one.go({ asks: `${url}/one` }),
      other.go({ asks: `${url}/other` }),
      one.go({ asks: `${url}/one2` }),
    ])
    expect(one.met.map(({ detail }) => detail).sort()).toEqual([`${url}/one`, `${url}/one2`])
    expect(other.met.map(({ detail }) => detail)).toEqual([`${url}/other`])
  })
  it('of a covert piece does not begin, unless it is to a service of the house', async () => {
    const { go, ran } = setUp('ignore', ['search.house.example'])
    expect((await go({ name: 'rendered' }, 'covert')).outcome).toMatchObject({ reason: 'needs_person' })
    expect((await go({ name: 'wayback' }, 'covert')).outcome).toMatchObject({ reason: 'refused_by_guard' })
    expect((await go({ name: 'local-web-search' }, 'covert')).outcome.ended).toBe('done')
    expect(ran).toEqual(['local-web-search'])
  })
})
