import { afterEach, describe, expect, it } from 'vitest'
import { localWebSearch } from '#scrapers/find/local-web-search.ts'
import { createWeb } from '#scrapers/kit/web.ts'
import { findRequest } from '../../support/find-request.ts'
import { type Answer, type LocalWeb, send, sendJson, startWeb } from '../../support/web.ts'

const web = createWeb({ policy: { allowLoopback: true, allowedPorts: 'any', denyHosts: [] }, userAgent: 't' })
const REQUEST = findRequest({
  claimText: '140 trillion',
  queries: ['140万亿 & token', '140 trillion tokens'],
  language: 'zh',
})
const tools = () => ({ signal: new AbortController().signal, now: () => new Date(0) })

let server: LocalWeb
const ask = async (
  answer: Answer,
  { request = REQUEST, path = '' }: { request?: typeof REQUEST; path?: string } = {},
) => {
  server = await startWeb(answer)
  return localWebSearch({ web, baseUrl: server.url + path }).run(request, tools())
}
afterEach(() => server?.close())

const answer = (results: unknown[], unresponsive: string[][] = []) => ({
  query: 'q',
  results,
  answers: [],
  corrections: [],
  infoboxes: [],
  suggestions: [],
  unresponsive_engines: unresponsive,
})
const result = (url: string) => ({
  url,
  title: 'A title',
  content: 'A\n snippet ',
  engine: 'bing',
  engines: ['bing'],
  score: 1,
  publishedDate: null,
})

describe('a search in the house', () => {
  it('gives leads with title and snippet, and records queries and silent engines', async () => {
    const { outcome, facts } = await ask((_, response) =>
      sendJson(
        response,
        200,
        answer(
          [
            result('https://a.example/1'),
            result('https://a.example/1#x'),
            result('ftp://a.example/'),
            { broken: true },
          ],
          [['google', 'CAPTCHA']],
        ),
      ),
    )
    expect(outcome).toEqual({
      ended: 'done',
      value: [{ address: 'https://a.example/1', title: 'A title', snippet: 'A snippet' }],
    })
    expect(facts).toMatchObject({
      asked: '140万亿 & token',
      askedOf: `127.0.0.1:${server.port}`,
      httpStatus: 200,
      detail: {
        queries: [{ query: '140万亿 & token', results: 4 }],
        unresponsiveEngines: [['google', 'CAPTCHA']],
        screened: 4,
        parameters: { format: 'json', language: 'zh' },
      },
    })
  })
  it.each(['', '/', '/searxng', '/searxng/'])(
    'asks under the path %s that was set, for JSON, in the language of the claim',
    async (path) => {
      await ask((_, response) => sendJson(response, 200, answer([result('https://a.example/')])), { path })
      const url = new URL(server.asked[0]?.path ?? '', server.url)
      expect(url.pathname).toBe(`${path.replace(/\/$/, '')}/search`)
      expect(Object.fromEntries(url.searchParams)).toEqual({
        q: '140万亿 & token',
        format: 'json',
        language: 'zh',
      })
    },
  )
  it('sends the next query when one finds nothing', async () => {
    const { outcome, facts } = await ask(({ path }, response) =>
      sendJson(response, 200, answer(path.includes('trillion') ? [result('https://a.example/')] : [])),
    )
    expect(outcome).toMatchObject({ ended: 'done' })
    expect(facts.asked).toBe('140万亿 & token\n140 trillion tokens')
    expect(facts.detail?.queries).toEqual([
      { query: '140万亿 & token', results: 0 },
      { query: '140 trillion tokens', results: 1 },
    ])
  })
  it('of a claim without queries asks for the claim', async () => {
    const { facts } = await ask((_, response) => sendJson(response, 200, answer([])), {
      request: { ...REQUEST, queries: [] },
    })
    expect(facts.asked).toBe('140 trillion')
  })
})

describe('a search that brings nothing', () => {
  it('while all engines answered is "not found"', async () => {
    const { outcome } = await ask((_, response) => sendJson(response, 200, answer([])))
    expect(outcome).toMatchObject({ ended: 'nothing', reason: 'no_results' })
  })
  it('while engines were silent is "could not look", and names them', async () => {
    const { outcome, facts } = await ask((_, response) =>
      sendJson(
        response,
        200,
        answer(
          [],
          [
            ['baidu', 'Suspended: CAPTCHA'],
            ['bing', 'timeout'],
          ],
        ),
      ),
    )
    expect(outcome).toMatchObject({
      ended: 'failed',
      reason: 'engine_unavailable',
      message: expect.stringContaining('baidu: Suspended: CAPTCHA'),
    })
    expect(facts.detail?.unresponsiveEngines).toHaveLength(4)
  })
  it('works with an instance that names no silent engines at all', async () => {
    const { outcome } = await ask((_, response) =>
      sendJson(response, 200, { query: 'q', number_of_results: 0, results: [] }),
    )
    expect(outcome).toMatchObject({ ended: 'nothing', reason: 'no_results' })
  })
})

describe('a search engine in trouble', () => {
  it.each([
    [403, '<!doctype html><title>403 Forbidden</title>', 'engine_unavailable', 'JSON'],
    [429, 'Too Many Requests', 'rate_limited', 'limiter'],
    [400, '{"error": "No query"}', 'provider_error', '400'],
    [404, '<html>not here', 'provider_error', '404'],
    [500, '{"error": "search error"}', 'http_error', '500'],
    [502, '<html>Bad Gateway', 'http_error', '502'],
    [200, '{"query": "q"}', 'provider_error', 'JSON'],
    [200, '{"results": "many"}', 'provider_error', 'JSON'],
  ])('%i %s', async (status, body, reason, said) => {
    const { outcome, facts } = await ask((_, response) => send(response, status, body))
    expect(outcome).toMatchObject({ ended: 'failed', reason, message: expect.stringContaining(said) })
    expect(facts.httpStatus).toBe(status)
    expect(server.asked).toHaveLength(1)
  })
})
