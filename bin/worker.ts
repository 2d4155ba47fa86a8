/** `stet worker`: takes runs from the database and walks them until it is told to stop. */
import { createRegistry } from '#scrapers/registry.ts'
import { startWorker } from '#scrapers/worker.ts'
import { closeDesk } from '#storage/desk.server.ts'
import { type Command, say } from './command.ts'
import { sealSettings } from './seal-settings.ts'
import { openDeskHere, registrySettings, settingsHere } from './settings.ts'

export const worker: Command = async () => {
  const settings = settingsHere()
  const desk = await openDeskHere(settings)
  const registry = createRegistry({
    ...registrySettings(settings),
    ...(await sealSettings(settings)),
  })
  const stop = new AbortController()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort())
  // Started by `serve`, the worker ends with it even when serve is killed: the pipe between them closes.
  process.once('disconnect', () => stop.abort())
  // Listening holds the pipe open, and an open pipe would hold this process after its work is done.
  process.channel?.unref()
  say('Worker ready.')
  await startWorker({ desk, registry, signal: stop.signal, log: say })
  await registry.close()
  await closeDesk(desk)
  return 0
}
