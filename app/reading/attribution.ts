/** What an attribution read from text is: who is said to have said what, proposed with the words that gave it. */

export const ATTRIBUTION_KINDS = ['said', 'according_to', 'citing', 'wire_tag'] as const
export type AttributionKind = (typeof ATTRIBUTION_KINDS)[number]

/** All positions are UTF-16 units of the text as given. */
export type ReadAttribution = {
  /** As printed, without article or title; null where the text has a pronoun or names nobody. */
  speaker: string | null
  role: string | null
  /** As printed: 'said', 'according to', '表示'. */
  verb: string
  /** Where it was said, in the text's words: 'a news conference', '中国发展高层论坛2026年年会'. */
  event: string | null
  when: string | null
  /** The words that gave the proposal. */
  words: { text: string; start: number; end: number }
  /** The stretch that is attributed; null for a wire tag, which covers the whole text. */
  said: { start: number; end: number } | null
  kind: AttributionKind
  /** The outlet or person the text takes this from: a proposed relay edge; null where it claims to have heard it itself. */
  relayOf: string | null
}
