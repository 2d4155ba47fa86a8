/** Servers that mean no good, on loopback: they speak bytes, not HTTP, as they do what libraries forbid. */
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { hostileBody, SHAPES, type Shape } from './hostile-shapes.ts'

export type HostileWeb = {
  /** each kind of trouble with its address; `good` is a page as any other */
  addresses: Record<'good' | 'bomb' | 'stream' | 'slow' | 'redirects' | 'tls' | 'charset', string>
  /** the address of a page of markup in this shape */
  shape: (shape: Shape, bytes: number) => string
  close: () => void
}

const MB = 1_000_000
const TWO_GB = 2_000 * MB
const BOMB_PART_BYTES = 20 * MB
const MOST_REDIRECTS = 10_000
const DRIP_EVERY_MS = 50
const GOOD = `<!doctype html><html lang="en"><title>Northmark reopens its harbour</title><article><h1>Northmark reopens its harbour</h1>${'<p>The harbour of Northmark reopened on Monday after four months of work, the office said, and the first ferry left at noon.</p>'.repeat(8)}</article>`

export async function startHostileWeb(): Promise<HostileWeb> {
  const web = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', (data) => void answer(socket, / (\S+) /.exec(data.toString('latin1'))?.[1] ?? '/'))
  })
  const broken = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => socket.end(Buffer.alloc(2_000, 0xa5)))
  })
  const site = `http://127.0.0.1:${await listen(web)}`
  const tls = `https://127.0.0.1:${await listen(broken)}/`
  return {
    addresses: {
      good: `${site}/good`,
      bomb: `${site}/bomb`,
      stream: `${site}/stream`,
      slow: `${site}/slow`,
      redirects: `${site}/redirects/0`,
      tls,
      charset: `${site}/charset`,
    },
    shape: (shape, bytes) => `${site}/shape/${shape}/${bytes}`,
    close: () => {
      for (const server of [web, broken]) server.close()
    },
  }
}

async function answer(socket: Socket, path: string): Promise<void> {
  const [, kind, first = '', second = ''] = path.split('/')
  if (kind === 'bomb')
    return pour(
      socket,
      ['content-encoding: gzip'],
      gzipSync(Buffer.alloc(BOMB_PART_BYTES)),
      TWO_GB / BOMB_PART_BYTES,
    )
  if (kind === 'stream') return pour(socket, [], Buffer.alloc(MB, 'a'), TWO_GB / MB)
  if (kind === 'slow') return drip(socket)
  if (kind === 'redirects' && Number(first) < MOST_REDIRECTS)
    return void socket.end(
      head('302 Found', [`location: /redirects/${Number(first) + 1}`, 'content-length: 0']),
    )
  if (kind === 'charset') {
    const body = Buffer.concat([
      Buffer.from(`<meta charset="klingon">${GOOD}`),
      Buffer.from('fffe80fdc3', 'hex'),
    ])
    return void socket.end(
      Buffer.concat([Buffer.from(head('200 OK', ['content-type: text/html; charset=x-klingon'])), body]),
    )
  }
  const shape = SHAPES.find((one) => kind === 'shape' && one === first)
  const body = shape ? hostileBody(shape, Number(second)) : Buffer.from(GOOD)
  const lines = ['content-type: text/html; charset=utf-8', `content-length: ${body.length}`]
  socket.write(head('200 OK', lines))
  socket.end(body)
}

function head(status: string, lines: string[]): string {
  return `HTTP/1.1 ${status}\r\n${[...lines, 'connection: close'].join('\r\n')}\r\n\r\n`
}

/** The same part over and over, for as long as somebody takes it. */
async function pour(socket: Socket, lines: string[], part: Buffer, times: number): Promise<void> {
  socket.write(head('200 OK', ['content-type: text/html', ...lines]))
  for (let sent = 0; sent < times && !socket.destroyed; sent += 1) {
    if (socket.write(part)) continue
    await new Promise<void>((go) => {
      const ready = () => {
        socket.off('drain', ready).off('close', ready)
        go()
      }
      socket.on('drain', ready).on('close', ready)
    })
  }
  socket.end()
}

/** A slow loris: a header that never ends, one sign at a time. */
function drip(socket: Socket): void {
  socket.write('HTTP/1.1 200 OK\r\nx-slow: ')
  const dripping = setInterval(() => socket.write('a'), DRIP_EVERY_MS)
  socket.on('close', () => clearInterval(dripping))
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return (server.address() as AddressInfo).port
}
