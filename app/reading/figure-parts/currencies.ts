/** Currency signs, codes and words, with the ISO 4217 code each stands for. */

const WORDS: Record<string, string> = {
  USD: 'dollar|dollars|us dollar|us dollars|usd|美元|美金|美圆|美圓',
  CNY: 'yuan|renminbi|rmb|cny|元|元人民币|元人民幣|圆|圓|块|块钱|塊|塊錢|人民币|人民幣|yuan rmb',
  EUR: 'euro|euros|eur|欧元|歐元',
  GBP: 'pounds|pound|pounds sterling|pound sterling|gbp|英镑|英鎊',
  JPY: 'yen|jpy|日元|日圆|日圓|円',
  HKD: 'hong kong dollars|hk dollars|hkd|港元|港币|港幣',
  TWD: 'taiwan dollars|new taiwan dollars|twd|新台币|新台幣|新臺幣|台币|台幣',
  KRW: 'won|krw|韩元|韓元|韩圆|韓圓',
  INR: 'rupees|rupee|inr|卢比|盧比',
  RUB: 'roubles|rubles|rouble|ruble|rub|卢布|盧布',
  CHF: 'swiss francs|francs|chf|瑞士法郎',
  AUD: 'australian dollars|aud|澳元',
  CAD: 'canadian dollars|cad|加元',
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
  ['人民幣', 'CNY'],
  ['新台币', 'TWD'],
  ['新台幣', 'TWD'],
  ['新臺幣', 'TWD'],
  ['港币', 'HKD'],
  ['港幣', 'HKD'],
  ['美元', 'USD'],
  ['rmb', 'CNY'],
  ['cny', 'CNY'],
  ['usd', 'USD'],
  ['eur', 'EUR'],
  ['gbp', 'GBP'],
  ['jpy', 'JPY'],
  ['hkd', 'HKD'],
  ['chf', 'CHF'],
  ['inr', 'INR'],
  ['rs', 'INR'],
]
const NEAR = 60
const JAPANESE = /[\u3040-\u30ff]|(?<![a-z])(?:yen|japan(?:ese)?|tokyo)(?![a-z])|日元|日本|日圆/

/** The currency sign or code that ends right before `at` (one space allowed), with its start. */
export function currencyBefore(
  plain: string,
  at: number,
  language: string | undefined,
): { code: string; start: number } | null {
  const end = plain[at - 1] === ' ' ? at - 1 : at
  if (plain[end - 1] === '¥') {
    const long = plain.startsWith('cn¥', end - 3) || plain.startsWith('jp¥', end - 3)
    if (!long) return { code: yenOrYuan(plain, at, language), start: end - 1 }
  }
  for (const [sign, code] of SIGNS) {
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
