import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type BraveSearchSettings, braveSearch } from '#scrapers/find/brave-search.ts'
import { createWeb } from '#scrapers/kit/web.ts'
import { fakeClock } from '../../support/fake-clock.ts'
import { findRequest } from '../../support/find-request.ts'
import { type Answer, type LocalWeb, send, sendJson, startWeb } from '../../support/web.ts'

const web = createWeb({ policy: { allowLoopback: true, allowedPorts: 'any', denyHosts: [] }, userAgent: 't' })
const KEY = 'BSAtest0123456789abcdef'

let server: LocalWeb
let answer: Answer = () => {}
beforeAll(async () => {
  server = await startWeb((request, response) => answer(request, response))
})
afterAll(() => server.close())
beforeEach(() => {
  server.asked.length = 0
})

const ask = async (told: Answer, request = findRequest(), more: Partial<BraveSearchSettings> = {}) => {
  answer = told
  const step = braveSearch({ web, apiKey: KEY, baseUrl: `${server.url}/res/v1`, ...more })
  const report = await step.run(request, { signal: AbortSignal.timeout(5_000), now: () => new Date(0) })
  expect(JSON.stringify(report)).not.toContain(KEY)
  return report
}
const sent = (index = 0) =>
  Object.fromEntries(new URL(server.asked[index]?.path ?? '', server.url).searchParams)
const results = (...urls: string[]) => ({
  type: 'search',
  query: { original: 'q', more_results_available: true },
  web: {
    type: 'search',
    results: urls.map((url) => ({ url, title: 'T', description: 'D', age: '1 day ago' })),
  },
})
const NONE = { type: 'search', query: { original: 'q', more_results_available: false } }
const error = (code: string, status: number, detail: string, meta: object = {}) => ({
  type: 'ErrorResponse',
  error: { id: 'ade84851', status, code, detail, meta },
  time: 1754364294,
})

describe('a search at Brave', () => {
  it('sends the key as a header, the query as it is, and what goes with it on record', async () => {
    const { outcome, facts } = await ask(
      (_, response) => sendJson(response, 200, results('https://a.example/1', 'https://a.example/1#x')),
      findRequest({ language: 'zh-Hant' }),
      { freshness: '2026-03-01to2026-03-31' },
    )
    expect(outcome).toEqual({
      ended: 'done',
      value: [{ address: 'https://a.example/1', title: 'T', snippet: 'D' }],
    })
    expect(server.asked[0]).toMatchObject({
      path: expect.stringMatching(/^\/res\/v1\/web\/search\?/),
      headers: { 'x-subscription-token': KEY, accept: 'application/json' },
    })
    const parameters = {
      count: '20',
      freshness: '2026-03-01to2026-03-31',
      result_filter: 'web',
      safesearch: 'off',
      search_lang: 'zh-hant',
      spellcheck: 'false',
      text_decorations: 'false',
    }
    expect(sent()).toEqual({ q: '140万亿 token', ...parameters })
    expect(facts).toMatchObject({
      asked: '140万亿 token',
      detail: {
        queries: [{ query: '140万亿 token', results: 2, more: true, altered: null }],
        parameters,
        screened: 2,
      },
    })
  })
  it.each([
    ['zh', 'zh-hans'],
    ['zh-Hans', 'zh-hans'],
    ['zh-TW', 'zh-hant'],
    ['ja', 'jp'],
    ['pt-BR', 'pt-br'],
    ['pt', 'pt-pt'],
    ['en-US', 'en'],
    ['en-GB', 'en-gb'],
    ['tlh', undefined],
    [null, undefined],
  ])('of a claim in %s names the language as %s', async (language, code) => {
    await ask(
      (_, response) => sendJson(response, 200, results('https://a.example/')),
      findRequest({ language }),
    )
    expect(sent().search_lang).toBe(code)
  })
  it.each([
    ['fifty words', Array.from({ length: 70 }, (_, i) => `w${i}`).join(' '), 50, 400],
    ['four hundred signs', `${'word '.repeat(30)}${'long'.repeat(90)}`, 50, 400],
    ['four hundred signs of Chinese', '词元调用量'.repeat(100), 1, 400],
  ])('cuts a query to %s, for a longer one would be refused', async (_, query, words, signs) => {
    const { facts } = await ask(
      (_request, response) => sendJson(response, 200, results('https://a.example/')),
      findRequest({ queries: [query] }),
    )
    const { q = '' } = sent()
    expect(q.split(' ').length).toBeLessThanOrEqual(words)
    expect([...q].length).toBeLessThanOrEqual(signs)
    expect(query.startsWith(q)).toBe(true)
    expect(facts.asked).toBe(q)
  })
  it('waits for its turn before the next query when the second is used up, and never for a month', async () => {
    const clock = fakeClock()
    const { facts } = await ask(
      ({ path }, response) =>
        sendJson(response, 200, path.includes('trillion') ? results('https://a.example/') : NONE, {
          'x-ratelimit-limit': '1, 15000',
          'x-ratelimit-policy': '1;w=1, 15000;w=2592000',
          'x-ratelimit-remaining': '0, 14999',
          'x-ratelimit-reset': '1, 1419704',
        }),
      undefined,
      { clock },
    )
    expect(clock.waits).toEqual([1_000])
    expect(facts.asked).toBe('140万亿 token\n140 trillion tokens')
    expect(facts.detail?.limits).toEqual([
      { limit: 1, windowS: 1, remaining: 0, resetS: 1 },
      { limit: 15_000, windowS: 2_592_000, remaining: 14_999, resetS: 1_419_704 },
    ])
  })
  it('turned away for this second alone asks once more, and not a third time', async () => {
    const clock = fakeClock()
    const headers = {
      'x-ratelimit-limit': '1, 15000',
      'x-ratelimit-remaining': '0, 14999',
      'x-ratelimit-reset': '1, 1419704',
    }
    let turnedAway = 1
    const told: Answer = (_, response) => {
      if (turnedAway-- > 0) return sendJson(response, 429, error('RATE_LIMITED', 429, 'Slow down.'), headers)
      sendJson(response, 200, results('https://a.example/'))
    }
    expect((await ask(told, undefined, { clock })).outcome.ended).toBe('done')
    expect(clock.waits).toEqual([1_000])
    turnedAway = 5
    expect((await ask(told, undefined, { clock })).outcome).toMatchObject({ reason: 'rate_limited' })
    expect(server.asked).toHaveLength(4)
  })
  it('leaves marks of HTML out of titles, and results without an address out of the leads', async () => {
    const body = {
      type: 'search',
      web: {
        results: [
          { url: 'https://a.example/', title: '<strong>AT&amp;T</strong> &#x27;says&#x27;' },
          { title: 'x' },
        ],
      },
    }
    const { outcome, facts } = await ask((_, response) => sendJson(response, 200, body))
    expect(outcome).toMatchObject({ value: [{ title: "AT&T 'says'", snippet: null }] })
    expect(facts.detail?.screened).toBe(2)
  })
})

