/** Writes down what became of cited passages after each look at their page, and reads it back. */
import { LOOKS_BEFORE_GONE, type LookedAttempt, lookOf, looksGone, whyNotSeen } from '#domain/look.ts'
import { ALERTING_CHANGES, comparePassage, type PassageChange } from '#domain/passage-change.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { readText, USABLE_CAPTURE } from './captures.server.ts'
import type { Reader, Transaction } from './database.server.ts'
import type { Desk } from './desk.server.ts'
import type { Recorder } from './transaction.server.ts'

/** A capture with its text; the text is read before a transaction begins, for disks are slow. */
export type ReadCapture = { id: string; text: string }

/** Looks read for "three in a row, a day apart": two weeks of hourly ones. */
const MAX_LOOKS_BACK = 336

/** The newest usable capture of a source from before a moment, or null. */
export async function earlierCapture(
  desk: Desk,
  sourceId: string,
  before: Date,
): Promise<ReadCapture | null> {
  const capture = await newestUsable(desk.db, sourceId, before)
  return capture && { id: capture.id, text: await readText(desk, capture.textDigest) }
}

function newestUsable(db: Reader, sourceId: string, before: Date) {
  return db.capture.findFirst({
    where: { sourceId, capturedAt: { lt: before }, ...USABLE_CAPTURE },
    orderBy: { capturedAt: 'desc' },
    select: { id: true, textDigest: true },
  })
}

/** Compares every citation's words in two captures of a source; one row each. Citations without words have no passage. */
export async function recordPassageChanges(
  tx: Transaction,
  record: Recorder,
  of: { sourceId: string; before: ReadCapture; after: ReadCapture; now: Date },
): Promise<void> {
  const { sourceId, before, after, now } = of
  const citations = await tx.citation.findMany({ where: { sourceId } })
  for (const { id, quote, prefix, suffix } of citations) {
    if (!quote) continue
    const { change, ...detail } = comparePassage({ quote, prefix, suffix }, before.text, after.text)
    await insert(tx, record, { citationId: id, before: before.id, after: after.id, change, detail, now })
  }
}

/**
 * Writes down a run that did not see the page: `page_gone` after three looks in a row, a day apart (domain/look), otherwise
 * `could_not_look`. A page known to be gone is not told of again. Does nothing for runs that saw the page or did not go there.
 */
export async function recordFailedLook(
  tx: Transaction,
  record: Recorder,
  run: { id: string; sourceId: string; attempts: (LookedAttempt & { message: string | null })[] },
  now: Date,
): Promise<void> {
  const look = lookOf(run.attempts)
  if (look === null || look === 'seen') return
  const before = await newestUsable(tx, run.sourceId, now)
  if (!before) return
  const looks = look === 'gone' ? looksGone(await looksAt(tx, run.sourceId)) : 0
  const change: PassageChange = looks >= LOOKS_BEFORE_GONE ? 'page_gone' : 'could_not_look'
  const detail = { runId: run.id, look, looks, of: LOOKS_BEFORE_GONE, why: whyNotSeen(run.attempts) }
  const citations = await tx.citation.findMany({
    where: { sourceId: run.sourceId },
    select: { id: true, changes: { orderBy: { at: 'desc' }, take: 1, select: { change: true } } },
  })
  for (const { id, changes } of citations) {
    if (change === 'page_gone' && changes[0]?.change === 'page_gone') continue
    await insert(tx, record, { citationId: id, before: before.id, after: null, change, detail, now })
  }
}

/** Newest first. */
async function looksAt(tx: Transaction, sourceId: string) {
  const runs = await tx.run.findMany({
    where: { sourceId, kind: 'fetch', state: 'finished' },
    orderBy: { startedAt: 'desc' },
    take: MAX_LOOKS_BACK,
    select: {
      startedAt: true,
      requestedAt: true,
      attempts: { select: { step: true, ended: true, reason: true, httpStatus: true } },
    },
  })
  return runs.map(({ startedAt, requestedAt, attempts }) => ({
    at: startedAt ?? requestedAt,
    look: lookOf(attempts),
  }))
}

async function insert(
  tx: Transaction,
  record: Recorder,
  row: {
    citationId: string
    before: string
    after: string | null
    change: PassageChange
    detail: object
    now: Date
  },
): Promise<void> {
  const { citationId, before, after, change, now } = row
  const detail = row.detail as Prisma.InputJsonObject
  const { id } = await tx.passageChange.create({
    data: { citationId, beforeCaptureId: before, afterCaptureId: after, change, detail, at: now },
  })
  record({
    kind: 'passage.compared',
    subjectKind: 'citation',
    subjectId: citationId,
    payload: { changeId: id, before, after, change, detail },
  })
}

const ALERT_PARTS = {
  citation: {
    select: {
      id: true,
      quote: true,
      claim: {
        select: { id: true, number: true, text: true, article: { select: { id: true, headline: true } } },
      },
      source: { select: { id: true, address: true, publisher: true, title: true, language: true } },
    },
  },
} satisfies Prisma.PassageChangeInclude

/** What nobody has seen yet, newest first; narrowed to one claim, one source, or the claims that one person logged. */
export function listAlerts(
  db: Reader,
  of: { claimId?: string; sourceId?: string; loggedById?: string } = {},
  take = 100,
) {
  const { claimId, sourceId, loggedById } = of
  return db.passageChange.findMany({
    where: {
      seenAt: null,
      change: { in: [...ALERTING_CHANGES] },
      citation: { claimId, sourceId, ...(loggedById ? { claim: { loggedById } } : {}) },
    },
    orderBy: { at: 'desc' },
    take,
    include: ALERT_PARTS,
  })
}

/** What became of each passage of a source, newest first: the changes of the timeline. */
export function listChanges(db: Reader, sourceId: string, take = 500) {
  return db.passageChange.findMany({
    where: { citation: { sourceId } },
    orderBy: { at: 'desc' },
    take,
    select: {
      id: true,
      change: true,
      detail: true,
      at: true,
      beforeCaptureId: true,
      afterCaptureId: true,
      citation: { select: { id: true, claim: { select: { number: true } } } },
    },
  })
}
