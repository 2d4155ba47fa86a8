import { describe, expect, test } from 'vitest'
import { storyLines } from '#scrapers/extract/story-lines.ts'

const BODY = [
  'The town council voted on Tuesday evening to keep the night ferry running for another two years.',
  'The service carried 41,300 people last year, about a third fewer than before the bridge opened.',
]
const CHINESE_BODY = [
  '市议会周二晚间表决通过，北岸与低滩之间的夜间渡轮将再保留两年，持续数月的成本之争就此告一段落。',
]
const frame = { titles: ['Council keeps the ferry | Herald'], authors: ['Dora Example'] }

describe('what templates print above a story', () => {
  test.each([
    ['Council keeps the ferry'],
    ['By Dora Example'],
    ['Dora Example'],
    ['Posted by deckhand on March 2, 2026'],
    ['Published: March 2, 2026'],
    ['Montag, 2. März 2026'],
    ['Publié le 2 mars 2026 à 21h34'],
    ['Text size'],
    ['3 min read'],
    ['发布时间：2026-03-02 10:15　来源：北岸日报'],
    ['For Immediate Release'],
    ['+'],
  ])('%s', (line) => {
    expect(storyLines([line, ...BODY].join('\n'), frame)).toBe(BODY.join('\n'))
  })
})

describe('what they print below it', () => {
  test.each([
    ['Dora Example is a reporter for the Herald.'],
    ['Tags: ferry, council'],
    [
      'This entry was posted on Monday, March 2nd, 2026 and is filed under council. You can follow any responses.',
    ],
    ['Lesen Sie auch: Brücke eröffnet'],
    ['Lire aussi : le pont ouvre'],
    ['kbe/dpa'],
    ['# # #'],
    ['© 2026 Herald'],
    ['Last updated: March 5, 2026'],
  ])('%s', (line) => {
    expect(storyLines([...BODY, line].join('\n'), frame)).toBe(BODY.join('\n'))
  })

  test.each([
    '责任编辑：王编',
    '（编辑：王编）',
    '上一篇：座谈会',
    '点击下载APP看新闻',
    '关于我们 - 联系我们',
  ])('%s', (line) => {
    expect(storyLines([...CHINESE_BODY, line].join('\n'), { titles: [], authors: [] })).toBe(
      CHINESE_BODY.join('\n'),
    )
  })
})

describe('what they print inside it', () => {
  test('a signature and its date under the lead', () => {
    const [lead, rest] = BODY
    const lines = [lead, 'By Dora Example', 'March 2, 2026, 17:03', rest]
    expect(storyLines(lines.join('\n'), frame)).toBe(BODY.join('\n'))
  })
  test('buttons and advertisements', () => {
    const [lead, rest] = BODY
    const lines = [lead, 'Advertisement', 'Share', 'Read more: Bridge opens after nine years', rest]
    expect(storyLines(lines.join('\n'), frame)).toBe(BODY.join('\n'))
  })
})

describe('what is the story’s own stays', () => {
  test.each([
    ['a short sentence', 'Nobody minded.'],
    ['a heading', 'A third fewer passengers'],
    ['a quotation', '“By then it was too late,” she said.'],
    ['a day in a chronicle', 'On March 2, 2026, the boat sailed again.'],
  ])('%s', (_, line) => {
    const lines = [BODY[0], line, BODY[1]]
    expect(storyLines(lines.join('\n'), frame)).toBe(lines.join('\n'))
  })
  test('a page of nothing but such lines keeps them', () => {
    expect(storyLines('Share\nTweet', { titles: [], authors: [] })).toBe('Share\nTweet')
  })
})
