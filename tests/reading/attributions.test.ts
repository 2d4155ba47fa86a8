/** Attributions: who is said to have said what, where it was said, and whom the text takes it from. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAttributions } from '#reading/attributions.ts'

/** Reading that grew with the square of the text would take minutes for so many signs; the runner's limit tells. */
const MANY = 200_000
const LIMIT_MS = 20_000

function first(text: string) {
  const [one] = readAttributions(text)
  if (!one) throw new Error(`no attribution in ${text}`)
  return { ...one, said: one.said && text.slice(one.said.start, one.said.end), words: one.words.text }
}

describe('an English attribution', () => {
  it('names speaker, role, event and day behind a quotation', () => {
    expect(
      first(
        '“It works,” Liu Liehong, head of the National Data Administration, said at the China Development Forum on Monday.',
      ),
    ).toMatchObject({
      speaker: 'Liu Liehong',
      role: 'head of the National Data Administration',
      verb: 'said',
      event: 'the China Development Forum',
      when: 'Monday',
      said: '“It works,”',
      kind: 'said',
      relayOf: null,
    })
  })

  it('reads the verb before the name', () => {
    expect(first('“It works,” said Jane Doe, an analyst at Big Bank.')).toMatchObject({
      speaker: 'Jane Doe',
      role: 'analyst at Big Bank',
      said: '“It works,”',
    })
  })

  it('takes the clause behind the verb for what was said', () => {
    expect(first('Liu said that daily use topped 140 trillion tokens.')).toMatchObject({
      speaker: 'Liu',
      said: 'daily use topped 140 trillion tokens',
    })
    expect(first('Revenue rose 3%, the company said in a statement on Tuesday.')).toMatchObject({
      speaker: 'company',
      event: 'a statement',
      when: 'Tuesday',
      said: 'Revenue rose 3%',
    })
    expect(first('A spokesperson for the Foreign Ministry said: “We do not comment.”')).toMatchObject({
      speaker: 'spokesperson for the Foreign Ministry',
      said: '“We do not comment.”',
    })
  })

  it('proposes the outlet that was told as the relay', () => {
    expect(
      first('Nvidia chief executive Jensen Huang told Reuters on March 3, 2026 that demand was strong.'),
    ).toMatchObject({
      speaker: 'Jensen Huang',
      role: 'Nvidia chief executive',
      when: 'March 3, 2026',
      said: 'demand was strong',
      relayOf: 'Reuters',
    })
    expect(first('Smith said in an interview with CNBC that prices would rise.')).toMatchObject({
      relayOf: 'CNBC',
    })
    expect(first('The mayor told reporters that it was over.')).toMatchObject({
      speaker: 'mayor',
      relayOf: null,
    })
  })

  it.each([
    [
      'According to the National Bureau of Statistics, output rose 3%.',
      'National Bureau of Statistics',
      'output rose 3%',
      'according_to',
    ],
    [
      'Use fell, according to a report in the Wall Street Journal.',
      'Wall Street Journal',
      'Use fell',
      'according_to',
    ],
    ['Sales doubled, it emerged, citing Xinhua coverage.', 'Xinhua', 'Sales doubled, it emerged', 'citing'],
    ['The deal was first reported by the Financial Times.', 'Financial Times', 'The deal', 'citing'],
    ['IT Home’s report says the plan is ready.', 'IT Home', 'the plan is ready', 'said'],
    ['Sales doubled, Bloomberg reported.', 'Bloomberg', 'Sales doubled', 'said'],
  ])('proposes a relay edge: %s', (text, relayOf, said, kind) => {
    expect(first(text)).toMatchObject({ relayOf, said, kind })
  })

  it.each([
    ["BEIJING, March 23 (Xinhua) -- China's output rose.", 'Xinhua', 'March 23'],
    ['LONDON (AP) — Prices rose.', 'AP', null],
    ['(Reuters) - Prices rose.', 'Reuters', null],
    ['Source: Reuters', 'Reuters', null],
  ])('reads the wire tag of %s', (text, relayOf, when) => {
    expect(first(text)).toMatchObject({ kind: 'wire_tag', relayOf, when, said: null })
  })

  it.each([
    'The ministry is said to be ready.',
    'He was told to leave.',
    'The report notes a rise.',
    '“He said so,” and the lights went out.',
  ])('is not seen in: %s', (text) => {
    expect(readAttributions(text)).toEqual([])
  })

  it.each([
    [
      "The ministry's spokesman, Guo Jiakun, told a regular press briefing on Thursday that China opposed it.",
      'Guo Jiakun',
      "ministry's spokesman",
      'China opposed it',
    ],
    [
      'Tesla CEO Elon Musk wrote on X that it would launch in June.',
      'Elon Musk',
      'Tesla CEO',
      'it would launch in June',
    ],
    [
      'WASHINGTON (AFP) - The Fed left rates alone, Chair Jerome Powell said.',
      'Jerome Powell',
      'Chair',
      'The Fed left rates alone',
    ],
    ['Zhou Ming, head of the port, announced the plan.', 'Zhou Ming', 'head of the port', 'the plan'],
    [
      'State news agency Xinhua quoted Liu as saying that growth was strong.',
      'Liu',
      null,
      'growth was strong',
    ],
    ['“We must act,” said Maria Garcia, who leads the union.', 'Maria Garcia', null, '“We must act,”'],
  ])('tells name, role and words apart: %s', (text, speaker, role, said) => {
    const found = readAttributions(text).filter(({ kind }) => kind !== 'wire_tag')
    expect(found).toMatchObject([{ speaker, role }])
    expect(found.map((one) => one.said && text.slice(one.said.start, one.said.end))).toEqual([said])
  })

  it('names nobody for a pronoun', () => {
    expect(first('He said it was over.')).toMatchObject({ speaker: null, said: 'it was over' })
  })
})

