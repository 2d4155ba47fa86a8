/** Reads captures with what was found in them. */
import { USABLE_CLASSES } from '#domain/capture.ts'
import { Prisma } from '#prisma/generated/client.ts'
import type { Reader } from './database.server.ts'
import type { Desk } from './desk.server.ts'

/** Captures in which findings count (domain/capture), as a condition. */
export const USABLE_CAPTURE = {
  OR: [
    { classOverride: null, contentClass: { in: USABLE_CLASSES } },
    { classOverride: { in: USABLE_CLASSES } },
  ],
} satisfies Prisma.CaptureWhereInput

const CAPTURE_PARTS = {
  source: { select: { id: true, address: true, publisher: true, title: true } },
  attempt: {
    select: {
      id: true,
      runId: true,
      step: true,
      version: true,
      hops: true,
      httpStatus: true,
      signals: true,
      person: true,
      detail: true,
      run: { select: { state: true } },
    },
  },
  witnesses: { orderBy: { at: 'desc' } },
  findings: {
    include: {
      citation: {
        select: {
          id: true,
          quote: true,
          claim: { select: { id: true, number: true, text: true, articleId: true } },
        },
      },
      figure: { select: { text: true } },
    },
  },
} satisfies Prisma.CaptureInclude

export type CaptureRecord = Prisma.CaptureGetPayload<{ include: typeof CAPTURE_PARTS }>

export function findCapture(db: Reader, id: string): Promise<CaptureRecord | null> {
  return db.capture.findUnique({ where: { id }, include: CAPTURE_PARTS })
}

/** The text of the newest usable capture of each source, by source id. Read before a transaction begins: disks are slow. */
export async function newestTexts(
  desk: Desk,
  sourceIds: string[],
): Promise<Map<string, { id: string; text: string }>> {
  const texts = new Map<string, { id: string; text: string }>()
  for (const sourceId of new Set(sourceIds)) {
    const capture = await desk.db.capture.findFirst({
      where: { sourceId, ...USABLE_CAPTURE },
      orderBy: { capturedAt: 'desc' },
    })
    if (capture) texts.set(sourceId, { id: capture.id, text: await readText(desk, capture.textDigest) })
  }
  return texts
}

/** A stored text blob as a string. */
export async function readText(desk: Desk, digest: string): Promise<string> {
  return new TextDecoder().decode(await desk.blobs.get(digest))
}

const TO_READ_BACK = {
  id: true,
  method: true,
  finalUrl: true,
  digest: true,
  textDigest: true,
  articleDigest: true,
  source: {
    select: {
      citations: {
        select: {
          quote: true,
          prefix: true,
          suffix: true,
          claim: { select: { figures: { orderBy: { position: 'asc' } } } },
        },
      },
    },
  },
} satisfies Prisma.CaptureSelect

/** A capture to open again, with the citations that rest on it. */
export type CaptureToReadBack = Prisma.CaptureGetPayload<{ select: typeof TO_READ_BACK }>

/** What a run captured and nobody has opened again yet. */
export function listNotReadBack(db: Reader, runId: string): Promise<CaptureToReadBack[]> {
  return db.capture.findMany({ where: { attempt: { runId }, readBack: null }, select: TO_READ_BACK })
}

/** What a person has asked to be opened again (domain/capture, `readBackStanding`). */
export function listAskedReadBacks(db: Reader, take = 20): Promise<CaptureToReadBack[]> {
  const asked = { readBack: null, NOT: { readBackDetail: { equals: Prisma.DbNull } } }
  return db.capture.findMany({ where: asked, orderBy: { capturedAt: 'asc' }, take, select: TO_READ_BACK })
}
