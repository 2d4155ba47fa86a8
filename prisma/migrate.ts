/** Applies the written migrations to a database. Loads the engine only when something is missing, so that a start stays quick. */
import { readFile } from 'node:fs/promises'
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { listMigrations, readMigrations } from './migrations.ts'
import { loadSchemaEngine } from './schema-engine.ts'

/**
 * Brings the SQLite database behind `factory` up to the newest migration and answers with the names applied now
 * (empty when it was up to date). Throws with the engine's words when a migration fails: the start must stop then.
 */
export async function migrate(factory: SqlMigrationAwareDriverAdapterFactory): Promise<string[]> {
  const written = await listMigrations('sqlite')
  const applied = await readApplied(factory)
  if (written.every((name) => applied.has(name))) return []
  const schema = await readFile(new URL('./schema.prisma', import.meta.url), 'utf8')
  const engine = await loadSchemaEngine(schema, factory)
  const result = await engine.applyMigrations({
    migrationsList: await readMigrations('sqlite'),
    filters: { externalTables: [], externalEnums: [] },
  })
  return result.appliedMigrationNames
}

/** Names recorded as finished in Prisma's own table; empty when the table does not exist yet. */
async function readApplied(factory: SqlMigrationAwareDriverAdapterFactory): Promise<Set<string>> {
  const adapter = await factory.connect()
  try {
    const table = await adapter.queryRaw({
      sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name = '_prisma_migrations'",
      args: [],
      argTypes: [],
    })
    if (table.rows.length === 0) return new Set()
    const { rows } = await adapter.queryRaw({
      sql: 'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL',
      args: [],
      argTypes: [],
    })
    return new Set(rows.map(([name]) => String(name)))
  } finally {
    await adapter.dispose()
  }
}
