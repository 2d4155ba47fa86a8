/** Whether Chinese numerals at a position are a date, an hour, a session or part of a word: 三月, 十点半, 二十届, 三心二意. */

import { wordAround } from '#reading/figure-parts/chinese/chinese-words.ts'
import { endAt } from '#reading/figure-parts/shared/sticky.ts'

const NUMERALS = new Set('〇零一二三四五六七八九十廿卅百千万亿')
const MAX_RUN = 8

/** The sign right after a run of numerals → what the run may be; every rule begins at the first numeral. */
const BY_SIGN = new Map<string, RegExp[]>()
function rules(signs: string, ...all: RegExp[]) {
  for (const sign of signs) BY_SIGN.set(sign, [...(BY_SIGN.get(sign) ?? []), ...all])
}
const NUMERAL = '[〇零一二三四五六七八九十廿卅]'
/** 拘留十五日, 停业三日: what these verbs govern is a span. */
export const DAYS_SERVED =
  '拘留|拘役|关押|羁押|停业|整顿|逾期|停牌|公示|隔离|延长|缩短|推迟|提前|整整|短短|不足|不到|至少|最多|仅|只|了'
const SCORE = '[零一二三四五六七八九十]{1,2}'
rules('比', new RegExp(`${SCORE}比${SCORE}(?![十百千万])`, 'y'))
rules(
  '年',
  new RegExp(`[〇零一二三四五六七八九]{4}年(?:${NUMERAL}{1,2}月)?(?:${NUMERAL}{1,3}[日号號])?`, 'y'),
  /[一二三四五六七八九十]{1,4}年代/y,
  /(?:三十|百)年战争/y,
)
rules('月', new RegExp(`${NUMERAL}{1,2}月(?:份|底|初|末|${NUMERAL}{1,3}[日号號])?`, 'y'))
rules(
  '日号號',
  new RegExp(
    `(?<!连续?|为期|历时|过去|[^附最]近|逾|约|超过|达|满|未来|每|${DAYS_SERVED})${NUMERAL}{1,3}[日号號](?![内间元连游票期历]|累计|年化|无理由|逆?回购|以[内下上])`,
    'y',
  ),
)
rules('、', new RegExp(`${NUMERAL}{1,3}(?:、${NUMERAL}{1,3}){1,6}[日号號]`, 'y'))
rules('点', /[一二三四五六七八九十]{1,3}点[钟半整]/y)
rules('时', /[一二三四五六七八九十]{1,3}时(?![间速代期候段机])(?:[零一二三四五六七八九十]{1,3}分|许|半|整)?/y)
rules('季', /[一二三四]季度?/y)
rules('世', /[一二三四五六七八九十]{1,4}世纪(?:初|末|[上中下]叶)?/y)
rules('规期时', /(?:[一二]?[一二三四五六七八九十]{1,2})五(?:规划|期间|时期)/y)
rules('”"」』', /(?<=[“"「『])[〇零一二三四五六七八九十]{1,4}/y)
rules('”"\'」', /(?:十[一二三四五六七]五|[一二三四五六七八九]五)(?=[”"'」])/y)
// 二十届三中全会 is a session; 连续六届 and 两届冠军 count.
rules(
  '届',
  /(?<!连续|[共了过前近])(?:[一二三四五六七八九十]{2,3}届|[一二三四五六七八九]届(?=[一二三四五六七八九]中|全国|人大|政协|全会|中央|常委))/y,
)
rules('次', /[一二三四五六七八九十]{1,2}次(?:全体)?会议/y)
rules('中', /[一二三四五六七八九十]{1,2}中全会/y)
rules('期', /(?<=临床)[一二三四]期|(?<![分成为共])[一二三四五六]期(?=工程|项目|投资|建设|临床)/y)

/** The end of the stretch, 0 where the numerals at `at` may be a number. `at` may also be the 第 before them. */
export function notNumeralsEnd(plain: string, at: number): number {
  if (plain[at] === '第') {
    return endAt(QUARTER, plain, at)
  }
  let end = at + 1
  while (end - at < MAX_RUN && NUMERALS.has(plain[end] ?? '')) end += 1
  if (plain[end] === '》') return end
  for (const rule of BY_SIGN.get(plain[end] ?? '') ?? []) {
    const found = endAt(rule, plain, at)
    if (found) return found
  }
  return wordAround(plain, at)
}

const QUARTER = /第 ?[一二三四1-4] ?季度?/y
