/** The desk: what every use case needs at hand — the database, the blobs and the clock. */
import { join, resolve } from 'node:path'
import { type BlobStore, openBlobStore } from './blobs.server.ts'
import { type Database, openDatabase } from './database.server.ts'

export type Desk = { db: Database; blobs: BlobStore; now: () => Date }

/** Opens the desk over one data folder. `databaseUrl` defaults to a file in that folder. */
export async function openDesk(settings: {
  dataFolder: string
  databaseUrl?: string
  now?: () => Date
}): Promise<Desk> {
  const folder = resolve(settings.dataFolder)
  const db = await openDatabase(settings.databaseUrl ?? `file:${join(folder, 'stet.db')}`)
  return { db, blobs: openBlobStore(join(folder, 'blobs')), now: settings.now ?? (() => new Date()) }
}

/** Lets go of the database. */
export async function closeDesk(desk: Desk): Promise<void> {
  await desk.db.$disconnect()
}
