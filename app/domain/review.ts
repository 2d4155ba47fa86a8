/** What an editor may decide about a claim, and when: two pairs of eyes, reasons, and evidence in archived bytes. */
import { z } from 'zod'
import type { QuoteVerdict } from '#reading/quote.ts'
import type { CaveatKind } from './caveat.ts'
import type { Stance } from './citation.ts'
import { type ClaimStatus, CONFIDENCES, isSettled, VERDICTS } from './claim.ts'
import { optionalText } from './optional-text.ts'
import { type Actor, mayReview } from './person.ts'
import { type Answer, accept, refuse } from './refusal.ts'

/** A review either settles the claim with a verdict or sends it back to the reporter. */
export const reviewInput = z.object({
  decision: z.enum(['settle', 'send_back'], 'Choose to settle the claim or to send it back.'),
  // A form whose verdict was left alone sends an empty one: right for sending back, refused by the rule for settling.
  status: z
    .union([z.literal(''), z.enum(VERDICTS as [ClaimStatus, ...ClaimStatus[]])], 'Choose a verdict.')
    .transform((status) => status || undefined)
    .optional(),
  confidence: z
    .union([z.literal(''), z.enum(CONFIDENCES)])
    .transform((confidence) => confidence || null)
    .nullable()
    .default(null),
  reason: optionalText(5_000),
})
export type ReviewInput = z.infer<typeof reviewInput>

/** What the rules look at: the claim, who logged it, and what its citations showed in captures. */
export type ReviewCase = {
  status: ClaimStatus
  loggedById: string
  claimant: string | null
  /** one per citation; `quoteVerdict` is the best one found in a capture, null when nothing was captured */
  citations: { stance: Stance; quoteVerdict: QuoteVerdict | null; captured: boolean }[]
  independentOrigins: number
  caveats: CaveatKind[]
}

/** Verdicts that say no to the reporter or to the claim; each must be explained. */
const NEEDS_REASON: readonly ClaimStatus[] = [
  'disputed',
  'failed_verification',
  'refuted',
  'unverifiable',
  'superseded',
  'withdrawn',
]

/**
 * Decides whether `actor` may give this review. Accepts with the status the claim then has, or refuses:
 * `not_allowed` (a reporter), `own_claim`, `invalid` (no verdict), `reason_required`, `claimant_required`,
 * `evidence_required` (a positive verdict needs a supporting quote found in archived bytes) and
 * `caveat_required` (confirmed on fewer than two origins).
 */
export function decideReview(actor: Actor, subject: ReviewCase, input: ReviewInput): Answer<ClaimStatus> {
  if (!mayReview(actor)) return refuse('not_allowed', 'Only an editor can settle a claim or send it back.')
  if (actor.id === subject.loggedById)
    return refuse('own_claim', 'You logged this claim. Another editor must settle it.')
  if (input.decision === 'send_back') {
    if (!input.reason)
      return refuse('reason_required', 'Say what is missing, so the reporter can mend it.', REASON)
    return accept<ClaimStatus>('in_progress')
  }
  const status = input.status
  if (!status || !isSettled(status))
    return refuse('invalid', 'Choose a verdict.', { status: 'Choose a verdict.' })
  if (NEEDS_REASON.includes(status) && !input.reason)
    return refuse('reason_required', 'This verdict needs a reason that can be read a year from now.', REASON)
  if (status === 'attributed' && !subject.claimant)
    return refuse('claimant_required', 'Attributed to whom? Add the claimant to the claim first.')
  if (status === 'confirmed' || status === 'attributed') return positive(status, subject)
  return accept(status)
}

const REASON = { reason: 'Give a reason.' }
const FOUND: readonly QuoteVerdict[] = ['verbatim', 'normalised']

function positive(status: ClaimStatus, subject: ReviewCase): Answer<ClaimStatus> {
  const found = subject.citations.some(
    (c) => c.stance === 'supports' && c.captured && c.quoteVerdict !== null && FOUND.includes(c.quoteVerdict),
  )
  if (!found)
    return refuse(
      'evidence_required',
      'No supporting quote has been found in an archived page yet. Capture a source and check its quote first.',
    )
  if (status === 'confirmed' && subject.independentOrigins < 2 && !subject.caveats.includes('single_origin'))
    return refuse(
      'caveat_required',
      'This rests on fewer than two independent origins. Add the caveat "single origin", or settle it as attributed.',
    )
  return accept(status)
}
