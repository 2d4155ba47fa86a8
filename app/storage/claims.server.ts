/** Reads claims with what they rest on, and the few writes that several use cases share. */
import { isSettled, statusAfterChange } from '#domain/claim.ts'
import type { FigureInput } from '#domain/figure.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { USABLE_CAPTURE } from './captures.server.ts'
import type { Reader, Transaction } from './database.server.ts'
import type { Recorder } from './transaction.server.ts'

/** A claim with everything its page shows. Captures come newest first, and only those in which findings count. */
export const CLAIM_PARTS = {
  article: { select: { id: true, headline: true, sample: true, language: true } },
  loggedBy: { select: { id: true, name: true } },
  utterance: true,
  figures: { orderBy: { position: 'asc' } },
  caveats: { where: { withdrawnAt: null }, orderBy: { createdAt: 'asc' } },
  reviews: { include: { reviewer: { select: { name: true } } }, orderBy: { createdAt: 'desc' } },
  citations: {
    orderBy: { createdAt: 'asc' },
    include: {
      findings: { orderBy: { at: 'desc' } },
      source: {
        include: {
          captures: { where: USABLE_CAPTURE, orderBy: { capturedAt: 'desc' } },
          relays: {
            where: { state: 'confirmed' },
            include: { origin: { include: { utterance: true } }, fromSource: true },
          },
        },
      },
    },
  },
} satisfies Prisma.ClaimInclude

export type ClaimRecord = Prisma.ClaimGetPayload<{ include: typeof CLAIM_PARTS }>

export function findClaim(db: Reader, id: string): Promise<ClaimRecord | null> {
  return db.claim.findUnique({ where: { id }, include: CLAIM_PARTS })
}

/** Claims that wait for an editor, longest waiting first. */
export function listSubmitted(db: Reader, take = 200) {
  return db.claim.findMany({
    where: { submittedAt: { not: null } },
    orderBy: { submittedAt: 'asc' },
    take,
    include: {
      article: { select: { id: true, headline: true } },
      loggedBy: { select: { id: true, name: true } },
    },
  })
}

/** A person's own claims that are not settled, newest change first. */
export function listOpenClaimsOf(db: Reader, personId: string, take = 200) {
  return db.claim.findMany({
    where: { loggedById: personId, status: { in: ['unchecked', 'in_progress'] } },
    orderBy: { updatedAt: 'desc' },
    take,
    include: {
      article: { select: { id: true, headline: true } },
      loggedBy: { select: { id: true, name: true } },
    },
  })
}

/** Replaces a claim's figures. Findings about the old figures go with them; the ledger keeps what they said. */
export async function replaceFigures(
  tx: Transaction,
  claimId: string,
  figures: FigureInput[],
): Promise<void> {
  await tx.finding.deleteMany({ where: { figure: { claimId } } })
  await tx.figure.deleteMany({ where: { claimId } })
  if (figures.length > 0)
    await tx.figure.createMany({
      data: figures.map((figure, index) => ({ ...figure, claimId, position: index + 1 })),
    })
}

/** Reopens a settled claim because something it rests on changed, and says so in the ledger. */
export async function reopenIfSettled(
  tx: Transaction,
  record: Recorder,
  claim: { id: string; status: Prisma.ClaimGetPayload<object>['status'] },
  now: Date,
  why: string,
): Promise<void> {
  const status = statusAfterChange(claim.status)
  await tx.claim.update({
    where: { id: claim.id },
    data: isSettled(claim.status) ? { status, confidence: null, updatedAt: now } : { updatedAt: now },
  })
  if (isSettled(claim.status))
    record({
      kind: 'claim.reopened',
      subjectKind: 'claim',
      subjectId: claim.id,
      payload: { from: claim.status, to: status, why },
    })
}
