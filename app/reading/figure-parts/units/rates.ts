/** Per how long or per what a figure is counted: "a day", "daily", 日均, 每年. */
import { chineseRateAfter, chineseRateBefore } from '#reading/figure-parts/chinese/chinese-rates.ts'
import { englishRateAfter } from '#reading/figure-parts/english/english-rate.ts'
import { isDigit } from '#reading/figure-parts/numbers/digits.ts'

const LOOK_BACK = 48

const UNIT_RATE: Record<string, string> = {
  day: 'per_day',
  week: 'per_week',
  month: 'per_month',
  quarter: 'per_quarter',
  year: 'per_year',
  hour: 'per_hour',
  minute: 'per_minute',
  second: 'per_second',
  annum: 'per_year',
  daily: 'per_day',
  weekly: 'per_week',
  monthly: 'per_month',
  quarterly: 'per_quarter',
  yearly: 'per_year',
  annually: 'per_year',
  annual: 'per_year',
  annualised: 'per_year',
  annualized: 'per_year',
  hourly: 'per_hour',
}
/** Weekly active users are counted once, not weekly. */
const ADVERB_BEFORE =
  /(?<![a-z])(daily|weekly|monthly|quarterly|yearly|annual|annually|annualised|annualized|hourly)(?![a-z])(?! (?:active|unique|users))|(?<![a-z])(?:each|every|per) (day|week|month|quarter|year|hour|minute|second|person)(?![a-z])/
/** "9,000 tasks per second and 28 teams": what is told of the figure before is not this one's. */
const OF_FIGURE_BEFORE =
  /(?<![a-z])(?:each|every|per) [a-z]|(?<![a-z])(?:daily|weekly|monthly|quarterly|yearly|annually|hourly) (?:and|or|but|to|from|in|for|on|by|with|as|at|while)(?![a-z])/

export type RateHints = {
  /** The thing counted may stand between figure and rate: 200,000 cars a year. */
  counted?: boolean
  /** A change in percent has no rate of its own where a verb tells it: daily sales rose 5%. */
  percent?: boolean
}

/** Looks right after the figure, and after one counted thing where `counted`; null where no rate is named there. */
function rateAfter(plain: string, end: number, counted: boolean): string | null {
  // Most figures have no rate: the first sign after them already tells.
  const cents = plain[end] === 'c' || plain[end] === '¢' ? 1 : 0
  const opens = plain[end + cents]
  if (opens === ' ' || opens === '/' || opens === '-') {
    const english = englishRateAfter(plain, end + cents, counted)
    if (english) return english
  }
  if (opens !== '每' && opens !== '/' && opens !== '次') return null
  return chineseRateAfter(plain, end)
}

/** Looks back over the figure's clause, no further than the figure before it; null where it names no rate. */
export function rateBefore(plain: string, start: number, share = false): string | null {
  const from = clauseStart(plain, start)
  if (start - from < 2) return null
  const before = plain.slice(from, start)
  const adverb = ADVERB_BEFORE.exec(before)
  if (adverb && !(isDigit(plain.charCodeAt(from - 1)) && OF_FIGURE_BEFORE.test(before)))
    return UNIT_RATE[adverb[1] ?? adverb[2] ?? ''] ?? null
  return chineseRateBefore(before, share)
}

/** "Daily sales rose 5%": the share is no daily one. */
const CHANGED_BY =
  /(?<![a-z])(?:rose|fell|grew|gained|climbed|dropped|jumped|slid|slipped|declined|surged|increased|decreased|up|down)(?: by)?(?: (?:more than|less than|about|around|nearly|almost|some|over|a further|another))? $/

export function rateAround(plain: string, start: number, end: number, hints: RateHints = {}): string | null {
  const after = rateAfter(plain, end, hints.counted ?? false)
  if (after) return after
  if (
    hints.percent &&
    (plain.startsWith(' a ', start - 3) || CHANGED_BY.test(plain.slice(Math.max(0, start - 32), start)))
  )
    return null
  return rateBefore(plain, start, hints.percent)
}

const STOPS = new Set(Array.from('.;:,\n，。；！？、：', (sign) => sign.charCodeAt(0)))

const DATE_SIGNS = new Set(Array.from('年月', (sign) => sign.charCodeAt(0)))

/** Where the words that may speak of a figure at `start` begin: after the last stop or digit. */
export function clauseStart(plain: string, start: number): number {
  const limit = Math.max(0, start - LOOK_BACK)
  let from = start
  while (from > limit) {
    const code = plain.charCodeAt(from - 1)
    if (isDigit(code) || STOPS.has(code)) break
    from -= 1
    // The digits of 2025年 and 3月 are no figure that the clause ends with.
    if (DATE_SIGNS.has(code)) while (from > limit && isDigit(plain.charCodeAt(from - 1))) from -= 1
  }
  return from
}
