import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { browserSearch } from '#scrapers/find/browser-search.ts'
import { createBrowser } from '#scrapers/kit/browser.ts'
import { createWeb } from '#scrapers/kit/web.ts'
import { CHROMIUM } from '../../support/chromium.ts'
import { findRequest } from '../../support/find-request.ts'
import { type Answer, type LocalWeb, send, startWeb } from '../../support/web.ts'

const policy = { allowLoopback: true, allowedPorts: 'any' as const, denyHosts: [] }
const browser = createBrowser({ executablePath: CHROMIUM, policy })
const web = createWeb({ policy, userAgent: 't' })
const REQUEST = findRequest({ queries: ['140万亿 token'] })
const TWO_QUERIES = findRequest({ queries: ['140万亿 token', 'second query'] })
const tools = (signal = new AbortController().signal) => ({ signal, now: () => new Date(0) })

let server: LocalWeb
afterEach(() => server?.close())
afterAll(() => browser.close())

const ask = async (answer: Answer, signal?: AbortSignal, resultsWaitMs = 100, request = REQUEST) => {
  server = await startWeb(answer)
  const searchUrl = `http://search.localhost:${server.port}/search?q={query}`
  return browserSearch({ browser, web, searchUrl, resultsWaitMs }).run(request, tools(signal))
}

