/** What a relay is: a source passes on what first appeared elsewhere; what gave the proposal, and where it leads. */
import { z } from 'zod'
import { optionalText } from './optional-text.ts'

export const RELAY_BASES = [
  'by_hand',
  'wire_tag',
  'byline',
  'canonical_link',
  'citing',
  'same_text',
  'shared_figures',
  'same_utterance',
] as const
export type RelayBasis = (typeof RELAY_BASES)[number]

/** A relay that a person records by hand: from another source of the desk, or from a publisher known by name only. */
export const relayInput = z
  .object({
    fromSourceId: optionalText(40),
    fromName: optionalText(200),
    words: optionalText(1_000),
  })
  .superRefine(({ fromSourceId, fromName }, context) => {
    if ((fromSourceId === null) === (fromName === null))
      context.addIssue({
        code: 'custom',
        path: ['fromName'],
        message: 'Choose a source of the desk, or give the name of a publisher: one of the two.',
      })
  })

type NamedSource = { id: string; publisher: string | null; title: string | null; address: string }

/** A relay as far as its place goes. */
export type PlacedRelay = {
  origin: { id: string; label: string } | null
  fromSource: NamedSource | null
  fromName: string | null
}

/** What a source is called where relays speak of it: its publisher, or else its title or host. */
export function calledName({ publisher, title, address }: Omit<NamedSource, 'id'>): string {
  return publisher ?? title ?? URL.parse(address)?.hostname ?? address
}

/** Where a relay leads, in words. */
export function relayedFrom({ origin, fromSource, fromName }: PlacedRelay): string {
  return origin?.label ?? (fromSource ? calledName(fromSource) : (fromName ?? ''))
}
