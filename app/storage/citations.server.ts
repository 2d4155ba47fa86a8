/** Reads one citation or one lead for the form that changes or accepts it. */
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

/** A lead of a search, or null. */
export function findLead(db: Reader, id: string) {
  return db.lead.findUnique({ where: { id } })
}

/** What searches proposed for a claim and nobody has dealt with, newest search first. */
export function listOpenLeads(db: Reader, claimId: string, take = 50) {
  return db.lead.findMany({
    where: { claimId, state: 'proposed' },
    orderBy: [{ attempt: { startedAt: 'desc' } }, { position: 'asc' }],
    take,
    include: { attempt: { select: { step: true, runId: true } } },
  })
}
