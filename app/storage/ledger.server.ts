/** Reads the ledger and checks its chain. Writing happens only inside transaction(). */
import { checkLedger, type LedgerEntry, type LedgerSubject } from '#domain/ledger.ts'
import { sha256 } from './blobs.server.ts'
import type { Database, Reader } from './database.server.ts'

/** History of some subjects, newest first. */
export function listHistory(db: Reader, subjects: { kind: LedgerSubject; ids: string[] }[], take = 100) {
  return db.ledgerEntry.findMany({
    where: { OR: subjects.map(({ kind, ids }) => ({ subjectKind: kind, subjectId: { in: ids } })) },
    orderBy: { seq: 'desc' },
    take,
  })
}

/** One page of the whole ledger, newest first, before entry `before` (exclusive) when given. */
export function listLedger(db: Reader, before: number | null, take = 100) {
  return db.ledgerEntry.findMany({
    where: before === null ? {} : { seq: { lt: before } },
    orderBy: { seq: 'desc' },
    take,
  })
}

/** Recomputes the whole chain. Empty `problems` means: nothing was changed, removed or inserted. */
export async function verifyLedger(db: Database): Promise<{ entries: number; problems: string[] }> {
  const rows = await db.ledgerEntry.findMany({ orderBy: { seq: 'asc' } })
  const entries: LedgerEntry[] = rows.map((row) => ({ ...row, at: row.at.toISOString() }))
  const problems = checkLedger(entries, sha256)
  const head = await db.ledgerHead.findUnique({ where: { id: 1 } })
  const last = entries.at(-1)
  if (head && last && head.hash !== last.hash)
    problems.push('The end of the ledger has been cut off or replaced.')
  if (head && !last && head.seq !== 0) problems.push('The ledger is empty although entries were written.')
  return { entries: entries.length, problems }
}
