/** Whether letters after digits are a scale or a unit: 12m copies are millions, a 12m wall metres, $40mm a finance million. */
import type { Page } from '#reading/figure-parts/shared/draft.ts'
import { follows } from '#reading/figure-parts/shared/sticky.ts'
import { readUnit } from '#reading/figure-parts/units/units.ts'
import type { EnglishNumber } from './english-number.ts'

/** Things in the plural, after one word at most; no words of place or manner, no long, high or deep things, no races. */
const COUNTED =
  / (?!(?:of|to|in|at|on|by|for|from|per|and|or|as|was|is|has|does|this|his|its|across|less|plus|minus|times|long|wide|high|tall|deep|thick|away|apart|below|above|beneath|underground|short|up|down|off|out|into|under|over|with|before|after|hurdles|freestyle|breaststroke|butterfly|backstroke|medley|relay|sprint|heats|finals|final|sprints|race|races|steeplechase|waves|walls|cables|poles|swells|seas|masts)(?![a-z]))(?:(?!(?:of|to|in|at|on|by|for|from|per|and|or)(?![a-z]))[a-z-]+ )?[a-z]{2,}(?<!as|is|us|ss)s(?![a-z])/y
const COUNTED_IRREGULAR = / (?:[a-z-]+ )?(?:people|children|men|women|sq|square|cubic)(?![a-z])/y
const THINGS_BEFORE =
  /(?:sold|shipped|attracted|drew|delivered|produced|carried|sales|users|subscribers|population|viewers|passengers|customers|visitors|people|homes|jobs|audience|members|membership|downloads|copies|units|votes|deliveries|shipments|households|tourists|workers|views|shares|followers|listeners|readers|turnout|circulation|attendances?|registrations|orders|bookings|claims|arrivals|footfall|traffic|deaths|cases|doses|tests|fans|volumes|(?:passenger|visitor|user|subscriber|customer|tourist|student|patient|pupil|membership) (?:numbers|figures|total|base|count))(?![a-z])/

/** The number with its doubtful scale, where that is meant; else the number as it stands. */
export function settleScale(
  page: Page,
  start: number,
  number: EnglishNumber,
  isMoney: boolean,
): EnglishNumber {
  const { doubtfulScale } = number
  if (!doubtfulScale || !(isMoney || isScale(page, start, doubtfulScale.end, doubtfulScale.scaleWords)))
    return number
  return { ...number, ...doubtfulScale }
}

function isScale(page: Page, start: number, end: number, scaleWords: string): boolean {
  const { plain } = page
  if (plain[end] === '+') return isScale(page, start, end + 1, scaleWords)
  if (plain[end] === ' ' || plain[end] === '-') {
    const unit = readUnit(page, end)
    if (unit && unit.end > end + 2) return plain[end] === ' ' || unit.kind === 'money'
  }
  // 40t lorries weigh; trillions in lower case are of money or come with a unit.
  if (scaleWords === 't' || scaleWords === 'mm') return false
  if (plain[end] === ' ' && (follows(COUNTED, plain, end) || follows(COUNTED_IRREGULAR, plain, end)))
    return true
  return THINGS_BEFORE.test(sentenceBefore(plain, start))
}

const LOOK_BACK = 72

function sentenceBefore(plain: string, start: number): string {
  const before = plain.slice(Math.max(0, start - LOOK_BACK), start)
  return before.slice(before.lastIndexOf('. ') + 1)
}
