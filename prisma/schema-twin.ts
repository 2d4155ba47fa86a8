/** Derives the PostgreSQL twin of prisma/schema.prisma, so that one file stays the source. */

const BANNER =
  '// Generated from schema.prisma by prisma/write-migration.ts. Do not edit: change the source.\n'

/** The PostgreSQL schema that says the same as the given SQLite schema: another provider and its own client folder. */
export function postgresqlTwin(schema: string): string {
  return (
    BANNER +
    schema
      .replace('provider = "sqlite"', 'provider = "postgresql"')
      .replace('output                 = "./generated"', 'output                 = "./generated/postgresql"')
  )
}
