/** Closes an attempt with its outcome, its leads and its capture, and reads the capture for every citation. */
import type { CaptureMethod, Custody } from '#domain/capture.ts'
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import { type AttemptEnd, closeAttemptRow } from '#storage/attempts.server.ts'
import type { StoredBlob } from '#storage/blobs.server.ts'
import type { Transaction } from '#storage/database.server.ts'
import type { Desk } from '#storage/desk.server.ts'
import { recordFindings } from '#storage/findings.server.ts'
import { earlierCapture, type ReadCapture, recordPassageChanges } from '#storage/passage-changes.server.ts'
import { type Recorder, transaction } from '#storage/transaction.server.ts'

/** A capture as the worker brings it: blobs are on disk already, `text` is what findings are read from. */
export type NewCapture = {
  method: CaptureMethod
  custody: Custody
  finalUrl: string
  capturedAt: Date
  contentClass: string
  wacz: StoredBlob
  body: StoredBlob
  textBlob: StoredBlob
  articleBlob: StoredBlob
  screenshot: StoredBlob | null
  /** the page as the browser printed it */
  pdf?: StoredBlob | null
  mediaType: string
  text: string
  title: string | null
  byline: string | null
  publisher: string | null
  published: string | null
  language: string | null
  charset: string | null
  charsetFrom: string | null
  replacementCharacters: number
}

/** How the step ended, what it proposed and what it captured. */
export type ClosedAttempt = AttemptEnd & {
  leads: { address: string; title: string | null; snippet: string | null }[]
  capture: NewCapture | null
}

/** Refuses as `conflict` when the attempt is closed already or the run is no longer this worker's: it is then on record elsewhere. */
export async function closeAttempt(
  desk: Desk,
  actor: Actor,
  attempt: { id: string; workerId: string },
  closed: ClosedAttempt,
): Promise<Answer<{ captureId: string | null }>> {
  const now = desk.now()
  const earlier = closed.capture && (await earlierOf(desk, attempt.id, closed.capture))
  return transaction<{ captureId: string | null }>(desk, actor, async (tx, record) => {
    const { leads, capture } = closed
    const blobs = [
      capture?.wacz,
      capture?.body,
      capture?.textBlob,
      capture?.articleBlob,
      capture?.screenshot,
      capture?.pdf,
    ].filter((blob) => blob != null)
    const bodyDigest = capture?.body.digest ?? null
    const run = await closeAttemptRow(tx, record, attempt, closed, {
      now,
      blobs,
      bodyDigest,
      more: { leads },
    })
    if (!run) return refuse('conflict', 'This attempt is closed already.')
    const { claimId, sourceId } = run
    if (claimId && leads.length > 0)
      await tx.lead.createMany({
        data: leads.map((lead, index) => ({
          ...lead,
          attemptId: attempt.id,
          claimId,
          position: index + 1,
          state: 'proposed' as const,
        })),
      })
    if (!capture || !sourceId) return accept({ captureId: null })
    const id = await storeCapture(tx, record, { attemptId: attempt.id, sourceId, now }, capture)
    if (earlier) {
      const after = { id, text: capture.text }
      await recordPassageChanges(tx, record, { sourceId, before: earlier, after, now })
    }
    return accept({ captureId: id })
  })
}

/** What the new capture is held against: the newest usable one that was captured before it. */
async function earlierOf(desk: Desk, attemptId: string, capture: NewCapture): Promise<ReadCapture | null> {
  const attempt = await desk.db.attempt.findUnique({
    where: { id: attemptId },
    select: { run: { select: { sourceId: true } } },
  })
  return attempt?.run.sourceId ? earlierCapture(desk, attempt.run.sourceId, capture.capturedAt) : null
}

async function storeCapture(
  tx: Transaction,
  record: Recorder,
  of: { attemptId: string; sourceId: string; now: Date },
  capture: NewCapture,
): Promise<string> {
  const { wacz, body, textBlob, articleBlob, screenshot, pdf, text, ...row } = capture
  const { attemptId, sourceId, now } = of
  const digests = {
    digest: wacz.digest,
    bytes: wacz.bytes,
    bodyDigest: body.digest,
    textDigest: textBlob.digest,
    articleDigest: articleBlob.digest,
    screenshotDigest: screenshot?.digest ?? null,
    pdfDigest: pdf?.digest ?? null,
  }
  const { id } = await tx.capture.create({ data: { ...row, ...digests, sourceId, attemptId } })
  record({
    kind: 'capture.stored',
    subjectKind: 'capture',
    subjectId: id,
    payload: {
      sourceId,
      attemptId,
      ...digests,
      method: row.method,
      custody: row.custody,
      finalUrl: row.finalUrl,
      capturedAt: row.capturedAt,
    },
  })
  await fillSource(tx, record, sourceId, capture, now)
  const citations = await tx.citation.findMany({ where: { sourceId }, select: { id: true } })
  await recordFindings(
    tx,
    record,
    citations.map((citation) => citation.id),
    { id, text },
    now,
  )
  return id
}

/** What the page says of itself fills what nobody has typed; it never overwrites a person's word. */
async function fillSource(
  tx: Transaction,
  record: Recorder,
  sourceId: string,
  capture: NewCapture,
  now: Date,
): Promise<void> {
  const source = await tx.source.findUniqueOrThrow({ where: { id: sourceId } })
  const read = {
    publisher: capture.publisher,
    title: capture.title,
    author: capture.byline,
    language: capture.language,
    published: capture.published,
  }
  const filled = Object.fromEntries(
    Object.entries(read).filter(([key, value]) => value && !source[key as keyof typeof read]),
  )
  await tx.source.update({ where: { id: sourceId }, data: { ...filled, updatedAt: now } })
  if (Object.keys(filled).length > 0)
    record({
      kind: 'source.edited',
      subjectKind: 'source',
      subjectId: sourceId,
      payload: { filled, readFrom: capture.wacz.digest },
    })
}
