/** One schema, two databases: the twin follows the source, and the written migrations make both. */
import { readFile } from 'node:fs/promises'
import { PGlite } from '@electric-sql/pglite'
import { describe, expect, it } from 'vitest'
import { ENDINGS } from '#domain/attempt.ts'
import { CAPTURE_METHODS, CUSTODIES } from '#domain/capture.ts'
import { OBLIGATIONS } from '#domain/caveat.ts'
import { STANCES } from '#domain/citation.ts'
import { CLAIM_KINDS, CLAIM_STATUSES, CONFIDENCES } from '#domain/claim.ts'
import { FINDING_KINDS } from '#domain/finding.ts'
import { ORIGIN_KINDS, RELAY_STATES } from '#domain/origin.ts'
import { ROLES } from '#domain/person.ts'
import { RUN_KINDS, RUN_STATES } from '#domain/run.ts'
import { SOURCE_KINDS } from '#domain/source.ts'
import { listMigrations, migrationsFolder } from '#prisma/migrations.ts'
import { postgresqlTwin } from '#prisma/schema-twin.ts'
import { testDesk } from '../support/desk.ts'

const read = (path: string) => readFile(new URL(`../../prisma/${path}`, import.meta.url), 'utf8')

describe('the schema', () => {
  it('has a PostgreSQL twin that says the same', async () => {
    expect(await read('schema.postgresql.prisma')).toBe(postgresqlTwin(await read('schema.prisma')))
  })

  it('is what the newest migration makes', async () => {
    expect(await read('migrations/schema.prisma')).toBe(await read('schema.prisma'))
  })

  it('has the same migrations for both databases', async () => {
    expect(await listMigrations('postgresql')).toEqual(await listMigrations('sqlite'))
  })

  it.each(
    Object.entries({
      Role: ROLES,
      ClaimKind: CLAIM_KINDS,
      ClaimStatus: CLAIM_STATUSES,
      Confidence: CONFIDENCES,
      SourceKind: SOURCE_KINDS,
      Stance: STANCES,
      OriginKind: ORIGIN_KINDS,
      RelayState: RELAY_STATES,
      FindingKind: FINDING_KINDS,
      RunKind: RUN_KINDS,
      RunState: RUN_STATES,
      Ending: ENDINGS,
      CaptureMethod: CAPTURE_METHODS,
      Custody: CUSTODIES,
      CaveatObligation: OBLIGATIONS,
    }),
  )('uses the desk’s own words for %s', async (name, words) => {
    const found = new RegExp(`enum ${name} \\{([^}]*)\\}`).exec(await read('schema.prisma'))
    expect(found?.[1]?.trim().split(/\s+/)).toEqual([...words])
  })
})

describe('the migrations', () => {
  it('are applied to SQLite once', async () => {
    const desk = await testDesk()
    const applied = await desk.db.$queryRawUnsafe<{ migration_name: string }[]>(
      'SELECT migration_name FROM _prisma_migrations',
    )
    expect(applied.map((row) => row.migration_name)).toEqual(await listMigrations('sqlite'))
  })

  // Starting an embedded PostgreSQL is most of it, and takes long on a busy machine.
  it('run on PostgreSQL', async () => {
    const postgres = await PGlite.create()
    for (const name of await listMigrations('postgresql'))
      await postgres.exec(await readFile(`${migrationsFolder('postgresql')}/${name}/migration.sql`, 'utf8'))
    const { rows } = await postgres.query(
      `SELECT count(*)::int AS tables FROM pg_tables WHERE schemaname = 'public'`,
    )
    const models = (await read('schema.prisma')).match(/^model /gm)?.length
    expect(rows).toEqual([{ tables: models }])
    await postgres.close()
  }, 120_000)
})
