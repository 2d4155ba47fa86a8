/** Attributions as reporters write them: every verb class, where the role stands, who is only cited, and what attributes nothing. */
import { describe, expect, it } from 'vitest'
import { readAttributions } from '#reading/attributions.ts'

/** kind | speaker | role | verb | event | when | relayOf; "-" for null. */
const read = (text: string) =>
  readAttributions(text).map((one) =>
    [one.kind, one.speaker, one.role, one.verb, one.event, one.when, one.relayOf]
      .map((field) => field ?? '-')
      .join(' | '),
  )

describe('an English attribution', () => {
  it.each([
    [
      '“I was wrong,” Smith, 43, admitted at a hearing in Oslo on Friday.',
      'said | Smith | - | admitted | a hearing in Oslo | Friday | -',
    ],
    [
      'The chancellor told parliament on Thursday that borrowing would fall.',
      'said | chancellor | - | told | parliament | Thursday | -',
    ],
    [
      'In a letter to shareholders, Tom Reyes wrote that margins would shrink.',
      'said | Tom Reyes | - | wrote | a letter to shareholders | - | -',
    ],
    [
      'Speaking at the Delta forum on Jan. 20, Ms. Park argued that rates must fall.',
      'said | Park | - | argued | the Delta forum | Jan. 20 | -',
    ],
    [
      'A senior official, who asked not to be named, said the deal was close.',
      'said | senior official | - | said | - | - | -',
    ],
    [
      'A police spokesman, Sgt. Paul Nwosu, said no one was hurt.',
      'said | Paul Nwosu | police spokesman, Sgt | said | - | - | -',
    ],
    [
      "The union's leader, Ana Prieto, who took over in May, said members would vote.",
      "said | Ana Prieto | union's leader | said | - | - | -",
    ],
    [
      '“Our data show otherwise,” stated Prof. Weber of the Kiel Institute.',
      'said | Weber | of the Kiel Institute | stated | - | - | -',
    ],
    ['Police say the driver fled on foot.', 'said | Police | - | say | - | - | -'],
    ['The report found that one in five wells was polluted.', 'said | report | - | found | - | - | -'],
    [
      'The group posted on Telegram that it had carried out the attack.',
      'said | group | - | posted | Telegram | - | -',
    ],
    [
      'Jensen Hart, CEO of Arbor, said at GTC 2026 that demand was strong.',
      'said | Jensen Hart | CEO of Arbor | said | GTC 2026 | - | -',
    ],
    [
      'The ministry was quoted as saying that the border would open.',
      'said | ministry | - | quoted as saying | - | - | -',
    ],
    [
      'Liu was quoted by Xinhua as saying that use had grown.',
      'said | Liu | - | quoted by Xinhua as saying | - | - | Xinhua',
    ],
    [
      'The ministry of health reported 312 new cases on Tuesday.',
      'said | ministry of health | - | reported | - | Tuesday | -',
    ],
    ['Scientists have reported a new species of frog.', 'said | Scientists | - | reported | - | - | -'],
    [
      'Orders fell, according to figures published by the statistics office.',
      'according_to | statistics office | - | according to | - | - | -',
    ],
    [
      'In the words of economist Ruth Adler, “money never sleeps”.',
      'according_to | Ruth Adler | economist | In the words of | - | - | -',
    ],
    [
      'It was reported by local media that the dam had cracked.',
      'citing | local media | - | reported by | - | - | local media',
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected])
  })

  it('keeps who speaks and who is cited apart', () => {
    expect(read('State broadcaster RTK, citing the interior ministry, said three people were held.')).toEqual(
      [
        'citing | interior ministry | - | citing | - | - | -',
        'said | RTK | State broadcaster | said | - | - | -',
      ],
    )
  })

  it.each([
    'Citing security concerns, the city cancelled the march.',
    'The spokesman declined to comment.',
    'The company did not say how many jobs would go.',
    'The data came from a research firm.',
    'The drug is said to cure baldness.',
  ])('is not seen in: %s', (text) => {
    expect(read(text)).toEqual([])
  })
})

describe('a Chinese attribution', () => {
  it.each([
    ['世界卫生组织周二警告，疫情可能扩大。', 'said | 世界卫生组织 | - | 警告 | - | 周二 | -'],
    ['警方通报称，嫌疑人已被抓获。', 'said | 警方 | - | 通报称 | - | - | -'],
    ['专家们普遍认为，需求将回暖。', 'said | 专家们 | - | 认为 | - | - | -'],
    ['报告显示，五分之一的水井受到污染。', 'said | 报告 | - | 显示 | - | - | -'],
    ['声明说，双方同意停火。', 'said | 声明 | - | 说 | - | - | -'],
    ['“从没见过这么大的雨。”72岁的村民赵大山回忆说。', 'said | 赵大山 | 72岁的村民 | 回忆说 | - | - | -'],
    ['香港特首李明宣布，假期延长。', 'said | 李明 | 香港特首 | 宣布 | - | - | -'],
    ['外长巴罗周日对媒体说，制裁将延长。', 'said | 巴罗 | 外长 | 说 | - | 周日 | -'],
    ['工程师陈静在布鲁塞尔表示，测试完成。', 'said | 陈静 | 工程师 | 表示 | 布鲁塞尔 | - | -'],
    ['马强周三在X平台发文称，火箭已修好。', 'said | 马强 | - | 发文称 | X平台 | 周三 | -'],
    ['《海港日报》称，两家公司正在谈判。', 'said | 《海港日报》 | - | 称 | - | - | 《海港日报》'],
    ['共同社称，首相将访华。', 'said | 共同社 | - | 称 | - | - | 共同社'],
    ['据第3篇报道，火山喷发。', 'according_to | 第3篇报道 | - | 据…报道 | - | - | -'],
    ['第三篇报道指出，桥已关闭。', 'said | 第三篇报道 | - | 指出 | - | - | -'],
    ['据外媒报道，火山喷发。', 'according_to | 外媒 | - | 据…报道 | - | - | 外媒'],
    ['綜合外電報導，火山爆發。', 'according_to | 外電 | - | 綜合…報導 | - | - | 外電'],
    [
      '根据国家能源局发布的数据，装机增长一成。',
      'according_to | 国家能源局 | - | 根据…数据 | - | - | 国家能源局',
    ],
    ['记者23日从税务局获悉，减税扩大。', 'according_to | 税务局 | - | 从…获悉 | - | 23日 | 税务局'],
    ['最先报道此事的是《海港》杂志。', 'wire_tag | - | - | 最先报道此事的是 | - | - | 海港'],
    ['央视网消息：台风登陆。', 'wire_tag | - | - | 消息 | - | - | 央视网'],
    ['中国日报网3月5日电', 'wire_tag | - | - | 电 | - | 3月5日 | 中国日报网'],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected])
  })

  it.each([
    '该公司没有透露裁员人数。',
    '他说话很慢。',
    '俗话说，早起的鸟儿有虫吃。',
    '这里被称为“水城”。',
    '互联网消息：很多。',
  ])('is not seen in: %s', (text) => {
    expect(read(text)).toEqual([])
  })
})
