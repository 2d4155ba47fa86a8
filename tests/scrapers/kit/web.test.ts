import { createServer } from 'node:net'
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import type { GuardPolicy } from '#scrapers/kit/guard.ts'
import { createWeb } from '#scrapers/kit/web.ts'
import { type Answer, type LocalWeb, send, startWeb } from '../../support/web.ts'

const desk: GuardPolicy = { allowLoopback: true, allowedPorts: 'any', denyHosts: [] }
const web = createWeb({ policy: desk, userAgent: 'StetTest/1.0' })
const open = () => new AbortController().signal

let servers: LocalWeb[] = []
const serve = async (answer: Answer) => {
  const server = await startWeb(answer)
  servers.push(server)
  return server
}
afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()))
  servers = []
})

describe('a page that answers', () => {
  it('comes home with its bytes, headers in order, media type, charset and the address of the machine that sent it', async () => {
    const server = await serve((_, response) =>
      send(response, 200, Buffer.from('中文', 'utf8'), {
        'Content-Type': 'Text/HTML; Charset="GB18030"',
        'Set-Cookie': ['a=1', 'b=2'],
      }),
    )
    const answer = await web.get({ address: `${server.url}/a?b=c#part`, signal: open() })
    if (!answer.ok) throw new Error(answer.message)
    const { response } = answer
    expect(Buffer.from(response.body).toString('utf8')).toBe('中文')
    expect(response).toMatchObject({
      status: 200,
      statusText: 'OK',
      mediaType: 'text/html',
      httpCharset: 'GB18030',
      remoteAddress: '127.0.0.1',
      finalUrl: `${server.url}/a?b=c`,
      hops: [],
    })
    expect(response.headers.filter(([name]) => name === 'Set-Cookie')).toEqual([
      ['Set-Cookie', 'a=1'],
      ['Set-Cookie', 'b=2'],
    ])
    expect(server.asked[0]).toMatchObject({ method: 'GET', path: '/a?b=c' })
    expect(server.asked[0]?.headers).toMatchObject({
      'accept-encoding': 'identity',
      'user-agent': 'StetTest/1.0',
    })
  })
  it('with an error status is an answer too, body and all', async () => {
    const server = await serve((_, response) => send(response, 503, 'come back later'))
    const answer = await web.get({ address: server.url, signal: open() })
    expect(answer).toMatchObject({ ok: true, response: { status: 503 } })
  })
  it.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
    ['zstd', zstdCompressSync],
    ['identity', Buffer.from],
    ['utf-8', Buffer.from],
  ])(
    'encoded as %s although identity was asked for is decoded, and its record says so',
    async (coding, encode) => {
      const text = 'a quotation '.repeat(50)
      const server = await serve((_, response) =>
        send(response, 200, encode(Buffer.from(text)), {
          'content-type': 'text/plain',
          'content-encoding': coding,
        }),
      )
      const answer = await web.get({ address: server.url, signal: open() })
      if (!answer.ok) throw new Error(answer.message)
      expect(Buffer.from(answer.response.body).toString()).toBe(text)
      const recorded = Object.fromEntries(answer.response.exchanges[0]?.responseHeaders ?? [])
      expect(recorded).not.toHaveProperty('content-encoding')
      expect(recorded).not.toHaveProperty('transfer-encoding')
      expect(recorded).toMatchObject({
        'x-orig-content-encoding': coding,
        'content-length': String(text.length),
      })
    },
  )
  it('is recorded without the key it was asked with', async () => {
    const server = await serve((_, response) => send(response, 200, 'ok'))
    const answer = await web.get({
      address: server.url,
      signal: open(),
      headers: { Authorization: 'Bearer secret-key' },
    })
    expect(server.asked[0]?.headers.authorization).toBe('Bearer secret-key')
    expect(JSON.stringify(answer)).not.toContain('secret-key')
  })
})

