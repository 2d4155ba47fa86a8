import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type WaybackSearchSettings, waybackSearch } from '#scrapers/find/wayback-search.ts'
import { createPoliteness } from '#scrapers/kit/politeness.ts'
import { createWeb } from '#scrapers/kit/web.ts'
import { findRequest } from '../../support/find-request.ts'
import { type Answer, type LocalWeb, send, sendJson, startWeb } from '../../support/web.ts'

const web = createWeb({ policy: { allowLoopback: true, allowedPorts: 'any', denyHosts: [] }, userAgent: 't' })
const PAGE = 'https://www.nda.gov.cn/sjj/1.html'
const DATED = 'https://www.chinanews.com.cn/cj/2026/03-23/10591500.shtml'

let server: LocalWeb
let answer: Answer = () => {}
beforeAll(async () => {
  server = await startWeb((request, response) => answer(request, response))
})
afterAll(() => server.close())
beforeEach(() => {
  server.asked.length = 0
})

const step = (more: Partial<WaybackSearchSettings> = {}) =>
  waybackSearch({
    ...{ web, enabled: true, politeness: createPoliteness({ intervalMs: 0, budgets: [] }) },
    cdxUrl: `${server.url}/cdx/search/cdx`,
    playbackUrl: `${server.url}/web`,
    timeMapUrl: `${server.url}/web/timemap/link/`,
    ...more,
  })
const ask = (
  told: Answer,
  known: string[] = [PAGE],
  more: Partial<WaybackSearchSettings> = {},
  claimText = 'x',
) => {
  answer = told
  const request = findRequest({ known, claimText })
  return step(more).run(request, { signal: AbortSignal.timeout(5_000), now: () => new Date(0) })
}
const FIELDS = ['timestamp', 'original', 'mimetype', 'statuscode', 'digest']
const row = (timestamp: string, original = PAGE) => [
  timestamp,
  original,
  'text/html',
  '200',
  `SHA${timestamp}`,
]
const cdx = (...rows: string[][]) => [FIELDS, ...rows]
const paths = () => server.asked.map(({ path }) => path)
const isCdx = (path: string) => path.startsWith('/cdx/')

