/** Whether digits at a position are a date, a time, a telephone number, a version or a size, told by what follows them. */

import { endAt } from '#reading/figure-parts/shared/sticky.ts'
import { DAYS_SERVED } from './not-numerals.ts'

const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)'
const ISO_DATE =
  /\d{4}[-/.年]\d{1,2}[-/.]\d{1,2}(?:[t ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:z|[+-]\d{2}:?\d{2})?)?(?!\d)/y
const SHORT_DATE = /\d{1,2}[/.]\d{1,2}[/.](?:19|20)?\d{2}(?![\d./])/y
const CLOCK = /\d{1,2}:\d{2}(?::\d{2})?(?:\.\d{1,3})?(?: ?[ap]\.?m(?![a-z])\.?)?(?![\d:])/y
const VERSION = /(?!\d{1,3}(?:\.\d{3})+(?![\d.]))\d{1,12}(?:\.\d{1,12}){2,}/y
const DAY_MONTH = new RegExp(
  `\\d{1,2}(?:st|nd|rd|th)?(?:(?: ?[-–] ?| to | and |, )\\d{1,2}(?:st|nd|rd|th)?)? (?:of )?${MONTH}\\.?(?![a-z])(?:,? (?:19|20)\\d{2}(?!\\d))?`,
  'y',
)
const CHINESE_MONTHS =
  /(?:\d{1,2} ?[-–—至到~～、] ?)?\d{1,2} ?月(?:份|底|初|末|中旬|上旬|下旬| ?\d{1,2} ?[日号號]?(?: ?[-–—至到~～] ?\d{1,2} ?[日号號])?)?/y
const CHINESE_DAYS =
  /\d{1,2}(?:[-–—至到~～]\d{1,2})?[日号號](?![内间均元圆线累游票期连历]|[升跌涨]势|年化|无理由|逆?回购|以[内下上])/y
const CHINESE_YEAR =
  /(?:1[5-9]|20)\d{2} ?(?:年(?!历史)|[-–—~～至](?:(?:19|20)?\d{2})年)(?: ?\d{1,2} ?月份?)?(?: ?\d{1,2} ?[日号號](?!线))?/y
const CHINESE_SHORT_YEAR = /\d{2}年 ?\d{1,2}月(?: ?\d{1,2}[日号號])?/y
/** 24时 is an hour of the day; spans are counted in 小时. 3点 alone may be a point made. */
const CHINESE_CLOCK =
  /\d{1,2}(?:时(?![间速代期候段机])(?:\d{1,2}分?(?:\d{1,2}秒?)?|许|半|整)?|点(?:\d{1,2}分?(?:\d{1,2}秒?)?|许|半|整|钟))/y
