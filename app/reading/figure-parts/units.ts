/** Which unit stands after a number: the canonical name, its kind, and where it ends. */
import type { FigureKind } from '#reading/figure.ts'
import { CURRENCY_WORDS } from './currencies.ts'

export type UnitMatch = { unit: string; kind: FigureKind; end: number; rate: string | null }
type Unit = { unit: string; kind: FigureKind; rate?: string }

const BY_WORD = new Map<string, Unit>()
let longestCjk = 1

function add(kind: FigureKind, unit: string, words: string, rate?: string) {
  for (const word of words.split('|')) {
    BY_WORD.set(word, { unit, kind, ...(rate ? { rate } : {}) })
    if (/[^ -~]/.test(word)) longestCjk = Math.max(longestCjk, word.length)
  }
}

add('percent', 'percent', '%|percent|per cent|pct|个百分比')
add('percent', 'permille', '‰|per mille|permille')
add(
  'percentage_point',
  'percentage_point',
  'percentage point|percentage points|percent point|percent points|pp|ppt|ppts|个百分点|個百分點|百分点|百分點',
)
add('percentage_point', 'basis_points', 'basis point|basis points|bp|bps|个基点|個基點|基点|基點')
add('multiple', 'times', 'x|×|fold|times|倍')
add('multiple', 'orders_of_magnitude', 'order of magnitude|orders of magnitude|个数量级')
add('number', 'tokens', 'token|tokens|个token|個token|个tokens|词元|詞元|个词元|個詞元')
add('duration', 'years', 'year|years|yr|yrs|年|周年|週年|岁|歲')
add('duration', 'months', 'month|months|个月|個月|個月|个多月|個多月')
add('duration', 'quarters', 'quarter|quarters|个季度')
add('duration', 'weeks', 'week|weeks|周|週|个星期|個星期|星期|个礼拜|個禮拜')
add('duration', 'days', 'day|days|天')
add('duration', 'hours', 'hour|hours|hr|hrs|小时|小時|个小时|個小時|钟头|个钟头')
add('duration', 'minutes', 'minute|minutes|min|mins|分钟|分鐘')
add('duration', 'seconds', 'second|seconds|sec|secs|秒|秒钟|秒鐘')
add('duration', 'milliseconds', 'millisecond|milliseconds|ms|毫秒')
add('duration', 'decades', 'decade|decades')
add('duration', 'centuries', 'century|centuries|个世纪|個世紀')
add('number', 'people', 'people|person|persons|人|名|位')
add('number', 'visits', '人次')
add('number', 'households', 'household|households|户|戶')
add('number', 'users', 'user|users|用户|用戶|名用户|个用户|個用戶')
add('number', 'companies', 'company|companies|firm|firms|家企业|家企業|家公司')
add('number', 'parameters', 'parameter|parameters|个参数|個參數|参数|參數')
add('number', 'kilometres', 'km|kilometre|kilometres|kilometer|kilometers|公里|千米')
add('number', 'kilometres', 'km/h|kph|公里/小时|公里每小时', 'per_hour')
add('number', 'metres', 'm|metre|metres|meter|meters|米|公尺')
add('number', 'centimetres', 'cm|centimetre|centimetres|centimeter|centimeters|厘米|公分')
add('number', 'millimetres', 'mm|millimetre|millimetres|millimeter|millimeters|毫米')
add('number', 'nanometres', 'nm|nanometre|nanometres|nanometer|nanometers|纳米|奈米')
add('number', 'miles', 'mile|miles|英里')
add('number', 'miles', 'mph', 'per_hour')
add('number', 'feet', 'foot|feet|ft|英尺')
add('number', 'inches', 'inch|inches|英寸|英吋')
add('number', 'kilograms', 'kg|kilogram|kilograms|kilo|kilos|公斤|千克')
add('number', 'grams', 'g|gram|grams|克')
add('number', 'milligrams', 'mg|milligram|milligrams|毫克')
add('number', 'tonnes', 't|tonne|tonnes|metric ton|metric tons|吨|噸|公吨|公噸')
add('number', 'tons', 'ton|tons')
add('number', 'pounds_weight', 'lb|lbs')
add('number', 'jin', '斤|市斤')
add('number', 'mu', '亩|畝')
add('number', 'hectares', 'ha|hectare|hectares|公顷|公頃')
add('number', 'acres', 'acre|acres|英亩|英畝')
add(
  'number',
  'square_metres',
  'sq m|sqm|m²|square metres|square meters|square metre|square meter|平方米|平米|平方公尺',
)
add(
  'number',
  'square_kilometres',
  'sq km|km²|square kilometres|square kilometers|square kilometre|square kilometer|平方公里|平方千米',
)
add('number', 'square_feet', 'sq ft|square feet|square foot|平方英尺')
add('number', 'square_miles', 'sq mi|square miles|square mile|平方英里')
add('number', 'cubic_metres', 'm³|cubic metres|cubic meters|cubic metre|cubic meter|立方米|立方公尺')
add('number', 'litres', 'litre|litres|liter|liters|升|公升')
add('number', 'millilitres', 'ml|millilitre|millilitres|milliliter|milliliters|毫升')
add('number', 'barrels', 'barrel|barrels|bbl|桶')
add('number', 'gallons', 'gallon|gallons|加仑|加侖')
add('number', 'celsius', '°c|℃|degrees celsius|degree celsius|摄氏度|攝氏度')
add('number', 'fahrenheit', '°f|℉|degrees fahrenheit|华氏度|華氏度')
add('number', 'degrees', '°|degree|degrees|度')
add('number', 'kilobytes', 'kb|kilobyte|kilobytes')
add('number', 'megabytes', 'mb|megabyte|megabytes|兆字节')
add('number', 'gigabytes', 'gb|gigabyte|gigabytes')
add('number', 'terabytes', 'tb|terabyte|terabytes')
add('number', 'petabytes', 'pb|petabyte|petabytes')
add('number', 'bytes', 'byte|bytes|字节|位元組')
add('number', 'gigabits_per_second', 'gbps')
add('number', 'megabits_per_second', 'mbps')
add('number', 'watts', 'watt|watts|瓦')
add('number', 'kilowatts', 'kw|kilowatt|kilowatts|千瓦')
add('number', 'megawatts', 'mw|megawatt|megawatts|兆瓦')
add('number', 'gigawatts', 'gw|gigawatt|gigawatts|吉瓦')
add('number', 'kilowatt_hours', 'kwh|kilowatt-hour|kilowatt-hours|kilowatt hours|千瓦时|千瓦時|度电|度電')
add('number', 'megawatt_hours', 'mwh|megawatt-hours|megawatt hours|兆瓦时|兆瓦時')
add('number', 'gigawatt_hours', 'gwh|gigawatt-hours|gigawatt hours')
add('number', 'terawatt_hours', 'twh|terawatt-hours|terawatt hours')
add('number', 'hertz', 'hz|hertz|赫兹')
add('number', 'megahertz', 'mhz|兆赫')
add('number', 'gigahertz', 'ghz')
add('number', 'flops', 'flops')
for (const [word, code] of CURRENCY_WORDS) add('money', code, word)

