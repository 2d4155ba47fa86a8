/** Words for what an assistant proposed, what it was held against, and what became of it. */
import type { ProposalKind, ProposalState } from '#domain/proposal.ts'

export const PROPOSAL_KIND_WORDS: Record<ProposalKind, string> = {
  claim: 'A claim',
  query: 'A query',
  translation: 'A translation',
}

export const PROPOSAL_STATE_WORDS: Record<ProposalState, string> = {
  proposed: 'To decide',
  accepted: 'Accepted',
  dismissed: 'Dismissed',
}

export const ASK_WORDS: Record<ProposalKind, string> = {
  claim: 'Ask for claims',
  query: 'Ask for queries',
  translation: 'Ask for a translation',
}

/** What leaves the house when the assistant is asked. */
export const SENT_WORDS: Record<ProposalKind, string> = {
  claim: 'The draft is sent to it',
  query: 'The claim and what it cites are sent to it',
  translation: 'The exact words are sent to it',
}

const CHECKED: Record<string, string> = {
  kind: 'Question',
  passage: 'Passage',
  figures: 'Figures',
  words: 'Names and words',
  negation: 'Denials and doubts',
  quotation: 'Quotations',
  language: 'Language',
  numbers: 'Dates and numbers',
  names: 'Names',
}

/** What a check looked at; one of a later version is given by its stored name. */
export function checkedWords(of: string): string {
  return CHECKED[of] ?? of
}
