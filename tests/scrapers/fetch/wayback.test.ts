import { afterEach, describe, expect, it } from 'vitest'
import { wayback } from '#scrapers/fetch/wayback.ts'
import { createPoliteness } from '#scrapers/kit/politeness.ts'
import { createWeb } from '#scrapers/kit/web.ts'
import { type Answer, type LocalWeb, send, sendJson, startWeb } from '../../support/web.ts'

const web = createWeb({ policy: { allowLoopback: true, allowedPorts: 'any', denyHosts: [] }, userAgent: 't' })
const ADDRESS = 'https://news.example.com/a?b=1&c=2'
const HEADER = ['timestamp', 'original', 'mimetype', 'statuscode', 'digest', 'length']
const ROW = ['20260324101112', ADDRESS, 'text/html', '200', 'SHA1DIGESTINBASE32', '1234']
const tools = (signal = new AbortController().signal) => ({
  signal,
  now: () => new Date('2026-11-01T00:00:00Z'),
})

let server: LocalWeb
/** An archive of our own: the index answers `index`, playback answers `play`. */
const archive = async (
  index: Answer,
  play: Answer = (_, response) => send(response, 500, 'not asked for'),
) => {
  server = await startWeb((request, response) =>
    request.path.startsWith('/cdx') ? index(request, response) : play(request, response),
  )
  return wayback({
    web,
    politeness: createPoliteness({ intervalMs: 0 }),
    enabled: true,
    cdxUrl: `${server.url}/cdx/search/cdx`,
    playbackUrl: `${server.url}/web/`,
  })
}
const listed: Answer = (_, response) => sendJson(response, 200, [HEADER, ROW])
afterEach(() => server?.close())

describe('an archived page', () => {
  it('comes home raw, dated by the archive, in the custody of a third party', async () => {
    const step = await archive(listed, (_, response) =>
      send(response, 200, '<p>as it was</p>', {
        'content-type': 'text/html; charset=gbk',
        'memento-datetime': 'Tue, 24 Mar 2026 10:11:12 GMT',
        'x-archive-orig-server': 'nginx',
        'x-archive-orig-content-type': 'text/html; charset=gbk',
      }),
    )
    const { outcome, facts } = await step.run({ address: ADDRESS }, tools())
    if (outcome.ended !== 'done') throw new Error(outcome.message)
    expect(outcome.value).toMatchObject({
      method: 'wayback',
      custody: 'third_party_archive',
      finalUrl: ADDRESS,
      capturedAt: new Date('2026-03-24T10:11:12Z'),
      mediaType: 'text/html',
      httpCharset: 'gbk',
      status: 200,
      responseHeaders: [
        ['server', 'nginx'],
        ['content-type', 'text/html; charset=gbk'],
      ],
      provenance: { timestamp: '20260324101112', digest: 'SHA1DIGESTINBASE32' },
    })
    expect(outcome.value.exchanges[0]?.address).toBe(`${server.url}/web/20260324101112id_/${ADDRESS}`)
    expect(facts).toMatchObject({
      askedOf: `127.0.0.1:${server.port}`,
      detail: { timestamp: '20260324101112', digest: 'SHA1DIGESTINBASE32' },
    })
    const query = new URL(server.asked[0]?.path ?? '', server.url).searchParams
    expect(Object.fromEntries(query)).toMatchObject({
      url: ADDRESS,
      output: 'json',
      filter: 'statuscode:200',
      limit: '-1',
    })
    expect(server.asked[1]?.path).toBe(`/web/20260324101112id_/${ADDRESS}`)
  })
  it('without a Memento-Datetime is dated by its timestamp', async () => {
    const step = await archive(listed, (_, response) => send(response, 200, 'x'))
    const { outcome } = await step.run({ address: ADDRESS }, tools())
    expect(outcome).toMatchObject({ ended: 'done', value: { capturedAt: new Date('2026-03-24T10:11:12Z') } })
  })
  it('at another spelling of the address but the same time is followed', async () => {
    const step = await archive(listed, ({ path }, response) =>
      path.includes('www.')
        ? send(response, 200, 'here')
        : send(response, 302, '', { location: '/web/20260324101112id_/https://www.news.example.com/a' }),
    )
    expect((await step.run({ address: ADDRESS }, tools())).outcome).toMatchObject({ ended: 'done' })
  })
})

