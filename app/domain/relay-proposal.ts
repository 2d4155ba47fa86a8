/** What a proposed relay is, and what is on record when relays are proposed. */
import type { ConfirmedRelay } from './independence.ts'
import type { OriginKind } from './origin.ts'
import type { RelayBasis } from './relay.ts'
import type { NamePairs } from './relay-utterance.ts'

/** An origin that is not on record yet, as the pages tell it. One object for all pages that relay it. */
export type NewOccasion = {
  kind: OriginKind
  speaker: string
  role: string | null
  event: string | null
  spokenOn: string | null
  language: string | null
}

/** Where a proposed relay leads. Relays with an equal `occasion` lead to one new origin. */
export type ProposedPlace =
  | { kind: 'origin'; originId: string }
  | { kind: 'occasion'; occasion: NewOccasion }
  | { kind: 'source'; sourceId: string }
  | { kind: 'name'; name: string }

/** `clues`: short lines for the person who decides. `at`: positions in the text of the capture, null where the words are not in it. */
export type RelayProposal = {
  sourceId: string
  to: ProposedPlace
  basis: RelayBasis
  words: string
  evidence: { score: number; clues: string[]; captureId: string; at: { start: number; end: number } | null }
}

/** A relay on record in any state; `speaker` and `spokenOn` are those of the origin's utterance. */
export type KnownRelay = ConfirmedRelay & { state: 'proposed' | 'confirmed' | 'rejected' }

export type KnownOrigin = {
  id: string
  utteranceId: string | null
  utterance: { speaker: string; role: string | null; event: string | null; spokenOn: string | null } | null
}

export type RelayRecords = {
  relays: readonly KnownRelay[]
  origins: readonly KnownOrigin[]
  names: NamePairs
  /** who is said to have said it, of the claims that cite a source, by source id */
  claimants: ReadonlyMap<string, readonly string[]>
}