describe('a Chinese attribution', () => {
  it('names role, person and event', () => {
    expect(
      first('国家数据局局长刘烈宏在中国发展高层论坛2026年年会上表示，日均Token调用量已超过140万亿。'),
    ).toMatchObject({
      speaker: '刘烈宏',
      role: '国家数据局局长',
      verb: '表示',
      event: '中国发展高层论坛2026年年会',
      said: '日均Token调用量已超过140万亿',
      kind: 'said',
    })
  })

  it('reads the dateline apart from who spoke', () => {
    const text = '中新网3月23日电 国家数据局局长刘烈宏23日介绍，今年3月，调用量已突破140万亿。'
    expect(readAttributions(text)).toMatchObject([
      { kind: 'wire_tag', relayOf: '中新网', when: '3月23日', words: { text: '中新网3月23日电' } },
      { kind: 'said', speaker: '刘烈宏', role: '国家数据局局长', when: '23日' },
    ])
  })

  it.each([
    ['新华社北京3月23日电（记者 张三）产量增长。', '新华社', 'wire_tag'],
    ['财联社3月23日电，产量增长。', '财联社', 'wire_tag'],
    ['IT之家 3 月 23 日消息，新车上市。', 'IT之家', 'wire_tag'],
    ['来源：证券时报网', '证券时报网', 'wire_tag'],
    ['据新华社报道，产量增长3%。', '新华社', 'according_to'],
    ['據中央社報導，產量成長。', '中央社', 'according_to'],
    ['据国家统计局数据显示，产量增长。', '国家统计局', 'according_to'],
    ['记者从国家数据局获悉，产量增长。', '国家数据局', 'according_to'],
    ['路透社援引知情人士的话称，交易告吹。', '路透社', 'citing'],
    ['黄仁勋在接受财联社记者采访时表示，需求强劲。', '财联社', 'said'],
    ['王毅告诉路透社记者，中方反对。', '路透社', 'said'],
  ])('proposes a relay edge: %s', (text, relayOf, kind) => {
    expect(first(text)).toMatchObject({ relayOf, kind })
  })

  it('finds the quotation before and behind the verb', () => {
    expect(first('“增长很快。”刘烈宏说。')).toMatchObject({ speaker: '刘烈宏', said: '“增长很快。”' })
    expect(first('他还说，“明年更快”。')).toMatchObject({ speaker: null, said: '“明年更快”' })
    expect(first('李强总理强调，要稳增长。')).toMatchObject({
      speaker: '李强',
      role: '总理',
      said: '要稳增长',
    })
  })

  it.each([
    ['华为常务董事、终端BG董事长余承东表示，新机将发布。', '余承东', '华为常务董事、终端BG董事长', null],
    ['行政院長卓榮泰今（5）日表示，將全力支持。', '卓榮泰', '行政院長', '今（5）日'],
    ['美国总统特朗普5日在社交媒体上宣布，将加征关税。', '特朗普', '美国总统', '5日'],
    ['国家数据局局长刘烈宏23日在北京表示，增长很快。', '刘烈宏', '国家数据局局长', '23日'],
    ['“这是里程碑。”院长余晓晖告诉记者。', '余晓晖', '院长', null],
  ])('tells name, role and day apart: %s', (text, speaker, role, when) => {
    expect(first(text)).toMatchObject({ speaker, role, when })
  })

  it('names nobody for 据悉', () => {
    expect(first('据悉，产量增长。')).toMatchObject({ speaker: null, relayOf: null, verb: '据悉' })
  })

  it.each(['这本小说的名称来说明问题。', '国家数据局局长出席会议。', '他被称为专家。'])(
    'is not seen in: %s',
    (text) => {
      expect(readAttributions(text)).toEqual([])
    },
  )
})

describe('the attributions of any text', () => {
  const pieces = fc.constantFrom(
    'Liu ',
    'said ',
    'that ',
    '“',
    '”',
    ', ',
    '. ',
    'according to ',
    'the ',
    '表示',
    '，',
    '。',
    '据',
    '报道',
    '刘烈宏',
    '3月23日',
    '电',
    '\n',
    '😀',
    'told ',
    '(Reuters) - ',
    '在',
    '上',
  )

  it('slice back to the text, in order, without overlap', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join('')
        let edge = 0
        for (const { words, said } of readAttributions(text)) {
          expect(text.slice(words.start, words.end)).toBe(words.text)
          expect(words.start).toBeGreaterThanOrEqual(edge)
          if (said) expect(said.start < said.end && said.end <= text.length).toBe(true)
          edge = words.end
        }
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    'Liu said ',
    '据',
    '“',
    'A',
    'Aa, ',
    '表示',
    '在上说',
    'the ',
    '3月23日电',
    'according to ',
    '(',
    '来源：',
    ' ',
  ])(
    'are read from a long run of %j',
    (sign) => {
      const text = sign.repeat(MANY / sign.length)
      for (const { words } of readAttributions(text))
        if (text.slice(words.start, words.end) !== words.text)
          throw new Error(`out of place at ${words.start}`)
    },
    LIMIT_MS,
  )
})
