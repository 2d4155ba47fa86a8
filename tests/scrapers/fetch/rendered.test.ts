import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { rendered } from '#scrapers/fetch/rendered.ts'
import { createBrowser } from '#scrapers/kit/browser.ts'
import { CHROMIUM } from '../../support/chromium.ts'
import { type Answer, type LocalWeb, send, startWeb } from '../../support/web.ts'

const policy = { allowLoopback: true, allowedPorts: 'any' as const, denyHosts: ['denied.localhost'] }
const browser = createBrowser({ executablePath: CHROMIUM, policy })
const step = rendered({ browser, policy, settleMs: 1500, maxBodyBytes: 400_000 })
const tools = (signal = new AbortController().signal) => ({
  signal,
  now: () => new Date('2026-03-24T08:00:00Z'),
})

let server: LocalWeb
const serve = async (answer: Answer) => {
  server = await startWeb(answer)
  return `http://news.localhost:${server.port}`
}
const fetchDone = async (address: string) => {
  const { outcome, facts } = await step.run({ address }, tools())
  if (outcome.ended !== 'done') throw new Error(`${outcome.reason}: ${outcome.message}`)
  return { value: outcome.value, facts }
}
const sizeOf = (png: Uint8Array | null) => ({
  width: Buffer.from(png ?? []).readUInt32BE(16),
  height: Buffer.from(png ?? []).readUInt32BE(20),
})

afterEach(() => server?.close())
afterAll(() => browser.close())

it('without a browser the step is skipped', async () => {
  const none = createBrowser({ executablePath: null, policy })
  const { outcome } = await rendered({ browser: none, policy }).run(
    { address: 'http://news.localhost/' },
    tools(),
  )
  expect(outcome).toMatchObject({ ended: 'skipped', reason: 'not_configured' })
})

