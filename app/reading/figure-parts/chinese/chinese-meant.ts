/** Whether Chinese numerals are meant as a number: 十八人 and 三台设备 are, 十八大 and 三台县 are not. */
import { boundAfter, boundBefore } from '#reading/figure-parts/shared/bounds.ts'
import type { Page } from '#reading/figure-parts/shared/draft.ts'
import { isCjk } from '#reading/figure-parts/shared/plain-width.ts'
import type { UnitMatch } from '#reading/figure-parts/units/units.ts'
import type { ChineseNumber } from './chinese-number.ts'

/** Measure words that show even a lone numeral to be a count. */
const MEASURE = signs(
  '个名家位次项台辆户件座条所只艘架枚份批场款张篇种层间倍国省市县颗株头支本封匹套杯瓶箱袋桌届轮类栋幢宗起处门首部集章页字' +
    '块伙例棵朵根幅句册罐盒扇盏桩笔则尾局档票趟顿餐镇乡村车盘球剂记',
)
/** Measure words that a lone numeral stands before in names as well: 三环, 四级, 二代; after several numerals they count. */
const LOOSE_MEASURE = signs(
  '口把块片幕段节课堂排行列组队双对副班道扇面顶床滴串束捆卷期版拳脚步声遍回番席站店校区州街社厂院级等代单发枪炮峰孔圈环格手股点包碗锅勺壶盆筐船金银铜死伤亡男女分载剂群窝寸尺里胜负岛',
)
/** Counts of people, medals and rooms stand beside each other or end the phrase: 三死五伤, 两金一银, 两房一厅; 三男子. */
const TALLY =
  /^(?:代人|战(?:[两三四五六七八九全皆仅只不]|\d)|连[胜败冠负跌涨阳阴板]|节(?:比|战|过|课|车厢|电)|级(?:[大阵强狂暴烈台]?风|地震|强震|[海巨狂大]浪|伤残|左右|以[上下])|房(?:[一两二三四]厅|单位|户|间隔|单元)|室[一两二三四]厅|厅(?:$|[，。；、）\s一两二]|单位|户)|[死伤亡金银铜](?![\u3400-\u9fff])|[死伤亡金银铜][一两二三四五六七八九十]|[男女](?![儿士性人生神友朋主]))/
/** A measure word that opens another word: 三轮车, 两位数, 六类网线. */
const NOT_A_MEASURE =
  /^(?:个体|位[数置于]|轮[车电驱胎椅毂摩]|本科|次[元方品]|市值|头肌|字[楼型形]|级跳|起诉|处[理罚置]|台[湾风]|国[家际]级|球[员队场迷星赛衣童拍杆]|剂[量型]|记[者录得忆住载账叙]|所有|条约|支[付持撑])/
/** 二 is a count only of large numbers and measures; before these it tells a class or a rank, because a count says 两. */
const SECOND = /^二[次类轮部本套届门起处条门章]/
/** 统一, 唯一, 这一: one is part of the word. */
const NOT_ONE_BEFORE = /[统唯单同专万划逐独归如非合为这那某另任哪进有每]$/
/** 周三, 初三, 十之八九, 再三, 双十. */
const NOT_NUMBER_BEFORE = /(?:星期|礼拜|(?<![每\d一两二三四五六七八九十])周|初|之|不|再|双)$/
/** A lone numeral in these is a word, not a count. */
const SET_PHRASE =
  /^(?:两[会岸者国市地]|[一三]国|三省|十分|万一|一[个家名位次项条种场批款份件张座台只国市省间层所支篇头本套类届期轮起处门首部])/
const BEHIND = signs('组双对包碗束捆滴串片')
/** 分三期, 共五组, 连续两段, 积七分: after these any measure word counts. */
const DIVIDED_BEFORE = /(?:分[成为]?|共有?|连续|[各积得获拿])$/
/** 连开两枪, 踢了三脚: blows are counted after their verb. */
const DEALT_BEFORE = /[开打踢刺砍中射捅挨补轰放]了?$/
const ROUND_BEFORE = /(?:运行|[绕转环][\u3400-\u9fff]{0,2})$/
const PAIR_FOLLOWS = /^[-–—~～至到]\s?[\d零〇一二三四五六七八九十两百]/
/** 数十亿 is vague, 总数十二亿 is not. */
const VAGUE_BEFORE = /几$|(?<![总人户件参指次基多半系位单双常字笔倍])数$/
const LARGE = 100n

function signs(all: string): ReadonlySet<string> {
  return new Set(all)
}

/** Whether a sign right after a number counts things: 三个, 两例. */
export function isMeasure(sign: string): boolean {
  return MEASURE.has(sign)
}

/** Whether what follows a number at `end` counts things: 三个, not 三轮车 or 888处理器. */
export function countsThings(plain: string, end: number): boolean {
  return MEASURE.has(plain[end] ?? '') && !NOT_A_MEASURE.test(plain.slice(end, end + 3))
}

