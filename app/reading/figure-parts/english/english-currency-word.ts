/** Words that are a currency only at times: pounds weigh, "the 12 won praise", three real problems. */

import { clauseStart } from '#reading/figure-parts/units/rates.ts'
import type { UnitMatch } from '#reading/figure-parts/units/units.ts'
import type { EnglishNumber } from './english-number.ts'

const WEIGHED_BEFORE =
  /(?<![a-z])(?:weigh(?:s|ed|ing|t)?|heavy|tall|lift(?:s|ed|ing)?|shed|lost|lose|losing|gained|gain|bench|catch|load)(?![a-z])/
const MONEY_OF =
  /^ of (?:debts?|taxpayers?['’]?|damage|damages|public|funding|savings|investment|cash|aid|tax|taxes|spending|revenue|fines|losses|government|grants?|loans?|cuts|credit|profits?|income)(?![a-z])/
/** "8.8 million pounds (4 million kg)" */
const WEIGHT_AFTER = /^ \([\d.,]+ (?:million )?(?:kg|kilo|tonn|ton)/
const MONEY_AFTER =
  /^ (?:fine|note|ticket|deposit|bill|prize|bonus|fee|charge|voucher|loan|grant|payment|payout|deal|house|home|budget|a-)(?![a-z])/

/** The unit, a weight where pounds weigh, null where the word is none here. */
export function settleWord(
  plain: string,
  start: number,
  number: EnglishNumber,
  unit: UnitMatch,
): UnitMatch | null {
  if (unit.unit === 'KRW')
    return plain.startsWith('won', unit.end - 3) && !number.scaleWords && !number.value.atLeast(100n)
      ? null
      : unit
  if (unit.unit !== 'GBP' || !/pounds?$/.test(plain.slice(unit.end - 6, unit.end))) return unit
  const after = plain.slice(unit.end, unit.end + 20)
  const hyphen = plain[number.end] === '-'
  const weight = hyphen
    ? !MONEY_AFTER.test(after)
    : WEIGHT_AFTER.test(after) ||
      (after.startsWith(' of ') && !MONEY_OF.test(after)) ||
      plain.startsWith(' stone ', start - 7) ||
      WEIGHED_BEFORE.test(plain.slice(clauseStart(plain, start), start))
  return weight ? { unit: 'pounds_weight', kind: 'number', end: unit.end, rate: null } : unit
}
