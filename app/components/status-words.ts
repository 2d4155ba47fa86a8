/** The desk's words for a claim's status and confidence, and the group each status is marked with. */
import type { ClaimStatus, Confidence } from '#domain/claim.ts'

/** How the pencil marks a status: not looked at, standing, disputed, nobody can tell, not what the source says. */
export type StatusGroup = 'unchecked' | 'stands' | 'disputed' | 'open-end' | 'struck'

export const STATUS_WORDS: Record<ClaimStatus, { word: string; group: StatusGroup; meaning: string }> = {
  unchecked: { word: 'Unchecked', group: 'unchecked', meaning: 'Nobody has looked at it yet.' },
  in_progress: { word: 'In progress', group: 'unchecked', meaning: 'It is being checked.' },
  confirmed: { word: 'Confirmed', group: 'stands', meaning: 'The content itself is verified.' },
  attributed: {
    word: 'Attributed',
    group: 'stands',
    meaning: 'It is true that the claimant said so; the content itself is not verified.',
  },
  disputed: { word: 'Disputed', group: 'disputed', meaning: 'Sources contradict each other.' },
  failed_verification: {
    word: 'Failed verification',
    group: 'struck',
    meaning: 'The cited source does not say it.',
  },
  refuted: { word: 'Refuted', group: 'struck', meaning: 'It is shown to be wrong.' },
  unverifiable: { word: 'Unverifiable', group: 'open-end', meaning: 'There is no way to check it.' },
  superseded: { word: 'Superseded', group: 'open-end', meaning: 'A newer statement has replaced it.' },
  withdrawn: { word: 'Withdrawn', group: 'open-end', meaning: 'It is no longer made in the article.' },
}

export const CONFIDENCE_WORDS: Record<Confidence, string> = {
  high: 'High confidence',
  moderate: 'Moderate confidence',
  low: 'Low confidence',
}
