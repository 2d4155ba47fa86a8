import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Health } from '#scrapers/contract.ts'
import { createRegistry, type Registry, type RegistrySettings } from '#scrapers/registry.ts'
import { CHROMIUM } from '../../support/chromium.ts'
import { type Answer, type LocalWeb, send, sendJson, startWeb } from '../../support/web.ts'

const KEY = 'KEY-0123456789abcdef'
let server: LocalWeb
let answer: Answer = () => {}
beforeAll(async () => {
  server = await startWeb((request, response) => answer(request, response))
})
afterAll(() => server.close())
beforeEach(() => {
  server.asked.length = 0
})

const settings = (base: string, more: Partial<RegistrySettings> = {}): RegistrySettings => ({
  userAgent: 't',
  allowLoopbackPages: true,
  chromium: CHROMIUM,
  xai: { apiKey: KEY, baseUrl: `${base}/xai`, model: 'm' },
  searxngUrl: `${base}/searxng`,
  browserSearchUrl: `${base}/?q={query}`,
  brave: { apiKey: KEY, baseUrl: `${base}/brave`, freshness: null },
  factCheck: { apiKey: KEY, baseUrl: `${base}/fact` },
  wayback: { enabled: true, cdxUrl: `${base}/cdx`, playbackUrl: `${base}/web` },
  ...more,
})
const probe = async (
  name: string,
  told: Answer,
  registry?: Registry,
  signal = AbortSignal.timeout(4_000),
): Promise<Health> => {
  answer = told
  const own = registry ?? createRegistry(settings(server.url))
  try {
    const health = await own.find
      .find((step) => step.name === name)
      ?.probe?.({ signal, now: () => new Date(0) })
    expect(JSON.stringify(health)).not.toContain(KEY)
    return health as Health
  } finally {
    await own.close()
  }
}
const googleError = (status: string, message: string, reason?: string) => ({
  error: { code: 400, status, message, ...(reason ? { details: [{ reason }] } : {}) },
})
const braveError = (code: string, meta: object = {}) => ({
  type: 'ErrorResponse',
  error: { code, detail: 'D', meta },
})
const API_KEY = {
  redacted_api_key: 'xai-...b14o',
  acls: ['api-key:endpoint:*'],
  team_blocked: false,
  api_key_blocked: false,
  api_key_disabled: false,
}

type Case = [step: string, what: string, told: Answer, state: Health['state'], said: string]
const CASES: Case[] = [
  ['grok-search', 'accepts the key', (_, r) => sendJson(r, 200, API_KEY), 'ready', 'accepts the key'],
  [
    'grok-search',
    'has blocked the team',
    (_, r) => sendJson(r, 200, { ...API_KEY, team_blocked: true }),
    'unavailable',
    'the team is blocked',
  ],
  [
    'grok-search',
    'has switched the key off',
    (_, r) => sendJson(r, 200, { ...API_KEY, api_key_disabled: true }),
    'unavailable',
    'switched off',
  ],
  [
    'grok-search',
    'does not know the key',
    (_, r) => sendJson(r, 400, { code: 'x', error: `Incorrect API key provided: ${KEY}` }),
    'unavailable',
    'does not accept the key',
  ],
  ['grok-search', 'answers with a page', (_, r) => send(r, 200, '<html>'), 'unavailable', 'format'],
  [
    'local-web-search',
    'answers in JSON with its engines on',
    ({ path }, r) =>
      path.endsWith('/config')
        ? sendJson(r, 200, {
            version: '2026.8',
            engines: [
              { name: 'a', enabled: true },
              { name: 'b', enabled: false },
            ],
          })
        : sendJson(r, 400, { error: 'No query' }),
    'ready',
    '1 engines on',
  ],
  [
    'local-web-search',
    'has JSON switched off',
    (_, r) => send(r, 403, '<title>403 Forbidden</title>'),
    'unavailable',
    'JSON',
  ],
  [
    'local-web-search',
    'has its limiter on',
    (_, r) => send(r, 429, 'Too Many Requests'),
    'unavailable',
    'limiter',
  ],
  [
    'local-web-search',
    'keeps its settings to itself',
    ({ path }, r) => (path.endsWith('/config') ? send(r, 404, '') : sendJson(r, 400, { error: 'No query' })),
    'ready',
    'does not tell',
  ],
  [
    'local-web-search',
    'has no engine on',
    ({ path }, r) =>
      path.endsWith('/config') ? sendJson(r, 200, { engines: [] }) : sendJson(r, 400, { error: 'No query' }),
    'unavailable',
    'none of its engines',
  ],
  [
    'local-web-search',
    'is another program',
    (_, r) => send(r, 200, '<html>Router login'),
    'unavailable',
    'format',
  ],
  [
    'brave-search',
    'misses the query',
    (_, r) => sendJson(r, 422, braveError('VALIDATION', { errors: [{ loc: ['query', 'q'] }] })),
    'ready',
    'paid for',
  ],
  [
    'brave-search',
    'does not know the key',
    (_, r) => sendJson(r, 422, braveError('SUBSCRIPTION_TOKEN_INVALID')),
    'unavailable',
    'does not accept the key',
  ],
  ['brave-search', 'shows a wall', (_, r) => send(r, 403, '<html>Are you human?'), 'unavailable', 'plan'],
  [
    'fact-check-search',
    'misses the query',
    (_, r) => sendJson(r, 400, googleError('INVALID_ARGUMENT', 'Request contains an invalid argument.')),
    'ready',
    'accepts the key',
  ],
  [
    'fact-check-search',
    'does not know the key',
    (_, r) => sendJson(r, 400, googleError('INVALID_ARGUMENT', 'API key not valid.', 'API_KEY_INVALID')),
    'unavailable',
    'does not accept the key',
  ],
  [
    'fact-check-search',
    'is not switched on',
    (_, r) => sendJson(r, 403, googleError('PERMISSION_DENIED', 'It is disabled.', 'SERVICE_DISABLED')),
    'unavailable',
    'disabled',
  ],
  [
    'wayback-search',
    'answers',
    (_, r) => sendJson(r, 200, [['urlkey'], ['org,archive)/']]),
    'ready',
    'index answers',
  ],
  ['wayback-search', 'has had enough', (_, r) => send(r, 429, 'x'), 'unavailable', '429'],
  ['wayback-search', 'shows a page', (_, r) => send(r, 200, '<html>'), 'unavailable', '200'],
]

