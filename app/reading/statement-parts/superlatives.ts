/** Words that claim a rank or a record: the largest, first ever, 最大, 首次. */

const ENGLISH = [
  "(?:the |its |their |his |her |a |an )?(?:world(?:[’']s)? |country[’']s |nation[’']s |industry[’']s )?(?:ever[- ])?(?:second|third|fourth|fifth)?[- ]?(?:larg|bigg|high|low|fast|slow|strong|weak|old|young|cheap|rich|poor|tall|long|short|great|small|few|near|clos|deadli|busi|heavi|hott|cold|warm|wett|dri|deep|earli|quick|safe|simpl|tight|wid|steep|sharp|hard|loud|bright|dark|clean|broad|mighti|costli)est",
  '(?:the |its |their |his |her )?(?:best|worst|most|least)(?:[- ](?:ever|[a-z]+(?:ed|ive|ful|ous|ant|ent|able|ible|al|ar|ic|ing|ly|ern|ient|ised|ized|[^s]y)))',
  '(?:the )?(?:first|last|only)(?: (?:ever|time|person|people|company|country|woman|man|city|case|such))(?: (?:in|since|on|of|to)(?: (?:the )?[a-z0-9]+)?)?',
  'for the first time(?: ever| in [a-z0-9]+(?: [a-z]+)?| since \\d{4})?',
  '(?:all[- ]time|record|historic)[- ](?:high|low|breaking|setting|profit|loss|sales|revenue|number|level|year)s?',
  "(?:world|national|industry|state) records?|unprecedented|unrivalled|unrivaled|unmatched|never before|second to none|world[’']?s? first",
  '(?:no\\.|number) ?(?:1|one)(?![a-z\\d])',
].join('|')
const CHINESE = [
  '(?:全球|世界|全国|国内|亚洲|欧洲|行业|业内|历史|史上|同类|目前|迄今)?(?:规模|数量|速度)?最(?!近|后|初|终|多达|高达|高人民|高法|高检|起码|好是)[大小多少高低快慢早晚长短强弱新老旧深广重轻热冷好差佳优严远富贵美先便廉活]',
  '(?:世界|全球|国内|全国|亚洲)?首(?:次|个|家|款|座|批|例|条|部|台|艘|架|位|创|枚|届)(?!都)',
  '(?:世界|全球|全国|国内|亚洲|行业|排名|位居|位列|居)(?:排名)?第一',
  '史无前例|前所未有|独一无二|唯一|空前|(?:创|刷新)(?:下|了)?(?:历史|世界|全国|年内)?(?:新高|新低|纪录|记录)|(?:历史|年内)新[高低]|破(?:世界)?纪录',
].join('|')
const RULE = new RegExp(`(?<![a-z])(?:${ENGLISH})(?![a-z])|${CHINESE}`, 'g')

/** `plain` is lower case, plain width and simplified. */
export function superlatives(plain: string): { start: number; end: number }[] {
  return Array.from(plain.matchAll(RULE), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}
