/** The desk's words for kinds of claims, stances and where a caveat must stand. */
import type { Obligation } from '#domain/caveat.ts'
import type { Stance } from '#domain/citation.ts'
import type { ClaimKind } from '#domain/claim.ts'

export const CLAIM_KIND_WORDS: Record<ClaimKind, string> = {
  figure: 'A figure',
  quotation: 'A quotation',
  statement: 'A statement',
}

export const STANCE_WORDS: Record<Stance, string> = {
  supports: 'Supports the claim',
  refutes: 'Contradicts the claim',
  qualifies: 'Qualifies the claim',
  mentions: 'Mentions it only',
}

export const OBLIGATION_WORDS: Record<Obligation, string> = {
  sentence: 'in the sentence itself',
  paragraph: 'in the same paragraph',
  box: 'in the reporting notes',
}

/** Choices for a select, in the order of the words. */
export function choices(words: Record<string, string>): { value: string; label: string }[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }))
}
