import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { factCheckSearch } from '#scrapers/find/fact-check-search.ts'
import { createWeb } from '#scrapers/kit/web.ts'
import { findRequest } from '../../support/find-request.ts'
import { type Answer, type LocalWeb, sendJson, startWeb } from '../../support/web.ts'

const web = createWeb({ policy: { allowLoopback: true, allowedPorts: 'any', denyHosts: [] }, userAgent: 't' })
const KEY = 'AIzaTEST0123456789abcdef'

let server: LocalWeb
let answer: Answer = () => {}
beforeAll(async () => {
  server = await startWeb((request, response) => answer(request, response))
})
afterAll(() => server.close())
beforeEach(() => {
  server.asked.length = 0
})

const ask = async (told: Answer, request = findRequest()) => {
  answer = told
  const step = factCheckSearch({ web, apiKey: KEY, baseUrl: `${server.url}/v1alpha1` })
  const report = await step.run(request, { signal: AbortSignal.timeout(5_000), now: () => new Date(0) })
  expect(JSON.stringify(report)).not.toContain(KEY)
  return report
}
const sent = () => server.asked.map(({ path }) => Object.fromEntries(new URL(path, server.url).searchParams))
const review = (url: string, more: object = {}) => ({
  publisher: { name: 'Full Fact', site: 'fullfact.example' },
  url,
  title: 'No, tokens are not words',
  reviewDate: '2026-04-02T00:00:00Z',
  textualRating: 'Misleading',
  languageCode: 'en',
  ...more,
})
const claim = (...claimReview: unknown[]) => ({
  text: 'China uses 140 trillion words a day',
  claimant: 'A post',
  claimDate: '2026-03-30T00:00:00Z',
  claimReview,
})
const error = (code: number, status: string, message: string, reason?: string) => ({
  error: {
    ...{ code, message, status },
    ...(reason
      ? {
          details: [
            { '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason, domain: 'googleapis.com' },
            { '@type': 'type.googleapis.com/google.rpc.LocalizedMessage', locale: 'en-US', message },
          ],
        }
      : {}),
  },
})

describe('a search for fact-checks', () => {
  it('gives every review as a lead that carries its rating with its publisher, and what was reviewed', async () => {
    const { outcome, facts } = await ask((_, response) =>
      sendJson(response, 200, {
        claims: [
          claim(review('https://fullfact.example/1'), { url: 7 }),
          claim(
            review('https://fc.example/2', {
              textualRating: null,
              title: null,
              reviewDate: null,
              publisher: { site: 'fc.example' },
            }),
          ),
          { text: 'A claim without a review' },
        ],
        nextPageToken: 'abc',
      }),
    )
    expect(outcome).toEqual({
      ended: 'done',
      value: [
        {
          address: 'https://fullfact.example/1',
          title: '“Misleading” – Full Fact',
          snippet:
            'Reviewed: “China uses 140 trillion words a day” (A post, 2026-03-30). No, tokens are not words Review of 2026-04-02.',
        },
        {
          address: 'https://fc.example/2',
          title: 'No rating – fc.example',
          snippet: 'Reviewed: “China uses 140 trillion words a day” (A post, 2026-03-30).',
        },
      ],
    })
    expect(facts).toMatchObject({
      asked: '140万亿 token',
      detail: {
        queries: [{ query: '140万亿 token', languageCode: 'en', results: 3, more: true }],
        screened: 3,
      },
    })
  })
  it('carries the key in a header, where no log of addresses keeps it', async () => {
    await ask((_, response) => sendJson(response, 200, { claims: [claim(review('https://a.example/'))] }))
    expect(server.asked[0]?.headers['x-goog-api-key']).toBe(KEY)
    expect(server.asked[0]?.path).not.toContain(KEY)
    expect(sent()).toEqual([{ query: '140万亿 token', languageCode: 'en', pageSize: '20' }])
  })
  it('that finds none in the language of the claim asks once more in all of them', async () => {
    const { outcome, facts } = await ask(({ path }, response) =>
      sendJson(
        response,
        200,
        path.includes('languageCode') ? {} : { claims: [claim(review('https://a.example/'))] },
      ),
    )
    expect(outcome.ended).toBe('done')
    expect(sent().map(({ query, languageCode }) => [query, languageCode])).toEqual([
      ['140万亿 token', 'en'],
      ['140 trillion tokens', 'en'],
      ['140万亿 token', undefined],
    ])
    expect(facts.asked).toBe('140万亿 token\n140 trillion tokens')
  })
  it('of a claim in no known language restricts nothing', async () => {
    await ask((_, response) => sendJson(response, 200, {}), findRequest({ language: null, queries: ['x'] }))
    expect(sent()).toEqual([{ query: 'x', pageSize: '20' }])
  })
})

describe('a search for fact-checks that is refused', () => {
  it.each([
    [
      400,
      error(400, 'INVALID_ARGUMENT', 'API key not valid. Please pass a valid API key.', 'API_KEY_INVALID'),
      'provider_error',
      'does not accept the key',
    ],
    [
      400,
      error(400, 'INVALID_ARGUMENT', 'API key expired. Please renew the API key.'),
      'provider_error',
      'does not accept the key',
    ],
    [
      400,
      error(400, 'INVALID_ARGUMENT', 'Request contains an invalid argument.'),
      'provider_error',
      'did not accept the query',
    ],
    [
      401,
      error(401, 'UNAUTHENTICATED', 'Request had invalid authentication credentials.'),
      'provider_error',
      'does not accept the key',
    ],
    [
      403,
      error(
        403,
        'PERMISSION_DENIED',
        'Fact Check Tools API has not been used in project 1 before or it is disabled.',
        'SERVICE_DISABLED',
      ),
      'provider_error',
      'it is disabled',
    ],
    [
      403,
      error(
        403,
        'PERMISSION_DENIED',
        'Requests from referer <empty> are blocked.',
        'API_KEY_HTTP_REFERRER_BLOCKED',
      ),
      'provider_error',
      'may not be used with this key',
    ],
    [
      429,
      error(429, 'RESOURCE_EXHAUSTED', "Quota exceeded for quota metric 'Queries'.", 'RATE_LIMIT_EXCEEDED'),
      'rate_limited',
      'Quota exceeded',
    ],
    [404, error(404, 'NOT_FOUND', 'Requested entity was not found.'), 'provider_error', '404'],
    [500, error(500, 'INTERNAL', 'Internal error encountered.'), 'http_error', 'Internal error'],
    [
      503,
      error(503, 'UNAVAILABLE', 'The service is currently unavailable.'),
      'http_error',
      'currently unavailable',
    ],
    [
      200,
      error(400, 'INVALID_ARGUMENT', 'An error inside a 200.'),
      'provider_error',
      'An error inside a 200',
    ],
  ])('with %i %j', async (status, body, reason, said) => {
    const { outcome, facts } = await ask((_, response) => sendJson(response, status, body))
    expect(outcome).toMatchObject({ ended: 'failed', reason, message: expect.stringContaining(said) })
    expect(facts.httpStatus).toBe(status)
    expect(server.asked).toHaveLength(1)
  })
})
