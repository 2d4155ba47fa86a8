import { afterEach, describe, expect, it } from 'vitest'
import { grokSearch } from '#scrapers/find/grok-search.ts'
import { createWeb } from '#scrapers/kit/web.ts'
import { findRequest } from '../../support/find-request.ts'
import { type Answer, type LocalWeb, send, sendJson, startWeb } from '../../support/web.ts'

const web = createWeb({ policy: { allowLoopback: true, allowedPorts: 'any', denyHosts: [] }, userAgent: 't' })
const KEY = 'xai-TESTKEY0123456789'
const REQUEST = findRequest({ queries: ['140万亿 token 日均', '140 trillion tokens'] })
const tools = () => ({ signal: new AbortController().signal, now: () => new Date(0) })

let server: LocalWeb
const ask = async (answer: Answer) => {
  server = await startWeb(answer)
  const step = grokSearch({ web, apiKey: KEY, baseUrl: `${server.url}/v1`, model: 'grok-test' })
  const report = await step.run(REQUEST, tools())
  // Whatever happens, the key stays in the house.
  expect(JSON.stringify(report)).not.toContain(KEY)
  return report
}
afterEach(() => server?.close())

const search = (id: string) => ({
  type: 'web_search_call',
  id,
  status: 'completed',
  name: 'web_search',
  arguments: '{"query":"140"}',
})
const message = (urls: { url: string; title?: string }[]) => ({
  type: 'message',
  role: 'assistant',
  status: 'completed',
  content: [
    {
      type: 'output_text',
      text: 'It is said that …',
      annotations: urls.map((each) => ({ type: 'url_citation', ...each })),
    },
  ],
})
const completed = (output: unknown[], more = {}) => ({
  id: 'resp_1',
  object: 'response',
  model: 'grok-4-test-0901',
  status: 'completed',
  incomplete_details: null,
  error: null,
  output,
  usage: { input_tokens: 900, output_tokens: 80, num_sources_used: 0, num_server_side_tools_used: 2 },
  ...more,
})

describe('a search that worked', () => {
  it('gives the cited addresses once each, and records model, searches and citations', async () => {
    const { outcome, facts } = await ask((_, response) =>
      sendJson(
        response,
        200,
        completed([
          search('1'),
          search('2'),
          { type: 'reasoning', summary: [] },
          message([
            { url: 'https://www.nda.gov.cn/a', title: '1' },
            { url: 'https://news.example.cn/b#top', title: '国家数据局' },
            { url: 'https://news.example.cn/b' },
            { url: 'javascript:alert(1)' },
            { url: 'not an address' },
          ]),
        ]),
      ),
    )
    expect(outcome).toEqual({
      ended: 'done',
      value: [
        { address: 'https://www.nda.gov.cn/a', title: null, snippet: null },
        { address: 'https://news.example.cn/b', title: '国家数据局', snippet: null },
      ],
    })
    expect(facts).toMatchObject({
      askedOf: `127.0.0.1:${server.port}`,
      httpStatus: 200,
      detail: {
        ...{ modelAsked: 'grok-test', model: 'grok-4-test-0901', toolCalls: 2, searchedFor: ['140', '140'] },
        ...{
          citations: 5,
          screened: 5,
          leads: 2,
          parameters: { tools: [{ type: 'web_search' }], store: false },
        },
      },
    })
  })
  it('was asked as the service wants it: key in the header, web search on, nothing stored there', async () => {
    const { facts } = await ask((_, response) =>
      sendJson(response, 200, completed([search('1'), message([{ url: 'https://a.example/' }])])),
    )
    const [request] = server.asked
    expect(request).toMatchObject({
      method: 'POST',
      path: '/v1/responses',
      headers: { authorization: `Bearer ${KEY}` },
    })
    const body = JSON.parse(request?.body ?? '')
    expect(body).toMatchObject({ model: 'grok-test', tools: [{ type: 'web_search' }], store: false })
    expect(body).not.toHaveProperty('search_parameters')
    const question = body.input.at(-1).content
    expect(question).toBe(facts.asked)
    for (const part of [REQUEST.claimText, ...REQUEST.queries]) expect(question).toContain(part)
  })
})

