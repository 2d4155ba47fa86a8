/** Ties the desk's name for a claimant to the name under which a page quotes them: Liu Liehong and 刘烈宏. */
import { isSameName, type RelayReading } from './relay-reading.ts'
import type { NamePairs } from './relay-utterance.ts'

/** A quotation that was found in a capture, with whom its claim says it is from. */
export type FoundQuote = { sourceId: string; claimant: string; start: number; end: number }

/** One pair for every quotation that stands inside what a page attributes to somebody by another name. */
export function namePairs(readings: readonly RelayReading[], quotes: readonly FoundQuote[]): NamePairs {
  const pairs = new Map<string, readonly [string, string]>()
  for (const { sourceId, claimant, start, end } of quotes) {
    const reading = readings.find(({ page }) => page.sourceId === sourceId)
    const spoken = reading?.utterances.find(({ said }) =>
      said.some((stretch) => stretch.start < end && start < stretch.end),
    )
    if (spoken && !isSameName(spoken.speaker, claimant))
      pairs.set(`${claimant} ${spoken.speaker}`, [claimant, spoken.speaker])
  }
  return [...pairs.values()]
}
