/** The find steps as a desk gets them: which guard each goes through, who outside learns what, and what stays in the house. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { EgressEntry } from '#domain/egress.ts'
import type { Sensitivity } from '#domain/sensitivity.ts'
import { FIND_STEPS, type StepName } from '#domain/step.ts'
import type { FindRequest } from '#scrapers/contract.ts'
import { createRegistry, type Registry, type RegistrySettings } from '#scrapers/registry.ts'
import { findRequest } from '../support/find-request.ts'
import { type LocalWeb, sendJson, startWeb } from '../support/web.ts'

const KEY = 'KEY-0123456789abcdef'
const PAGE = {
  address: 'https://repost.example/1',
  body: Buffer.from('<p>Source: <a href="https://origin.example/a">here</a></p>'),
  mediaType: 'text/html',
  httpCharset: null,
}
let server: LocalWeb
let registry: Registry | null = null
beforeAll(async () => {
  server = await startWeb((_, response) => sendJson(response, 200, {}))
})
afterAll(() => server.close())
beforeEach(() => {
  server.asked.length = 0
})
afterEach(() => registry?.close())

const settings = (more: Partial<RegistrySettings> = {}): RegistrySettings => ({
  userAgent: 't',
  allowLoopbackPages: false,
  chromium: null,
  xai: { apiKey: KEY, baseUrl: `${server.url}/xai`, model: 'm' },
  searxngUrl: `${server.url}/searxng`,
  browserSearchUrl: `${server.url}/?q={query}`,
  brave: { apiKey: KEY, baseUrl: `${server.url}/brave`, freshness: null },
  factCheck: { apiKey: KEY, baseUrl: `${server.url}/fact` },
  wayback: {
    enabled: true,
    cdxUrl: `${server.url}/cdx`,
    playbackUrl: `${server.url}/web`,
    timeMapUrl: `${server.url}/tm/`,
  },
  ...more,
})
const walk = async (
  step: StepName,
  sensitivity: Sensitivity,
  told: Partial<FindRequest> = {},
  more: Partial<RegistrySettings> = {},
) => {
  registry = createRegistry(settings(more))
  const found = registry.find.find(({ name }) => name === step)
  if (!found) throw new Error(`no step ${step}`)
  const met: EgressEntry[] = []
  const trip = {
    source: null,
    sensitivity: async () => sensitivity,
    note: (entry: EgressEntry) => void met.push(entry),
  }
  const request = findRequest({ known: ['https://known.example/a'], pages: async () => [PAGE], ...told })
  const tools = { signal: AbortSignal.timeout(5_000), now: () => new Date(0) }
  return { met, ...(await registry.escort(found, trip).run(request, tools)) }
}

const SERVICES: StepName[] = [
  'grok-search',
  'local-web-search',
  'brave-search',
  'fact-check-search',
  'wayback-search',
]

it('every find step that a chain may name is there, once', async () => {
  registry = createRegistry(settings())
  expect(registry.find.map(({ name }) => name)).toEqual([...FIND_STEPS])
})

describe('a service that the operator named', () => {
  it.each(SERVICES)(
    '(%s) may live on this machine, and what it learned is on record without the key',
    async (step) => {
      const { met } = await walk(step, 'open')
      expect(server.asked.length).toBeGreaterThan(0)
      expect(met[0]).toMatchObject({
        party: `127.0.0.1:${server.port}`,
        via: 'service',
        learned: 'query',
        ended: 'connected',
      })
      expect(JSON.stringify(met)).not.toContain(KEY)
    },
  )
  it.each(
    SERVICES.flatMap(
      (step) =>
        [
          [step, 'discreet'],
          [step, 'covert'],
        ] as [StepName, Sensitivity][],
    ),
  )('(%s) is not asked for a %s article', async (step, sensitivity) => {
    const { outcome, met } = await walk(step, sensitivity)
    expect(outcome).toMatchObject({ ended: 'skipped', reason: 'refused_by_guard' })
    expect([met, server.asked]).toEqual([[], []])
  })
})

describe('publishers whose feeds are read', () => {
  const sites = { sites: ['feeds.localhost'] }
  it('are outside: nothing on this machine is one, whatever services may be', async () => {
    const { outcome, met } = await walk('feed-search', 'open', sites)
    expect(outcome).toMatchObject({ ended: 'failed', reason: 'refused_by_guard' })
    expect(met.every(({ ended }) => ended === 'refused')).toBe(true)
    expect(server.asked).toEqual([])
  })
  it('are not asked for a covert article', async () => {
    const { outcome } = await walk(
      'feed-search',
      'covert',
      { sites: [`127.0.0.1:${server.port}`] },
      { allowLoopbackPages: true },
    )
    expect(outcome).toMatchObject({ ended: 'skipped', reason: 'needs_person' })
    expect(server.asked).toEqual([])
  })
})

it.each<Sensitivity>(['open', 'discreet', 'covert'])(
  'captured pages are read for any article (%s), and nobody learns of it',
  async (sensitivity) => {
    const { outcome, met } = await walk('link-search', sensitivity)
    expect(outcome).toMatchObject({ ended: 'done', value: [{ address: 'https://origin.example/a' }] })
    expect([met, server.asked]).toEqual([[], []])
  },
)
