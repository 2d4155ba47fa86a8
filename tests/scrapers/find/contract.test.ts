import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { FindRequest, Lead, Scraper } from '#scrapers/contract.ts'
import { braveSearch } from '#scrapers/find/brave-search.ts'
import { factCheckSearch } from '#scrapers/find/fact-check-search.ts'
import { grokSearch } from '#scrapers/find/grok-search.ts'
import { localWebSearch } from '#scrapers/find/local-web-search.ts'
import { waybackSearch } from '#scrapers/find/wayback-search.ts'
import { createPoliteness } from '#scrapers/kit/politeness.ts'
import { createWeb } from '#scrapers/kit/web.ts'
import { findRequest } from '../../support/find-request.ts'
import { type Answer, type LocalWeb, send, sendJson, startWeb } from '../../support/web.ts'

const web = createWeb({ policy: { allowLoopback: true, allowedPorts: 'any', denyHosts: [] }, userAgent: 't' })
const KEY = 'KEY-0123456789abcdef'
const REQUEST = findRequest({ known: ['https://www.nda.gov.cn/2026/03-23/1.html'] })
const PAGE = 'https://www.nda.gov.cn/a'
const HUGE = Buffer.alloc(10_000_000, ' ')
const PACKED = gzipSync(HUGE)

const cdx = (rows: string[][]) => [['timestamp', 'original', 'mimetype', 'statuscode', 'digest'], ...rows]

type Engine = { make: (url: string) => Scraper<FindRequest, Lead[]>; good: unknown; empty: unknown }
/** Every engine that asks a service, with an answer of its own protocol that finds one page, and one that finds none. */
const ENGINES: Record<string, Engine> = {
  'grok-search': {
    make: (url) => grokSearch({ web, apiKey: KEY, baseUrl: `${url}/v1`, model: 'grok-test' }),
    good: {
      status: 'completed',
      output: [
        {
          type: 'web_search_call',
          id: '1',
          status: 'completed',
          arguments: '{"query":"140 trillion tokens"}',
        },
        {
          type: 'message',
          content: [{ type: 'output_text', text: 'x', annotations: [{ type: 'url_citation', url: PAGE }] }],
        },
      ],
      usage: { num_server_side_tools_used: 1 },
    },
    empty: { status: 'completed', output: [], usage: { num_server_side_tools_used: 0 } },
  },
  'local-web-search': {
    make: (baseUrl) => localWebSearch({ web, baseUrl }),
    good: { query: 'q', results: [{ url: PAGE, title: 'T', content: 'C' }], unresponsive_engines: [] },
    empty: { query: 'q', results: [], unresponsive_engines: [] },
  },
  'brave-search': {
    make: (baseUrl) => braveSearch({ web, apiKey: KEY, baseUrl }),
    good: { type: 'search', web: { results: [{ url: PAGE, title: 'T', description: 'D' }] } },
    empty: { type: 'search', query: { original: 'q', more_results_available: false } },
  },
  'fact-check-search': {
    make: (baseUrl) => factCheckSearch({ web, apiKey: KEY, baseUrl }),
    good: {
      claims: [{ text: 'c', claimReview: [{ url: PAGE, textualRating: 'False', publisher: { name: 'P' } }] }],
    },
    empty: {},
  },
  'wayback-search': {
    make: (url) =>
      waybackSearch({
        ...{ web, enabled: true, politeness: createPoliteness({ intervalMs: 0, budgets: [] }) },
        ...{ cdxUrl: `${url}/cdx`, playbackUrl: `${url}/web`, timeMapUrl: `${url}/timemap/link/` },
      }),
    good: cdx([['20260324010203', PAGE, 'text/html', '200', 'ABC']]),
    empty: [],
  },
}

let server: LocalWeb
let answer: Answer = () => {}
beforeAll(async () => {
  server = await startWeb((request, response) => answer(request, response))
})
afterAll(() => server.close())
beforeEach(() => {
  server.asked.length = 0
})