describe('redirects', () => {
  it('are followed one by one and recorded in order; the page is the first exchange', async () => {
    const server = await serve(({ path }, response) => {
      if (path === '/1') send(response, 301, 'moved', { location: '/2' })
      else if (path === '/2')
        send(response, 302, '', { location: `http://news.localhost:${server.port}/3#top` })
      else send(response, 200, 'here')
    })
    const answer = await web.get({ address: `${server.url}/1`, signal: open() })
    if (!answer.ok) throw new Error(answer.message)
    const last = `http://news.localhost:${server.port}/3`
    expect(answer.response.finalUrl).toBe(last)
    expect(answer.response.hops).toEqual([
      { address: `${server.url}/1`, status: 301, location: `${server.url}/2` },
      { address: `${server.url}/2`, status: 302, location: `${last}#top` },
    ])
    expect(answer.response.exchanges.map(({ address }) => address)).toEqual([
      last,
      `${server.url}/1`,
      `${server.url}/2`,
    ])
  })
  it('in a circle end as an HTTP error, with the hops', async () => {
    const server = await serve(({ path }, response) =>
      send(response, 302, '', { location: path === '/a' ? '/b' : '/a' }),
    )
    const answer = await web.get({ address: `${server.url}/a`, signal: open() })
    expect(answer).toMatchObject({
      ok: false,
      reason: 'http_error',
      message: expect.stringContaining('circle'),
      httpStatus: 302,
    })
    expect(answer.ok ? [] : answer.hops).toHaveLength(2)
  })
  it('without end are given up after the tenth', async () => {
    const server = await serve(({ path }, response) =>
      send(response, 302, '', { location: `/${Number(path.slice(1)) + 1}` }),
    )
    const answer = await web.get({ address: `${server.url}/0`, signal: open() })
    expect(answer).toMatchObject({
      ok: false,
      reason: 'http_error',
      message: expect.stringContaining('10 times'),
    })
    expect(server.asked).toHaveLength(11)
  })
  it.each([
    'http://169.254.169.254/latest',
    'file:///etc/passwd',
    'http://10.0.0.1/',
    'http://[::ffff:10.0.0.1]/',
    'http://user:word@127.0.0.1/',
  ])('to %s are refused by the guard', async (location) => {
    const server = await serve((_, response) => send(response, 302, '', { location }))
    const answer = await web.get({ address: server.url, signal: open() })
    expect(answer).toMatchObject({ ok: false, reason: 'refused_by_guard', hops: [{ status: 302 }] })
  })
  it('are handed back as they are when none may be followed', async () => {
    const server = await serve((_, response) => send(response, 302, '', { location: '/next' }))
    const answer = await web.get({ address: server.url, signal: open(), maxRedirects: 0 })
    expect(answer).toMatchObject({ ok: true, response: { status: 302, hops: [] } })
  })
  it('to another origin leave the authorization behind', async () => {
    const server = await serve(({ path }, response) =>
      path === '/1'
        ? send(response, 302, '', { location: `http://other.localhost:${server.port}/2` })
        : send(response, 200, 'ok'),
    )
    await web.get({ address: `${server.url}/1`, signal: open(), headers: { authorization: 'Bearer k' } })
    expect(server.asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer k', undefined])
  })
})

describe('the guard stands in front of every connection', () => {
  const strict = (resolve: () => Promise<string[]>) =>
    createWeb({ policy: { ...desk, allowLoopback: false }, userAgent: 't', resolve })

  it('a name that resolves to 127.0.0.1 is refused and nothing is sent', async () => {
    const server = await serve((_, response) => send(response, 200, 'secret'))
    for (const client of [
      strict(async () => ['127.0.0.1']),
      createWeb({ policy: desk, userAgent: 't', resolve: async () => ['127.0.0.1'] }),
    ]) {
      const answer = await client.get({ address: `http://rebind.example:${server.port}/`, signal: open() })
      expect(answer).toMatchObject({ ok: false, reason: 'refused_by_guard' })
    }
    expect(server.asked).toHaveLength(0)
  })
  it('a name with one loopback address among public ones is refused whole', async () => {
    const server = await serve((_, response) => send(response, 200, 'secret'))
    const client = strict(async () => ['8.8.8.8', '127.0.0.1'])
    const answer = await client.get({ address: `http://mixed.example:${server.port}/`, signal: open() })
    expect(answer).toMatchObject({ ok: false, reason: 'refused_by_guard' })
    expect(server.asked).toHaveLength(0)
  })
  it.each(['127.0.0.1', '[::ffff:127.0.0.1]', '2130706433', 'localhost', '[::1]', '0.0.0.0'])(
    'a literal %s is refused although no name is resolved',
    async (host) => {
      const server = await serve((_, response) => send(response, 200, 'secret'))
      const answer = await strict(async () => ['8.8.8.8']).get({
        address: `http://${host}:${server.port}/`,
        signal: open(),
      })
      expect(answer).toMatchObject({ ok: false, reason: 'refused_by_guard' })
      expect(server.asked).toHaveLength(0)
    },
  )
})

describe('what the world does instead of answering', () => {
  it('a name nobody knows is a matter of dns', async () => {
    const resolve = async () => {
      throw Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' })
    }
    const answer = await createWeb({ policy: desk, userAgent: 't', resolve }).get({
      address: 'http://nobody.example/',
      signal: open(),
    })
    expect(answer).toMatchObject({ ok: false, reason: 'dns' })
  })
  it('a closed port cannot be connected to', async () => {
    const server = await startWeb(() => {})
    await server.close()
    expect(await web.get({ address: server.url, signal: open() })).toMatchObject({
      ok: false,
      reason: 'connect',
    })
  })
  it('a server that hangs up is a broken connection', async () => {
    const server = await serve((_, response) => void response.socket?.destroy())
    expect(await web.get({ address: server.url, signal: open() })).toMatchObject({
      ok: false,
      reason: 'connect',
    })
  })
  it('a page cut off before its announced length is a broken connection', async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '1000' })
      response.write('only so much')
      setTimeout(() => response.socket?.destroy(), 20)
    })
    expect(await web.get({ address: server.url, signal: open() })).toMatchObject({
      ok: false,
      reason: 'connect',
    })
  })
  it('a secure address whose server speaks plain HTTP is a matter of tls', async () => {
    const server = await serve((_, response) => send(response, 200, 'plain'))
    const answer = await web.get({ address: server.url.replace('http:', 'https:'), signal: open() })
    expect(answer).toMatchObject({ ok: false, reason: 'tls' })
  })
  it('an answer that is not HTTP is an HTTP error', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => {})
      socket.resume()
      socket.end('SSH-2.0-OpenSSH_9.2\r\n')
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const { port } = server.address() as { port: number }
    const answer = await web.get({ address: `http://127.0.0.1:${port}/`, signal: open() })
    expect(answer).toMatchObject({ ok: false, reason: 'http_error' })
    await new Promise((done) => server.close(done))
  })
  it('a page of 30 MB is too large, and is given up before it has all come', async () => {
    let sent = 0
    const server = await serve(async (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      const block = Buffer.alloc(1_000_000, 'x')
      for (let i = 0; i < 30 && !response.destroyed; i++) {
        sent += 1
        response.write(block)
        await new Promise((go) => setTimeout(go, 1))
      }
      response.end()
    })
    expect(await web.get({ address: server.url, signal: open() })).toMatchObject({
      ok: false,
      reason: 'too_large',
    })
    expect(sent).toBeLessThan(31)
  })
  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['zstd', zstdCompressSync],
  ])('a %s bomb is stopped at the bound', async (coding, encode) => {
    const bomb = encode(Buffer.alloc(60_000_000))
    const server = await serve((_, response) => send(response, 200, bomb, { 'content-encoding': coding }))
    const before = process.memoryUsage().rss
    const answer = await web.get({ address: server.url, signal: open(), maxBytes: 1_000_000 })
    expect(answer).toMatchObject({ ok: false, reason: 'too_large' })
    expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000)
  })
  it.each([
    ['gzip', Buffer.from('<html>not compressed</html>')],
    ['gzip', gzipSync('cut off'.repeat(100)).subarray(0, 20)],
    ['br', Buffer.from('<html>not compressed</html>')],
    ['zstd', Buffer.from('<html>not compressed</html>')],
    ['deflate', Buffer.from('<html>not compressed</html>')],
    ['compress', Buffer.from('old')],
    ['gzip, gzip, gzip', Buffer.from('thrice')],
  ])('a body that is not the %s it claims to be cannot be decoded', async (coding, body) => {
    const server = await serve((_, response) => send(response, 200, body, { 'content-encoding': coding }))
    expect(await web.get({ address: server.url, signal: open() })).toMatchObject({
      ok: false,
      reason: 'decode_failed',
    })
  })
})

