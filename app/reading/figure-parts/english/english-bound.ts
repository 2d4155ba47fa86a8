/** The bound of an English figure: what the words around it say, less what they say of something else. */
import type { Bound } from '#reading/figure.ts'
import { boundAfter, boundBefore } from '#reading/figure-parts/shared/bounds.ts'
import { follows } from '#reading/figure-parts/shared/sticky.ts'

/** "It took over 24 months" is longer; "to buy back shares over 24 months" is within that time. */
const LONGER_THAN =
  /(?:for|took|takes|take|lasted|lasts|spent|after|was|is|are|of|well|just|wait|waited|aged|by) over $/
/** "Above the 140,000 forecast": the figure is the forecast itself. */
const MEASURED_BY_BEFORE = /(?:above|below|over|under|beyond|exceeded|topped|surpassed) (?:the|its|a|an) $/
const MEASURED_BY =
  / (?:points? )?(?:forecast|forecasts|expected|expectations?|estimated?|estimates|target|average|averages|consensus|predicted|projected|projection|seen|recorded|reported|registered|analysts|economists)(?![a-z])/y

/** "Higher than 12 months ago": the span is a date to compare with. */
const COMPARED = /(?:higher|lower|larger|smaller|bigger|cheaper|dearer|worse|better) than $/
const AGO = / (?:ago|earlier|before|previously)(?![a-z])/y

export function boundAround(plain: string, start: number, end: number, isDuration: boolean): Bound {
  const said = boundBefore(plain, start) ?? boundAfter(plain, end) ?? 'exact'
  if (said !== 'gt' && said !== 'lt') return said
  if (isDuration && follows(AGO, plain, end) && COMPARED.test(plain.slice(Math.max(0, start - 14), start)))
    return 'exact'
  if (isDuration && plain.startsWith('over ', start - 5))
    return LONGER_THAN.test(plain.slice(Math.max(0, start - 16), start)) ? said : 'exact'
  if (plain[start - 1] === ' ' && follows(MEASURED_BY, plain, end))
    return MEASURED_BY_BEFORE.test(plain.slice(Math.max(0, start - 14), start)) ? 'exact' : said
  return said
}
