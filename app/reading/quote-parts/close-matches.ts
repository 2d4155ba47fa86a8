/** Finds the passages of a levelled text that come closest to a quotation. */
import { LikelyBlocks } from './likely-blocks.ts'
import { type Budget, nearEnds } from './near-ends.ts'

export type CloseMatch = { start: number; end: number; errors: number }

/** Steps of 32 rows: a few tenths of a second in the worst text; an ordinary page takes a hundredth of it. */
const MAX_STEPS = 30_000_000
const MAX_MATCHES = 2000
/** The comparison word by word takes longer the longer the quotation: fewer equally close passages are then looked at. */
const MAX_COMPARED = 50
const MAX_COMPARED_SIGNS = 20_000

/**
 * The passages with the fewest errors, at most `maxErrors`, in order. `complete` is false where the text was too much to look
 * through: then a closer passage may have been missed.
 */
export function closeMatches(
  text: Uint16Array,
  needle: Uint16Array,
  maxErrors: number,
): { matches: CloseMatch[]; complete: boolean } {
  const budget: Budget = { left: MAX_STEPS }
  const likely = new LikelyBlocks(text, needle, maxErrors)
  let allowed = maxErrors
  let ends = new Set<number>()
  for (const { from, to, shared } of likely.blocks) {
    if (shared < likely.leastShared(allowed) || budget.left < 0 || ends.size >= MAX_MATCHES) break
    const begin = Math.max(0, from + 1 - needle.length - allowed)
    for (const { end, errors } of nearEnds(text, begin, to, needle, allowed, budget)) {
      if (errors < allowed) ends = new Set()
      allowed = errors
      ends.add(end)
    }
  }
  const most = Math.max(1, Math.min(MAX_COMPARED, Math.floor(MAX_COMPARED_SIGNS / needle.length)))
  const chosen = [...ends].sort((a, b) => a - b).slice(0, most)
  const reversed = needle.toReversed()
  return {
    matches: chosen.map((end) => ({
      start: startOf(text, end, reversed, allowed),
      end,
      errors: allowed,
    })),
    complete: budget.left >= 0,
  }
}

/** The longest of the equally close passages that end at `end`: what was exchanged belongs to it. */
function startOf(text: Uint16Array, end: number, reversed: Uint16Array, errors: number): number {
  const before = text.subarray(Math.max(0, end - reversed.length - errors), end).toReversed()
  const budget: Budget = { left: MAX_STEPS }
  const ends = nearEnds(before, 0, before.length, reversed, errors, budget, { anchored: true })
  return end - (ends.at(-1)?.end ?? Math.min(end, reversed.length))
}
