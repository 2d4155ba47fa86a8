import { execFileSync } from 'node:child_process'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { createGzip, gzipSync } from 'node:zlib'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { createBrowser } from '#scrapers/kit/browser.ts'
import { createWeb } from '#scrapers/kit/web.ts'
import { CHROMIUM } from '../../support/chromium.ts'
import { HAS_OPENSSL } from '../../support/tsa.ts'

const policy = { allowLoopback: true, allowedPorts: 'any' as const, denyHosts: [] }
const web = createWeb({ policy, userAgent: 'Stet test' })
const open = () => AbortSignal.timeout(20_000)
const MB = 1_000_000
const TWO_GB = 2_000 * MB
/** Room for the runtime's own ups and downs; far below what is sent. */
const MAX_GROWTH = 200 * MB

let servers: Server[] = []
/** A server that speaks bytes, not HTTP: hostile ones do what libraries forbid. */
async function serve(answer: (socket: Socket, request: string) => void): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', (data) => answer(socket, data.toString('latin1')))
  })
  return listening(server)
}
async function listening(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  servers.push(server)
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
afterEach(() => {
  for (const server of servers) server.close()
  servers = []
})

/** Writes chunks until `bytes` are out or nobody listens; answers with what was taken. */
async function pour(socket: Socket, chunk: Buffer, bytes: number): Promise<number> {
  let sent = 0
  while (sent < bytes && !socket.destroyed) {
    sent += chunk.length
    if (!socket.write(chunk))
      await new Promise<void>((go) => {
        socket.once('drain', go)
        socket.once('close', go)
      })
  }
  return sent
}
const head = (lines: string[]) =>
  `HTTP/1.1 200 OK\r\n${['content-type: text/html', ...lines].join('\r\n')}\r\n\r\n`
const growthOf = async (task: () => Promise<unknown>) => {
  const before = process.memoryUsage().rss
  await task()
  return process.memoryUsage().rss - before
}

describe('a stream of 2 GB', () => {
  it.each([
    ['that says so', [`content-length: ${TWO_GB}`]],
    ['that does not', ['connection: close']],
  ])('%s is given up at the bound, and little of it has come', async (_, lines) => {
    let sent = 0
    const url = await serve(async (socket) => {
      socket.write(head(lines))
      sent = await pour(socket, Buffer.alloc(MB, 'a'), TWO_GB)
    })
    const growth = await growthOf(async () =>
      expect(await web.get({ address: url, signal: open() })).toMatchObject({
        ok: false,
        reason: 'too_large',
      }),
    )
    await new Promise((go) => setTimeout(go, 50))
    expect(sent).toBeLessThan(60 * MB)
    expect(growth).toBeLessThan(MAX_GROWTH)
  })
  it('packed into little is given up at the bound', async () => {
    const url = await serve((socket) => {
      socket.write(head(['content-encoding: gzip', 'connection: close']))
      const gzip = createGzip()
      gzip.on('data', (chunk) => socket.write(chunk))
      socket.on('close', () => gzip.destroy())
      const feed = (left: number) => {
        if (left > 0 && !gzip.destroyed) gzip.write(Buffer.alloc(MB), () => feed(left - MB))
      }
      feed(TWO_GB)
    })
    const growth = await growthOf(async () =>
      expect(await web.get({ address: url, signal: open() })).toMatchObject({
        ok: false,
        reason: 'too_large',
      }),
    )
    expect(growth).toBeLessThan(MAX_GROWTH)
  })
  it('packed twice over is given up as well', async () => {
    const bomb = gzipSync(gzipSync(Buffer.alloc(200 * MB)))
    expect(bomb.byteLength).toBeLessThan(10_000)
    const url = await serve((socket) => {
      socket.end(
        Buffer.concat([Buffer.from(head(['content-encoding: gzip, gzip', 'connection: close'])), bomb]),
      )
    })
    expect(await web.get({ address: url, signal: open() })).toMatchObject({ ok: false, reason: 'too_large' })
  })
})

it.skipIf(CHROMIUM === null)(
  'a visit of 2 GB is cut off by the proxy, and nothing more is brought in it',
  { timeout: 60_000 },
  async () => {
    let sent = 0
    const url = await serve(async (socket) => {
      socket.write(`${head([`content-length: ${TWO_GB}`])}<!--`)
      sent = await pour(socket, Buffer.alloc(MB, 'a'), TWO_GB)
    })
    const browser = createBrowser({ executablePath: CHROMIUM, policy, maxVisitBytes: 20 * MB })
    const answer = await browser.visit(async ({ page, proxy }) => {
      await page.goto(url, { waitUntil: 'commit' })
      while (!proxy.isOverdrawn()) await new Promise((go) => setTimeout(go, 50))
      await page.goto('https://other.localhost/')
    }, AbortSignal.timeout(50_000))
    await browser.close()
    expect(answer).toMatchObject({ ok: false, reason: 'too_large' })
    expect(sent).toBeLessThan(TWO_GB / 2)
  },
)

describe('headers', () => {
  it('without end are not valid HTTP, and are not kept', async () => {
    const url = await serve(async (socket) => {
      socket.write('HTTP/1.1 200 OK\r\n')
      await pour(socket, Buffer.from(`x-more: ${'a'.repeat(8_000)}\r\n`), TWO_GB)
    })
    const growth = await growthOf(async () =>
      expect(await web.get({ address: url, signal: open() })).toMatchObject({
        ok: false,
        reason: 'http_error',
      }),
    )
    expect(growth).toBeLessThan(MAX_GROWTH)
  })
  it('that drip one sign at a time end with the window', async () => {
    const url = await serve((socket) => {
      const text = `HTTP/1.1 200 OK\r\nx-slow: ${'a'.repeat(10_000)}`
      let at = 0
      const drip = setInterval(() => socket.write(text[at++] ?? 'a'), 5)
      socket.on('close', () => clearInterval(drip))
    })
    const answer = await web.get({ address: url, signal: AbortSignal.timeout(300) })
    expect(answer).toMatchObject({ ok: false, reason: 'timeout_window' })
  })
  it('of 100 "continue" answers before the real one are not an answer', async () => {
    const url = await serve((socket) => {
      socket.end(
        `${'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'.repeat(100)}${head(['content-length: 2'])}ok`,
      )
    })
    const answer = await web.get({ address: url, signal: open() })
    expect(answer).toMatchObject({ ok: true, response: { status: 200 } })
  })
})

describe('ten thousand redirects', () => {
  const endless = () =>
    serve((socket, request) => {
      const at = Number(/^GET \/(\d*)/.exec(request)?.[1] || 0)
      const to = at < 10_000 ? `location: /${at + 1}` : 'x-end: yes'
      socket.end(`HTTP/1.1 302 Found\r\n${to}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`)
    })
  it('are given up after the tenth, with the hops on record', async () => {
    const answer = await web.get({ address: `${await endless()}/0`, signal: open() })
    expect(answer).toMatchObject({ ok: false, reason: 'http_error', httpStatus: 302 })
    expect(answer.ok ? [] : answer.hops).toHaveLength(11)
  })
  it.skipIf(CHROMIUM === null)(
    'are given up by the browser, which shows the next page',
    { timeout: 60_000 },
    async () => {
      const browser = createBrowser({ executablePath: CHROMIUM, policy })
      afterAll(() => browser.close())
      const url = await endless()
      const go = (address: string) =>
        browser.visit(async ({ page }) => (await page.goto(address))?.status(), AbortSignal.timeout(40_000))
      expect(await go(`${url}/0`)).toMatchObject({ ok: false, reason: 'http_error' })
      const good = await serve(
        (socket) => void socket.end(`${head(['content-length: 2', 'connection: close'])}ok`),
      )
      expect(await go(good)).toEqual({ ok: true, value: 200 })
    },
  )
})

describe('a secure connection', () => {
  const secure = (url: string) => url.replace('http:', 'https:')
  it.each<[string, (socket: Socket) => void]>([
    ['answered in plain HTTP', (socket) => void socket.end(`${head(['content-length: 2'])}ok`)],
    ['answered with noise', (socket) => void socket.end(Buffer.alloc(2_000, 0xa5))],
    ['answered with an alert', (socket) => void socket.end(Buffer.from('15030300020228', 'hex'))],
    [
      'answered with a record that is cut off',
      (socket) => void socket.end(Buffer.from('160303ffff0200', 'hex')),
    ],
  ])('%s ends with its reason', async (_, answer) => {
    const result = await web.get({ address: secure(await serve(answer)), signal: open() })
    expect(result).toMatchObject({ ok: false, reason: expect.stringMatching(/^(tls|connect)$/) })
  })
  it('that is never answered ends with the window, or when it cannot be set up in time', async () => {
    const result = await web.get({ address: secure(await serve(() => {})), signal: AbortSignal.timeout(300) })
    expect(result).toMatchObject({ ok: false, reason: 'timeout_window' })
  })
  it.skipIf(!HAS_OPENSSL)(
    'whose certificate nobody vouches for is a matter of tls, in both ways of asking',
    { timeout: 60_000 },
    async () => {
      const pem = execFileSync(
        'openssl',
        'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost -keyout - -out -'.split(
          ' ',
        ),
        { stdio: ['ignore', 'pipe', 'ignore'] },
      ).toString()
      const url = secure(
        await listening(createTlsServer({ key: pem, cert: pem }, (socket) => void socket.end())),
      )
      expect(await web.get({ address: url, signal: open() })).toMatchObject({
        ok: false,
        reason: 'tls',
        message: expect.stringContaining('DEPTH_ZERO_SELF_SIGNED_CERT'),
      })
      if (CHROMIUM === null) return
      const browser = createBrowser({ executablePath: CHROMIUM, policy })
      const visit = browser.visit(
        async ({ page }) => void (await page.goto(url)),
        AbortSignal.timeout(40_000),
      )
      expect(await visit).toMatchObject({ ok: false, reason: 'tls' })
      await browser.close()
    },
  )
})