describe('a look for archived copies', () => {
  it('names the first and the newest version, and asks for versions that differ', async () => {
    const rows = cdx(
      row('20260323090000'),
      row('20260324010203', PAGE.replace('https', 'http')),
      row('20261101000000'),
    )
    const { outcome, facts } = await ask((_, response) => sendJson(response, 200, rows))
    expect(outcome).toEqual({
      ended: 'done',
      value: [
        {
          address: `${server.url}/web/20260323090000/${PAGE}`,
          title: 'first archived version, 2026-03-23 09:00 UTC: www.nda.gov.cn/sjj/1.html',
          snippet: `A copy of ${PAGE} at 127.0.0.1:${server.port}; versions known: 3.`,
        },
        {
          address: `${server.url}/web/20261101000000/${PAGE}`,
          title: 'newest archived version, 2026-11-01 00:00 UTC: www.nda.gov.cn/sjj/1.html',
          snippet: `A copy of ${PAGE} at 127.0.0.1:${server.port}; versions known: 3.`,
        },
      ],
    })
    expect(Object.fromEntries(new URL(paths()[0] ?? '', server.url).searchParams)).toEqual({
      ...{ url: PAGE, output: 'json', fl: FIELDS.join(','), filter: 'statuscode:200', collapse: 'digest' },
      ...{ limit: '2000', showResumeKey: 'true' },
    })
    expect(facts.detail).toMatchObject({
      addresses: [{ address: PAGE, versions: 3, isAll: true }],
      screened: 3,
    })
  })
  it.each([
    ['the day that the address names', DATED, 'x', '20260324010203', 'nearest to 2026-03-23'],
    [
      'the time that the claim speaks of',
      PAGE,
      'As of April 2026, usage was 140 trillion.',
      '20260501000000',
      'nearest to 2026-04-30',
    ],
  ])('names the version nearest to %s before the others', async (_, known, claimText, timestamp, words) => {
    const rows = cdx(
      row('20250101000000', known),
      row('20260324010203', known),
      row('20260501000000', known),
      row('20261101000000', known),
    )
    const { outcome } = await ask(
      (_request, response) => sendJson(response, 200, rows),
      [known],
      {},
      claimText,
    )
    expect(outcome).toMatchObject({
      value: [
        { address: `${server.url}/web/${timestamp}/${known}`, title: expect.stringContaining(words) },
        { title: expect.stringMatching(/^first/) },
        { title: expect.stringMatching(/^newest/) },
      ],
    })
  })
  it('names a version once that is several of them', async () => {
    const { outcome } = await ask(
      (_, response) => sendJson(response, 200, cdx(row('20260324010203', DATED))),
      [DATED],
    )
    expect(outcome).toMatchObject({
      value: [{ title: expect.stringMatching(/^nearest to 2026-03-23, first archived/) }],
    })
  })
  it('asks for the newest once more where there are more versions than it reads', async () => {
    const { outcome, facts } = await ask(({ path }, response) =>
      sendJson(
        response,
        200,
        path.includes('limit=-1')
          ? cdx(row('20261120000000'))
          : [...cdx(row('20200101000000')), [], ['com,example)/ 2021']],
      ),
    )
    expect(outcome).toMatchObject({
      value: [
        { title: expect.stringMatching(/^first/) },
        {
          title: expect.stringMatching(/^newest.*2026-11-20/),
          snippet: expect.stringContaining('more than 2000'),
        },
      ],
    })
    expect(facts.detail).toMatchObject({ addresses: [{ isAll: false }] })
  })
  it('looks up each public address once, a copy under the address that it is a copy of, and no more than six', async () => {
    const known = [
      PAGE,
      `${PAGE}#top`,
      `https://web.archive.org/web/20260101000000id_/${PAGE}`,
      'http://192.168.0.7/intern',
      'ftp://a.example/',
      ...Array.from({ length: 7 }, (_, i) => `https://a.example/${i}`),
    ]
    const { facts } = await ask((_, response) => sendJson(response, 200, []), known)
    const asked = paths().map((path) => new URL(path, server.url).searchParams.get('url'))
    expect(asked).toEqual([PAGE, ...Array.from({ length: 5 }, (_, i) => `https://a.example/${i}`)])
    expect(facts.asked).toBe(asked.join('\n'))
    expect(facts.detail?.notLookedUp).toEqual(['https://a.example/5', 'https://a.example/6'])
  })
  it('reads rows behind a line of text, and leaves out rows without a time', async () => {
    const rows = JSON.stringify(cdx(['-', PAGE, '', '', ''], row('20260324010203')))
    const { outcome } = await ask((_, response) =>
      send(response, 200, `Warning: index is being rebuilt\n${rows}`),
    )
    expect(outcome).toMatchObject({ value: [{ address: expect.stringContaining('20260324010203') }] })
  })
})

const TIME_MAP = (base: string) => `<${PAGE}>; rel="original",
<${base}/web/20260323090000/${PAGE}>; rel="first memento"; datetime="Mon, 23 Mar 2026 09:00:00 GMT",
<${base}/web/20261101000000/${PAGE}>; rel="last memento"; datetime="Sun, 01 Nov 2026 00:00:00 GMT"`

describe('where the index is off', () => {
  it.each([
    [500, 'text/html', '<html>Internal Server Error'],
    [503, 'text/html', '<html>Service Temporarily Unavailable'],
    [504, 'text/html', '<html>504 Gateway Time-out'],
    [200, 'text/html', '<html>Welcome'],
    [200, 'application/json', '[["timestamp","orig'],
  ])('(%i %s %s) the TimeMap is asked', async (status, type, body) => {
    const { outcome, facts } = await ask(({ path }, response) =>
      isCdx(path)
        ? send(response, status, body, { 'content-type': type })
        : send(response, 200, TIME_MAP(server.url), { 'content-type': 'application/link-format' }),
    )
    expect(outcome).toMatchObject({
      value: [
        { title: expect.stringMatching(/^first.*2026-03-23 09:00/) },
        { title: expect.stringMatching(/^newest/) },
      ],
    })
    expect(paths()[1]).toBe(`/web/timemap/link/${PAGE}`)
    expect(facts.detail).toMatchObject({ addresses: [{ how: 'timemap', versions: 2 }] })
  })
  it('and the TimeMap is as well, the index is what is told of', async () => {
    const { outcome } = await ask(({ path }, response) => send(response, isCdx(path) ? 503 : 502, 'x'))
    expect(outcome).toMatchObject({
      ended: 'failed',
      reason: 'http_error',
      message: expect.stringContaining('503'),
    })
  })
  it('and no TimeMap is held, nothing is', async () => {
    const { outcome } = await ask(({ path }, response) => send(response, isCdx(path) ? 503 : 404, 'x'))
    expect(outcome).toMatchObject({ ended: 'nothing', reason: 'no_results' })
  })
})