describe('an answer that is no search', () => {
  it.each([
    ['no tool call and no citation', completed([message([])], { usage: { num_server_side_tools_used: 0 } })],
    ['citations without a tool call', completed([message([{ url: 'https://a.example/' }])], { usage: null })],
    ['tool calls without a citation', completed([search('1'), message([])])],
    ['an empty output', completed([], { usage: {} })],
  ])('%s is no result', async (_, body) => {
    const { outcome } = await ask((_request, response) => sendJson(response, 200, body))
    expect(outcome).toMatchObject({ ended: 'nothing', reason: 'no_results' })
  })
  it.each([
    [
      'incomplete',
      completed([search('1'), message([{ url: 'https://a.example/' }])], {
        status: 'incomplete',
        incomplete_details: { reason: 'max_output_tokens' },
      }),
      'max_output_tokens',
    ],
    [
      'failed',
      completed([], { status: 'failed', error: { code: 'server_error', message: 'tool crashed' } }),
      'tool crashed',
    ],
    ['an error inside a 200', { error: 'Something broke' }, 'Something broke'],
    ['another format', { hello: 'world' }, 'format'],
    ['a list', [1, 2], 'format'],
  ])('status 200 that says %s is a fault of the provider', async (_, body, said) => {
    const { outcome } = await ask((_request, response) => sendJson(response, 200, body))
    expect(outcome).toMatchObject({
      ended: 'failed',
      reason: 'provider_error',
      message: expect.stringContaining(said),
    })
  })
})

describe('errors, in each of the three shapes', () => {
  it.each([
    [
      400,
      {
        error: {
          message: `Incorrect API key provided: ${KEY}.`,
          type: 'invalid_request_error',
          param: null,
          code: null,
        },
      },
      'provider_error',
      'key',
    ],
    [
      400,
      { code: 'Client specified an invalid argument', error: 'Incorrect API key provided: xai-TE***89.' },
      'provider_error',
      'key',
    ],
    [401, { error: 'Missing authorization' }, 'provider_error', 'key'],
    [400, { code: 'invalid-argument', error: 'tools is wrong' }, 'provider_error', 'tools is wrong'],
    [403, { code: 'forbidden', error: 'Team is blocked' }, 'provider_error', 'Team is blocked'],
    [404, { code: 'not-found', error: 'The model grok-test does not exist' }, 'provider_error', 'grok-test'],
    [410, { error: 'Live search is deprecated.' }, 'provider_error', 'Live search is deprecated'],
    [422, { error: { message: 'bad field' } }, 'provider_error', 'bad field'],
    [429, { code: 'rate', error: 'Too many requests' }, 'rate_limited', 'Too many requests'],
    [500, { error: 'internal' }, 'http_error', '500'],
    [503, { error: { message: 'overloaded' } }, 'http_error', 'overloaded'],
  ])('%i %o', async (status, body, reason, said) => {
    const { outcome, facts } = await ask((_, response) => sendJson(response, status, body))
    expect(outcome).toMatchObject({ ended: 'failed', reason, message: expect.stringContaining(said) })
    expect(facts.httpStatus).toBe(status)
    expect(JSON.stringify([outcome, facts])).not.toContain('xai-TE')
  })
  it('a 502 from a machine in front of the service is an HTTP error', async () => {
    const { outcome, facts } = await ask((_, response) =>
      send(response, 502, '<html><h1>502 Bad Gateway</h1></html>'),
    )
    expect(outcome).toMatchObject({
      ended: 'failed',
      reason: 'http_error',
      message: expect.stringContaining('502'),
    })
    expect(facts.httpStatus).toBe(502)
  })
  it('a redirect is not followed with the key', async () => {
    const { outcome } = await ask((_, response) => send(response, 307, '', { location: '/elsewhere' }))
    expect(outcome).toMatchObject({ ended: 'failed', reason: 'provider_error' })
    expect(server.asked).toHaveLength(1)
  })
})
