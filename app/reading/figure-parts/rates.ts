/** Per how long or per what a figure is counted: "a day", "daily", 日均, 每年. */
import { isDigit } from './digits.ts'

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
  person: 'per_person',
  head: 'per_person',
  capita: 'per_person',
  barrel: 'per_barrel',
  tonne: 'per_tonne',
  ton: 'per_tonne',
  share: 'per_share',
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
const AFTER =
  /^(?:(?: (?:a|an|per|each|every) |\/ ?| per-)(day|week|month|quarter|year|hour|minute|second|person|head|capita|barrel|tonne|ton|share|annum)(?![a-z])(?! (?:earlier|ago|before|later|old|on|in|now))| (?:on average )?(daily|weekly|monthly|quarterly|yearly|annually|hourly)(?![a-z])| (?:p\.a\.|pa(?![a-z])))/
/** 200,000 cars a year: the thing counted stands between. */
const AFTER_THING =
  /^(?: of [a-z]+| (?!(?:times|in|of|for|to|was|were|is|are|on|at|by|than|from|met|and|or|as|but|with)(?![a-z]))[a-z]+) (?:a|an|per|each|every) (day|week|month|quarter|year|hour|minute|second|person|head|barrel|tonne|ton|share)(?![a-z])(?! (?:earlier|ago|before|later|old|on|in|now))/
/** Weekly active users are counted once, not weekly. */
const ADVERB_BEFORE =
  /(?<![a-z])(daily|weekly|monthly|quarterly|yearly|annual|annually|annualised|annualized|hourly)(?![a-z])(?! (?:active|unique|users))|(?<![a-z])(?:each|every|per) (day|week|month|quarter|year|hour|minute|second|person)(?![a-z])/
const CHINESE_AFTER = /^次?(?:\/|每)(?:个?(月)|(天|日|周|星期|年|小时|时|分钟|分|秒|人|吨|桶|股|季度))/
const CHINESE_BEFORE =
  /日均|每天|每日|单日|周均|每周|月均|每个?月|年均|每年|年化|每小时|每分钟|每秒|人均|每人|每股|每季度|每吨|每桶|每升/
const CHINESE_RATE: [string, string][] = [
  ['小时', 'per_hour'],
  ['季', 'per_quarter'],
  ['星期', 'per_week'],
  ['日', 'per_day'],
  ['天', 'per_day'],
  ['周', 'per_week'],
  ['月', 'per_month'],
  ['年', 'per_year'],
  ['时', 'per_hour'],
  ['分', 'per_minute'],
  ['秒', 'per_second'],
  ['人', 'per_person'],
  ['股', 'per_share'],
  ['吨', 'per_tonne'],
  ['桶', 'per_barrel'],
  ['升', 'per_litre'],
]

/** Looks right after the figure, and after one counted thing where `counted`; null where no rate is named there. */
function rateAfter(plain: string, end: number, counted = false): string | null {
  // Most figures have no rate: the first sign after them already tells.
  const opens = plain[end]
  if (opens === ' ' || opens === '/') {
    const match = AFTER.exec(plain.slice(end, end + 26))
    if (match) return UNIT_RATE[match[1] ?? match[2] ?? 'year'] ?? null
    const thing = counted ? AFTER_THING.exec(plain.slice(end, end + 36)) : null
    if (thing) return UNIT_RATE[thing[1] ?? ''] ?? null
  }
  if (opens !== '每' && opens !== '/' && opens !== '次') return null
  const match = CHINESE_AFTER.exec(plain.slice(end, end + 6))
  return match ? chineseRate(match[1] ?? match[2] ?? '') : null
}

/** Looks back over the figure's clause, no further than the figure before it; null where it names no rate. */
export function rateBefore(plain: string, start: number): string | null {
  const from = clauseStart(plain, start)
  if (start - from < 2) return null
  const before = plain.slice(from, start)
  const adverb = ADVERB_BEFORE.exec(before)
  if (adverb) return UNIT_RATE[adverb[1] ?? adverb[2] ?? ''] ?? null
  const chinese = CHINESE_BEFORE.exec(before)
  return chinese ? chineseRate(chinese[0]) : null
}

export function rateAround(plain: string, start: number, end: number, counted = false): string | null {
  return rateAfter(plain, end, counted) ?? rateBefore(plain, start)
}

function chineseRate(words: string): string | null {
  return CHINESE_RATE.find(([sign]) => words.includes(sign))?.[1] ?? null
}

const STOPS = new Set(Array.from('.;:,\n，。；！？、：', (sign) => sign.charCodeAt(0)))

/** Where the words that may speak of a figure at `start` begin: after the last stop or digit. */
export function clauseStart(plain: string, start: number): number {
  const limit = Math.max(0, start - LOOK_BACK)
  let from = start
  while (from > limit) {
    const code = plain.charCodeAt(from - 1)
    if (isDigit(code) || STOPS.has(code)) break
    from -= 1
  }
  return from
}
