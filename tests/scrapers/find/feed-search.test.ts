import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { decodePage } from '#scrapers/extract/decode-page.ts'
import { openPage } from '#scrapers/extract/open-page.ts'
import { feedSearch } from '#scrapers/find/feed-search.ts'
import { createPoliteness } from '#scrapers/kit/politeness.ts'
import type { RobotsPolicy } from '#scrapers/kit/robots.ts'
import { createWeb } from '#scrapers/kit/web.ts'
import { findRequest } from '../../support/find-request.ts'
import { type LocalWeb, send, startWeb } from '../../support/web.ts'

const userAgent = 'Stet/0.1 (test)'
const web = createWeb({ policy: { allowLoopback: true, allowedPorts: 'any', denyHosts: [] }, userAgent })

type Page =
  | string
  | Uint8Array
  | { status: number; body?: string | Uint8Array; headers?: Record<string, string> }
  | 'silence'
let server: LocalWeb
let pages: Record<string, Page> = {}
beforeAll(async () => {
  server = await startWeb(({ path }, response) => {
    const page = pages[path]
    if (page === 'silence') return
    if (page === undefined) return send(response, 404, 'Not found')
    if (typeof page === 'string' || page instanceof Uint8Array) return send(response, 200, page)
    send(response, page.status, page.body ?? '', page.headers)
  })
})
afterAll(() => server.close())
beforeEach(() => {
  server.asked.length = 0
})

const search = async (
  told: Record<string, Page>,
  { robots = 'note', sites, signal }: { robots?: RobotsPolicy; sites?: string[]; signal?: AbortSignal } = {},
) => {
  pages = told
  const step = feedSearch({
    ...{ web, userAgent, robots, politeness: createPoliteness({ intervalMs: 0, budgets: [] }) },
    decode: (body, httpCharset) => decodePage(body, { httpCharset }).text,
    openPage: (html) => openPage(html).$,
  })
  const request = findRequest({
    claimText: 'China’s daily AI token usage has surpassed 140 trillion.',
    queries: ['140万亿 词元 日均调用量'],
    sites: sites ?? [`127.0.0.1:${server.port}`],
  })
  return step.run(request, { signal: signal ?? AbortSignal.timeout(8_000), now: () => new Date(0) })
}
const paths = () => server.asked.map(({ path }) => path)
const item = (link: string, title: string) => `<item><title>${title}</title><link>${link}</link></item>`
const rss = (...items: string[]) => `<rss><channel>${items.join('')}</channel></rss>`
const HIT = item('/token', '刘烈宏：我国日均词元调用量已超过140万亿')
const MISS = item('/weather', 'Rain is expected in the north')
const front = (head: string) => `<!doctype html><html><head>${head}</head><body>Front</body></html>`

