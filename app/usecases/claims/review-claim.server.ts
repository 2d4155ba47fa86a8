/** An editor settles a claim with a verdict or sends it back, with reason. */
import type { CaveatKind } from '#domain/caveat.ts'
import { type Independence, independenceOf, provenOrigins } from '#domain/independence.ts'
import { readInput } from '#domain/input.ts'
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import { decideReview, type ReviewCase, reviewInput } from '#domain/review.ts'
import type { QuoteVerdict } from '#reading/quote.ts'
import { type ClaimRecord, findClaim } from '#storage/claims.server.ts'
import type { Transaction } from '#storage/database.server.ts'
import type { Desk } from '#storage/desk.server.ts'
import { confirmedAmong, relaysAround } from '#storage/relays.server.ts'
import { transaction } from '#storage/transaction.server.ts'

/** `raw` is checked against `reviewInput`; the rules are in domain/review. Answers with the claim's new status. */
export async function reviewClaim(
  desk: Desk,
  actor: Actor,
  claimId: string,
  raw: unknown,
): Promise<Answer<{ status: string }>> {
  const input = readInput(reviewInput, raw)
  if (!input.ok) return input
  const now = desk.now()
  return transaction(desk, actor, async (tx, record) => {
    const claim = await findClaim(tx, claimId)
    if (!claim) return refuse('not_found', 'This claim does not exist.')
    const decision = decideReview(actor, caseOf(claim, await restsOn(tx, claim)), input.value)
    if (!decision.ok) return decision
    const status = decision.value
    const { confidence, reason } = input.value
    const settled = input.value.decision === 'settle'
    await tx.claim.update({
      where: { id: claimId },
      data: { status, confidence: settled ? confidence : null, submittedAt: null, updatedAt: now },
    })
    await tx.review.create({
      data: {
        claimId,
        reviewerId: actor.id!,
        statusBefore: claim.status,
        statusAfter: status,
        confidence: settled ? confidence : null,
        reason,
        createdAt: now,
      },
    })
    record({
      kind: 'claim.reviewed',
      subjectKind: 'claim',
      subjectId: claimId,
      payload: { decision: input.value.decision, from: claim.status, to: status, confidence, reason },
    })
    return accept({ status })
  })
}

/** What the claim's supporting sources come down to. */
async function restsOn(tx: Transaction, claim: ClaimRecord): Promise<Independence> {
  const sourceIds = claim.citations.flatMap(({ stance, sourceId }) => (stance === 'supports' ? sourceId : []))
  const { relays, places } = confirmedAmong(await relaysAround(tx, sourceIds, ['confirmed']))
  return independenceOf(sourceIds, relays, places)
}

function caseOf(claim: ClaimRecord, independence: Independence): ReviewCase {
  return {
    status: claim.status,
    loggedById: claim.loggedById,
    claimant: claim.claimant,
    citations: claim.citations.map((citation) => ({
      stance: citation.stance,
      captured: citation.source.captures.length > 0,
      quoteVerdict: bestQuoteVerdict(citation),
    })),
    independentOrigins: provenOrigins(independence),
    caveats: claim.caveats.map((caveat) => caveat.kind as CaveatKind),
  }
}

/** The verdict in the newest capture: an older capture that had the words does not speak for the page as it is cited. */
function bestQuoteVerdict(citation: ClaimRecord['citations'][number]): QuoteVerdict | null {
  const newest = citation.source.captures[0]
  const finding = citation.findings.find((f) => f.kind === 'quote' && f.captureId === newest?.id)
  return (finding?.verdict as QuoteVerdict | undefined) ?? null
}
