/** Whether Chinese numerals at a position are a date, an hour, a session or part of a word: 三月, 十点半, 二十届, 三心二意. */

const NUMERALS = new Set('〇零一二三四五六七八九十廿卅百千万亿')
const MAX_RUN = 8

/** The sign right after a run of numerals → what the run may be; every rule begins at the first numeral. */
const BY_SIGN = new Map<string, RegExp[]>()
function rules(signs: string, ...all: RegExp[]) {
  for (const sign of signs) BY_SIGN.set(sign, [...(BY_SIGN.get(sign) ?? []), ...all])
}
const NUMERAL = '[〇零一二三四五六七八九十廿卅]'
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
    `(?<!连续?|为期|历时|过去|[^附最]近|逾|约|超过|达|满|未来|每)${NUMERAL}{1,3}[日号號](?![内间元])`,
    'y',
  ),
)
rules('点', /[一二三四五六七八九十]{1,3}点[钟半整]/y)
rules('时', /[一二三四五六七八九十]{1,3}时(?![间速代期候段机])/y)
rules('季', /[一二三四]季度?/y)
rules('世', /[一二三四五六七八九十]{1,4}世纪(?:初|末|[上中下]叶)?/y)
rules('规期时', /(?:[一二]?[一二三四五六七八九十]{1,2})五(?:规划|期间|时期)/y)
rules('”"\'」', /(?:十[一二三四五六七]五|[一二三四五六七八九]五)(?=[”"'」])/y)
rules('届', /[一二三四五六七八九十]{1,3}届/y)
rules('次', /[一二三四五六七八九十]{1,2}次(?:全体)?会议/y)
rules('中', /[一二三四五六七八九十]{1,2}中全会/y)
rules('期', /(?<![分成为共])[一二三四五六]期(?=工程|项目|投资|建设|临床)/y)

/** Words that hold numerals and count nothing; looked up from each of their numerals. */
const WORDS = [
  '五花八门 一五一十 三令五申 五湖四海 七上八下 乱七八糟 千方百计 百花齐放 万众一心 三心二意 四通八达 五颜六色 九牛一毛 十全十美 百年大计',
  '千变万化 千家万户 成千上万 千千万万 三番五次 丢三落四 说一不二 独一无二 低三下四 不三不四 颠三倒四 朝三暮四 接二连三 举一反三 九霄云外',
  '五光十色 四面八方 七嘴八舌 七零八落 八仙过海 十拿九稳 百战百胜 百发百中 百里挑一 千载难逢 千篇一律 千军万马 千真万确 万无一失 万事如意',
  '万水千山 一心一意 一举两得 一石二鸟 一落千丈 一日千里 一清二楚 三长两短 三五成群 四分五裂 五彩缤纷 六神无主 九死一生 十万火急 百折不挠',
  '二十四节气 十三陵 七匹狼 三国演义 九寨沟 三峡大坝 五台山 八达岭 十堰 百色 千岛湖 万州 万宁 三门峡 三明 六安 六盘水 四平 五指山 七台河',
].flatMap((row) => row.split(' '))
const BY_NUMERAL = new Map<string, [string, number][]>()
for (const word of WORDS)
  Array.from(word).forEach((sign, offset) => {
    if (NUMERALS.has(sign)) BY_NUMERAL.set(sign, [...(BY_NUMERAL.get(sign) ?? []), [word, offset]])
  })

/** The end of the stretch, 0 where the numerals at `at` may be a number. `at` may also be the 第 before them. */
export function notNumeralsEnd(plain: string, at: number): number {
  if (plain[at] === '第') {
    QUARTER.lastIndex = at
    return QUARTER.test(plain) ? QUARTER.lastIndex : 0
  }
  let end = at + 1
  while (end - at < MAX_RUN && NUMERALS.has(plain[end] ?? '')) end += 1
  for (const rule of BY_SIGN.get(plain[end] ?? '') ?? []) {
    rule.lastIndex = at
    if (rule.test(plain)) return rule.lastIndex
  }
  for (const [word, offset] of BY_NUMERAL.get(plain[at] ?? '') ?? [])
    if (plain.startsWith(word, at - offset)) return at - offset + word.length
  return 0
}

const QUARTER = /第[一二三四1-4] ?季度?/y