describe('a search in the feeds of a publisher', () => {
  it('reads what the front page declares, and gives the pages that speak of the claim', async () => {
    const { outcome, facts } = await search({
      '/': front(
        `<link rel="alternate" type="application/rss+xml" href="/rss/all"><link rel="alternate" type="text/html" href="/de">
         <link rel="alternate" type="application/atom+xml" href="/comments/feed"><link rel="alternate" type="application/rss+xml" href="https://other.example/rss">`,
      ),
      '/rss/all': rss(MISS, HIT),
    })
    expect(outcome).toEqual({
      ended: 'done',
      value: [
        { address: `${server.url}/token`, title: '刘烈宏：我国日均词元调用量已超过140万亿', snippet: null },
      ],
    })
    expect(paths()).toEqual(['/robots.txt', '/', '/rss/all', '/sitemap.xml'])
    expect(facts).toMatchObject({
      askedOf: `127.0.0.1:${server.port}`,
      detail: {
        documents: [{ address: `${server.url}/rss/all`, kind: 'rss', entries: 2 }, { trouble: 'HTTP 404' }],
        screened: 2,
        fits: [{ figures: ['140万亿'] }],
      },
    })
    expect(facts.asked).toContain('/rss/all')
  })
  it('says to nobody what it looks for', async () => {
    await search({ '/': front(''), '/feed': rss(HIT) })
    expect(JSON.stringify(server.asked)).not.toMatch(/140|token/i)
  })
  it('tries the usual places until one is a feed', async () => {
    const { outcome } = await search({ '/': front(''), '/feed': '<html>No feed', '/rss.xml': rss(HIT) })
    expect(outcome.ended).toBe('done')
    expect(paths()).toEqual(['/robots.txt', '/', '/feed', '/rss.xml', '/sitemap.xml'])
  })
  it('reads a feed in the encoding that it declares', async () => {
    const title = Buffer.from([0x31, 0x34, 0x30, 0xcd, 0xf2, 0xd2, 0xda, 0xb4, 0xca, 0xd4, 0xaa])
    const [before, after] = rss(item('/a', '|')).split('|')
    const feed = Buffer.concat([
      Buffer.from(`<?xml version="1.0" encoding="gb2312"?>${before}`),
      title,
      Buffer.from(after ?? ''),
    ])
    const { outcome } = await search({
      '/feed': { status: 200, body: feed, headers: { 'content-type': 'application/xml; charset=gb2312' } },
    })
    expect(outcome).toMatchObject({ value: [{ title: '140万亿词元' }] })
  })
  it('goes by robots.txt to the site maps, news and the newest first, packed ones too, no deeper than one index', async () => {
    const url = (loc: string, more = '') => `<url><loc>${server.url}${loc}</loc>${more}</url>`
    const map = (loc: string, lastmod: string) =>
      `<sitemap><loc>${loc}</loc><lastmod>${lastmod}</lastmod></sitemap>`
    const { outcome, facts } = await search({
      '/robots.txt': `User-agent: *\nDisallow: /private\nSitemap: ${server.url}/index.xml\nSITEMAP:/other.xml`,
      '/index.xml': `<sitemapindex>${map('/2019.xml', '2019-01-01')}${map('/2026.xml.gz', '2026-03-24')}${map('/news.xml', '2020-01-01')}</sitemapindex>`,
      '/2026.xml.gz': gzipSync(
        `<urlset>${url('/china-daily-token-usage-tops-140-trillion')}${url('/weather')}</urlset>`,
      ),
      '/news.xml': `<urlset>${url('/n', '<news:news xmlns:news="n"><news:title>日均词元调用量超140万亿</news:title></news:news>')}</urlset>`,
      '/2019.xml': `<sitemapindex>${map('/deeper.xml', '2019-01-01')}</sitemapindex>`,
      '/other.xml': '<urlset></urlset>',
    })
    const maps = paths().filter((path) => path.includes('.xml'))
    expect(maps.slice(2)).toEqual(['/index.xml', '/news.xml', '/2026.xml.gz', '/2019.xml', '/other.xml'])
    expect(outcome).toMatchObject({
      value: [
        { address: `${server.url}/n`, title: '日均词元调用量超140万亿' },
        { address: `${server.url}/china-daily-token-usage-tops-140-trillion`, title: null },
      ],
    })
    expect(facts.detail?.screened).toBe(3)
  })
  it('reads a front page that leads on within the publisher', async () => {
    const { outcome } = await search({
      '/': { status: 301, headers: { location: '/home' } },
      '/home': front('<link rel=alternate type=application/rss+xml href=/r>'),
      '/r': rss(HIT),
    })
    expect(outcome.ended).toBe('done')
  })
})

describe('robots.txt', () => {
  const told = {
    '/robots.txt': 'User-agent: stet\nDisallow: /feed\nDisallow: /rss.xml\nDisallow: /feed.xml',
    '/feed': rss(HIT),
    '/sitemap.xml': '<urlset></urlset>',
  }
  it.each(['note', 'obey'] as const)(
    'is kept to (%s), for nobody asked for these very pages',
    async (robots) => {
      const { outcome, facts } = await search(told, { robots })
      expect(outcome.ended).toBe('nothing')
      expect(paths()).not.toContain('/feed')
      expect(JSON.stringify(facts.detail?.documents)).toContain('Disallow: /feed')
    },
  )
  it('is passed over where the desk says so', async () => {
    expect((await search(told, { robots: 'ignore' })).outcome.ended).toBe('done')
  })
  it('that cannot be had forbids where the desk obeys, and nothing where it notes', async () => {
    const broken = { ...told, '/robots.txt': { status: 503 } }
    expect((await search(broken, { robots: 'obey' })).outcome).toMatchObject({ ended: 'failed' })
    expect((await search(broken, { robots: 'note' })).outcome.ended).toBe('done')
  })
})

