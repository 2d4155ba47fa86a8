/** How many figures, or dates, of one text are worked out: far more than any report holds, few enough for any table. */

/** A megabyte of nothing but the densest news stays below this. */
export const MAX_MENTIONS = 100_000

/** Whether a reading stopped at the most it works out, so that the text may hold more than it tells. */
export function mayHoldMore(mentions: readonly unknown[]): boolean {
  return mentions.length >= MAX_MENTIONS
}
