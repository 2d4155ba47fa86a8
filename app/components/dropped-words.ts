/** Names what a claim leaves out of its source's figure, and reads it back from a stored finding. */

import { DROPPABLE, type Dropped } from '#reading/figure-verdict.ts'
import { BOUND_WORDS } from './figure-words.ts'

const WORDS: Record<Dropped, string> = {
  bound: 'a limit such as “more than”',
  rate: 'a rate such as “per day”',
  as_of: 'the date it holds for',
}

/** The source's figure, where it is at hand: what was left out is then told in its words. */
type Source = { bound: string; rate: string | null; asOf: string | null } | null

/** Such as `The claim leaves out “per day” and the date (今年3月).`; null for nothing. */
export function droppedWords(dropped: readonly Dropped[], source: Source = null): string | null {
  if (dropped.length === 0) return null
  const words = dropped.map((one) => (source ? told(one, source) : null) ?? WORDS[one])
  return `The claim leaves out ${words.join(' and ')}.`
}

function told(one: Dropped, { bound, rate, asOf }: NonNullable<Source>): string | null {
  if (one === 'bound') return BOUND_WORDS[bound] ? `“${BOUND_WORDS[bound]}”` : null
  if (one === 'rate') return rate ? `“${rate.replaceAll('_', ' ')}”` : null
  return asOf ? `the date (${asOf})` : null
}

/** A finding stored before such things were told names none. */
export function droppedIn(detail: unknown): Dropped[] {
  const { dropped } = (detail ?? {}) as { dropped?: unknown }
  return Array.isArray(dropped) ? DROPPABLE.filter((one) => dropped.includes(one)) : []
}