/** 数十亿, 几百: nobody can say how many. */
export function isVague(plain: string, start: number): boolean {
  return (
    /[十百千万亿]/.test(plain[start] ?? '') && VAGUE_BEFORE.test(plain.slice(Math.max(0, start - 2), start))
  )
}

/**
 * Numerals are words as often as numbers: 统一, 十分, 万科. A number has digits, a unit, a measure word, a bound, or is large.
 * `end` is where the number's words end, 多 and 余 included; 'tentative' only counts as one end of a range.
 */
export function isMeant(
  page: Page,
  start: number,
  number: ChineseNumber,
  unit: UnitMatch | null,
  end: number,
): boolean | 'tentative' {
  const { plain } = page
  // The 500 strongest are a list, and 中铁四局 a company.
  if (plain[end] === '强' && plain[end + 1] !== '震') return false
  if (number.hasDigits || number.hasPoint) return true
  if (plain[end] === '局' && /[铁建交冶电]/.test(plain[start - 1] ?? '')) return false
  // 绕行一周 is one round.
  if (
    plain[end] === '周' &&
    number.low.is(1n) &&
    ROUND_BEFORE.test(plain.slice(Math.max(0, start - 3), start))
  )
    return false
  // 百里挑一 and 六千里挑一 tell how rare something is.
  if (plain.startsWith('里挑一', end)) return false
  if (plain[end] === '计' && plain.startsWith('数以', start - 2)) return false
  const before = plain.slice(Math.max(0, start - 2), start)
  const next = plain[end] ?? ''
  const marked = end > number.end && /[余多几来]/.test(plain[end - 1] ?? '')
  if (number.startsWithScale) {
    if (marked && (unit || MEASURE.has(next) || LOOSE_MEASURE.has(next))) return true
    // 百余万元: the words inside make it a number.
    if (number.more) return true
    if (unit && (boundAfter(plain, unit.end) || /^[大关][关口]/.test(plain.slice(unit.end, unit.end + 2))))
      return true
    // 占地百亩, 千亩果园: land is told in round numbers.
    if (unit?.unit === 'mu') return true
    if (number.tokens > 1 && unit?.kind === 'money' && plain[unit.end] !== '级') return true
    return boundBefore(plain, start, true) !== null && !/[分姓货度]/.test(next)
  }
  if (number.tokens > 1) {
    // 十二点 is an hour, 七百点 are points.
    if ((next === '点' && !number.low.atLeast(LARGE)) || before.endsWith('双')) return false
    return unit !== null || marked || number.low.atLeast(LARGE) || isCounted(plain, start, end, next)
  }
  const lone = number.end - start === 1
  // 三四级, and 一一二伤 read digit by digit.
  if (!lone) {
    const counts = number.high !== null || number.end - start > 2
    return unit !== null || (counts && (MEASURE.has(next) || LOOSE_MEASURE.has(next)))
  }
  const phrase = SET_PHRASE.test(plain.slice(start, start + 4)) && !(unit && unit.kind !== 'number')
  // 不超过十分 is a score.
  if (phrase && (number.low.is(1n) || !boundBefore(plain, start))) return false
  if (PAIR_FOLLOWS.test(plain.slice(number.end, number.end + 3))) return 'tentative'
  const one = number.low.is(1n)
  if (one && NOT_ONE_BEFORE.test(before) && !(unit && before.endsWith('为'))) return false
  if (NOT_NUMBER_BEFORE.test(before) && !(unit && before.endsWith('不'))) return false
  if (unit) return unit.unit !== 'degrees' && !(one && /^(?:people|days)$/.test(unit.unit))
  if (one || number.low.is(0n)) return false
  if (marked && number.low.is(10n)) return true
  if (next === '分' && boundBefore(plain, start)) return true
  if (LOOSE_MEASURE.has(next) && DIVIDED_BEFORE.test(before)) return true
  if ('枪拳脚刀炮箭'.includes(next || ' ') && DEALT_BEFORE.test(before)) return true
  const follows = plain.slice(end, end + 4)
  // 车马三组，: behind the thing counted, where the words end.
  if (BEHIND.has(next) && isCjk(before.at(-1)) && !before.endsWith('第') && !isCjk(plain[end + 1]))
    return true
  return (
    (MEASURE.has(next) && !NOT_A_MEASURE.test(follows) && !SECOND.test(plain.slice(start, start + 2))) ||
    TALLY.test(follows)
  )
}

/** Several numerals below a hundred: 十二项 and 增至二十。 are counts, 十二生肖 is not. */
function isCounted(plain: string, start: number, end: number, next: string): boolean {
  if (MEASURE.has(next) || LOOSE_MEASURE.has(next)) return !NOT_A_MEASURE.test(plain.slice(end, end + 2))
  if (!/[\u3400-\u9fff]/.test(next)) return true
  return boundBefore(plain, start) !== null || boundAfter(plain, end) !== null
}
