/** Kept connections: used again for the same site, true on record, never for few to know, and no reason for a lost page. */
import { createServer, type Socket } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { onErrand } from '#scrapers/kit/errand.ts'
import type { GuardPolicy } from '#scrapers/kit/guard.ts'
import { createWeb } from '#scrapers/kit/web.ts'

const policy: GuardPolicy = { allowLoopback: true, allowedPorts: 'any', denyHosts: [] }
const OK = 'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 2\r\n\r\nok'
let stop = () => {}
afterEach(() => stop())

/** Answers each request as told; remembers how many connections came, and what each asked for. */
async function site(answer: (socket: Socket, asked: number) => void) {
  const sockets: Socket[] = []
  const asked: string[][] = []
  const server = createServer((socket) => {
    const requests: string[] = []
    sockets.push(socket)
    asked.push(requests)
    socket.on('error', () => {})
    socket.on('data', (data) => {
      requests.push(data.toString('latin1').split(' ').slice(0, 2).join(' '))
      answer(socket, requests.length)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  stop = () => {
    server.close()
    for (const socket of sockets) socket.destroy()
  }
  const { port } = server.address() as { port: number }
  return { url: `http://127.0.0.1:${port}`, asked }
}

const get = (web: ReturnType<typeof createWeb>, address: string, method: 'GET' | 'POST' = 'GET') =>
  web.get({ address, method, signal: AbortSignal.timeout(5_000) })

it('a connection that a page came home on carries the next one, with the same machine on record', async () => {
  const { url, asked } = await site((socket) => socket.write(OK))
  const web = createWeb({ policy, userAgent: 'x' })
  const notes: string[] = []
  const errand = { note: (entry: { ended: string }) => void notes.push(entry.ended), reach: null }
  for (const path of ['/1', '/2']) {
    const answer = await onErrand(errand, () => get(web, url + path))
    expect(answer).toMatchObject({ ok: true, response: { remoteAddress: '127.0.0.1' } })
  }
  expect(asked).toEqual([['GET /1', 'GET /2']])
  expect(notes).toHaveLength(2)
})

it('pages asked for at once have a connection each', async () => {
  const { url, asked } = await site((socket) => setTimeout(() => socket.write(OK), 20))
  const web = createWeb({ policy, userAgent: 'x' })
  await Promise.all([get(web, `${url}/1`), get(web, `${url}/2`)])
  expect(asked).toHaveLength(2)
})

it('a site that closes a kept connection as it is used again is asked once more', async () => {
  const { url, asked } = await site((socket, nth) => (nth === 1 ? socket.write(OK) : socket.destroy()))
  const web = createWeb({ policy, userAgent: 'x' })
  expect(await get(web, `${url}/1`)).toMatchObject({ ok: true })
  expect(await get(web, `${url}/2`)).toMatchObject({ ok: true })
  expect(asked).toEqual([['GET /1', 'GET /2'], ['GET /2']])
})

it('a site that closes a fresh connection is not asked again', async () => {
  const { url, asked } = await site((socket) => socket.destroy())
  const answer = await get(createWeb({ policy, userAgent: 'x' }), `${url}/1`)
  expect(answer).toMatchObject({ ok: false, reason: 'connect' })
  expect(asked).toHaveLength(1)
})

it('what is sent to a service goes on a connection of its own', async () => {
  const { url, asked } = await site((socket) => socket.write(OK))
  const web = createWeb({ policy, userAgent: 'x' })
  await get(web, `${url}/1`)
  await get(web, `${url}/2`, 'POST')
  expect(asked).toEqual([['GET /1'], ['POST /2']])
})

it('an errand of few leaves nothing by which a site could link its visits', async () => {
  const { url, asked } = await site((socket) => socket.write(OK))
  const web = createWeb({ policy, userAgent: 'x' })
  const few = { note: () => {}, reach: { hosts: ['127.0.0.1'], why: 'of a test' } }
  await get(web, `${url}/1`)
  for (const path of ['/2', '/3']) await onErrand(few, () => get(web, url + path))
  expect(asked.map(([first]) => first)).toEqual(['GET /1', 'GET /2', 'GET /3'])
})
