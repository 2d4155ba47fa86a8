/** Which unit stands after a number: the canonical name, its kind, and where it ends. */
import type { FigureKind } from '#reading/figure.ts'
import { CHINESE_UNITS } from '#reading/figure-parts/chinese/chinese-units.ts'
import { readLetterUnit } from '#reading/figure-parts/english/english-letter-unit.ts'
import { JAPANESE_UNITS } from '#reading/figure-parts/japanese/japanese.ts'
import type { Page } from '#reading/figure-parts/shared/draft.ts'
import { follows } from '#reading/figure-parts/shared/sticky.ts'
import { CURRENCY_WORDS } from './currencies.ts'

export type UnitMatch = {
  unit: string
  kind: FigureKind
  end: number
  rate: string | null
  /** A hundred of them make one of the unit: pence, US cents. */
  hundredths?: boolean
}
type Unit = { unit: string; kind: FigureKind; rate?: string; hundredths?: boolean }

const BY_WORD = new Map<string, Unit>()
/** Units that begin with a sign other than a letter, by that sign, longest first. */
const BY_SIGN = new Map<string, { words: string; unit: Unit }[]>()

function add(kind: FigureKind, unit: string, words: string, rate?: string) {
  for (const word of words.split('|')) {
    const meant = { unit, kind, ...(rate ? { rate } : {}) }
    if (/^[a-z]/.test(word)) BY_WORD.set(word, meant)
    else {
      const row = BY_SIGN.get(word[0] ?? '') ?? []
      if (row.length === 0) BY_SIGN.set(word[0] ?? '', row)
      row.push({ words: word, unit: meant })
      row.sort((a, b) => b.words.length - a.words.length)
    }
  }
}

