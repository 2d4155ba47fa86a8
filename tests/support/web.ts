/** A real HTTP server on loopback for tests: answers as told and remembers what it was asked. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Asked = { method: string; path: string; headers: IncomingMessage['headers']; body: string }
export type Answer = (request: Asked, response: ServerResponse) => void | Promise<void>
export type LocalWeb = {
  /** `http://127.0.0.1:PORT`, without a slash at the end */
  url: string
  port: number
  /** everything asked so far, oldest first */
  asked: Asked[]
  close: () => Promise<void>
}

/** Starts a server on a free loopback port. `answer` may stream, stall or hang up through the raw response. */
export async function startWeb(answer: Answer): Promise<LocalWeb> {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const entry: Asked = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body: Buffer.concat(chunks).toString('utf8'),
    }
    asked.push(entry)
    response.on('error', () => {})
    await answer(entry, response)
  })
  const port = await listen(server)
  return { url: `http://127.0.0.1:${port}`, port, asked, close: () => stop(server) }
}

/** Answers with a page, or any text, in one go. */
export function send(
  response: ServerResponse,
  status: number,
  body: string | Uint8Array,
  headers: Record<string, string | string[]> = { 'content-type': 'text/html; charset=utf-8' },
): void {
  response.writeHead(status, headers)
  response.end(body)
}

/** Answers with JSON. */
export function sendJson(response: ServerResponse, status: number, value: unknown, headers = {}): void {
  send(response, status, JSON.stringify(value), { 'content-type': 'application/json', ...headers })
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