describe.skipIf(CHROMIUM === null)('a page in the browser', () => {
  it('comes home as scripts have drawn it, with picture, text and everything it was made of', async () => {
    const base = await serve(({ path }, response) => {
      if (path === '/old') return send(response, 302, '', { location: '/page', 'set-cookie': 'way=old' })
      if (path === '/style.css')
        return send(response, 200, 'p { color: red }', { 'content-type': 'text/css' })
      if (path === '/missing.png') return send(response, 404, 'none', { 'content-type': 'text/plain' })
      if (path === '/data.json')
        return send(response, 200, '{"figure": "140万亿"}', { 'content-type': 'application/json' })
      if (path === '/lazy.png') return send(response, 200, 'picture', { 'content-type': 'image/png' })
      const page = `<!doctype html><meta charset=utf-8><title>Tokens</title><link rel=stylesheet href=/style.css><img src=/missing.png>
        <p id=figure>loading</p><p style="display:none">hidden words</p><div style="height:4000px"></div><img loading=lazy src=/lazy.png width=10 height=10>
        <script>fetch('/data.json').then(r => r.json()).then(d => { figure.textContent = d.figure })</script>`
      send(response, 200, gzipSync(page), {
        'content-type': 'text/html; charset=utf-8',
        'content-encoding': 'gzip',
        'set-cookie': ['a=1', 'b=2'],
      })
    })
    const { value, facts } = await fetchDone(`${base}/old`)
    const body = Buffer.from(value.body).toString('utf8')
    expect(body).toContain('<p id="figure">140万亿</p>')
    expect(value).toMatchObject({
      method: 'rendered',
      custody: 'machine',
      finalUrl: `${base}/page`,
      hops: [{ address: `${base}/old`, status: 302, location: `${base}/page` }],
      mediaType: 'text/html',
      httpCharset: 'utf-8',
      status: 200,
      broughtWacz: null,
    })
    expect(value.renderedText).toContain('140万亿')
    expect(value.renderedText).not.toContain('hidden words')
    expect(sizeOf(value.screenshot).width).toBe(1280)
    expect(sizeOf(value.screenshot).height).toBeGreaterThan(4000)
    expect(value.provenance).toMatchObject({
      machine: { chromium: expect.stringMatching(/^\d+\./) },
      viewport: { width: 1280 },
      picture: { isCut: false },
    })

    const withoutIcon = value.exchanges.filter(({ address }) => !address.endsWith('/favicon.ico'))
    const byPath = new Map(withoutIcon.map((each) => [new URL(each.address).pathname, each]))
    expect(value.exchanges[0]?.address).toBe(`${base}/page`)
    expect([...byPath.keys()].sort()).toEqual([
      '/data.json',
      '/lazy.png',
      '/missing.png',
      '/old',
      '/page',
      '/style.css',
    ])
    expect(byPath.get('/old')).toMatchObject({ status: 302, body: Buffer.alloc(0) })
    expect(byPath.get('/old')?.responseHeaders).toContainEqual(['set-cookie', 'way=old'])
    expect(byPath.get('/missing.png')?.status).toBe(404)
    expect(Buffer.from(byPath.get('/lazy.png')?.body ?? []).toString()).toBe('picture')
    const main = byPath.get('/page')
    expect(Buffer.from(main?.body ?? []).toString('utf8')).toContain('<p id=figure>loading</p>')
    expect(main?.remoteAddress).toBe('127.0.0.1')
    const names = (main?.responseHeaders ?? []).map(([name]) => name.toLowerCase())
    expect(names).not.toContain('content-encoding')
    expect(names).not.toContain('transfer-encoding')
    expect(
      (main?.responseHeaders ?? [])
        .filter(([name]) => name.toLowerCase() === 'set-cookie')
        .map(([, value]) => value),
    ).toEqual(['a=1', 'b=2'])
    expect(main?.responseHeaders.findLast(([name]) => name === 'content-length')?.[1]).toBe(
      String(main?.body.byteLength),
    )
    expect(main?.requestHeaders.map(([name]) => name.toLowerCase())).not.toContain('cookie')
    expect(facts).toMatchObject({
      asked: `${base}/old`,
      askedOf: new URL(base).host,
      httpStatus: 200,
      finalUrl: `${base}/page`,
    })
  })

  it('written in GB18030 comes home in UTF-8', async () => {
    const gb = Buffer.concat([
      Buffer.from('<!doctype html><meta charset=gb18030><p>'),
      Buffer.from('b9fabcd2cafdbeddbed6', 'hex'),
    ])
    const base = await serve((_, response) => send(response, 200, gb, { 'content-type': 'text/html' }))
    const { value } = await fetchDone(base)
    expect(value.renderedText).toBe('国家数据局')
    expect(Buffer.from(value.body).toString('utf8')).toContain('国家数据局')
    expect(Buffer.from(value.exchanges[0]?.body ?? []).equals(gb)).toBe(true)
  })

  it('with frames of other sites is recorded with them', async () => {
    const base = await serve(({ path }, response) =>
      path === '/frame'
        ? send(response, 200, '<p>framed</p><img src=/inner.png>')
        : send(
            response,
            200,
            `<p>page</p><iframe src="http://other.localhost:${server.port}/frame"></iframe>
            <iframe sandbox src="http://third.example.localhost:${server.port}/frame"></iframe>`,
          ),
    )
    const { value } = await fetchDone(`${base}/`)
    const hosts = value.exchanges
      .map(({ address }) => new URL(address))
      .map(({ hostname, pathname }) => hostname + pathname)
    for (const each of [
      'other.localhost/frame',
      'other.localhost/inner.png',
      'third.example.localhost/frame',
    ])
      expect(hosts).toContain(each)
  })

  it('with a part that is too large goes on without it and names it', async () => {
    const base = await serve(({ path }, response) => {
      if (path !== '/bomb')
        return send(
          response,
          200,
          '<p>page</p><script>fetch("/bomb").then(r => r.text()).catch(() => {})</script>',
        )
      send(response, 200, gzipSync(Buffer.alloc(5_000_000)), {
        'content-encoding': 'gzip',
        'content-type': 'text/plain',
      })
    })
    const { value } = await fetchDone(`${base}/`)
    expect(value.provenance.notRecorded).toContainEqual({
      address: `${base}/bomb`,
      why: 'larger than is recorded',
      reason: 'too_large',
    })
    expect(value.renderedText).toBe('page')
  })

  it('with a part that breaks off goes on without it and names it', async () => {
    const base = await serve(({ path }, response) => {
      if (path !== '/part.js') return send(response, 200, '<p>page</p><script src=/part.js></script>')
      response.writeHead(200, { 'content-type': 'text/javascript', 'content-length': '5000' })
      response.write('var a = 1;')
      setTimeout(() => response.socket?.destroy(), 50)
    })
    const { value } = await fetchDone(`${base}/`)
    expect(value.exchanges.map(({ address }) => address)).not.toContain(`${base}/part.js`)
    expect(value.provenance.notRecorded).toMatchObject([{ address: `${base}/part.js` }])
  })

  it('with an error status comes home too', async () => {
    const base = await serve((_, response) => send(response, 403, '<h1>Just a moment</h1>'))
    expect((await fetchDone(base)).value).toMatchObject({ status: 403 })
  })

  it('taller than a picture can be is cut, and says so', async () => {
    const base = await serve((_, response) =>
      send(response, 200, '<!doctype html><body style="margin:0"><div style="height:40000px">tall</div>'),
    )
    const { value } = await fetchDone(base)
    expect(sizeOf(value.screenshot).height).toBe(15_000)
    expect(value.provenance).toMatchObject({ picture: { heightPx: 15_000, isCut: true } })
  })

  it('that leads on by script is the page it leads to', async () => {
    const base = await serve(({ path }, response) =>
      path === '/next'
        ? send(response, 200, '<p>arrived</p>')
        : send(response, 200, '<p>wait</p><script>setTimeout(() => location.replace("/next"), 200)</script>'),
    )
    const { value } = await fetchDone(`${base}/`)
    expect(value.finalUrl).toBe(`${base}/next`)
    expect(value.renderedText).toBe('arrived')
    expect(value.exchanges[0]?.address).toBe(`${base}/next`)
  })

  it('whose network never falls silent is taken after the bound', async () => {
    const base = await serve(({ path }, response) => {
      if (path === '/')
        send(
          response,
          200,
          '<p>busy page</p><script>setInterval(() => fetch("/tick?" + Math.random()), 60)</script>',
        )
      else send(response, 200, 'tick')
    })
    const { value } = await fetchDone(base)
    expect(value.provenance.networkWasQuiet).toBe(false)
  })

  it.each([
    [
      'connect',
      (_: unknown, response: Parameters<Answer>[1]) => {
        response.writeHead(200, { 'content-type': 'text/html', 'content-length': '5000' })
        response.write('<p>half a page')
        setTimeout(() => response.socket?.destroy(), 50)
      },
    ],
    [
      'decode_failed',
      (_: unknown, response: Parameters<Answer>[1]) =>
        send(response, 200, 'not gzip at all', { 'content-type': 'text/html', 'content-encoding': 'gzip' }),
    ],
    [
      'too_large',
      (_: unknown, response: Parameters<Answer>[1]) =>
        send(response, 200, gzipSync(Buffer.alloc(5_000_000, ' ')), {
          'content-type': 'text/html',
          'content-encoding': 'gzip',
        }),
    ],
    ['rate_limited', (_: unknown, response: Parameters<Answer>[1]) => send(response, 429, 'slow down')],
    [
      'unsupported_type',
      (_: unknown, response: Parameters<Answer>[1]) =>
        send(response, 200, '%PDF-1.7', { 'content-type': 'application/pdf' }),
    ],
    [
      'unsupported_type',
      (_: unknown, response: Parameters<Answer>[1]) =>
        send(response, 200, 'x', { 'content-type': 'application/zip', 'content-disposition': 'attachment' }),
    ],
    [
      'refused_by_guard',
      (_: unknown, response: Parameters<Answer>[1]) =>
        send(response, 302, '', { location: 'http://denied.localhost/' }),
    ],
    [
      'refused_by_guard',
      (_: unknown, response: Parameters<Answer>[1]) =>
        send(response, 302, '', { location: 'https://denied.localhost/' }),
    ],
    [
      'refused_by_guard',
      (_: unknown, response: Parameters<Answer>[1]) =>
        send(response, 302, '', { location: 'http://169.254.169.254/latest' }),
    ],
    [
      'connect',
      (_: unknown, response: Parameters<Answer>[1]) =>
        send(response, 302, '', { location: 'http://news.localhost:49/' }),
    ],
    [
      'http_error',
      ({ path }: { path: string }, response: Parameters<Answer>[1]) =>
        send(response, 302, '', { location: `/${path.length}${path}`.slice(0, 60) }),
    ],
  ] as [string, Answer][])('that cannot be shown ends as %s', async (reason, answer) => {
    const base = await serve(answer)
    const { outcome } = await step.run({ address: base }, tools())
    expect(outcome).toMatchObject({ ended: 'failed', reason })
  })

  it('that asks for patience says for how long, where the escort looks for it', async () => {
    const base = await serve((_, response) => send(response, 429, 'slow down', { 'retry-after': '120' }))
    const { outcome, facts } = await step.run({ address: base }, tools())
    expect(outcome).toMatchObject({ reason: 'rate_limited', message: expect.stringContaining('(120)') })
    expect(facts).toMatchObject({ httpStatus: 429, detail: { retryAfter: '120' } })
  })

  it('over a broken secure connection is a matter of connection or tls', async () => {
    const base = await serve((_, response) => send(response, 200, 'plain'))
    const { outcome } = await step.run({ address: base.replace('http:', 'https:') }, tools())
    expect(outcome).toMatchObject({ ended: 'failed', reason: 'tls' })
  })

  it('at a forbidden address is refused before the browser is asked', async () => {
    const { outcome } = await step.run({ address: 'file:///etc/passwd' }, tools())
    expect(outcome).toMatchObject({ ended: 'failed', reason: 'refused_by_guard' })
  })

  it('that never comes ends with the window', async () => {
    const base = await serve(() => {})
    const { outcome } = await step.run({ address: base }, tools(AbortSignal.timeout(500)))
    expect(outcome).toMatchObject({ ended: 'failed', reason: 'timeout_window' })
  })
})
