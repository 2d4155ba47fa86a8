/** Opens the database. The only file that makes a Prisma client. */
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { PrismaLibSql } from '@prisma/adapter-libsql'
import { GENESIS_HASH } from '#domain/ledger.ts'
import { PrismaClient } from '#prisma/generated/client.ts'
import { migrate } from '#prisma/migrate.ts'

export type Database = PrismaClient
/** The client inside a transaction. */
export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0]
/** What a read takes: either will do. */
export type Reader = Database | Transaction

/** Another process may hold the write lock this long before we give up and retry. */
const LOCK_TIMEOUT_MS = 5_000

/**
 * Opens the SQLite file at `url` (`file:…`), creating it and bringing it up to the newest migration first.
 * Write-ahead logging lets web and worker share the file. Throws when the file cannot be opened or migrated.
 */
export async function openDatabase(url: string): Promise<Database> {
  const file = url.replace(/^file:/, '')
  mkdirSync(dirname(file), { recursive: true })
  const adapter = new PrismaLibSql({ url, timeout: LOCK_TIMEOUT_MS })
  await migrate(adapter)
  const database = new PrismaClient({ adapter })
  await database.$queryRawUnsafe('PRAGMA journal_mode = WAL')
  await database.$queryRawUnsafe('PRAGMA synchronous = FULL')
  await database.ledgerHead.upsert({
    where: { id: 1 },
    create: { id: 1, seq: 0, hash: GENESIS_HASH },
    update: {},
  })
  return database
}
