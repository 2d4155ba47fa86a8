/** Per how long or per what a Chinese text counts: 日均, 每年, 月薪, 元/吨. */

const PER: Record<string, string> = {
  天: 'per_day',
  日: 'per_day',
  昼夜: 'per_day',
  周: 'per_week',
  星期: 'per_week',
  月: 'per_month',
  季度: 'per_quarter',
  季: 'per_quarter',
  年: 'per_year',
  小时: 'per_hour',
  时: 'per_hour',
  分钟: 'per_minute',
  分: 'per_minute',
  秒: 'per_second',
  人: 'per_person',
  股: 'per_share',
  户: 'per_household',
  吨: 'per_tonne',
  公斤: 'per_kilogram',
  千克: 'per_kilogram',
  克: 'per_gram',
  斤: 'per_jin',
  盎司: 'per_ounce',
  桶: 'per_barrel',
  升: 'per_litre',
  公升: 'per_litre',
  立方米: 'per_cubic_metre',
  平方米: 'per_square_metre',
  平方公里: 'per_square_kilometre',
  平方尺: 'per_square_foot',
  方呎: 'per_square_foot',
  呎: 'per_square_foot',
  坪: 'per_ping',
  亩: 'per_mu',
  公顷: 'per_hectare',
  公里: 'per_kilometre',
  千米: 'per_kilometre',
  米: 'per_metre',
  千瓦时: 'per_kilowatt_hour',
  度: 'per_kilowatt_hour',
}
/** Longest first, so that 平方米 is no 平. */
const THINGS = Object.keys(PER)
  .sort((a, b) => b.length - a.length)
  .join('|')
const AFTER = new RegExp(`^次?(?:/|每)(?:个|一)?(${THINGS})`)
/** 每次, 每天每人: the words stand anywhere in the figure's clause; the last one is nearest to the figure. */
const BEFORE = new RegExp(
  `每(?:一|个)?(${THINGS})(?!度|报|经济新闻|日电)|([日周月季年人户亩])均|单([日月])|([时日月年])薪|(年)化|(时)速|(亩)产|(?<![今昨当明])(日)(?:调用|处理|消耗|产|销|用电|发电|供水|供气|运|客流)量|(呎)[价租]`,
  'g',
)
/** A share of growth is per year or month only where that is said of the growth itself: 年均增长5%, 每月上升2%. */
const OF_GROWTH = new Set(['per_year', 'per_month', 'per_quarter', 'per_week', 'per_day'])
const LONGEST_AFTER = 7

/** The rate right after a figure; null where none is named there. */
export function chineseRateAfter(plain: string, end: number): string | null {
  const match = AFTER.exec(plain.slice(end, end + LONGEST_AFTER))
  return match ? (PER[match[1] ?? ''] ?? null) : null
}

/** The rate that the words before a figure name; `share`: the figure is a percentage, which 日均 and 人均 say nothing of. */
export function chineseRateBefore(before: string, share: boolean): string | null {
  let rate: string | null = null
  BEFORE.lastIndex = 0
  for (let match = BEFORE.exec(before); match; match = BEFORE.exec(before)) {
    const word = match.slice(1).find((part) => part !== undefined) ?? ''
    const per = PER[word] ?? null
    if (share && per && !(OF_GROWTH.has(per) && /^(?:每|年)/.test(match[0]))) continue
    rate = per
  }
  return rate
}