describe('publishers that list nothing of it', () => {
  it('have been looked through', async () => {
    expect((await search({ '/feed': rss(MISS) })).outcome).toMatchObject({
      ended: 'nothing',
      reason: 'no_results',
      message: expect.stringContaining('1 pages'),
    })
  })
  it('but of whom one cannot be read leave the answer open', async () => {
    const { outcome, facts } = await search(
      { '/feed': rss(MISS) },
      { sites: [`127.0.0.1:${server.port}`, '127.0.0.1:1'] },
    )
    expect(outcome).toMatchObject({
      ended: 'failed',
      reason: 'engine_unavailable',
      message: expect.stringContaining('127.0.0.1:1'),
    })
    expect(facts.detail?.sites).toMatchObject([{ pages: 1, trouble: null }, { pages: 0 }])
  })
  it('because they are not there cannot be reached', async () => {
    expect((await search({}, { sites: ['127.0.0.1:1'] })).outcome).toMatchObject({
      ended: 'failed',
      reason: 'connect',
    })
  })
  it('because they offer neither feed nor site map have not been looked through', async () => {
    expect((await search({ '/': front('') })).outcome).toMatchObject({
      ended: 'failed',
      reason: 'unsupported_type',
    })
  })
})

describe('a publisher that misbehaves', () => {
  it.each<[string, Record<string, Page>, string]>([
    [
      'leads on to an inner address',
      { '/feed': { status: 302, headers: { location: 'http://169.254.169.254/feed' } } },
      'inner service',
    ],
    ['leads on in a circle', { '/feed': { status: 302, headers: { location: '/feed' } } }, 'circle'],
    ['sends broken XML', { '/feed': '<?xml version="1.0"?><nothing' }, 'neither a feed'],
    ['sends a page', { '/feed': front('') }, 'neither a feed'],
    ['sends broken gzip', { '/feed': Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]) }, 'packed file'],
    ['sends a bomb', { '/feed': gzipSync(Buffer.alloc(30_000_000, 'x')) }, 'packed file'],
    ['sends thirteen megabytes', { '/feed': Buffer.alloc(13_000_000, 'x') }, 'larger'],
    ['is in trouble', { '/feed': { status: 503 } }, '503'],
  ])('and %s has it on record, and the rest is read all the same', async (_, told, trouble) => {
    const { outcome, facts } = await search({ ...told, '/rss.xml': rss(HIT) })
    expect(outcome.ended).toBe('done')
    expect(JSON.stringify(facts.detail?.documents)).toContain(trouble)
  })
  it('and keeps silent is given up with the window; what others list is found', async () => {
    const { outcome } = await search({ '/robots.txt': 'silence' }, { signal: AbortSignal.timeout(80) })
    expect(outcome).toMatchObject({ ended: 'failed', reason: 'timeout_window' })
    const late = await search(
      { '/feed': rss(HIT), '/sitemap.xml': 'silence' },
      { signal: AbortSignal.timeout(400) },
    )
    expect(late.outcome.ended).toBe('done')
  })
  it('and lists site maps without end is asked no more than a dozen times', async () => {
    const maps = Array.from({ length: 60 }, (_, i) => `Sitemap: /map-${i}.xml`).join('\n')
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, i) => [`/map-${i}.xml`, '<urlset></urlset>']),
    )
    await search({ '/robots.txt': maps, ...many })
    expect(server.asked.length).toBeLessThanOrEqual(12)
  })
})

it('without a publisher nobody is asked', async () => {
  const { outcome } = await search({}, { sites: [] })
  expect(outcome).toMatchObject({ ended: 'skipped', reason: 'not_configured' })
  expect(server.asked).toEqual([])
})