describe('the health of a service', () => {
  it.each(CASES)('%s that %s is told', async (name, _, told, state, said) => {
    const health = await probe(name, told)
    expect(health).toMatchObject({ state, message: expect.stringContaining(said) })
    expect(health.asked).toMatch(/^GET http/)
  })
  it.each(['grok-search', 'local-web-search', 'brave-search', 'fact-check-search', 'wayback-search'])(
    '%s that is down, silent or leads elsewhere is unavailable',
    async (name) => {
      const gone = createRegistry(settings('http://127.0.0.1:1'))
      expect(await probe(name, () => {}, gone)).toMatchObject({ state: 'unavailable' })
      expect(await probe(name, () => {}, undefined, AbortSignal.timeout(40))).toMatchObject({
        state: 'unavailable',
      })
      const away: Answer = (_, response) => send(response, 302, '', { location: 'http://169.254.169.254/' })
      expect(await probe(name, away)).toMatchObject({ state: 'unavailable' })
    },
  )
  it('is asked for without a word about any story', async () => {
    for (const [name] of CASES) await probe(name, (_, response) => send(response, 500, ''))
    expect(server.asked.map(({ path, body }) => path + body).join()).not.toMatch(/[?&](?:q|query)=/)
  })
  it.skipIf(CHROMIUM === null)('of the search page in the browser is told by its site', async () => {
    expect(await probe('browser-search', (_, response) => send(response, 200, 'x'))).toMatchObject({
      state: 'ready',
    })
    expect(await probe('browser-search', (_, response) => send(response, 502, 'x'))).toMatchObject({
      state: 'unavailable',
      detail: { status: 502 },
    })
  })
})

it('every find step has a probe, and says that it is not set up where it is not, without asking', async () => {
  const none = createRegistry({
    ...{ userAgent: 't', allowLoopbackPages: true, chromium: null, searxngUrl: null, browserSearchUrl: null },
    xai: { apiKey: null, baseUrl: server.url, model: 'm' },
    wayback: { enabled: false, cdxUrl: server.url, playbackUrl: server.url },
  })
  const tools = { signal: AbortSignal.timeout(4_000), now: () => new Date(0) }
  const states = await Promise.all(
    none.find.map(async ({ name, probe: ask }) => [name, (await ask?.(tools))?.state]),
  )
  await none.close()
  expect(Object.fromEntries(states)).toEqual({
    ...{
      'grok-search': 'not_configured',
      'local-web-search': 'not_configured',
      'browser-search': 'not_configured',
    },
    ...{
      'brave-search': 'not_configured',
      'fact-check-search': 'not_configured',
      'wayback-search': 'not_configured',
    },
    ...{ 'feed-search': 'ready', 'link-search': 'ready' },
  })
  expect(server.asked).toEqual([])
})
