/** The desk's words for relays: what gave a proposal, how it stands, and what the machine saw. */
import type { RelayState } from '#domain/origin.ts'
import type { RelayBasis } from '#domain/relay.ts'

export const BASIS_WORDS: Record<RelayBasis, string> = {
  by_hand: 'recorded by hand',
  wire_tag: 'the page carries a news agency’s mark',
  byline: 'it is signed by another house',
  canonical_link: 'the page names another address as its own',
  citing: 'the text says so',
  same_text: 'the two texts are largely the same',
  shared_figures: 'same speaker and the same uncommon figures',
  same_utterance: 'same speaker on the same occasion',
}

export const RELAY_STATE_WORDS: Record<RelayState, string> = {
  proposed: 'proposed',
  confirmed: 'confirmed by a person',
  rejected: 'rejected',
}

/** What gave a relay, in words; a basis that this version does not know is printed as it stands. */
export function basisWords(basis: string): string {
  return Object.hasOwn(BASIS_WORDS, basis) ? BASIS_WORDS[basis as RelayBasis] : basis
}

/** What a person looks at before confirming: each clue as one short line. Nothing for relays recorded by hand. */
export function evidenceLines(evidence: unknown): string[] {
  const { clues } = (evidence ?? {}) as { clues?: unknown }
  return Array.isArray(clues) ? clues.filter((clue): clue is string => typeof clue === 'string') : []
}
