/** Words that claim a rank or a record: the largest, first ever, 最大, 首次. */

const ENGLISH = [
  "(?:the |its |their |his |her |a |an )?(?:world(?:[’']s)? |country[’']s |nation[’']s |industry[’']s )?(?:ever[- ])?(?:second|third|fourth|fifth)?[- ]?(?:larg|bigg|high|low|fast|slow|strong|weak|old|young|cheap|rich|poor|tall|long|short|great|small|few|near|clos|deadli|busi|heavi|hott|cold|warm|wett|dri|deep|earli|quick|safe|simpl|tight|wid|steep|sharp|hard|loud|bright|dark|clean|broad|mighti|costli)est",
  '(?:the |its |their |his |her )?(?:best|worst|most|least)(?:[- ](?:ever|[a-z]+(?:ed|ive|ful|ous|ant|ent|able|ible|al|ar|ic|ing|ly|ern|ient|ised|ized|[^s]y)))',
  // "the first mayor to resign", "the only bridge in the city"; "the first quarter" and "the last time" rank nothing.
  "(?:the |its |their |his |her |a |country[’']s |world[’']s |nation[’']s )(?:first|only|last)(?:[- ]ever)?(?: (?!quarter|half|time|few|two|three|four|five|six|seven|eight|nine|ten|year|years|month|months|week|weeks|day|days|decade|century|place|name|night|minute|step|thing|round|stage|phase|part|week)[a-z-]+){1,3}? (?:to [a-z]+|ever|in (?:the )?[a-z0-9]+|of (?:its|the|their) [a-z]+|since (?:the )?[a-z0-9]+|on (?:earth|record))",
  '(?:the )?(?:first|last|only)(?: (?:ever|time|person|people|company|country|woman|man|city|case|such))(?: (?:in|since|on|of|to)(?: (?:the )?[a-z0-9]+)?)?',
  '(?:no|nowhere) (?:other|else)(?: [a-z]+)?|more than any other(?: [a-z]+)?|(?:than|like) (?:any|no) other(?: [a-z]+)?|the sole [a-z]+',
  'for the first time(?: ever| in [a-z0-9]+(?: [a-z]+)?| since \\d{4})?',
  '(?:all[- ]time|record|historic)[- ](?:high|low|breaking|setting|profit|loss|sales|revenue|number|level|year)s?',
  "(?:world|national|industry|state) records?|unprecedented|unrivalled|unrivaled|unmatched|never before|second to none|world[’']?s? first",
  '(?:no\\.|number) ?(?:1|one)(?![a-z\\d])',
].join('|')
const CHINESE = [
  '(?:全球|世界|全国|国内|亚洲|欧洲|行业|业内|历史|史上|同类|目前|迄今)?(?:规模|数量|速度)?最(?!近|后|初|终|多达|高达|高人民|高法|高检|起码|好是)[大小多少高低快慢早晚长短强弱新老旧深广重轻热冷好差佳优严远富贵美先便廉活]|最(?:畅销|受欢迎|常见|重要|著名|知名|有名|繁忙|昂贵|便宜|先进|古老|年轻|权威|严重|严厉|严格|激烈|密集|成功|高效|稳定|安全|危险|完整|热门|活跃|宽|窄|厚|薄|浅|难|易|忙|贵|亮|暗|硬|软|湿|干)',
  '没有(?:哪个|哪家|任何|其他|别的)|比任何|绝无仅有|无与伦比|无出其右|首屈一指|(?:规模|数量|产量|销量)?居(?:全球|世界|全国|行业)?(?:首位|榜首|之首)|(?:位居|位列|高居|稳居|排名)(?:全球|世界|全国|行业)?(?:首位|榜首)|全球首位|第一(?=[座个家位名艘条款部架颗枚例批次])(?!次会议|个月|个季度)',
  '(?:世界|全球|国内|全国|亚洲)?首(?:次|个|家|款|座|批|例|条|部|台|艘|架|位|创|枚|届)(?!都)',
  '(?:世界|全球|全国|国内|亚洲|行业|排名|位居|位列|居)(?:排名)?第一',
  '史无前例|前所未有|独一无二|唯一|空前|(?:创|刷新)(?:下|了|出)?[^，。；]{0,6}?(?:新高|新低|纪录|记录)|(?:历史|年内)新[高低]|破(?:世界)?纪录',
].join('|')
const RULE = new RegExp(`(?<![a-z])(?:${ENGLISH})(?![a-z])|${CHINESE}`, 'g')

/** `plain` is lower case, plain width and simplified. */
export function superlatives(plain: string): { start: number; end: number }[] {
  return Array.from(plain.matchAll(RULE), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}
