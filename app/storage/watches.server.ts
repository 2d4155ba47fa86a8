/** Reads the watches on a source. */
import type { Reader } from './database.server.ts'

/** Newest first, ended ones too. */
export function listWatches(db: Reader, sourceId: string) {
  return db.watch.findMany({
    where: { sourceId },
    orderBy: { createdAt: 'desc' },
    include: { article: { select: { headline: true, publishedOn: true } } },
  })
}
