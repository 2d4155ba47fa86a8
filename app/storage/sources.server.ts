/** Reads sources with their captures, runs and origins. */
import type { Prisma } from '#prisma/generated/client.ts'
import type { Reader } from './database.server.ts'

const SOURCE_PARTS = {
  captures: {
    orderBy: { capturedAt: 'desc' },
    include: { findings: { select: { citationId: true, kind: true, verdict: true } } },
  },
  citations: {
    orderBy: { createdAt: 'asc' },
    include: {
      claim: {
        select: {
          id: true,
          number: true,
          text: true,
          status: true,
          article: { select: { id: true, headline: true } },
        },
      },
    },
  },
  relays: {
    orderBy: { createdAt: 'asc' },
    include: { origin: { include: { utterance: true } }, fromSource: true },
  },
  relayedBy: { where: { state: { not: 'rejected' } }, include: { source: true } },
  runs: { orderBy: { requestedAt: 'desc' }, include: { attempts: { orderBy: { ordinal: 'asc' } } } },
} satisfies Prisma.SourceInclude

export type SourceRecord = Prisma.SourceGetPayload<{ include: typeof SOURCE_PARTS }>

export function findSource(db: Reader, id: string): Promise<SourceRecord | null> {
  return db.source.findUnique({ where: { id }, include: SOURCE_PARTS })
}

/** Sources by newest change; `search` looks in publisher, title and address. */
export function listSources(db: Reader, options: { search?: string; take?: number; skip?: number } = {}) {
  const contains = options.search?.trim()
  return db.source.findMany({
    where: contains
      ? { OR: [{ publisher: { contains } }, { title: { contains } }, { address: { contains } }] }
      : {},
    orderBy: { updatedAt: 'desc' },
    take: options.take ?? 50,
    skip: options.skip ?? 0,
    include: {
      _count: { select: { citations: true, captures: true } },
      captures: { orderBy: { capturedAt: 'desc' }, take: 1, select: { id: true, capturedAt: true } },
      runs: { orderBy: { requestedAt: 'desc' }, take: 1, select: { id: true, state: true } },
    },
  })
}

/** Origins already recorded, newest first, to choose from. */
export function listOrigins(db: Reader, take = 100) {
  return db.origin.findMany({
    // An origin that only a machine proposed and people rejected everywhere is none.
    where: { OR: [{ relays: { some: { state: { not: 'rejected' } } } }, { relays: { none: {} } }] },
    orderBy: { createdAt: 'desc' },
    take,
    include: { utterance: true },
  })
}

/** What some sources are called. */
export function nameSources(db: Reader, ids: string[]) {
  return db.source.findMany({
    where: { id: { in: ids } },
    orderBy: { createdAt: 'asc' },
    select: { id: true, publisher: true, title: true, address: true },
  })
}
