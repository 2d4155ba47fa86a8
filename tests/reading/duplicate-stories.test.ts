/** Whole stories beside each other: a copy in the other script, an edited copy, a rewrite, an independent report. */
import { describe, expect, it } from 'vitest'
import { compareTexts, groupTexts } from '#reading/near-duplicates.ts'

const STORY =
  'The state railway will close eleven rural lines by the end of the year, its chairman said on Monday, citing falling passenger numbers and the cost of repairing bridges that are more than a century old. Speaking at a news conference in the capital, Harald Brandt said the lines carried fewer than 400 people a day between them. "We cannot keep running empty trains through empty stations," he said. The transport ministry, which owns the railway, approved the plan last week. Buses will replace the trains from January. Mayors of the affected towns have asked for a delay of two years, and some have threatened to sue. The rail workers\' union said 620 jobs were at risk and called the decision a mistake that could not be undone. Freight traffic on three of the lines will continue under a private operator. The railway lost 41 million euros last year, most of it on regional services. Mr Brandt said the money saved would be spent on new signals for the main line, where delays have doubled since 2021.'
const EDITED = [
  ['eleven rural lines', '11 country lines'],
  ['its chairman said on Monday', 'chairman Harald Brandt announced Monday'],
  ['Speaking at a news conference in the capital, Harald Brandt said', 'He said'],
  ['Mayors of the affected towns', 'Local mayors'],
  ['a mistake that could not be undone', 'irreversible'],
].reduce((text, [was = '', now = '']) => text.replace(was, now), STORY)
const REWRITTEN =
  'Eleven branch lines are to disappear from the national rail map before the year is out. The operator\'s chairman, Harald Brandt, told reporters on Monday that trains on these routes are mostly empty and that old bridges would cost too much to mend. Fewer than 400 passengers a day use all eleven together, according to the company. "We cannot keep running empty trains through empty stations," Brandt said. From January, buses take over; goods trains go on running on three routes, operated privately. Unions see 620 positions in danger. Town halls along the tracks want the closures put off for two years and may go to court. Regional services accounted for most of the 41 million euro deficit recorded last year. Savings are to pay for signalling on the trunk route, which has seen delays double since 2021. The ministry gave its approval a week ago.'
const SIMPLIFIED =
  '国家铁路公司董事长周一表示，由于客流持续减少、百年老桥维修费用高昂，公司将在年底前关闭十一条乡村线路。他在首都举行的新闻发布会上说，这些线路每天合计运送旅客不足四百人。“我们不能再让空荡荡的列车驶过空荡荡的车站。”交通部上周批准了该方案。自明年一月起，客车将取代火车。沿线各镇镇长要求推迟两年实施，有的还扬言提起诉讼。铁路工会称，六百二十个工作岗位面临风险，并称这一决定是无法挽回的错误。其中三条线路的货运将由一家私营企业继续经营。铁路公司去年亏损四千一百万欧元，大部分来自支线客运。董事长说，省下的资金将用于更新干线信号系统，该线路的晚点自2021年以来翻了一番。'
const TRADITIONAL =
  '國家鐵路公司董事長週一表示，由於客流持續減少、百年老橋維修費用高昂，公司將在年底前關閉十一條鄉村線路。他在首都舉行的新聞發布會上說，這些線路每天合計運送旅客不足四百人。「我們不能再讓空蕩蕩的列車駛過空蕩蕩的車站。」交通部上週批准了該方案。自明年一月起，客車將取代火車。沿線各鎮鎮長要求推遲兩年實施，有的還揚言提起訴訟。鐵路工會稱，六百二十個工作崗位面臨風險，並稱這一決定是無法挽回的錯誤。其中三條線路的貨運將由一家私營企業繼續經營。鐵路公司去年虧損四千一百萬歐元，大部分來自支線客運。董事長說，省下的資金將用於更新幹線信號系統，該線路的晚點自2021年以來翻了一番。'
const INDEPENDENT =
  '十一条支线铁路年内将停运。铁路公司董事长布兰特星期一对媒体说，乘客太少，桥梁又太旧，修桥不划算，十一条线一天加起来还不到四百名乘客。公司上周已获交通部同意，明年一月改开客车，货车则有三条线由民营公司接手。布兰特说：“我们不能再让空荡荡的列车驶过空荡荡的车站。”工会担心六百二十人失业，沿线市镇希望延后两年，甚至考虑打官司。去年公司赤字四千一百万欧元，多半亏在支线。省下来的钱准备拿去换干线的信号，二〇二一年以来那里误点多了一倍。'

describe('two whole stories', () => {
  it.each([
    ['an edited copy', STORY, EDITED, true],
    ['a copy in the other script', SIMPLIFIED, TRADITIONAL, true],
    ['the first paragraphs alone', STORY.slice(0, STORY.indexOf('Buses')), STORY, true],
    ['the story inside a longer one', STORY, `From our reader. ${STORY} ${REWRITTEN}`, true],
    ['the story with its sentences in another order', STORY, STORY.split('. ').reverse().join('. '), true],
    ['a rewrite in own words', STORY, REWRITTEN, false],
    ['an independent report with the same quotation', SIMPLIFIED, INDEPENDENT, false],
    ['the same across scripts', TRADITIONAL, INDEPENDENT, false],
  ])('%s', (_, one, other, same) => {
    const found = compareTexts(one, other)
    expect(found.same).toBe(same)
    expect(compareTexts(other, one).same).toBe(same)
    for (const passage of found.shared) expect(one).toContain(passage)
  })

  it('collapse to as many origins as there are', () => {
    const texts = Object.entries({
      a: STORY,
      b: EDITED,
      c: REWRITTEN,
      d: SIMPLIFIED,
      e: TRADITIONAL,
      f: INDEPENDENT,
    })
    const groups = groupTexts(texts.map(([id, text]) => ({ id, text })))
    expect(groups.map(({ ids }) => ids.join(''))).toEqual(['ab', 'c', 'de', 'f'])
  })
})

describe('two books', () => {
  const chapter = (seed: number) =>
    Array.from({ length: 40_000 }, (_, index) => `w${(index * (7919 + seed)) % 50_021}`).join(' ')

  it('are compared by a sample of their wording, with whole passages as evidence', () => {
    const [one, two] = [chapter(1), chapter(2)]
    const half = `${one.slice(0, one.length / 2)} ${two}`
    const copied = compareTexts(one, `${one} ${two}`)
    expect(copied).toMatchObject({ same: true, containment: 1 })
    expect(copied.shared[0]).toBe(one)
    expect(compareTexts(one, half).containment).toBeGreaterThan(0.4)
    expect(compareTexts(one, half).containment).toBeLessThan(0.7)
  })

  it('that say one thing over and over are compared whole', () => {
    expect(compareTexts('all work '.repeat(40_000), 'all work '.repeat(50_000))).toMatchObject({
      same: true,
      containment: 1,
    })
  })
})
