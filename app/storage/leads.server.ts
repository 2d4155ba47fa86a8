/** Reads leads: those of a claim with what their screening showed, those a run has still to screen, and one to accept. */
import type { Screening } from '#domain/screening.ts'
import type { ScreenedClaim } from '#domain/screening-parts/find-in-page.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import type { Reader } from './database.server.ts'

/** A claim with more leads than this has been searched for too widely to be read through. */
const MAX_LEADS = 1_000

const LEAD_PARTS = {
  attempt: { select: { step: true, runId: true, startedAt: true, run: { select: { state: true } } } },
} satisfies Prisma.LeadInclude

type LeadRow = Omit<Prisma.LeadGetPayload<{ include: typeof LEAD_PARTS }>, 'screening'>

export type LeadRecord = LeadRow & { screening: Screening | null }

/** A lead of a search, or null. */
export async function findLead(db: Reader, id: string): Promise<LeadRecord | null> {
  const row = await db.lead.findUnique({ where: { id }, include: LEAD_PARTS })
  return row && asRecord(row)
}

/** What searches proposed for a claim, or what one run proposed, newest search first, each in the engine's order. */
export async function listLeads(
  db: Reader,
  of: { claimId: string } | { runId: string },
): Promise<LeadRecord[]> {
  const rows = await db.lead.findMany({
    where: 'claimId' in of ? of : { attempt: { runId: of.runId } },
    orderBy: [{ attempt: { startedAt: 'desc' } }, { position: 'asc' }],
    take: MAX_LEADS,
    include: LEAD_PARTS,
  })
  return rows.map(asRecord)
}

/** The attempts of a run that looked at leads, in the order in which they were begun. */
export function listScreenings(db: Reader, runId: string) {
  return db.attempt.findMany({
    where: { runId, leadId: { not: null } },
    orderBy: { ordinal: 'asc' },
    include: { lead: { select: { id: true, address: true } } },
  })
}

/** Leads of a run that nobody has looked at or dismissed, in the order of its steps, with the looks begun so far. */
export function leadsToScreen(db: Reader, runId: string) {
  return db.lead.findMany({
    where: { attempt: { runId }, state: 'proposed', screenedAt: null },
    orderBy: [{ attempt: { ordinal: 'asc' } }, { position: 'asc' }],
    select: {
      id: true,
      address: true,
      screenings: {
        where: { runId },
        orderBy: { ordinal: 'asc' },
        select: { step: true, ended: true, reason: true, httpStatus: true, message: true },
      },
    },
  })
}

/** What screening looks for: the claim, its figures, what its citations quote, who said it when. Null where it is gone. */
export async function claimToScreen(
  db: Reader,
  claimId: string,
): Promise<Omit<ScreenedClaim, 'queries'> | null> {
  const claim = await db.claim.findUnique({
    where: { id: claimId },
    include: {
      figures: { orderBy: { position: 'asc' } },
      citations: { select: { quote: true } },
      utterance: { select: { speaker: true, spokenOn: true } },
    },
  })
  if (!claim) return null
  const { text, passage, claimant, figures, citations, utterance } = claim
  return {
    text,
    passage,
    claimant: claimant ?? utterance?.speaker ?? null,
    spokenOn: utterance?.spokenOn ?? null,
    figures,
    quotes: citations.flatMap(({ quote }) => quote ?? []),
  }
}

function asRecord(row: Prisma.LeadGetPayload<{ include: typeof LEAD_PARTS }>): LeadRecord {
  return { ...row, screening: row.screening as unknown as Screening | null }
}
