/** Whether digits at a position belong to the words or signs before them: Article 5, 12 March, +86 10, #3, 图4, 沪深300. */
import type { Page } from '#reading/figure-parts/shared/draft.ts'
import { isCjk } from '#reading/figure-parts/shared/plain-width.ts'
import { endAt } from '#reading/figure-parts/shared/sticky.ts'
import { latinModelEnd, modelEnd } from './model-names.ts'

const NO_UNIT =
  '(?![\\d%]|[,.]\\d| ?(?:points?|percent|per cent|million|billion|trillion|thousand|people|tokens))'
const AFTER_MONTH =
  /\d{1,2}(?:st|nd|rd|th)?(?:(?: ?[-–] ?| to | and )\d{1,2}(?:st|nd|rd|th)?)?(?![\d%]|[.,]\d{3}| percent| million| billion| trillion)(?:,? (?:19|20)\d{2}(?!\d))?|(?:1[5-9]|20)\d{2}(?!\d|,\d)/y
/** Llama 3.1 405B: the size belongs to the name. */
const AFTER_NAME = new RegExp(`\\d+(?:\\.\\d+)*(?:-\\d{1,4})?${NO_UNIT}(?: \\d+(?:\\.\\d+)?b(?![a-z]))?`, 'y')
const CODE = /\d[\da-z]*(?:[/-][\da-z]+)*/y
/** "Call 101" dials, "call 200 witnesses" counts. */
const DIALLED =
  /\d{3,6}(?: (?:or|and) \d{3,6}(?! [a-z]+s(?![a-z])))?(?= ?(?:$|[.,;:)’”"]|(?:or|to|for|and|if|now|in|immediately)(?![a-z])))|\d{3,4}(?:[ -]\d{2,4}){1,3}(?!\d)/y
const VERSION = /\d+(?:\.\d+)*[a-z]?(?![a-z])/y
const CONTACT = /\d[\d -]{2,20}/y
const HOUR = /\d{1,2}(?!\d)/y

const BY_WORD = new Map<string, RegExp>()
function words(rule: RegExp, all: string) {
  for (const word of all.split(' ')) BY_WORD.set(word, rule)
}
words(
  AFTER_MONTH,
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec',
)
words(VERSION, 'v ver version versions')
words(CONTACT, 'tel telephone fax qq isbn issn doi')
words(DIALLED, 'call dial text ring phone')
words(CODE, 'reference ref application docket file')
words(HOUR, 'past')
// Parts of books and laws, places, machines, programs, indices: they are called by a number.
words(
  AFTER_NAME,
  [
    'figure figures fig table tables chapter chapters section sections article articles clause clauses paragraph paragraphs page pages pp p line lines row verse psalm exhibit appendix annex schedule volume vol issue no nos number numbers item rule rules act bill resolution order agenda proposition amendment title regulation directive form',
    'room rooms gates steps suite flight highway route channel platform gate area studio office interstate exit pier terminal district ward precinct zone sector unit apartment apt building block lot hall stage camp court flat junction bay pen pod',
    'http rtx gtx python ios android windows macos ubuntu node nodejs java javascript gpt chatgpt claude gemini llama qwen grok kimi glm deepseek mistral iphone ipad galaxy pixel boeing airbus apollo formula model class type series mark mk web industry basel euro playstation xbox firefox chrome photoshop office visa fi bug',
    'part step level phase tier stage round day week episode season lesson track catch grade group error vision size category band case',
    'fortune forbes s&p ftse csi nasdaq russell nikkei stoxx sp dow dax cac asx topix kospi nifty sensex ibex aex smi seng',
    'artikel seite kapitel absatz abs art nr ziffer paragraph página artículo capítulo sección núm artículo número chapitre ligne',
  ].join(' '),
)
// Standards.
words(CODE, 'iso iec rfc din astm ansi gb yy hj jjf ifrs')
const MAX_WORD = 14

const BY_SIGN = new Map<string, RegExp>([
  ['#', /\d+/y],
  ['§', /\d+[a-z]?(?:\.\d+)*/y],
  ['[', /\d{1,3}(?:[,–-] ?\d{1,3})*\](?!\w)/y],
  ['(', /\d{3,4}\) ?\d{3,4}-\d{4}/y],
])
const HYPHENATED = /\d{1,4}[a-z]?(?![\da-z.,%‰℃°度万亿千百元美倍个])/y
const LISTED = /\d{4,6}(?:\.(?:sz|sh|hk|tw|us|bj|o|n))?(?=[)）])|\d{1,2}(?=[)）][日号])/y
const DIGITS = /\d+/y
/** Two stars are bold type in Markdown. */
const BLACKED_OUT = 3
const IDENTIFIER = /\d+(?:-\d+)+/y
/** A number alone in quotation marks is called so: “996”, "911", “5·12”. */
const QUOTES = new Set('“"「『‘')
const QUOTED = /(?:\d{2,4}|\d{1,2}[.·]\d{1,2})(?=[”"」』’])/y
const COUNTRY_CODE = /\d{1,3}[ -]?(?:\(\d{1,4}\)[ -]?)?\d{2,4}(?:[ -]?\d{2,4}){1,4}/y
const MIN_TELEPHONE_DIGITS = 9

/** Chinese words that claim the number right after them, by their last sign. */
const BY_CHINESE = new Map<string, [string, RegExp][]>()
function chinese(rule: RegExp, all: string) {
  for (const word of all.split(' ')) {
    const last = word.at(-1) ?? ''
    BY_CHINESE.set(last, [...(BY_CHINESE.get(last) ?? []), [word, rule]])
  }
}
chinese(
  /\d+(?:[-.]\d+)*(?![\d,.%万亿])/y,
  '图 表 附件 附录 例 步骤 编号 代码 号码 单号 账号 票号 证号 文号 房间',
)
chinese(/\d+(?:强|指数|(?![\d.,%万亿个家名年点]))/y, '沪深 中证 上证 科创 标普 纳斯达克')
chinese(/\d+强/y, '世界 全球 中国 财富 民企 企业')
/** Makers whose machines and models are called by a number. */
const MAKERS =
  /(?:波音|空客|千问|盘古|星火|通义|文心|豆包|混元|骁龙|天玑|麒麟|酷睿|锐龙|小米|华为|苹果|宝马|奥迪|奔驰|特斯拉|一加|荣耀|红米|真我|手机)$/
const MAKER_ENDS = new Set('音客问古星火义心包元龙玑麟睿米为果马迪驰拉加耀我机')
chinese(/(?:\d{1,3}|[元〇零一二三四五六七八九十百]{1,5})年/y, '民国 昭和 平成 令和')
chinese(
  /(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[点时](?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})分?|半|钟)?|:\d{2})/y,
  '上午 下午 晚上 凌晨 早上 中午 傍晚 清晨 晚间 早晨',
)
chinese(/(?:50|100)(?![\d,.%万亿年月日个人名元])/y, '台湾 中型')
chinese(/\d{1,2}[组社队]/y, '村')
chinese(CONTACT, '电话 热线 传真 手机 邮编 拨打 拨通 致电')
chinese(/(?:11|12|十[一二])(?!\d)/y, '双')
chinese(/[一二三四五六](?!次)/y, '周 星期 礼拜')
chinese(/[一二三四五六七八九十]{1,3}/y, '初 正月 腊月 冬月')
/** 每周三次 and 两周三次 count; 最初三年 is no day of the lunar month. */
const NOT_CLAIMED = new Map([
  // 代表2929人 and 病例35例 count; 见表3 and （图4） name.
  ['图', /(?![见如附据由在和与及看为示])[\u3400-\u9fff]/],
  ['表', /(?![见如附据由在和与及看为示])[\u3400-\u9fff]/],
  ['例', /(?![见如附据由在和与及看为示])[\u3400-\u9fff]/],
  ['周', /[每一两二三四五六七八九十\d]/],
  ['初', /[最当起年月世]/],
])

