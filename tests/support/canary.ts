/** A canary: listens on every loopback address and remembers whether anybody ever touched it, by TCP or by UDP. */
import { createSocket } from 'node:dgram'
import { type AddressInfo, createServer } from 'node:net'

export type Canary = {
  port: number
  /** who connected or sent something, oldest first */
  touches: string[]
  close: () => Promise<void>
}

const ANSWER =
  'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 6\r\nconnection: close\r\n\r\nsecret'

/** `host` narrows it to one address and `port` to one port; otherwise every address and a free port. It answers like a web site. */
export async function startCanary(host = '::', port = 0): Promise<Canary> {
  const touches: string[] = []
  const server = createServer((socket) => {
    touches.push(`tcp ${socket.remoteAddress}`)
    socket.on('error', () => {})
    socket.once('data', () => socket.end(ANSWER))
  })
  const bound = await listen(server, host, port)
  const isV6 = host === '::' && bound.family === 'IPv6'
  const udp = createSocket({ type: isV6 ? 'udp6' : 'udp4' })
  udp.on('message', (_, from) => touches.push(`udp ${from.address}`))
  await new Promise<void>((resolve) => udp.bind(bound.port, isV6 ? '::' : bound.address, resolve))
  return {
    port: bound.port,
    touches,
    close: async () => {
      await new Promise<void>((resolve) => udp.close(() => resolve()))
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** Machines without IPv6 listen on every IPv4 address instead. */
function listen(server: ReturnType<typeof createServer>, host: string, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (host !== '::' || error.code !== 'EAFNOSUPPORT') return reject(error)
      server.listen(port, '0.0.0.0', () => resolve(server.address() as AddressInfo))
    })
    server.listen(port, host, () => resolve(server.address() as AddressInfo))
  })
}