describe.skipIf(CHROMIUM === null)('a search in the browser', () => {
  it('reads the results that scripts draw, and nothing of the page around them', async () => {
    const { outcome, facts } = await ask(
      (_, response) =>
        send(
          response,
          200,
          `<!doctype html><header><a href="https://other.example/brand">The engine</a></header>
        <nav><a href="https://other.example/images">Pictures</a></nav>
        <main id=results></main>
        <footer><a href="https://other.example/terms">Terms of use</a></footer>
        <script>setTimeout(() => { results.innerHTML = \`
          <h3><a href="https://www.nda.gov.cn/sjj/1#top"> 国家数据局：
             日均词元 </a></h3>
          <a href="https://www.nda.gov.cn/sjj/1">国家数据局：日均词元</a>
          <a href="/l/?to=https%3A%2F%2Fnews.example.cn%2Fb%3Fx%3D1">A result behind a counter</a>
          <a href="https://short.example/">2</a>
          <a href="javascript:void(0)">Do something</a>
          <a href="#more">More of the same</a>
          <a href="mailto:a@b.example">Write to us</a>
          <a href="/search?q=140&page=2">Next page of results</a>
          <a href="/settings">Settings page</a>
          <a href="https://hidden.example/" style="display:none">Hidden result</a>\` }, 250)</script>`,
        ),
      undefined,
      5_000,
    )
    expect(outcome).toEqual({
      ended: 'done',
      value: [
        { address: 'https://www.nda.gov.cn/sjj/1', title: '国家数据局： 日均词元', snippet: null },
        { address: 'https://news.example.cn/b?x=1', title: 'A result behind a counter', snippet: null },
      ],
    })
    expect(facts).toMatchObject({
      asked: '140万亿 token',
      askedOf: `search.localhost:${server.port}`,
      httpStatus: 200,
      detail: { queries: [{ query: '140万亿 token', links: 2 }] },
    })
    expect(server.asked.map(({ path }) => path)).toContain('/search?q=140%E4%B8%87%E4%BA%BF%20token')
  })
  it('keeps to one site when the search page is that of a site', async () => {
    const { outcome } = await ask((_, response) =>
      send(
        response,
        200,
        '<main><a href="/articles/7">The article itself</a><a href="/search?q=x">Search again</a></main>',
      ),
    )
    expect(outcome).toMatchObject({
      ended: 'done',
      value: [{ address: `http://search.localhost:${server.port}/articles/7` }],
    })
  })
  it('gives at most twenty leads', async () => {
    const links = Array.from(
      { length: 40 },
      (_, i) => `<a href="https://a.example/${i}">Result number ${i}</a>`,
    ).join('')
    const { outcome } = await ask((_, response) => send(response, 200, `<main>${links}</main>`))
    expect(outcome.ended === 'done' && outcome.value.length).toBe(20)
  })
  it('goes on to the next query, and ends with no results when no page shows any', async () => {
    const { outcome, facts } = await ask(
      (_, response) => send(response, 200, '<main>No results for this query.</main>'),
      undefined,
      0,
      TWO_QUERIES,
    )
    expect(outcome).toMatchObject({ ended: 'nothing', reason: 'no_results' })
    expect(facts.asked).toBe('140万亿 token\nsecond query')
  })
  it('that meets a wall has not looked', async () => {
    const { outcome } = await ask((_, response) =>
      send(response, 200, '<main><div class="g-recaptcha"></div>Are you human?</main>'),
    )
    expect(outcome).toMatchObject({ ended: 'failed', reason: 'blocked_challenge' })
  })
  it.each([
    [429, 'rate_limited'],
    [503, 'http_error'],
  ])('whose page answers %i without results ends as %s', async (status, reason) => {
    const { outcome, facts } = await ask((_, response) => send(response, status, '<main>Sorry</main>'))
    expect(outcome).toMatchObject({ ended: 'failed', reason })
    expect(facts.httpStatus).toBe(status)
  })
  it('whose page leads on to itself while it is read is read in the end', async () => {
    const { outcome } = await ask(
      ({ path }, response) =>
        path.includes('checked')
          ? send(response, 200, '<main><a href="https://a.example/">The result itself</a></main>')
          : send(response, 200, '<script>setTimeout(() => location.href += "&checked=1", 100)</script>'),
      undefined,
      5_000,
    )
    expect(outcome).toMatchObject({ ended: 'done', value: [{ address: 'https://a.example/' }] })
  })
  it.each<[string, Answer, string]>([
    [
      'a file to download',
      (_, response) => send(response, 200, 'x', { 'content-type': 'application/zip' }),
      'unsupported_type',
    ],
    [
      'a page that leads to an inner address',
      (_, response) => send(response, 302, '', { location: 'http://169.254.169.254/' }),
      'refused_by_guard',
    ],
    ['a closed door', (_, response) => void response.destroy(), 'http_error'],
  ])('that meets %s has not looked', async (_, answer, reason) => {
    expect((await ask(answer)).outcome).toMatchObject({ ended: 'failed', reason })
  })
  it.each([
    ['of JSON', '{"results": [', 'application/json'],
    ['of broken markup', '<main><a href="https://a.example/', 'text/html'],
    ['of ten megabytes', `<!--${' '.repeat(10_000_000)}--><main>No results</main>`, 'text/html'],
  ])(
    'that shows a page %s finds nothing in it',
    async (_, body, type) => {
      const { outcome } = await ask(
        (_request, response) => send(response, 200, body, { 'content-type': type }),
        undefined,
        0,
      )
      expect(outcome).toMatchObject({ ended: 'nothing', reason: 'no_results' })
    },
    60_000,
  )
  it('that gets no page ends with the window', async () => {
    const { outcome } = await ask(() => {}, AbortSignal.timeout(400))
    expect(outcome).toMatchObject({ ended: 'failed', reason: 'timeout_window' })
  })
})

describe('a search in the browser that is not set up', () => {
  it.each([
    ['no search page', null],
    ['no place for the query', 'http://search.localhost/'],
  ])('because there is %s is skipped', async (_, searchUrl) => {
    const { outcome } = await browserSearch({ browser, web, searchUrl }).run(REQUEST, tools())
    expect(outcome).toMatchObject({ ended: 'skipped', reason: 'not_configured' })
  })
  it('because the machine has no browser is skipped', async () => {
    const none = createBrowser({ executablePath: null, policy })
    const { outcome } = await browserSearch({
      browser: none,
      web,
      searchUrl: 'http://search.localhost/?q={query}',
    }).run(REQUEST, tools())
    expect(outcome).toMatchObject({ ended: 'skipped', reason: 'not_configured' })
  })
})
