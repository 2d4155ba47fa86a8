/** Currency signs, codes and words, with the ISO 4217 code each stands for. */

const WORDS: Record<string, string> = {
  USD: 'dollar|dollars|us dollar|us dollars|usd|美元|美金|美圆|美圓|元美金|美刀',
  CNY: 'yuan|chinese yuan|renminbi|rmb|cny|元|元人民币|元人民幣|圆|圓|块|块钱|塊|塊錢|人民币|人民幣|yuan rmb',
  EUR: 'euro|euros|eur|欧元|歐元',
  GBP: 'pounds|pound|pounds sterling|pound sterling|british pounds|gbp|英镑|英鎊|英磅',
  JPY: 'yen|japanese yen|jpy|日元|日圆|日圓|円|日币',
  HKD: 'hong kong dollars|hk dollars|hkd|港元|港币|元港币|元港元|港纸',
  TWD: 'taiwan dollars|new taiwan dollars|twd|新台币|台币|元新台币|元台币|台币元|新台币元',
  KRW: 'won|korean won|south korean won|krw|韩元|韓元|韩圆|韓圓|韩币',
  INR: 'rupees|rupee|indian rupees|inr|卢比|盧比',
  RUB: 'roubles|rubles|rouble|ruble|russian roubles|russian rubles|rub|卢布|盧布',
  CHF: 'swiss francs|swiss franc|francs|chf|瑞士法郎|元瑞士法郎|瑞郎',
  AUD: 'australian dollars|aud|澳元|澳币|澳大利亚元|澳洲元',
  CAD: 'canadian dollars|cad|加元|加币|加拿大元',
  THB: 'baht|thai baht|thb|泰铢|泰币',
  AED: 'dirham|dirhams|aed|迪拉姆',
  NGN: 'naira|ngn|奈拉',
  ZAR: 'rand|south african rand|zar|兰特',
  SEK: 'swedish kronor|swedish krona|swedish crowns|sek|瑞典克朗',
  NOK: 'norwegian kroner|norwegian krone|norwegian crowns|nok|挪威克朗',
  DKK: 'danish kroner|danish krone|danish crowns|dkk|丹麦克朗',
  BRL: 'reais|reals|brl|雷亚尔',
  MXN: 'mexican pesos|mxn|墨西哥比索',
  PHP: 'philippine pesos|php|菲律宾比索',
  IDR: 'rupiah|idr|印尼盾',
  VND: 'dong|vnd|越南盾|越盾',
  MYR: 'ringgit|myr|令吉|林吉特|马币',
  TRY: 'lira|turkish lira|里拉|土耳其里拉',
  UAH: 'hryvnia|hryvnias|uah|格里夫纳',
  KES: 'kenyan shillings|kes',
  PKR: 'pakistani rupees|pakistan rupees|pkr|巴基斯坦卢比',
  BDT: 'taka|bdt',
  CZK: 'czech crowns|czech koruna|czk|捷克克朗',
  HUF: 'forints|forint|huf|福林',
  EGP: 'egyptian pounds|egp|埃及镑',
  CLP: 'chilean pesos|clp',
  ARS: 'argentine pesos|ars|阿根廷比索',
  COP: 'colombian pesos',
  PLN: 'zloty|zlotys|pln|兹罗提',
  SAR: 'saudi riyals|riyals|sar|里亚尔|沙特里亚尔',
  ILS: 'shekels|shekel|ils|谢克尔',
  NZD: 'new zealand dollars|nzd|纽元|新西兰元|纽币',
  MOP: 'patacas|pataca|mop|澳门元|澳门币',
  SGD: 'singapore dollars|sgd|新加坡元|新元|坡币|新币|坡元|星元',
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
  ['nz$', 'NZD'],
  ['mx$', 'MXN'],
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
  ['₦', 'NGN'],
  ['₺', 'TRY'],
  ['₱', 'PHP'],
  ['₫', 'VND'],
  ['฿', 'THB'],
  ['₪', 'ILS'],
  ['₴', 'UAH'],
  ['人民币', 'CNY'],
  ['新台币', 'TWD'],
  ['港币', 'HKD'],
  ['美元', 'USD'],
  ['美金', 'USD'],
  ['港元', 'HKD'],
  ['英镑', 'GBP'],
  ['欧元', 'EUR'],
  ['日元', 'JPY'],
  ['台币', 'TWD'],
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
  ['dh', 'AED'],
  ['dhs', 'AED'],
  ['rm', 'MYR'],
  ['myr', 'MYR'],
  ['rp', 'IDR'],
  ['rp.', 'IDR'],
  ['idr', 'IDR'],
  ['nzd', 'NZD'],
  ['mxn', 'MXN'],
  ['pln', 'PLN'],
  ['rub', 'RUB'],
  ['ngn', 'NGN'],
  ['ksh', 'KES'],
  ['ksh.', 'KES'],
  ['kes', 'KES'],
  ['pkr', 'PKR'],
  ['tk', 'BDT'],
  ['ils', 'ILS'],
  ['vnd', 'VND'],
  ['新加坡元', 'SGD'],
]
/** One capital letter is a currency only with a large amount after it: R3.2bn, N500 million; R2 is a name. */
const LETTER_SIGNS = new Map<string, string>([
  ['r', 'ZAR'],
  ['n', 'NGN'],
])
const LARGE = /[\d.,]+(?:(?:k|m|bn|b|tn)(?![a-z\d])| (?:thousand|million|billion|trillion)(?![a-z]))/y
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
  const letter = end === at ? LETTER_SIGNS.get(last) : undefined
  if (!letter || /[a-z\d]/.test(plain[end - 2] ?? '')) return null
  LARGE.lastIndex = at
  return LARGE.test(plain) ? { code: letter, start: end - 1 } : null
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
