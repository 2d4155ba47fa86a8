/** Currency signs, codes and words, with the ISO 4217 code each stands for. */

const WORDS: Record<string, string> = {
  USD: 'dollar|dollars|us dollar|us dollars|usd|美元|美金|美圆|美圓',
  CNY: 'yuan|renminbi|rmb|cny|元|元人民币|元人民幣|圆|圓|块|块钱|塊|塊錢|人民币|人民幣|yuan rmb',
  EUR: 'euro|euros|eur|欧元|歐元',
  GBP: 'pounds|pound|pounds sterling|pound sterling|gbp|英镑|英鎊',
  JPY: 'yen|jpy|日元|日圆|日圓|円',
  HKD: 'hong kong dollars|hk dollars|hkd|港元|港币|元港币',
  TWD: 'taiwan dollars|new taiwan dollars|twd|新台币|台币|元新台币',
  KRW: 'won|krw|韩元|韓元|韩圆|韓圓',
  INR: 'rupees|rupee|inr|卢比|盧比',
  RUB: 'roubles|rubles|rouble|ruble|rub|卢布|盧布',
  CHF: 'swiss francs|swiss franc|francs|chf|瑞士法郎|元瑞士法郎',
  AUD: 'australian dollars|aud|澳元',
  CAD: 'canadian dollars|cad|加元',
  THB: 'baht|thb|泰铢',
  AED: 'dirham|dirhams|aed|迪拉姆',
  NGN: 'naira|ngn|奈拉',
  ZAR: 'rand|zar|兰特',
  SEK: 'swedish kronor|swedish krona|sek|瑞典克朗',
  NOK: 'norwegian kroner|norwegian krone|nok|挪威克朗',
  DKK: 'danish kroner|danish krone|dkk|丹麦克朗',
  BRL: 'reais|real|brl|雷亚尔',
  MXN: 'mexican pesos|mxn|墨西哥比索',
  PHP: 'philippine pesos|php|菲律宾比索',
  IDR: 'rupiah|idr|印尼盾',
  VND: 'dong|vnd|越南盾',
  MYR: 'ringgit|myr|令吉|林吉特',
  TRY: 'lira|turkish lira|try|里拉',
  PLN: 'zloty|zlotys|pln|兹罗提',
  SAR: 'saudi riyals|riyals|sar|里亚尔',
  ILS: 'shekels|shekel|ils|谢克尔',
  NZD: 'new zealand dollars|nzd|纽元|新西兰元',
  MOP: 'patacas|pataca|mop|澳门元',
  SGD: 'singapore dollars|sgd|新加坡元|新元|坡币',
}

/** Word (lower case) → code. */
export const CURRENCY_WORDS: [string, string][] = Object.entries(WORDS).flatMap(([code, words]) =>
  words.split('|').map((word): [string, string] => [word, code]),
)

const SIGNS: [string, string][] = [
  ['us$', 'USD'],
  ['hk$', 'HKD'],
  ['nt$', 'TWD'],
  ['au$', 'AUD'],
  ['ca$', 'CAD'],
  ['cn¥', 'CNY'],
  ['jp¥', 'JPY'],
  ['a$', 'AUD'],
  ['c$', 'CAD'],
  ['s$', 'SGD'],
  ['r$', 'BRL'],
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['₹', 'INR'],
  ['₩', 'KRW'],
  ['₽', 'RUB'],
  ['人民币', 'CNY'],
  ['新台币', 'TWD'],
  ['港币', 'HKD'],
  ['美元', 'USD'],
  ['rmb', 'CNY'],
  ['cny', 'CNY'],
  ['usd', 'USD'],
  ['eur', 'EUR'],
  ['gbp', 'GBP'],
  ['jpy', 'JPY'],
  ['hkd', 'HKD'],
  ['chf', 'CHF'],
  ['sek', 'SEK'],
  ['nok', 'NOK'],
  ['dkk', 'DKK'],
  ['aud', 'AUD'],
  ['cad', 'CAD'],
  ['sgd', 'SGD'],
  ['twd', 'TWD'],
  ['krw', 'KRW'],
  ['thb', 'THB'],
  ['aed', 'AED'],
  ['zar', 'ZAR'],
  ['brl', 'BRL'],
  ['inr', 'INR'],
  ['rs', 'INR'],
  ['rs.', 'INR'],
  ['新加坡元', 'SGD'],
]
const NEAR = 60
const JAPANESE = /[\u3040-\u30ff]|(?<![a-z])(?:yen|japan(?:ese)?|tokyo)(?![a-z])|日元|日本|日圆/

/** By their last sign, so that a number without any currency costs one look. */
const BY_LAST = new Map<string, [string, string][]>()
for (const row of SIGNS) {
  const last = row[0].at(-1) ?? ''
  BY_LAST.set(last, [...(BY_LAST.get(last) ?? []), row])
}

/** The currency sign or code that ends right before `at` (one space allowed), with its start. */
export function currencyBefore(
  plain: string,
  at: number,
  language: string | undefined,
): { code: string; start: number } | null {
  const end = plain[at - 1] === ' ' ? at - 1 : at
  const last = plain[end - 1] ?? ''
  if (last === '¥') {
    const long = plain.startsWith('cn¥', end - 3) || plain.startsWith('jp¥', end - 3)
    if (!long) return { code: yenOrYuan(plain, at, language), start: end - 1 }
  }
  for (const [sign, code] of BY_LAST.get(last) ?? []) {
    if (end < sign.length || !plain.startsWith(sign, end - sign.length)) continue
    const start = end - sign.length
    // Letters before a code make it part of another word ('hours 5').
    if (/^[a-z]/.test(sign) && /[a-z]/.test(plain[start - 1] ?? '')) continue
    return { code, start }
  }
  return null
}

/** ¥ is shared: yen in Japanese text or beside Japanese words of the same line, yuan otherwise. */
function yenOrYuan(plain: string, at: number, language: string | undefined): string {
  if (language?.startsWith('ja')) return 'JPY'
  if (language?.startsWith('zh')) return 'CNY'
  const before = plain.slice(Math.max(0, at - NEAR), at)
  const after = plain.slice(at, at + NEAR)
  const line = before.slice(before.lastIndexOf('\n') + 1) + (after.split('\n', 1)[0] ?? '')
  return JAPANESE.test(line) ? 'JPY' : 'CNY'
}
