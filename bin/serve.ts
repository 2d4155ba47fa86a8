/** `stet serve`: the web app, and a worker in a process of its own beside it. */
import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { createRequestHandler } from '@remix-run/express'
import type { AppLoadContext } from '@remix-run/node'
import express from 'express'
import { type Settings, SettingsError } from '#app/env.server.ts'
import { MACHINE } from '#domain/person.ts'
import { checkOrigin } from '#http/csrf.server.ts'
import { closeDesk, type Desk } from '#storage/desk.server.ts'
import { hasPeople } from '#storage/people.server.ts'
import { invitePerson } from '#usecases/people/invite-person.server.ts'
import { type Command, say } from './command.ts'
import { type ReplayServer, startReplayServer } from './replay-server.ts'
import { signingKeyHere } from './seal-settings.ts'
import { openDeskHere, settingsHere } from './settings.ts'

const build = fileURLToPath(new URL('../build', import.meta.url))
/** A worker that dies is started again, but not in a tight loop. */
const RESTART_AFTER_MS = 2_000
/** A worker that is told to end and does not is ended: the next one takes up what it left. */
const STOP_WITHIN_MS = 10_000

export const serve: Command = async (args) => {
  const settings = settingsHere()
  // Made before worker and web ask for it, so that a key that cannot be used stops the start.
  await signingKeyHere(settings)
  const desk = await openDeskHere(settings)
  // The replay origin admits frames of the app's own port, which is known once the app listens.
  let replay: ReplayServer | undefined
  const server = await listen(desk, settings, () => replay)
  const { port } = server.address() as AddressInfo
  replay = await startReplay(desk, settings, port)
  const address = settings.PUBLIC_URL ?? `http://localhost:${port}`
  say(`Stet is open at ${address}`)
  if (!(await hasPeople(desk.db))) say(await firstLink(desk, address))
  const stopWorker = args.includes('--no-worker') ? () => {} : keepWorker()
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
  })
  stopWorker()
  replay?.close()
  server.closeAllConnections()
  server.close()
  await closeDesk(desk)
  return 0
}

async function listen(desk: Desk, settings: Settings, replay: () => ReplayServer | undefined) {
  const app = express()
  app.disable('x-powered-by')
  app.use(
    '/assets',
    express.static(`${build}/client/assets`, { immutable: true, maxAge: '1y', fallthrough: false }),
  )
  app.use(express.static(`${build}/client`, { maxAge: '1h', index: false }))
  app.use((request, response, next) => {
    const origin = checkOrigin({
      method: request.method,
      headers: { get: (name) => request.get(name) },
      publicUrl: settings.PUBLIC_URL ?? null,
      host: request.get('host') ?? null,
    })
    if (origin.ok) next()
    else response.status(403).type('text/plain').send(origin.why)
  })
  const server = await import(`${build}/server/index.js`)
  const handle = createRequestHandler({
    build: server,
    mode: 'production',
    getLoadContext: (request): AppLoadContext => ({
      desk,
      settings,
      nonce: randomBytes(16).toString('base64'),
      clientAddress: request.ip,
      replay: replay(),
    }),
  })
  app.all('*', handle)
  return new Promise<ReturnType<typeof app.listen>>((resolve, reject) => {
    const listening = app.listen(settings.PORT, settings.HOST, () => resolve(listening))
    listening.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') return reject(error)
      reject(
        new SettingsError(
          `Port ${settings.PORT} is taken. Stop what uses it, or set PORT to another number.`,
        ),
      )
    })
  })
}

/** The player's origin. A newsroom can work without it: a port that nobody named and that is taken stops nothing. */
async function startReplay(desk: Desk, settings: Settings, port: number): Promise<ReplayServer | undefined> {
  try {
    return await startReplayServer(desk, settings, port)
  } catch (error) {
    if (!(error instanceof SettingsError) || settings.REPLAY_PORT !== undefined) throw error
    say(`${error.message} Until then archived pages are not played back; everything else works.`)
  }
}

/** The link with which the first administrator joins. Made anew at every start until somebody has. */
async function firstLink(desk: Desk, address: string): Promise<string> {
  const invited = await invitePerson(desk, MACHINE, {
    name: 'Administrator',
    email: 'administrator@newsroom.invalid',
    role: 'admin',
  })
  if (!invited.ok) throw new Error(invited.refusal.message)
  return `Nobody has joined yet. The first administrator joins here, once:\n  ${address}/welcome/${invited.value.token}`
}

/** Starts the worker and starts it again when it dies. Answers with the way to stop it. */
function keepWorker(): () => void {
  let stopping = false
  let child: ChildProcess | null = null
  const start = () => {
    child = fork(fileURLToPath(new URL('./main.ts', import.meta.url)), ['worker'])
    child.once('exit', (code) => {
      if (stopping) return
      say(`The worker ended (${code ?? 'killed'}); starting it again.`)
      setTimeout(start, RESTART_AFTER_MS)
    })
  }
  start()
  return () => {
    stopping = true
    if (child === null || child.exitCode !== null) return
    const stubborn = child
    stubborn.kill('SIGTERM')
    const ending = setTimeout(() => stubborn.kill('SIGKILL'), STOP_WITHIN_MS)
    stubborn.once('exit', () => clearTimeout(ending))
  }
}
