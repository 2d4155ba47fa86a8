/** The stretches of a text whose digits are no figures: dates, times, addresses, telephone and version numbers, list marks. */

const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)'
const NUMERAL = '[〇零一二三四五六七八九十廿卅]'

const RULES: RegExp[] = [
  /https?:\/\/[^\s<>"'“”，。；（）【】]+|(?<![a-z0-9])www\.[^\s<>"'“”，。；（）【】]+/g,
  // ISO and numeric dates, with a time where one follows.
  /(?<![\d.])\d{4}[-/.年]\d{1,2}[-/.]\d{1,2}(?:[t ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:z|[+-]\d{2}:?\d{2})?)?(?!\d)/g,
  /(?<![\d.])(?:19|20)\d{2}-(?:0[1-9]|1[0-2])(?![\d-])/g,
  /(?<![\d./])\d{1,2}[/.]\d{1,2}[/.](?:19|20)?\d{2}(?![\d./])/g,
  new RegExp(
    `(?<![a-z])${MONTH}\\.? \\d{1,2}(?:st|nd|rd|th)?(?:(?: ?[-–] ?| to | and )\\d{1,2}(?:st|nd|rd|th)?)?(?![\\d%]|[.,]\\d{3}| percent| million| billion| trillion)(?:,? (?:19|20)\\d{2}(?!\\d))?`,
    'g',
  ),
  new RegExp(
    `(?<![\\d.,])\\d{1,2}(?:st|nd|rd|th)?(?: ?[-–] ?\\d{1,2})? (?:of )?${MONTH}\\.?(?![a-z])(?:,? (?:19|20)\\d{2}(?!\\d))?`,
    'g',
  ),
  new RegExp(`(?<![a-z])${MONTH}\\.?,? (?:1[5-9]|20)\\d{2}(?!\\d|,\\d)`, 'g'),
  // Years and parts of years in Chinese; 3年 is a span, 2026年 and 24年3月 are dates.
  /(?<!\d)(?:1[5-9]|20)\d{2} ?(?:年(?!历史|歷史)|[-–—~～至](?:(?:19|20)?\d{2})年)(?: ?\d{1,2} ?月份?)?(?: ?\d{1,2} ?[日号號](?![线線]))?/g,
  /(?<!\d)\d{2}年 ?\d{1,2}月(?: ?\d{1,2}[日号號])?/g,
  /(?<![\d.,])(?:\d{1,2} ?[-–—至到~～、] ?)?\d{1,2} ?月(?:份|底|初|末|中旬|上旬|下旬| ?\d{1,2} ?[日号號]?(?: ?[-–—至到~～] ?\d{1,2} ?[日号號])?)?/g,
  /(?<![\d.,])\d{1,2}(?:[-–—至到~～]\d{1,2})?[日号號](?!内|內|间|間|均|元|圆|圓)/g,
  new RegExp(
    `[〇零一二三四五六七八九]{4}年(?:${NUMERAL}{1,2}月)?(?:${NUMERAL}{1,3}[日号號])?|(?<!${NUMERAL})${NUMERAL}{1,2}月(?:份|底|初|末|${NUMERAL}{1,3}[日号號])?|(?<!${NUMERAL})${NUMERAL}{1,3}[日号號](?!内|內|间|間|元)`,
    'g',
  ),
  /(?:民国|民國|昭和|平成|令和) ?(?:\d{1,3}|[元〇零一二三四五六七八九十百]{1,5})年/g,
  /(?:第|前)?(?:[一二三四1-4]) ?季度?|[一二三四五六七八九十\d]{1,4}(?:年代|世纪|世紀(?:初|末)?)|(?<!每)(?:周|星期|礼拜)[一二三四五六日](?!次)|(?:初|正月|腊月|冬月)[一二三四五六七八九十]{1,3}/g,
  /(?:一|二)?[一二三四五六七八九十]{1,2}五(?:规划|規劃|期间|期間|时期|時期)|[“"'「](?:十[一二三四五六七]五|[一二三四五六七八九]五)[”"'」]/g,
  // Sessions (十四届三次会议), cohorts (80后), hotlines and programmes named by number.
  /(?<!第)(?:\d{1,3}|[一二三四五六七八九十]{1,3})届|(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:次(?:全体)?会议|中全会)|(?<!\d)[0-9][05]后|(?:211|985|863|973)(?:工程|计划|高校|院校)|(?<!\d)\d{3,5}(?:热线|报警|急救|专线)/g,
  // Times.
  /(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m(?![a-z])\.?)?(?![\d:])/g,
  /(?<![\d.,])\d{1,2} ?(?:[ap]\.m\.|[ap]m(?![a-z])|o['’]clock)/g,
  /(?:上午|下午|晚上|凌晨|早上|中午|傍晚|清晨|晚间|晚間|早晨) ?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[点點时時](?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})分?|半|钟|鐘)?|:\d{2})/g,
  /(?<![\d.])\d{1,2}[时時点點](?:\d{1,2}分?(?:\d{1,2}秒)?|许|許|半|整|钟|鐘)/g,
  /[一二三四五六七八九十]{1,3}[点點](?:钟|鐘|半|整)/g,
  // Telephone numbers.
  /\+\d{1,3}[ -]?(?:\(\d{1,4}\)[ -]?)?\d{2,4}(?:[ -]?\d{2,4}){1,4}/g,
  /\(\d{3,4}\) ?\d{3,4}-\d{4}|(?<![\d-])\d{3,4}-\d{7,8}(?![\d-])|(?<![\d-])\d{3}[-.]\d{3,4}[-.]\d{4}(?![\d-])|(?<![\d.,])1[3-9]\d{9}(?![\d.,%]|[万亿元])/g,
  /(?:tel|phone|fax|call|dial|电话|電話|热线|熱線|传真|手机|手機|qq|邮编|郵編|isbn|issn|doi)[.:：]? ?\d[\d -]{2,20}/g,
  // Versions, models, numbered things.
  /(?<![a-z])v(?:er(?:sion)?)?\.? ?\d+(?:\.\d+)*[a-z]?(?![a-z])|(?<![\d.])(?!\d{1,3}(?:\.\d{3})+(?![\d.]))\d{1,12}(?:\.\d{1,12}){2,}/g,
  /(?<![a-z])(?:http|rtx|gtx|python|ios|android|windows|macos|ubuntu|node(?:\.js)?|java|gpt|chatgpt|claude|gemini|llama|qwen|grok|kimi|glm|deepseek|mistral|iphone|ipad|galaxy|boeing|airbus|apollo|formula|model|figure|fig\.|table|chapter|section|article|clause|paragraph|page|pages|pp\.|p\.|line|row|room|suite|flight|highway|route|channel|platform|gate|unit|no\.|nos\.|number|vol\.|volume|issue|part|step|level|phase|type|class|episode|season|lesson|exhibit|appendix|annex|schedule|track|windows|web|industry|basel|euro|rule|act|resolution|order|error|interstate|fortune|s&p|ftse|csi|nasdaq|russell|nikkei|stoxx|sp|psalm|verse|catch|area|studio|channel|windows|office|agenda|vision|forbes|day|bill|group of)s? \d+(?:\.\d+)*(?![\d%]|[,.]\d| ?(?:percent|per cent|million|billion|trillion|thousand|people|tokens))/g,
  /(?:图|圖|表|附件|附录|例|步骤|编号|編號|证号|文号|房间) ?\d+(?:[-.]\d+)*(?![\d,.%万亿])/g,
  /(?<![\d.])(?:24\/7|9\/11|7x24|7×24)(?!\d)/g,
  /(?<![\d.])\d+ ?[x×] ?(?!10[\^⁰¹²³⁴⁵⁶⁷⁸⁹])\d+(?:\.\d+)?(?: ?[x×] ?\d+(?:\.\d+)?)?(?![\d.])/g,
  /(?:沪深|中证|上证|科创|标普|纳斯达克|世界|全球|中国|财富|民企|企业) ?\d+(?:强|指数|(?![\d.,%万亿个家名年点]))/g,
  /(?<![\d.])\d{1,3}比\d{1,3}(?![\d%.])/g,
  /(?<![\d.,])\d{1,5}[a-z]? (?!km|mile|metre|meter)[a-z]+ (?:street|avenue|boulevard)(?![a-z])/g,
  /\d{1,5}(?:单元|室(?![内温])|号楼|号院|弄(?!堂))|双(?:11|12|十一|十二)|(?<!\d)(?:618|315)(?=大促|晚会|购物|年中)|五花八门|一五一十|三令五申|五湖四海|七上八下|千方百计|百花齐放|万众一心|三心二意|四通八达|五颜六色|九牛一毛|十全十美|百年大计|千变万化|千家万户|成千上万|千千万万/g,
  /(?<![a-z])(?:thirty|hundred|seven|eight|six)[ -](?:years?|days?)['’]?s? war(?![a-z])|half past (?:[a-z]+|\d{1,2})|二十四节气|三番五次|十三陵|七匹狼|三十年战争|百年战争|(?<!\d)[一二三四五六]期(?=工程|项目|投资|建设|临床)/g,
  /#\d+|\[\d{1,3}(?:[,–-] ?\d{1,3})*\](?!\w)/g,
  // List marks at the start of a line.
  /^[ \t　]*(?:\(?\d{1,3}[)）、]|（\d{1,3}）|\d{1,3}\.(?=\s|[\u3400-\u9fff])|[（(]?[一二三四五六七八九十]{1,3}[)）、.])/gm,
  /[①-⑳]/g,
  // Years written alone, decades, seasons of sport (2024-25), school years.
  /(?<![\d.,$€£¥-])(?:1[5-9]|20)\d{2}(?:[-–/](?:(?:1[5-9]|20)\d{2}|\d{2}))?(?:s|['’]s)?(?![\d%年]|[,.]\d|[ -]?(?:percent|per cent|people|tokens?|million|billion|trillion|thousand|dollars?|yuan|euros?|km|kg|users?|companies|metres|meters|tonnes|tons|miles|times|hours|days|votes|jobs|mw|megawatts|households|feet|acres|hectares|barrels|employees|workers|students)(?![a-z])| ?[多余餘]?(?:万|萬|亿|億|千|百|元|人|个|個|名|家|吨|噸|公里|倍|天|米|美|欧|歐|日元|次|项|項|台|辆|輛|户|戶|件|座|条|條|所|位|斤|亩|平|token|词元|分|小时)|[a-z]|-(?:fold|year|day|hour))/g,
]

/** Spans (start, end) in `plain`, sorted, not overlapping. `plain` is lower case and plain width; `more` are a language's own rules. */
export function notFigures(plain: string, more: RegExp[] = []): [number, number][] {
  const spans: [number, number][] = []
  for (const rule of more.length ? [...RULES, ...more] : RULES)
    for (const match of plain.matchAll(rule)) spans.push([match.index, match.index + match[0].length])
  spans.sort((a, b) => a[0] - b[0] || b[1] - a[1])
  const merged: [number, number][] = []
  for (const span of spans) {
    const last = merged.at(-1)
    if (last && span[0] < last[1]) last[1] = Math.max(last[1], span[1])
    else merged.push(span)
  }
  return merged
}