const WORD_AT = /[a-z]+(?:[./²³-][a-z]+)?[²³]?/y
const TWO_WORDS = /[a-z.]+[ -][a-z]+(?: [a-z]+)?/y
/** Units of one letter stand right after the digits only: '5 m' may be anything, '5m' is 5 metres. */
const ONE_LETTER = /^[a-z]$/

/** Looks right after the number (one space or hyphen allowed); null where what follows is no unit. */
export function readUnit(source: string, plain: string, at: number): UnitMatch | null {
  const gap = plain[at] === ' ' || plain[at] === '-' ? 1 : 0
  const start = at + gap
  const cjk = readCjkUnit(plain, start)
  if (cjk) return plain[at] === '-' ? null : cjk
  TWO_WORDS.lastIndex = start
  const pair = TWO_WORDS.exec(plain)?.[0] ?? ''
  for (const words of [pair, pair.slice(0, pair.lastIndexOf(' '))]) {
    const unit = words ? BY_WORD.get(words.replaceAll('.', '')) : undefined
    if (unit) return matched(unit, start + words.length)
  }
  WORD_AT.lastIndex = start
  const word = WORD_AT.exec(plain)?.[0] ?? ''
  const first = /^[a-z]+/.exec(word)?.[0] ?? ''
  for (const candidate of [word, first]) {
    if (!candidate) continue
    const unit = BY_WORD.get(candidate)
    if (!unit) continue
    if (ONE_LETTER.test(candidate) && (gap === 1 || source[start] !== candidate)) continue
    if (/[a-z0-9]/.test(plain[start + candidate.length] ?? '')) continue
    return matched(unit, start + candidate.length)
  }
  return null
}

function readCjkUnit(plain: string, start: number): UnitMatch | null {
  if (!/[^a-z]/.test(plain[start] ?? 'a')) return null
  for (let length = Math.min(longestCjk, plain.length - start); length > 0; length -= 1) {
    const words = plain.slice(start, start + length)
    const unit = BY_WORD.get(words)
    if (!unit || NOT_A_UNIT.some(([sign, next]) => words === sign && next.test(plain[start + length] ?? '')))
      continue
    if (/[a-z]$/.test(words) && /[a-z]/.test(plain[start + length] ?? '')) continue
    return matched(unit, start + length)
  }
  return null
}

/** Signs that are units alone but not before these: 人工, 年度, 米饭, 分享… */
const NOT_A_UNIT: [string, RegExp][] = [
  ['人', /[民工均类類物才权權士]/],
  ['年', /[度级級代月份]/],
  ['元', /[素旦首月宵老]/],
  ['度', /[假过過]/],
  ['位', /[置列于於居]/],
  ['名', /[单單列为為义義]/],
  ['周', /[一二三四五六日末岁歲边邊]/],
  ['克', /[服隆]/],
  ['升', /[至到级級高]/],
  ['天', /[然气氣津]/],
]

function matched(unit: Unit, end: number): UnitMatch {
  return { unit: unit.unit, kind: unit.kind, end, rate: unit.rate ?? null }
}
