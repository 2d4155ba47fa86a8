/** What a claim is, the life of its status, and what may be logged. */
import { z } from 'zod'
import { figureInput } from './figure.ts'
import { optionalText } from './optional-text.ts'

export const CLAIM_KINDS = ['figure', 'quotation', 'statement'] as const
export type ClaimKind = (typeof CLAIM_KINDS)[number]

export const CLAIM_STATUSES = [
  'unchecked',
  'in_progress',
  'confirmed',
  'attributed',
  'disputed',
  'failed_verification',
  'refuted',
  'unverifiable',
  'superseded',
  'withdrawn',
] as const
export type ClaimStatus = (typeof CLAIM_STATUSES)[number]

export const CONFIDENCES = ['high', 'moderate', 'low'] as const
export type Confidence = (typeof CONFIDENCES)[number]

const OPEN: readonly ClaimStatus[] = ['unchecked', 'in_progress']

/** Statuses an editor can give. */
export const VERDICTS = CLAIM_STATUSES.filter((status) => !OPEN.includes(status))

/** A settled claim has been judged; changing it reopens it. */
export function isSettled(status: ClaimStatus): boolean {
  return !OPEN.includes(status)
}

/** What the status is after somebody changed the claim or what it rests on. */
export function statusAfterChange(status: ClaimStatus): ClaimStatus {
  return isSettled(status) ? 'in_progress' : status
}

export const claimInput = z.object({
  kind: z.enum(CLAIM_KINDS).default('statement'),
  text: z
    .string()
    .trim()
    .min(1, 'Write the claim as one checkable statement.')
    .max(5_000, 'A claim has at most 5,000 characters. Split it into checkable statements.'),
  passage: optionalText(10_000),
  claimant: optionalText(300),
  claimantRole: optionalText(300),
  utteranceId: optionalText(40),
  /** absent: take the figures from the claim's text */
  figures: z.array(figureInput).max(50, 'At most 50 figures in one claim.').optional(),
})
