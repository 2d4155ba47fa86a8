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
  '㎡': 'per_square_metre',
  平米: 'per_square_metre',
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
  `每(?:一|个)?(${THINGS})(?!度|报|经济新闻|日电)|([日周月季年户亩])均|(?<![告疑事责证病伤死])(人)均(?![已获未系遭表不])|单([日月])|([时日月年])(?:薪|入(?=[近约超过逾万千])|租|供(?!应)|产能|产量|销量|供应量)|(年)化|(时)速|(亩)产|(?<![今昨当明])(日)(?:调用|处理|消耗|用电|发电|供水|供气|运|客流|门诊|吞吐|成交|活跃|访问|接待)量|([日月年])最低|(呎)[价租]`,
  'g',
)
/** A share of growth is per year or month only where that is said of the growth itself: 年均增长5%, 每月上升2%. */
const OF_GROWTH = new Set(['per_year', 'per_month', 'per_quarter', 'per_week', 'per_day'])
/** 65.2美元一桶, 三块五一斤: a price and what it buys one of. */
const OF_ONE_AFTER = new RegExp(`^一(${THINGS}|个?人)(?=$|[^\\u3400-\\u9fff])`)
const LONGEST_AFTER = 7
const NEAR_SHARE = 8

/** The rate right after a figure; null where none is named there. */
export function chineseRateAfter(plain: string, end: number): string | null {
  const match = AFTER.exec(plain.slice(end, end + LONGEST_AFTER))
  return match ? (PER[match[1] ?? ''] ?? null) : null
}

/** The rate that one thing right after a price names, and where it ends; null where none stands there. */
export function priceOfOne(plain: string, end: number): { rate: string; end: number } | null {
  if (plain[end] !== '一') return null
  const match = OF_ONE_AFTER.exec(plain.slice(end, end + LONGEST_AFTER))
  const rate = match ? PER[(match[1] ?? '').replace('个', '')] : undefined
  return match && rate ? { rate, end: end + match[0].length } : null
}

/** The rate that the words before a figure name; `share`: the figure is a percentage, which 日均 and 人均 say nothing of. */
export function chineseRateBefore(before: string, share: boolean): string | null {
  let rate: string | null = null
  // 每天走七千步者风险降低47%: what is done every day is no rate of a share further on.
  BEFORE.lastIndex = 0
  for (let match = BEFORE.exec(before); match; match = BEFORE.exec(before)) {
    const word = match.slice(1).find((part) => part !== undefined) ?? ''
    const per = PER[word] ?? null
    const grows = OF_GROWTH.has(per ?? '') && /^(?:每|年)/.test(match[0])
    if (share && per && !(grows && before.length - BEFORE.lastIndex <= NEAR_SHARE)) continue
    rate = per
  }
  return rate
}
