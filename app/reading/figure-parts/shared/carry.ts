/** What a figure takes over from the words before it: the tokens and the "daily" of its clause's subject. */

import { clauseStart, rateBefore } from '#reading/figure-parts/units/rates.ts'
import type { Draft } from './draft.ts'

/** Unit and subject rate of the figure before; null where there is none to take over. */
export type Carried = {
  end: number
  unit: string | null
  rate: string | null
  /** The rate is the subject's: it passes over a change in percent to whatever figure is next. */
  subject?: boolean
} | null

const TOKENS = /(?<![a-z])tokens?(?![a-z])|token|词元/
const MAX_APART = 80
/** Within one clause, or after a comma where the words compare with the figure before. */
const SAME_CLAUSE = /^[^,;:，；：、。！？!?\n]*$/
/** …；到2025年底，跃升至100万亿: the next point of a series of dates. */
const SERIES =
  /^[^。！？!?\n]{0,24}[,，；;] ?(?:到|至|截至|今年|去年)[^,，；;。]{0,14}(?:[,，][^,，；;。！？!?\n]*)?$/
const COMPARED =
  /^[^,;，；。！？!?\n]*[,，] ?(?:up|down|and (?:at|to)|from|compared|versus|against|to|then|but|较|比|而|到|至|相比|从|截至|目前|如今|现|已|今年|去年|此后|随后|同期|年底)[^,;，；。！？!?\n]*$/
/** "2.79 million GPU hours" counts something else than tokens. */
const OTHER_THING = /^ (?!(?:in|at|by|as|on|to|and|or|a|per|from|of|for|last|this)(?![a-z]))[a-z]/
const STOP = /[.!?](?:\s|$)/

/**
 * Tokens are taken over only by bare numbers of a thousand and more, a rate only by figures in the same unit that have none.
 * Something grows 1,000-fold once, not daily, even where the sentence begins with "daily".
 */
export function carryOver(
  plain: string,
  draft: Draft,
  before: Carried,
): { unit: string | null; rate: string | null; carry: Carried } {
  if (draft.kind === 'multiple' || draft.kind === 'magnitude' || draft.kind === 'ordinal')
    return { unit: draft.unit, rate: null, carry: before }
  if (draft.kind === 'duration') return { unit: draft.unit, rate: draft.rate, carry: before }
  const bare =
    draft.kind === 'number' &&
    !draft.unit &&
    draft.value.atLeast(1000n) &&
    !OTHER_THING.test(plain.slice(draft.end, draft.end + 6))
  const from = bare || before ? clauseStart(plain, draft.start) : draft.start
  const named = bare && draft.start - from > 4 && TOKENS.test(plain.slice(from, draft.start))
  const joined = before !== null && continues(plain, before.end, draft.start)
  const unit = named || (bare && joined && before.unit === 'tokens') ? 'tokens' : draft.unit
  if (draft.kind === 'percent' && !draft.rate) {
    const rate = rateBefore(plain, draft.start)
    if (rate) return { unit, rate: null, carry: { end: draft.end, unit, rate, subject: true } }
  }
  const fits = unit === before?.unit || (before?.subject && draft.kind !== 'percent')
  const takes = joined && !draft.rate && before.rate !== null && fits && unit !== null
  const rate = takes ? before.rate : draft.rate
  // Only what the clause's subject says holds for its next figure: $0.12 per share says nothing of the one after it.
  const lasting = takes || (rate && rateBefore(plain, draft.start) === rate) ? rate : null
  return { unit, rate, carry: unit || lasting ? { end: draft.end, unit, rate: lasting } : null }
}

function continues(plain: string, from: number, to: number): boolean {
  if (to - from > MAX_APART || to - from < 2) return false
  const words = plain.slice(from, to)
  return (SAME_CLAUSE.test(words) || COMPARED.test(words) || SERIES.test(words)) && !STOP.test(words)
}