describe('an archive that turns us away', () => {
  const BLOCKED =
    'org.archive.util.io.RuntimeIOException: org.archive.wayback.exception.AdministrativeAccessControlException: Blocked Site Error'
  it.each([
    ['403 with its notice', 403, BLOCKED, {}],
    ['200 with its notice', 200, `${BLOCKED}\n`, {}],
    [
      '403 for robots',
      403,
      'org.archive.wayback.exception.RobotAccessControlException: Blocked By Robots',
      {},
    ],
    [
      'a header of its own',
      403,
      '',
      { 'x-archive-wayback-runtime-error': 'AdministrativeAccessControlException: Blocked Site Error' },
    ],
  ])(
    'for good (%s) is not asked again by another way, and the next address is',
    async (_, status, body, headers) => {
      const { outcome, facts } = await ask(
        ({ path }, response) =>
          path.includes('nda')
            ? send(response, status, body, { 'content-type': 'text/plain', ...headers })
            : sendJson(response, 200, cdx(row('20260324010203', DATED))),
        [PAGE, DATED],
      )
      expect(outcome).toMatchObject({ ended: 'done', value: [{ address: expect.stringContaining(DATED) }] })
      expect(facts.detail).toMatchObject({
        addresses: [{ trouble: expect.stringContaining('may not show') }, { versions: 1 }],
      })
      expect(server.asked).toHaveLength(2)
    },
  )
  it('for too many requests is asked no further, by any way', async () => {
    const { outcome, facts } = await ask(
      (_, response) => send(response, 429, 'Too Many Requests', { 'retry-after': '60' }),
      [PAGE, DATED],
    )
    expect(outcome).toMatchObject({ ended: 'failed', reason: 'rate_limited' })
    expect(facts.detail).toMatchObject({ retryAfter: '60', notLookedUp: [DATED] })
    expect(server.asked).toHaveLength(1)
  })
  it('by dead connections is asked no further: that is how its firewall looks', async () => {
    const { outcome } = await ask((_, response) => void response.destroy(), [PAGE, DATED])
    expect(outcome).toMatchObject({ ended: 'failed', reason: 'connect' })
    // A kept connection that was closed is tried once more on a fresh one; that is still the same question.
    expect(new Set(paths()).size).toBe(1)
  })
  it('leaves the answer open for one address while another has no copies', async () => {
    const { outcome } = await ask(
      ({ path }, response) =>
        path.includes('nda') ? send(response, 403, BLOCKED) : sendJson(response, 200, []),
      [DATED, PAGE],
    )
    expect(outcome).toMatchObject({ ended: 'failed', reason: 'provider_error' })
  })
})

it('other archives are asked by their TimeMaps, and their troubles are only noted', async () => {
  const { outcome, facts } = await ask(
    ({ path }, response) => {
      if (path.startsWith('/arquivo/')) return send(response, 200, TIME_MAP('https://arquivo.example'))
      if (path.startsWith('/broken/')) return send(response, 500, 'x')
      return sendJson(response, 200, [])
    },
    [PAGE],
    { otherTimeMaps: [`${server.url}/arquivo/timemap/link`, `${server.url}/broken/`] },
  )
  expect(outcome).toMatchObject({
    value: [{ address: `https://arquivo.example/web/20260323090000/${PAGE}` }, {}],
  })
  expect(facts.detail?.otherArchives).toMatchObject([
    { versions: 2 },
    { trouble: expect.stringContaining('500') },
  ])
})

it('switched off, nobody is asked', async () => {
  const { outcome } = await ask((_, response) => sendJson(response, 200, []), [PAGE], { enabled: false })
  expect(outcome).toMatchObject({ ended: 'skipped', reason: 'not_configured' })
  expect(server.asked).toEqual([])
})