add('percent', 'percent', '%|percent|per cent|pct|pc|个百分比')
add('percent', 'permille', '‰|per mille|permille')
add(
  'percentage_point',
  'percentage_point',
  'percentage point|percentage points|percent point|percent points|pp|ppt|ppts|个百分点|個百分點|百分点|百分點',
)
add('percentage_point', 'basis_points', 'basis point|basis points|bp|bps|个bp|个基点|個基點|基点|基點')
add('multiple', 'times', '×|fold|times|倍')
add('magnitude', 'orders_of_magnitude', 'order of magnitude|orders of magnitude|个数量级|数量级')
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
add('number', 'kilometres', 'km|kms|kilometre|kilometres|kilometer|kilometers|公里|千米')
add('number', 'kilometres', 'km/h|kph|kmh|kmph|公里/小时|公里每小时', 'per_hour')
add('number', 'metres', 'metre|metres|meter|meters|米|公尺')
add('number', 'centimetres', 'cm|centimetre|centimetres|centimeter|centimeters|厘米|公分')
add('number', 'millimetres', 'mm|millimetre|millimetres|millimeter|millimeters|毫米')
add('number', 'nanometres', 'nm|nanometre|nanometres|nanometer|nanometers|纳米|奈米')
add('number', 'miles', 'mile|miles|英里')
add('number', 'miles', 'mph', 'per_hour')
add('number', 'micrometres', 'micron|microns|µm|μm|micrometre|micrometres|micrometer|micrometers|微米')
add('number', 'yards', 'yard|yards|yd|yds')
add('number', 'nautical_miles', 'nautical mile|nautical miles')
add('number', 'light_years', 'light year|light years|光年')
add('number', 'knots', 'knot|knots')
add('number', 'feet', 'foot|feet|ft|英尺')
add('number', 'inches', 'inch|inches|in|英寸|英吋')
add('number', 'kilograms', 'kg|kgs|kilogram|kilograms|kilo|kilos|公斤|千克')
add('number', 'grams', 'gram|grams|克')
add('number', 'milligrams', 'mg|milligram|milligrams|毫克')
add('number', 'tonnes', 'tonne|tonnes|metric ton|metric tons|metric tonne|metric tonnes|吨|噸|公吨|公噸')
add('number', 'tons', 'ton|tons')
add('number', 'pounds_weight', 'lb|lbs')
add('number', 'stone', 'stone|stones|st')
add('number', 'parts_per_million', 'ppm|parts per million')
add('number', 'parts_per_billion', 'ppb|parts per billion')
add('number', 'ounces', 'ounce|ounces|oz|troy ounce|troy ounces|盎司')
add('number', 'carats', 'carat|carats|克拉')
add('number', 'jin', '斤|市斤')
add('number', 'mu', '亩|畝')
add('number', 'hectares', 'ha|hectare|hectares|公顷|公頃')
add('number', 'acre_feet', 'acre foot|acre feet')
add('number', 'acres', 'acre|acres|英亩|英畝')
add(
  'number',
  'square_metres',
  'sq m|sqm|m²|㎡|square metres|square meters|square metre|square meter|平方米|平米|平方公尺',
)
add(
  'number',
  'square_kilometres',
  'sq km|km²|square kilometres|square kilometers|square kilometre|square kilometer|平方公里|平方千米',
)
add('number', 'square_feet', 'sq ft|square feet|square foot|平方英尺')
add('number', 'square_miles', 'sq mi|square miles|square mile|平方英里')
add('number', 'cubic_metres', 'm³|㎥|cubic metres|cubic meters|cubic metre|cubic meter|立方米|立方公尺')
add('number', 'litres', 'litre|litres|liter|liters|升|公升')
add('number', 'millilitres', 'ml|millilitre|millilitres|milliliter|milliliters|毫升')
add('number', 'barrels', 'barrel|barrels|bbl|桶')
add('number', 'barrels', 'bpd|b/d', 'per_day')
add('number', 'pints', 'pint|pints')
add('number', 'bushels', 'bushel|bushels|蒲式耳')
add('number', 'cubic_feet', 'cubic feet|cubic foot|cu ft')
add('number', 'gallons', 'gallon|gallons|加仑|加侖')
add(
  'number',
  'celsius',
  '°c|℃|degrees celsius|degree celsius|degrees centigrade|degrees c|deg c|摄氏度|攝氏度',
)
add('number', 'fahrenheit', '°f|℉|degrees fahrenheit|degree fahrenheit|degrees f|deg f|华氏度|華氏度')
add('number', 'degrees', '°|degree|degrees|度')
add('number', 'kilobytes', 'kb|kilobyte|kilobytes')
add('number', 'megabytes', 'mb|megabyte|megabytes|兆字节')
add('number', 'gigabytes', 'gb|gigabyte|gigabytes')
add('number', 'terabytes', 'tb|terabyte|terabytes')
add('number', 'petabytes', 'pb|petabyte|petabytes')
add('number', 'exabytes', 'eb|exabyte|exabytes')
add('number', 'micrograms', 'µg|μg|microgram|micrograms|微克')
add('number', 'watt_hours', 'wh|watt hour|watt hours|瓦时')
add('number', 'milliampere_hours', 'mah')
add('number', 'megapixels', 'mp|megapixel|megapixels')
add('number', 'joules', 'joule|joules')
add('number', 'bytes', 'byte|bytes|字节|位元組')
add('number', 'terabits_per_second', 'tbps|terabits per second')
add('number', 'gigabits_per_second', 'gbps|gigabits per second|gigabit per second')
add('number', 'megabits_per_second', 'mbps|megabits per second|megabit per second')
add('number', 'horsepower', 'horsepower|hp|bhp|马力')
add('number', 'volts', 'volt|volts|伏|伏特')
add('number', 'calories', 'calorie|calories|kcal|大卡|千卡')
add('number', 'decibels', 'decibel|decibels|db|分贝')
add('number', 'watts', 'watt|watts|瓦')
add('number', 'kilowatts', 'kw|kilowatt|kilowatts|千瓦')
add('number', 'megawatts', 'mw|megawatt|megawatts|兆瓦')
add('number', 'gigawatts', 'gw|gigawatt|gigawatts|吉瓦')
add('number', 'terawatts', 'tw|terawatt|terawatts|太瓦')
add('number', 'kilowatt_hours', 'kwh|kilowatt hour|kilowatt hours|千瓦时|千瓦時|度电|度電')
add('number', 'megawatt_hours', 'mwh|megawatt hour|megawatt hours|兆瓦时|兆瓦時')
add('number', 'gigawatt_hours', 'gwh|gigawatt hour|gigawatt hours|吉瓦时')
add('number', 'terawatt_hours', 'twh|terawatt hour|terawatt hours|太瓦时')
add('number', 'hertz', 'hz|hertz|赫兹')
add('number', 'megahertz', 'mhz|兆赫')
add('number', 'gigahertz', 'ghz')
for (const prefix of ['giga', 'tera', 'peta', 'exa']) add('number', `${prefix}flops`, `${prefix}flops`)
add('number', 'flops', 'flops')
for (const [kind, unit, words] of [...CHINESE_UNITS, ...JAPANESE_UNITS]) add(kind, unit, words)
for (const [word, code] of CURRENCY_WORDS) add('money', code, word)
/** Many currencies have cents: without a name beside them they are their own unit. */
add('number', 'cents', 'cent|cents')
for (const [code, words] of [
  ['GBP', 'pence|penny'],
  ['USD', 'us cent|us cents|american cents'],
  ['EUR', 'euro cent|euro cents|eurocent|eurocents'],
  ['AUD', 'australian cents'],
  ['CAD', 'canadian cents'],
] as const)
  for (const word of words.split('|')) BY_WORD.set(word, { unit: code, kind: 'money', hundredths: true })

/**
 * Looks right after the number (one space or hyphen allowed), the caller's own units first; null where what follows is no
 * unit.
 */
