/** Reads what is on record about a claim for proposing queries, and the publishers whose feeds may be read. */
import type { ClaimToSearch } from '#domain/propose-queries.ts'
import type { Reader } from './database.server.ts'

/** Null where there is no such claim. */
export async function claimToSearch(
  db: Reader,
  claimId: string,
): Promise<(ClaimToSearch & { articleId: string }) | null> {
  const claim = await db.claim.findUnique({
    where: { id: claimId },
    select: {
      text: true,
      claimant: true,
      claimantRole: true,
      articleId: true,
      figures: { orderBy: { position: 'asc' } },
      utterance: true,
      article: { select: { language: true, draft: true } },
      citations: {
        orderBy: { createdAt: 'asc' },
        include: { source: { select: { address: true, kind: true, language: true } } },
      },
    },
  })
  return claim
}
