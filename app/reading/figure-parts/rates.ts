/** Per how long or per what a figure is counted: "a day", "daily", 日均, 每年. */

const LOOK_BACK = 48

const AFTER: [RegExp, string][] = (
  [
    ['day', 'per_day'],
    ['week', 'per_week'],
    ['month', 'per_month'],
    ['quarter', 'per_quarter'],
    ['year', 'per_year'],
    ['hour', 'per_hour'],
    ['minute', 'per_minute'],
    ['second', 'per_second'],
    ['person|head|capita', 'per_person'],
    ['barrel', 'per_barrel'],
    ['tonne|ton', 'per_tonne'],
    ['share', 'per_share'],
  ] as [string, string][]
).map(([word, rate]) => [
  new RegExp(
    `^(?: (?:a|an|per|each|every) |/ ?| per-)(?:${word})(?![a-z])(?! (?:earlier|ago|before|later|old|on|in|now))`,
  ),
  rate,
])

const ADVERBS: [string, string][] = [
  ['daily', 'per_day'],
  ['weekly', 'per_week'],
  ['monthly', 'per_month'],
  ['quarterly', 'per_quarter'],
  ['yearly', 'per_year'],
  ['annually', 'per_year'],
  ['annual', 'per_year'],
  ['hourly', 'per_hour'],
]
const ADVERB_AFTER: [RegExp, string][] = ADVERBS.map(([word, rate]) => [
  new RegExp(`^ ${word}(?![a-z])`),
  rate,
])
const ADVERB_BEFORE = /(?<![a-z])(daily|weekly|monthly|quarterly|yearly|annual|hourly)(?![a-z])[^.;:,\n\d]*$/
const LATIN = /(?<![a-z])(?:per annum|p\.a\.)/
const CHINESE_AFTER: [RegExp, string][] = [
  [/^(?:\/|每)(?:天|日)/, 'per_day'],
  [/^(?:\/|每)(?:周|週|星期)/, 'per_week'],
  [/^(?:\/|每)个?月/, 'per_month'],
  [/^(?:\/|每)年/, 'per_year'],
  [/^(?:\/|每)(?:小时|小時|时)/, 'per_hour'],
  [/^(?:\/|每)分[钟鐘]/, 'per_minute'],
  [/^(?:\/|每)秒/, 'per_second'],
  [/^(?:\/|每)(?:人)/, 'per_person'],
  [/^(?:\/|每)(?:吨|噸)/, 'per_tonne'],
  [/^(?:\/|每)(?:桶)/, 'per_barrel'],
  [/^(?:\/|每)(?:股)/, 'per_share'],
]
const CHINESE_BEFORE =
  /(日均|每天|每日|单日|周均|每周|每週|月均|每个月|每個月|每月|年均|每年|年化|每小时|每小時|每分钟|每分鐘|每秒|人均|每人|每股)[^，。；！？、：,;\n\d]*$/
const CHINESE_RATE: Record<string, string> = {
  日: 'per_day',
  天: 'per_day',
  周: 'per_week',
  週: 'per_week',
  月: 'per_month',
  年: 'per_year',
  时: 'per_hour',
  時: 'per_hour',
  秒: 'per_second',
  人: 'per_person',
  股: 'per_share',
}

/** Looks right after the figure, then back over its clause; null where no rate is named. */
export function rateAround(plain: string, start: number, end: number): string | null {
  const after = plain.slice(end, end + 20)
  // Most figures have no rate: the first sign after them already tells.
  const opens = after[0] ?? ''
  if (opens === ' ' || opens === '/' || opens === '-') {
    for (const [rule, rate] of AFTER) if (rule.test(after)) return rate
    for (const [rule, rate] of ADVERB_AFTER) if (rule.test(after)) return rate
    if (LATIN.test(after.slice(0, 11))) return 'per_year'
  }
  if (opens === '每' || opens === '/')
    for (const [rule, rate] of CHINESE_AFTER) if (rule.test(after)) return rate
  const before = plain.slice(Math.max(0, start - LOOK_BACK), start)
  const adverb = /ly|annual/.test(before) ? ADVERB_BEFORE.exec(before)?.[1] : undefined
  if (adverb) return ADVERBS.find(([word]) => word === adverb)?.[1] ?? null
  const chinese = /[均每单年]/.test(before) ? CHINESE_BEFORE.exec(before)?.[1] : undefined
  if (!chinese) return null
  if (/分/.test(chinese)) return 'per_minute'
  const sign = [...chinese].find((one) => CHINESE_RATE[one])
  return sign ? (CHINESE_RATE[sign] ?? null) : null
}