/**
 * The end of the stretch, 0 where nothing before the number claims it. `at` is the first sign of a number in digits or
 * Chinese numerals.
 */
export function namedNumberEnd(page: Page, at: number): number {
  const { plain } = page
  const sign = plain[at - 1]
  if (sign === undefined) return 0
  const bySign = BY_SIGN.get(sign)
  // 聯發科（2454） is listed under that code, 昨（27）日 a date.
  if ((sign === '(' || sign === '（') && isCjk(plain[at - 2])) {
    const listed = endAt(LISTED, plain, at)
    if (listed) return listed
  }
  if (bySign) return endAt(bySign, plain, at)
  if (sign === '+') return telephoneEnd(plain, at)
  // CVE-2024-3094: letters, hyphen, numbers.
  if (sign === '-' && isWordSign(plain.charCodeAt(at - 2))) return endAt(IDENTIFIER, plain, at)
  // 歼-20 is a name; after a Han sign a minus stands only before what is measured (气温-5℃, 增速-3%).
  if (sign === '-' && (isCjk(plain[at - 2]) || /[”"」』]/.test(plain[at - 2] ?? '')))
    return endAt(HYPHENATED, plain, at)
  // The last digits of a number that is blacked out: ×××3736, ****1234.
  if ((sign === '×' || sign === '*') && plain.startsWith(sign.repeat(BLACKED_OUT), at - BLACKED_OUT))
    return endAt(DIGITS, plain, at)
  if (QUOTES.has(sign)) return endAt(QUOTED, plain, at)
  const last = wordBefore(plain, at)
  const code = plain.charCodeAt(last)
  if (code >= 0x3400) return chineseEnd(page, at, last)
  if (last === at - 1 || !isWordSign(code)) return 0
  let start = last
  while (start > 0 && last - start < MAX_WORD && isWordSign(plain.charCodeAt(start - 1))) start -= 1
  const word = plain.slice(start, last + 1)
  if (word === 't' && plain[start - 1] === '/') return endAt(CODE, plain, at)
  if (word === 'of') return plain.endsWith('group ', start) ? endAt(AFTER_NAME, plain, at) : 0
  const rule = BY_WORD.get(word)
  // "350 flats, 18 lifts": only a date goes on after a comma.
  if (rule !== AFTER_MONTH && plain[last + 1] === ',') return 0
  if (!rule) {
    if (at - last !== 2) return 0
    return isProperName(page, start, last, at) ? endAt(AFTER_NAME, plain, at) : latinModelEnd(page, start, at)
  }
  if (plain[at - 1] === ':' || plain[at - 2] === ':') return rule === CONTACT ? endAt(rule, plain, at) : 0
  if (
    DOUBTFUL_MONTHS.has(word) &&
    page.source[start] === word[0] &&
    !MONTH_BEFORE.test(plain.slice(Math.max(0, start - 7), start))
  )
    return 0
  if (rule === HOUR && !plain.endsWith('half ', start)) return 0
  return endAt(rule, plain, at)
}

/** Verbs and months at once: "march 12 miles", "may 20 people". */
const DOUBTFUL_MONTHS = new Set(['may', 'march', 'mar', 'dec'])
const MONTH_BEFORE = /(?:^|[\s(])(?:in|on|by|of|since|until|from|to|last|this|next) $/

/** The last sign before the separator (blank, stop and blank, colon) in front of `at`. */
function wordBefore(plain: string, at: number): number {
  let last = at - 1
  if (plain[last] === ' ') last -= 1
  if (plain[last] === '.' || plain[last] === ':' || plain[last] === '：' || plain[last] === ',') last -= 1
  return last
}

/** A name inside a sentence with a bare number that ends the phrase: "the Falcon 9 and", "Expo 2025". */
function isProperName(page: Page, start: number, last: number, at: number): boolean {
  const { source, plain } = page
  if (page.language && page.language !== 'en') return false
  const capital = source[start] ?? ''
  if (plain.startsWith('mach', start)) return false
  if (capital < 'A' || capital > 'Z' || start < 2 || last === start) return false
  if (plain[start - 1] !== ' ' || !isWordSign(plain.charCodeAt(start - 2))) return false
  NAME_ENDS.lastIndex = at
  return NAME_ENDS.test(plain)
}

const NAME_ENDS =
  /\d{1,4}(?:\.\d)?(?=$|[)’'"”:;]|[.,](?:\s|$)| (?:is|was|has|had|will|would|and|or|in|on|at|for|to|from|with|that|which|by)(?![a-z]))/y

function telephoneEnd(plain: string, at: number): number {
  const end = endAt(COUNTRY_CODE, plain, at)
  return end && plain.slice(at, end).replace(/\D/g, '').length >= MIN_TELEPHONE_DIGITS ? end : 0
}

function chineseEnd(page: Page, at: number, last: number): number {
  const { plain } = page
  if (MAKER_ENDS.has(plain[last] ?? '') && MAKERS.test(plain.slice(Math.max(0, last - 2), last + 1))) {
    const model = modelEnd(page, at)
    if (model) return model
  }
  for (const [word, rule] of BY_CHINESE.get(plain[last] ?? '') ?? []) {
    if (word.length > 1 && !plain.endsWith(word, last + 1)) continue
    if (NOT_CLAIMED.get(word)?.test(plain[last - word.length] ?? '')) continue
    const end = endAt(rule, plain, at)
    if (end) return end
  }
  return 0
}

function isWordSign(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0xe0 && code <= 0xff) || code === 0x26
}
