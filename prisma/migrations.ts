/** Reads the written migrations from disk, in the shape Prisma's schema engine expects. */
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Provider } from './schema-engine.ts'

const here = fileURLToPath(new URL('.', import.meta.url))

/** Folder of the migrations for one database provider. */
export function migrationsFolder(provider: Provider): string {
  return `${here}migrations/${provider}`
}

/** Names of the written migrations, oldest first. Empty when none is written. */
export async function listMigrations(provider: Provider): Promise<string[]> {
  const entries = await readdir(migrationsFolder(provider), { withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

/** Every written migration with its SQL. Throws when a folder has no migration.sql: a half-written migration must not be skipped. */
export async function readMigrations(provider: Provider) {
  const names = await listMigrations(provider)
  const migrationDirectories = await Promise.all(
    names.map(async (path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: {
          tag: 'ok' as const,
          value: await readFile(`${migrationsFolder(provider)}/${path}/migration.sql`, 'utf8'),
        },
      },
    })),
  )
  return {
    baseDir: migrationsFolder(provider),
    lockfile: { path: 'migration_lock.toml', content: `provider = "${provider}"\n` },
    shadowDbInitScript: '',
    migrationDirectories,
  }
}
