/** Whether "times" counts how often: three times a week, arrested five times; no multiple like five times as many. */
import { follows } from '#reading/figure-parts/shared/sticky.ts'

const OCCASIONS = / (?:a|an|per|each|every|in|during|this|last|since|before|over (?:the|an?))(?![a-z])/y
/** Nothing follows that could be multiplied. */
const ENDS =
  /[.,;:)]|$| (?:and|but|when|while|by|for|to|with|at|on|against|between|he|she|they|it|already|so far)(?![a-z])/y
const MULTIPLIED_BEFORE =
  /(?:rise|rose|risen|grew|grown|grow|increas[a-z]+|up|multipl[a-z]+|expand[a-z]*|jump[a-z]*|soar[a-z]*|surg[a-z]+|subscribed|covered|by|to|of|at|is|was|are|were|be|nearly|almost|about|than|around|valued|worth|least|most|over|under|exactly)(?: (?:by|to|more than|nearly|almost|about|over|some|at least))? $/
const DECIMAL = /\d\.\d+$/
const LOOK_BACK = 30

/** `numberEnd` is where the number ends, `end` where "times" does. */
export function isOften(plain: string, numberEnd: number, end: number): boolean {
  // Nothing happens 3.5 times.
  if (plain[numberEnd] === '-' || DECIMAL.test(plain.slice(Math.max(0, numberEnd - 4), numberEnd)))
    return false
  const before = plain.slice(Math.max(0, numberEnd - LOOK_BACK), numberEnd)
  const start = before.search(/[\d.,]+$|[a-z-]+$/)
  if (follows(OCCASIONS, plain, end)) return !/(?<![a-z])(?:up|by) $/.test(before.slice(0, start))
  if (!follows(ENDS, plain, end)) return false
  const words = before.slice(0, start)
  return /[a-z] $/.test(words) && !MULTIPLIED_BEFORE.test(words) && !before.includes('.')
}