const SIZE = /\d+ ?[x×] ?(?!10[\^⁰¹²³⁴⁵⁶⁷⁸⁹])\d+(?:\.\d+)?(?: ?[x×] ?\d+(?:\.\d+)?)?(?![\d.])/y
const AM_PM = /\d{1,2} ?(?:[ap]\.m\.|[ap]m(?![a-z])|o['’]clock)/y
const TELEPHONE =
  /0\d{2,3}-\d{3,4} \d{4}(?!\d)|1-\d{3}-\d{3}-\d{4}(?!\d)|\d{3,4}-\d{7,8}(?![\d-])|\d{3}[-.]\d{3,4}[-.]\d{4}(?![\d-])/y

/** The sign right after a run of digits → what the digits may be; every rule begins at the first digit. */
const BY_SIGN = new Map<string, RegExp[]>()
function rules(signs: string, ...all: RegExp[]) {
  for (const sign of signs) BY_SIGN.set(sign, [...(BY_SIGN.get(sign) ?? []), ...all])
}
rules('-', ISO_DATE, /(?:19|20)\d{2}-(?:0[1-9]|1[0-2])(?![\d-])/y, TELEPHONE)
// Four groups and more are a serial number or a code, no range and no score.
rules('-', /\d{1,6}(?:-\d{1,6}){3,40}(?![\d.,%])/y)
rules('/', ISO_DATE, SHORT_DATE, /(?:24\/7|9\/11)(?!\d)/y)
rules('.', ISO_DATE, SHORT_DATE, TELEPHONE, VERSION, /\d{1,2}\.\d{2} ?[ap]\.?m(?![a-z])\.?/y)
rules('-', /\d{1,3}-of-\d{1,3}(?![\d-])/y)
rules(':', CLOCK)
// 3:1, and the shares of three sectors: 6.01:55.04:38.95.
// Sets of tennis: 7-6(5).
rules('-:', /\d[-:]\d ?\(\d{1,2}\)/y)
rules(':.', /\d{1,4}(?:\.\d{1,4})?(?::\d{1,4}(?:\.\d{1,4})?){1,3}(?![\d:.%‰a-z]| ?[a-z])/y)
rules('x×', /7?24?[x×](?:24|7)(?!\d)/y, SIZE)
rules(' -–snrt', DAY_MONTH)
rules(' -–—至到~～、月', CHINESE_MONTHS)
rules(' -–—至~～年', CHINESE_YEAR)
rules(' ', SIZE)
rules(' apo', AM_PM)
rules('-–—至到~～日号號', CHINESE_DAYS)
rules('号號', /\d{1,5}[号號]/y)
// Years of the Republic (113年) and short years (89年底).
rules('年', /\d{2,3}年(?=全年|全国(?!最)|底|度(?!过)|第[一二三四1-4]|[上下]半年|\d{1,2}月)/y)
rules('年', ISO_DATE, CHINESE_SHORT_YEAR, /\d{1,4}年代/y)
rules('时点', CHINESE_CLOCK)
rules('世', /\d{1,2}世纪(?:初|末|[上中下]叶)?/y)
rules('季', /[1-4]季度?/y)
rules(
  ' ',
  /\d{4} (?:local time|gmt|utc|bst|cet|est|edt|pst|hrs)(?![a-z])/y,
  /[1-4] 季度/y,
  /0\d{2,4}(?: \d{3,4}){1,2}(?!\d)/y,
)
// Sessions, cohorts, teaching buildings: numbers that name.
rules('单', /(?:(?<=[栋楼号幢座])\d{1,2}单元|\d{1,2}单元(?=\d))/y)
// 1B月台, 2A出口.
rules('abcdefgh', /\d{1,3}[a-h](?=月台|出口|口|栋|座|馆|区|班|航[厦站]|候机)/y)
// 2502舰编队: ships are called by their number.
rules('舰艇', /\d{2,4}[舰艇]/y)
rules('期', /[1-4]期(?=的?(?:临床|试验|工程|项目|投资|建设))|(?<=临床)[1-4]期/y)
rules('届', /(?<!连续|[共了过前近])\d{1,3}届/y)
rules('次', /\d{1,2}次(?:全体)?会议/y)
rules('中', /\d{1,2}中全会/y)
rules('后', /[0-9][05]后/y)
rules('工计高院', /(?:211|985|863|973)(?:工程|计划|高校|院校)/y)
// 12345政务服务便民热线, 120急救.
rules('热报急专客政公消', /\d{3,5}(?:[\u3400-\u9fff]{0,8}(?:热线|专线)|报[警案]|急救)/y)
rules('」”', /\d{3,5}[」”](?=[\u3400-\u9fff]{0,4}(?:热线|专线))/y)
rules('/', /\d{2,3}\/\d{2,3} ?(?:毫米汞柱|mmhg)/y)
rules('大晚购年', /(?:618|315)(?=大促|晚会|购物|年中)/y)
// 16、17日, 2.0版, 4K电视.
rules('、', /\d{1,2}(?:、\d{1,2}){1,6}[日号號]/y)
rules('.', /\d{1,3}\.\d{1,2}比\d{1,3}(?:\.\d{1,2})?(?![\d%])/y)
rules('.', /\d\.\d(?:版|时代|代(?![人码理]))/y)
rules('无', /9[258]无铅/y)
rules('版', /\d版/y)
// 3分球, 2分线.
rules('分', /[123]分(?=球|线|远投|领域)/y)
// 12/24以来, 10/15起.
rules('/', /(?:0?[1-9]|1[0-2])\/(?:[12]\d|3[01])(?=以来|起|前|后|日|至|晚|开)/y)
// 0-24时.
rules('-–—~至到', /\d{1,2}[-–—~至到]\d{1,2}时(?![间速代期候段机])/y)
rules('k', /(?<=[\u3400-\u9fff] ?)[248]k ?(?=[屏级萤荧。，、；）]|$)/y)
rules('/', /1\/\d\.\d{1,2} ?英?[寸吋]/y)
rules(',', /\d{1,3}(?:,\d{3})? ?[x×] ?\d{1,3},\d{3}(?![\d.])/y)
rules('.', /\d\.0(?=[”"』」])/y)
rules('k', /[248]k ?(?=电视|超高清|高清|屏|视频|画质|分辨率|影像|直播)/y)
rules('比', /\d{1,3}比\d{1,3}(?![\d%])/y)
rules('单室号弄栋幢', /\d{1,5}(?:室(?![内温])|号楼|号院|弄(?!堂)|[栋幢](?=\d))/y)

/** 连续3日 and 为期10日 count days. */
const DAYS_COUNTED = new RegExp(
  `(?:连续?|为期|历时|过去|[^附最]近|首|(?<![目日此之])前|逾|约|超过|不少于|达|满|共|未来|每|限|${DAYS_SERVED})$`,
)
/** A mobile number of eleven digits written in one. */
const MOBILE = /1[3-9]\d{9}(?![\d.,%万亿元])/y
const MOBILE_DIGITS = 11

/**
 * The end of the stretch, 0 where what follows shows nothing of the kind. `at` is a digit with no digit or decimal point
 * before it, `runEnd` the first sign after the run of digits.
 */
export function notDigitsEnd(plain: string, at: number, runEnd: number): number {
  if (runEnd - at === MOBILE_DIGITS) {
    const mobile = endAt(MOBILE, plain, at)
    if (mobile) return mobile
  }
  if (plain[runEnd] === '日' && DAYS_COUNTED.test(plain.slice(Math.max(0, at - 3), at))) return 0
  for (const rule of BY_SIGN.get(plain[runEnd] ?? '') ?? []) {
    const end = endAt(rule, plain, at)
    if (end) return end
  }
  return 0
}
