/** A migrated, empty database for tests to copy: migrating costs more than most tests, so it is done once for a checkout. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readMigrations } from '#prisma/migrations.ts'
import { closeDesk, openDesk } from '#storage/desk.server.ts'

const cache = fileURLToPath(new URL('../../node_modules/.cache/stet-tests/', import.meta.url))

let known: Promise<string> | undefined

/** Path of the database; whoever asks first makes it. It is named after the migrations, so that new ones make a new one. */
export function emptyDatabase(): Promise<string> {
  known ??= findOrMake()
  return known
}

async function findOrMake(): Promise<string> {
  const { migrationDirectories } = await readMigrations('sqlite')
  const name = createHash('sha256').update(JSON.stringify(migrationDirectories)).digest('hex').slice(0, 16)
  const path = join(cache, `${name}.db`)
  if (existsSync(path)) return path
  await mkdir(cache, { recursive: true })
  const folder = await mkdtemp(join(cache, 'making-'))
  const desk = await openDesk({ dataFolder: folder })
  // Into the file itself: a copy would miss what still lies in the write-ahead log.
  await desk.db.$queryRawUnsafe('PRAGMA wal_checkpoint(TRUNCATE)')
  await closeDesk(desk)
  // Test files run side by side: whoever comes last puts the same file in place once more, whole.
  await rename(join(folder, 'stet.db'), path)
  await rm(folder, { recursive: true, force: true })
  return path
}