describe('the window', () => {
  it('closes on a server that drips one byte at a time', async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      const drip = setInterval(() => response.write('x'), 10)
      response.on('close', () => clearInterval(drip))
    })
    const answer = await web.get({ address: server.url, signal: AbortSignal.timeout(150) })
    expect(answer).toMatchObject({ ok: false, reason: 'timeout_window' })
  })
  it('closes on a server that accepts and says nothing', async () => {
    const server = await serve(() => {})
    const answer = await web.get({ address: server.url, signal: AbortSignal.timeout(100) })
    expect(answer).toMatchObject({ ok: false, reason: 'timeout_window' })
  })
  it('that a person closes is a cancelled run', async () => {
    const server = await serve(() => {})
    const controller = new AbortController()
    setTimeout(() => controller.abort('cancelled'), 50)
    expect(await web.get({ address: server.url, signal: controller.signal })).toMatchObject({
      ok: false,
      reason: 'cancelled',
    })
  })
  it('that is closed already lets nothing out', async () => {
    const server = await serve((_, response) => send(response, 200, 'x'))
    const answer = await web.get({ address: server.url, signal: AbortSignal.abort('cancelled') })
    expect(answer).toMatchObject({ ok: false, reason: 'cancelled' })
    expect(server.asked).toHaveLength(0)
  })
})
