/** The one way to change anything: a change and its ledger entries in one transaction, written together or not at all. */
import { setTimeout as wait } from 'node:timers/promises'
import { canonicalJson, hashedText, type LedgerEntry, type NewLedgerEntry } from '#domain/ledger.ts'
import type { Actor } from '#domain/person.ts'
import type { Answer } from '#domain/refusal.ts'
import { sha256 } from './blobs.server.ts'
import type { Transaction } from './database.server.ts'
import type { Desk } from './desk.server.ts'

/** Two processes share one SQLite file; a lost race for the write lock is tried again this often. */
const MAX_TRIES = 12
const TRANSACTION_TIMEOUT_MS = 20_000

export type Recorder = (entry: NewLedgerEntry) => void

/**
 * Runs `work` in a transaction and appends what it records to the ledger. When `work` answers with a refusal,
 * everything is rolled back and the refusal is returned. The first statement takes the ledger's head row, hence the
 * write lock: a transaction that reads first would fail half the time when two processes write (SQLite deferred locks).
 */
export async function transaction<T>(
  desk: Desk,
  actor: Actor,
  work: (tx: Transaction, record: Recorder) => Promise<Answer<T>>,
): Promise<Answer<T>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await desk.db.$transaction(
        async (tx) => {
          await tx.$executeRaw`UPDATE "LedgerHead" SET "seq" = "seq" WHERE "id" = 1`
          const entries: NewLedgerEntry[] = []
          const answer = await work(tx, (entry) => entries.push(entry))
          if (!answer.ok) throw new RolledBack(answer)
          await append(tx, actor, desk.now(), entries)
          return answer
        },
        { timeout: TRANSACTION_TIMEOUT_MS, maxWait: TRANSACTION_TIMEOUT_MS },
      )
    } catch (error) {
      if (error instanceof RolledBack) return error.answer as Answer<T>
      if (attempt >= MAX_TRIES || !isLockLost(error)) throw error
      await wait(Math.random() * 50 * attempt)
    }
  }
}

/** Carries a refusal out of a transaction so that Prisma rolls it back. */
class RolledBack extends Error {
  readonly answer: Answer<never>
  constructor(answer: Answer<never>) {
    super('refused')
    this.answer = answer
  }
}

function isLockLost(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string }
  return code === 'P1008' || code === 'P2034' || /SQLITE_BUSY|database is locked/i.test(message ?? '')
}

async function append(tx: Transaction, actor: Actor, now: Date, entries: NewLedgerEntry[]): Promise<void> {
  if (entries.length === 0) return
  const head = await tx.ledgerHead.findUniqueOrThrow({ where: { id: 1 } })
  let { seq, hash } = head
  const rows: LedgerEntry[] = []
  for (const entry of entries) {
    seq += 1
    const row = {
      seq,
      at: now.toISOString(),
      actorId: actor.id,
      actorName: actor.name,
      kind: entry.kind,
      subjectKind: entry.subjectKind,
      subjectId: entry.subjectId,
      payload: canonicalJson(entry.payload),
      prevHash: hash,
    }
    hash = sha256(hashedText(row))
    rows.push({ ...row, hash })
  }
  await tx.ledgerEntry.createMany({ data: rows })
  await tx.ledgerHead.update({ where: { id: 1 }, data: { seq, hash } })
}