describe.each(Object.entries(ENGINES))('%s', (name, { make, good, empty }) => {
  const ask = async (told: Answer, signal = new AbortController().signal, url = server.url) => {
    answer = told
    const report = await make(url).run(REQUEST, { signal, now: () => new Date(0) })
    expect(JSON.stringify(report)).not.toContain(KEY)
    expect(server.asked.map(({ path }) => path).join()).not.toContain(KEY)
    return report
  }
  const end = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).outcome

  it('that finds something is done, and its record says what was asked of whom, with which limits, and how much was looked at', async () => {
    const { outcome, facts } = await ask((_, response) => sendJson(response, 200, good))
    expect(outcome).toMatchObject({ ended: 'done', value: [{ address: expect.stringContaining(PAGE) }] })
    expect(facts).toMatchObject({
      askedOf: `127.0.0.1:${server.port}`,
      httpStatus: 200,
      detail: { screened: 1, parameters: expect.any(Object), limit: expect.anything() },
    })
    expect(facts.asked).not.toBe('')
  })
  it('that finds nothing has looked', async () => {
    expect(await end((_, response) => sendJson(response, 200, empty))).toMatchObject({
      ended: 'nothing',
      reason: 'no_results',
    })
  })
  it('takes JSON for JSON whatever it is labelled', async () => {
    const label = { 'content-type': 'text/plain' }
    expect(await end((_, response) => send(response, 200, JSON.stringify(good), label))).toMatchObject({
      ended: 'done',
    })
  })
  it.each([
    ['JSON that breaks off', JSON.stringify([good]).slice(0, -3), 'application/json'],
    ['a page of HTML', '<!doctype html><title>Sign in</title><p>Welcome', 'text/html; charset=utf-8'],
    ['HTML labelled as JSON', '<html><body>Oops</body></html>', 'application/json'],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1'), 'image/png'],
    ['an empty body', '', 'application/json'],
    ['JSON of another kind', '{"hello":"world"}', 'application/json'],
    ['a mere word', '"ok"', 'application/json'],
    ['null', 'null', 'application/json'],
  ])('that answers %s has not looked', async (_, body, type) => {
    const outcome = await end((_request, response) => send(response, 200, body, { 'content-type': type }))
    // An empty TimeMap is one without copies; every other engine says "nothing" in JSON.
    const isLook = name === 'wayback-search' && body === ''
    expect(outcome).toMatchObject(
      isLook ? { ended: 'nothing' } : { ended: 'failed', reason: 'provider_error' },
    )
  })
  it.each([
    [500, 'http_error'],
    [502, 'http_error'],
    [503, 'http_error'],
    [504, 'http_error'],
    [429, 'rate_limited'],
  ])('whose gateway answers %i in HTML ends as %s', async (status, reason) => {
    const outcome = await end((_, response) => send(response, status, `<html><h1>${status}</h1>`))
    expect(outcome).toMatchObject({ ended: 'failed', reason })
  })
  it('that says how long to wait has it on record', async () => {
    const { facts } = await ask((_, response) => send(response, 429, '', { 'retry-after': '120' }))
    expect(facts.detail?.retryAfter).toBe('120')
  })
  it('that sends ten megabytes is given up', async () => {
    const outcome = await end((_, response) =>
      send(response, 200, HUGE, { 'content-type': 'application/json' }),
    )
    expect(outcome).toMatchObject({ ended: 'failed', reason: 'too_large' })
  })
  it('that sends ten megabytes out of a small packed body is given up as well', async () => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' }
    const outcome = await end((_, response) => send(response, 200, PACKED, headers))
    expect(outcome).toMatchObject({ ended: 'failed', reason: 'too_large' })
  })
  it('that says nothing before the window closes has not looked', async () => {
    expect(await end(() => {}, AbortSignal.timeout(40))).toMatchObject({
      ended: 'failed',
      reason: 'timeout_window',
    })
  })
  it('that stalls in the middle of its answer has not looked either', async () => {
    const stall: Answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.write('{"results": [')
    }
    expect(await end(stall, AbortSignal.timeout(60))).toMatchObject({
      ended: 'failed',
      reason: 'timeout_window',
    })
  })
  it('that is stopped by a person ends as cancelled', async () => {
    expect(await end(() => {}, AbortSignal.abort('cancelled'))).toMatchObject({
      ended: 'failed',
      reason: 'cancelled',
    })
  })
  it('that hangs up cannot be reached', async () => {
    expect(await end((_, response) => void response.destroy())).toMatchObject({
      ended: 'failed',
      reason: 'connect',
    })
  })
  it('that is not there cannot be reached', async () => {
    const gone = await startWeb(() => {})
    await gone.close()
    const outcome = await end(() => {}, undefined, gone.url)
    expect(outcome).toMatchObject({ ended: 'failed', reason: 'connect' })
  })
  it.each([301, 302, 307, 308])('that leads on (%i) to an inner address is not followed', async (status) => {
    const location = `http://169.254.169.254/latest/meta-data/?status=${status}`
    const outcome = await end((_, response) => send(response, status, '', { location }))
    expect(outcome).toMatchObject({ ended: 'failed', reason: 'provider_error' })
    expect(outcome.ended === 'failed' && outcome.message).toContain('169.254.169.254')
  })
  it('that leads on to another path of its own is not followed, and neither is its key', async () => {
    await end((_, response) => send(response, 302, '', { location: '/elsewhere' }))
    expect(server.asked.map(({ path }) => path)).not.toContain('/elsewhere')
  })
  it('that is not set up asks nobody', async () => {
    const none = { ...REQUEST, known: [] }
    const makes: Record<string, () => Scraper<FindRequest, Lead[]>> = {
      'grok-search': () => grokSearch({ web, apiKey: null, baseUrl: server.url }),
      'local-web-search': () => localWebSearch({ web, baseUrl: null }),
      'brave-search': () => braveSearch({ web, apiKey: '', baseUrl: server.url }),
      'fact-check-search': () => factCheckSearch({ web, apiKey: null, baseUrl: server.url }),
      'wayback-search': () => make(server.url),
    }
    const step = makes[name]?.()
    const report = await step?.run(none, { signal: AbortSignal.timeout(5_000), now: () => new Date(0) })
    expect(report).toMatchObject({
      outcome: { ended: 'skipped', reason: 'not_configured' },
      facts: { askedOf: null },
    })
    expect(server.asked).toEqual([])
  })
})