describe('a search that Brave refuses', () => {
  const INVALID = 'The provided subscription token is invalid.'
  it.each([
    [401, error('SUBSCRIPTION_TOKEN_INVALID', 401, INVALID), 'provider_error', 'does not accept the key'],
    [
      422,
      error('SUBSCRIPTION_TOKEN_INVALID', 422, INVALID, { component: 'authentication' }),
      'provider_error',
      'does not accept the key',
    ],
    [
      422,
      { type: 'ErrorResponse', errors: [error('SUBSCRIPTION_TOKEN_INVALID', 422, INVALID).error] },
      'provider_error',
      'does not accept the key',
    ],
    [
      422,
      error('VALIDATION', 422, 'Unable to validate request parameter(s)', {
        errors: [{ type: 'missing', loc: ['header', 'x-subscription-token'], msg: 'Field required' }],
      }),
      'provider_error',
      'does not accept the key',
    ],
    [
      422,
      error('VALIDATION', 422, 'Unable to validate request parameter(s)', {
        errors: [{ type: 'less_than_equal', loc: ['query', 'count'], msg: 'Input should be less' }],
      }),
      'provider_error',
      'query.count',
    ],
    [
      422,
      error('VALIDATION', 422, 'Unable to validate request parameter(s)'),
      'provider_error',
      'Unable to validate',
    ],
    [
      400,
      error('OPTION_NOT_IN_PLAN', 400, 'The option is not subscribed in the plan.'),
      'provider_error',
      'plan of this key',
    ],
    [403, error('RESOURCE_NOT_ALLOWED', 403, 'Not subscribed.'), 'provider_error', 'plan of this key'],
    [403, '<html>Are you human?', 'provider_error', 'plan of this key'],
    [402, error('PAYMENT_REQUIRED', 402, 'Add a card.'), 'provider_error', 'Add a card.'],
    [404, error('NOT_FOUND', 404, 'No such resource.'), 'provider_error', '404'],
    [
      429,
      error('RATE_LIMITED', 429, 'Request rate limit exceeded for plan.'),
      'rate_limited',
      'too many requests',
    ],
    [429, error('QUOTA_LIMITED', 429, 'Quota exceeded.'), 'rate_limited', 'used up'],
    [500, error('INTERNAL', 500, 'Oops'), 'http_error', 'Oops'],
  ])('with %i %j', async (status, body, reason, said) => {
    const { outcome, facts } = await ask((_, response) =>
      typeof body === 'string' ? send(response, status, body) : sendJson(response, status, body),
    )
    expect(outcome).toMatchObject({ ended: 'failed', reason, message: expect.stringContaining(said) })
    expect(facts.httpStatus).toBe(status)
    expect(server.asked).toHaveLength(1)
  })
  it('because the month is used up says so, and until when', async () => {
    const { outcome, facts } = await ask((_, response) =>
      sendJson(response, 429, error('RATE_LIMITED', 429, 'Request rate limit exceeded for plan.'), {
        'x-ratelimit-limit': '1, 2000',
        'x-ratelimit-policy': '1;w=1, 2000;w=2592000',
        'x-ratelimit-remaining': '1, 0',
        'x-ratelimit-reset': '1, 86400',
      }),
    )
    expect(outcome).toMatchObject({ reason: 'rate_limited', message: expect.stringContaining('used up') })
    expect(facts.detail?.retryAfter).toBe('86400')
  })
  it('never repeats the key, whole or with stars in it', async () => {
    const { outcome } = await ask((_, response) =>
      sendJson(response, 401, error('X', 401, `Wrong token ${KEY}, that is BSAtest***def.`)),
    )
    expect(JSON.stringify(outcome)).not.toContain('BSAtest')
  })
})
