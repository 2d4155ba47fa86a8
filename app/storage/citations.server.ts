/** Reads one citation for the form that changes it. */
import type { Prisma } from '#prisma/generated/client.ts'
import type { Reader } from './database.server.ts'

const CITATION_PARTS = {
  claim: {
    select: { id: true, number: true, text: true, article: { select: { id: true, headline: true } } },
  },
  source: { select: { id: true, address: true, publisher: true, title: true, language: true } },
} satisfies Prisma.CitationInclude

export type CitationRecord = Prisma.CitationGetPayload<{ include: typeof CITATION_PARTS }>

export function findCitation(db: Reader, id: string): Promise<CitationRecord | null> {
  return db.citation.findUnique({ where: { id }, include: CITATION_PARTS })
}
