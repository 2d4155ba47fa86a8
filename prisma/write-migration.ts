/** Developer's tool: writes the next migration for SQLite and PostgreSQL from the change in schema.prisma. Usage: node prisma/write-migration.ts NAME */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import { PrismaLibSql } from '@prisma/adapter-libsql'
import { PrismaPg } from '@prisma/adapter-pg'
import { listMigrations, migrationsFolder } from './migrations.ts'
import { loadSchemaEngine, type Provider } from './schema-engine.ts'
import { postgresqlTwin } from './schema-twin.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
/** The schema as of the newest migration: what the next one is measured from. */
const snapshotFile = `${here}migrations/schema.prisma`
const filters = { externalTables: [], externalEnums: [] }

const name = process.argv[2]
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error('Usage: node prisma/write-migration.ts NAME   (lower case, digits and _)')
  process.exit(2)
}

const schema = await readFile(`${here}schema.prisma`, 'utf8')
const before = await readFile(snapshotFile, 'utf8').catch(() => null)
const twin = postgresqlTwin(schema)

// The engine only compares two schema texts, but it wants to see a server before it does: an embedded one will do.
const postgresPort = 54_329
const server = new PGLiteSocketServer({ db: await PGlite.create(), host: '127.0.0.1', port: postgresPort })
await server.start()
await write('sqlite', before, schema)
await write('postgresql', before && postgresqlTwin(before), twin)
await writeFile(snapshotFile, schema)
await writeFile(`${here}schema.postgresql.prisma`, twin)
await server.stop()
process.exit(0)

async function write(provider: Provider, from: string | null, to: string): Promise<void> {
  const factory =
    provider === 'sqlite'
      ? new PrismaLibSql({ url: ':memory:' })
      : new PrismaPg({ host: '127.0.0.1', port: postgresPort, user: 'postgres', database: 'postgres' })
  const engine = await loadSchemaEngine(to, factory)
  const file = (content: string) => ({ files: [{ path: 'schema.prisma', content }] })
  const { stdout } = await engine.diff({
    from: from === null ? { tag: 'empty' } : { tag: 'schemaDatamodel', ...file(from) },
    to: { tag: 'schemaDatamodel', ...file(to) },
    script: true,
    exitCode: null,
    filters,
  })
  const sql = stdout?.trim()
  if (!sql || sql.startsWith('-- This is an empty migration')) {
    console.error(`${provider}: nothing changed`)
    return
  }
  const number = String((await listMigrations(provider)).length + 1).padStart(4, '0')
  const folder = `${migrationsFolder(provider)}/${number}_${name}`
  await mkdir(folder, { recursive: true })
  await writeFile(`${folder}/migration.sql`, `${sql}\n`)
  console.error(`${provider}: wrote ${number}_${name}`)
}
