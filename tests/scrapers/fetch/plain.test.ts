import { afterEach, describe, expect, it } from 'vitest'
import { plain } from '#scrapers/fetch/plain.ts'
import { createPoliteness } from '#scrapers/kit/politeness.ts'
import { createWeb } from '#scrapers/kit/web.ts'
import { type Answer, type LocalWeb, send, startWeb } from '../../support/web.ts'

const web = createWeb({
  policy: { allowLoopback: true, allowedPorts: 'any', denyHosts: [] },
  userAgent: 'StetTest/1.0',
})
const step = () => plain({ web, politeness: createPoliteness({ intervalMs: 0 }) })
const NOW = new Date('2026-03-24T08:00:00Z')
const tools = (signal = new AbortController().signal) => ({ signal, now: () => NOW })

let server: LocalWeb
const serve = async (answer: Answer) => {
  server = await startWeb(answer)
}
afterEach(() => server.close())

describe('a page by plain HTTP', () => {
  it('comes home with its bytes, its way and what was said about it', async () => {
    await serve(({ path }, response) =>
      path === '/old'
        ? send(response, 301, '', { location: '/new' })
        : send(response, 200, '<!doctype html><p>140万亿</p>', {
            'content-type': 'text/html; charset=utf-8',
            server: 'x',
          }),
    )
    const { outcome, facts } = await step().run({ address: `${server.url}/old` }, tools())
    if (outcome.ended !== 'done') throw new Error(outcome.message)
    expect(outcome.value).toMatchObject({
      method: 'plain',
      custody: 'machine',
      finalUrl: `${server.url}/new`,
      hops: [{ address: `${server.url}/old`, status: 301, location: `${server.url}/new` }],
      capturedAt: NOW,
      mediaType: 'text/html',
      httpCharset: 'utf-8',
      status: 200,
      screenshot: null,
      renderedText: null,
      broughtWacz: null,
    })
    expect(Buffer.from(outcome.value.body).toString()).toContain('140万亿')
    expect(outcome.value.exchanges.map(({ status }) => status)).toEqual([200, 301])
    expect(facts).toMatchObject({
      asked: `${server.url}/old`,
      askedOf: `127.0.0.1:${server.port}`,
      httpStatus: 200,
      finalUrl: `${server.url}/new`,
      bytes: outcome.value.body.byteLength,
    })
  })
  it.each([403, 404, 410, 500, 503])(
    'with status %i still comes home: its content decides what it is',
    async (status) => {
      await serve((_, response) => send(response, status, '<p>Access denied</p>'))
      const { outcome, facts } = await step().run({ address: server.url }, tools())
      expect(outcome).toMatchObject({ ended: 'done', value: { status } })
      expect(facts.httpStatus).toBe(status)
    },
  )
  it('that asks for patience ends as rate limited, and says for how long', async () => {
    await serve((_, response) => send(response, 429, 'slow down', { 'retry-after': '120' }))
    const { outcome, facts } = await step().run({ address: server.url }, tools())
    expect(outcome).toMatchObject({
      ended: 'failed',
      reason: 'rate_limited',
      message: expect.stringContaining('120'),
    })
    expect(facts).toMatchObject({ httpStatus: 429, detail: { retryAfter: '120' } })
  })
  it.each([
    ['application/pdf', '%PDF-1.7\n'],
    ['image/png', 'anything'],
    ['application/json', '{}'],
  ])('of type %s comes home as that type', async (type, body) => {
    await serve((_, response) => send(response, 200, body, { 'content-type': type }))
    expect((await step().run({ address: server.url }, tools())).outcome).toMatchObject({
      ended: 'done',
      value: { mediaType: type },
    })
  })
  it.each([
    ['no type', undefined, '<!-- x --><html>', 'text/html'],
    ['octet-stream', 'application/octet-stream', '%PDF-1.4', 'application/pdf'],
    ['no type and unknown bytes', undefined, '\u0000\u0001', 'application/octet-stream'],
  ])('labelled with %s is known by its bytes', async (_, type, body, expected) => {
    await serve((_request, response) => send(response, 200, body, type ? { 'content-type': type } : {}))
    expect((await step().run({ address: server.url }, tools())).outcome).toMatchObject({
      ended: 'done',
      value: { mediaType: expected },
    })
  })
  it('that never comes ends with the window', async () => {
    await serve(() => {})
    const { outcome } = await step().run({ address: server.url }, tools(AbortSignal.timeout(80)))
    expect(outcome).toMatchObject({ ended: 'failed', reason: 'timeout_window' })
  })
  it('at a forbidden address is refused, hops included', async () => {
    await serve((_, response) => send(response, 302, '', { location: 'http://169.254.169.254/' }))
    const { outcome, facts } = await step().run({ address: server.url }, tools())
    expect(outcome).toMatchObject({ ended: 'failed', reason: 'refused_by_guard' })
    expect(facts.hops).toHaveLength(1)
    expect((await step().run({ address: 'not an address' }, tools())).outcome).toMatchObject({
      ended: 'failed',
      reason: 'refused_by_guard',
    })
  })
})