describe('what the archive says instead', () => {
  it('an empty index means that it has nothing', async () => {
    for (const rows of [[], [HEADER]]) {
      const step = await archive((_, response) => sendJson(response, 200, rows))
      expect((await step.run({ address: ADDRESS }, tools())).outcome).toMatchObject({
        ended: 'nothing',
        reason: 'no_results',
      })
      await server.close()
    }
  })
  it('a redirect to another time means that the capture is not there', async () => {
    const step = await archive(listed, (_, response) =>
      send(response, 302, '', { location: `/web/20200101000000id_/${ADDRESS}` }),
    )
    const { outcome, facts } = await step.run({ address: ADDRESS }, tools())
    expect(outcome).toMatchObject({ ended: 'nothing', reason: 'no_results' })
    expect(facts.hops).toHaveLength(1)
  })
  it.each(['index', 'playback'])('429 from the %s is a matter of patience', async (where) => {
    const busy: Answer = (_, response) => send(response, 429, '', { 'retry-after': '60' })
    const step = await archive(where === 'index' ? busy : listed, busy)
    const { outcome, facts } = await step.run({ address: ADDRESS }, tools())
    expect(outcome).toMatchObject({ ended: 'failed', reason: 'rate_limited' })
    expect(facts).toMatchObject({ httpStatus: 429, detail: { retryAfter: '60' } })
  })
  it.each([
    'org.archive.util.io.RuntimeIOException: org.archive.wayback.exception.AdministrativeAccessControlException: Blocked Site Error',
    'RobotAccessControlException: Blocked By Robots',
  ])('a site it may not show is refused by the provider (%s)', async (body) => {
    const step = await archive((_, response) => send(response, 403, body, { 'content-type': 'text/plain' }))
    expect((await step.run({ address: ADDRESS }, tools())).outcome).toMatchObject({
      ended: 'failed',
      reason: 'provider_error',
    })
  })
  it.each([500, 502, 503, 504])('an error %i of its own is an HTTP error', async (status) => {
    const step = await archive((_, response) => send(response, status, '<h1>Bad Gateway</h1>'))
    const { outcome, facts } = await step.run({ address: ADDRESS }, tools())
    expect(outcome).toMatchObject({ ended: 'failed', reason: 'http_error' })
    expect(facts.httpStatus).toBe(status)
  })
  it('a page that itself speaks of robots is still the page', async () => {
    const step = await archive(listed, (_, response) =>
      send(response, 200, '<p>Blocked Site Error, said the minister</p>'),
    )
    expect((await step.run({ address: ADDRESS }, tools())).outcome).toMatchObject({ ended: 'done' })
  })
  it.each([
    '<html>maintenance</html>',
    '{"rows": 1}',
    '[["timestamp"',
    '[["timestamp","original"],["soon","x"]]',
  ])('an unreadable index %s is a fault of the provider', async (body) => {
    const step = await archive((_, response) => send(response, 200, body))
    expect((await step.run({ address: ADDRESS }, tools())).outcome).toMatchObject({
      ended: 'failed',
      reason: 'provider_error',
    })
  })
  it('silence ends with the window', async () => {
    const step = await archive(() => {})
    expect((await step.run({ address: ADDRESS }, tools(AbortSignal.timeout(80)))).outcome).toMatchObject({
      ended: 'failed',
      reason: 'timeout_window',
    })
  })
})

describe('what the archive is never asked', () => {
  it.each([
    'http://127.0.0.1:4000/',
    'http://xinhua.localhost/',
    'http://10.1.2.3/',
    'http://[::1]/',
    'ftp://example.com/',
  ])('%s cannot be in a public archive', async (address) => {
    const step = await archive(listed)
    const { outcome, facts } = await step.run({ address }, tools())
    expect(outcome).toMatchObject({ ended: 'skipped', reason: 'not_configured' })
    expect(facts.askedOf).toBeNull()
    expect(server.asked).toEqual([])
  })
  it('anything, while it is switched off', async () => {
    const step = wayback({ web, politeness: createPoliteness(), enabled: false })
    expect((await step.run({ address: ADDRESS }, tools())).outcome).toMatchObject({
      ended: 'skipped',
      reason: 'not_configured',
    })
  })
})