export function readUnit(page: Page, at: number): UnitMatch | null {
  const { source, plain } = page
  const opens = plain.charCodeAt(at)
  const gap = opens === 0x20 || opens === 0x2d ? 1 : 0
  const start = at + gap
  const own = page.ownUnits ? readOwnUnit(plain, page.ownUnits, start) : null
  if (own) return own
  const code = plain.charCodeAt(start)
  if (!(code >= 0x61 && code <= 0x7a)) {
    const unit = readSignUnit(plain, start)
    return opens === 0x2d ? null : unit
  }
  WORDS.lastIndex = start
  let words = WORDS.exec(plain)?.[0] ?? ''
  while (words) {
    if (words.length === 1)
      return isWordSign(plain, start + 1) ? null : readLetterUnit(source, plain, start, gap)
    const unit = words.endsWith('.')
      ? undefined
      : BY_WORD.get(/[.-]/.test(words) ? words.replaceAll('.', '').replaceAll('-', ' ') : words)
    // "5 in" begins a phrase, 5in are inches; 3.2pc are per cent, 3 PCs computers.
    const other =
      (gap === 1 && (words === 'in' || words === 'st')) ||
      (words === 'pc' && source[start] !== 'p') ||
      // 50 Cent is a singer.
      (words === 'cent' && source[start] !== 'c') ||
      // Two stone walls weigh nothing.
      (words === 'stone' && !follows(STONE_AFTER, plain, start + 5))
    if (unit && !isWordSign(plain, start + words.length) && !other) return matched(unit, start + words.length)
    words = words.slice(0, Math.max(0, lastBreak(words)))
  }
  return null
}

const STONE_AFTER =
  /(?=$|[.,;:)]| (?:\d|one|two|three|four|five|six|seven|eight|nine|ten|lighter|heavier|overweight|and|in|over|under|since|to|after|by|when|at|more|less|of (?:fat|weight))(?![a-z]))/y
/** Up to three words, with the signs that units are written with. */
const WORDS = /(?:u\.s\.|[a-z]+[./²³]?[a-z²³]*)(?:[ -][a-z]+){0,2}/y

/** Where the last word of `words` begins to be cut off: before a space, hyphen, slash or point. */
function lastBreak(words: string): number {
  for (let at = words.length - 1; at > 0; at -= 1) if (/[^a-z]/.test(words[at] ?? '')) return at
  return 0
}

function isWordSign(plain: string, at: number): boolean {
  const code = plain.charCodeAt(at)
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)
}

function readOwnUnit(plain: string, own: ReadonlyMap<string, string>, start: number): UnitMatch | null {
  let best: UnitMatch | null = null
  for (const [word, unit] of own) {
    if (!plain.startsWith(word, start)) continue
    const end = start + word.length
    if (/[a-z]$/.test(word) && isWordSign(plain, end)) continue
    if (!best || end > best.end) best = { unit, kind: 'number', end, rate: null }
  }
  return best
}

function readSignUnit(plain: string, start: number): UnitMatch | null {
  const row = BY_SIGN.get(plain[start] ?? '')
  if (!row) return null
  for (let index = 0; index < row.length; index += 1) {
    const { words, unit } = row[index]!
    if (words.length > 1 && !plain.startsWith(words, start)) continue
    const end = start + words.length
    const other = NOT_A_UNIT.get(words)
    if (other && follows(other, plain, end) && !(words === '元' && isSum(plain, start))) continue
    if (/[a-z]$/.test(words) && isWordSign(plain, end)) continue
    return matched(unit, end)
  }
  return null
}

/** 100元材料费 and 5亿元股份 are sums, 三元材料 is a word; a year stands before 元旦 and 元月. */
function isSum(plain: string, start: number): boolean {
  const before = plain[start - 1] ?? ''
  return SUM.test(before) && !/^元[旦宵月]/.test(plain.slice(start, start + 2))
}

const SUM = /[\d万亿]/

/** Signs that are units alone but not before these: 人工, 年度, 米饭, 分享… */
const NOT_A_UNIT = new Map<string, RegExp>([
  ['人', /[民均类物才权士口格制份造文心选]|工(?!作)/y],
  ['年', /[度级代份轮糕]|月(?![供租付均])/y],
  ['元', /[素旦首月宵老锂催悖论化桥材股前方函醇酸说]/y],
  ['度', /[假过]/y],
  ['位', /[置列于居数]/y],
  ['名', /[单列为义]/y],
  ['周', /[一二三四五六日末岁边期围目]/y],
  ['克', /[服隆]/y],
  ['升', /[至到级高降幅]/y],
  ['天', /[然津]|气(?!温)/y],
  [
    '块',
    /(?![钱左上以的每多出了到至和就都也起包打零一二三四五六七八九])[\u3400-\u9fffa-z]|\d+(?:\.\d|[英寸吋平米公])/y,
  ],
  ['米', /[饭粉其]/y],
  ['秒', /[杀]/y],
  ['日', /[均元圆前后报电讯本游化语式系产常夜历]/y],
  ['载', /[客货重人体荷]/y],
  ['坪', /[山洲石]/y],
  ['磅', /[礴]/y],
  ['立方', /[米公厘分体]/y],
  ['里', /(?![地路外长的多])[\u3400-\u9fff]/y],
  ['尺', /[度寸码骨]/y],
  ['寸', /[土步草铁头]/y],
  ['安', /[全徽排置装防保检康理]/y],
  ['丈', /[夫量人母]/y],
])

function matched({ unit, kind, rate: own, hundredths }: Unit, end: number): UnitMatch {
  const rate = own ?? null
  return hundredths ? { unit, kind, end, rate, hundredths } : { unit, kind, end, rate }
}
