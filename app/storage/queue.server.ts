/** Reads what waits for one person: claims that an editor sent back. */
import type { Reader } from './database.server.ts'

/** A reporter's open claims whose newest review sent them back and which do not wait again, with that review. */
export async function listSentBack(db: Reader, personId: string, take = 200) {
  const claims = await db.claim.findMany({
    where: { loggedById: personId, status: 'in_progress', submittedAt: null, reviews: { some: {} } },
    orderBy: { updatedAt: 'desc' },
    take,
    include: {
      article: { select: { id: true, headline: true } },
      loggedBy: { select: { id: true, name: true } },
      reviews: { orderBy: { createdAt: 'desc' }, take: 1, include: { reviewer: { select: { name: true } } } },
    },
  })
  return claims.filter((claim) => claim.reviews[0]?.statusAfter === 'in_progress')
}
