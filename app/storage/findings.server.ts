/** Reads captures for citations and stores what was found. */
import { findInCapture } from '#domain/finding.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import type { Transaction } from './database.server.ts'
import type { Recorder } from './transaction.server.ts'

/**
 * Reads one capture's text for the given citations and replaces their findings about this capture.
 * The text is passed in because blobs are read before a transaction begins.
 */
export async function recordFindings(
  tx: Transaction,
  record: Recorder,
  citationIds: string[],
  capture: { id: string; text: string },
  now: Date,
): Promise<void> {
  const citations = await tx.citation.findMany({
    where: { id: { in: citationIds } },
    include: { claim: { include: { figures: { orderBy: { position: 'asc' } } } } },
  })
  for (const citation of citations) {
    const found = findInCapture({ ...citation, figures: citation.claim.figures }, capture.text)
    await tx.finding.deleteMany({ where: { citationId: citation.id, captureId: capture.id } })
    await tx.finding.createMany({
      data: found.map((finding) => ({
        ...finding,
        detail: finding.detail as Prisma.InputJsonObject,
        citationId: citation.id,
        captureId: capture.id,
        at: now,
      })),
    })
    record({
      kind: 'findings.recorded',
      subjectKind: 'citation',
      subjectId: citation.id,
      payload: {
        captureId: capture.id,
        claimId: citation.claimId,
        verdicts: found.map(({ kind, figureId, verdict, start, end }) => ({
          kind,
          figureId,
          verdict,
          start,
          end,
        })),
      },
    })
  }
}
