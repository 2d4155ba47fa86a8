/** Listens on the replay origin: a server of its own beside the web app, so that archived pages share nothing with it. */

import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve as resolvePath } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { type Settings, SettingsError } from '#app/env.server.ts'
import { createReplayApp } from '#http/replay-app.server.ts'
import type { ReplayPlace } from '#http/replay-links.server.ts'
import type { Desk } from '#storage/desk.server.ts'
import { keepOnce } from '#storage/keep-once.server.ts'
import { openReplayPlayer } from '#storage/replay-player.server.ts'

export type ReplayServer = { place: ReplayPlace; isLoopbackOnly: boolean; close: () => void }

/**
 * Starts it. `appPort` is where the web app listens: without REPLAY_PORT the next port is taken, and without REPLAY_URL
 * the origin is `*.replay.localhost` there, which browsers lead to their own machine (RFC 6761) and count as another site
 * than `localhost`.
 */
export async function startReplayServer(
  desk: Desk,
  settings: Settings,
  appPort: number,
): Promise<ReplayServer> {
  const dataFolder = resolvePath(settings.DATA_DIR)
  const secret = await keepOnce(join(dataFolder, 'replay-secret'), () =>
    randomBytes(32).toString('base64url'),
  )
  const server = createServer({ maxHeaderSize: 16 * 1024 })
  const port = settings.REPLAY_PORT ?? (settings.PORT === 0 ? 0 : appPort + 1)
  await listen(server, port, settings.HOST)
  const template =
    settings.REPLAY_URL ?? `http://*.replay.localhost:${(server.address() as AddressInfo).port}`
  const place = { template, secret, now: desk.now }
  const answer = createReplayApp({
    place,
    blobs: desk.blobs,
    player: openReplayPlayer(dataFolder),
    appOrigins: settings.PUBLIC_URL
      ? [new URL(settings.PUBLIC_URL).origin]
      : [`http://localhost:${appPort}`, `http://127.0.0.1:${appPort}`],
  })
  const scheme = new URL(template.replace('*', 'any')).protocol
  server.on('request', async (incoming, outgoing) => {
    try {
      const url = new URL(incoming.url ?? '/', `${scheme}//${incoming.headers.host ?? 'none'}`)
      const range = incoming.headers.range
      const request = new Request(url, {
        method: incoming.method ?? 'GET',
        headers: range ? { range } : {},
      })
      const response = await answer(request)
      outgoing.writeHead(response.status, Object.fromEntries(response.headers))
      if (!response.body) outgoing.end()
      else await pipeline(Readable.fromWeb(response.body as ReadableStream), outgoing)
    } catch (error) {
      // Whoever hangs up in the middle of an archive is no fault of ours.
      if (!outgoing.headersSent) outgoing.writeHead(500).end()
      else outgoing.destroy()
      if (!incoming.destroyed || !outgoing.headersSent) console.error('replay', error)
    }
  })
  return {
    place,
    isLoopbackOnly: settings.REPLAY_URL === undefined,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new SettingsError(`Port ${port}, where archived pages are played, is taken. Set REPLAY_PORT.`)
          : error,
      ),
    )
    server.listen(port, host, resolve)
  })
}
