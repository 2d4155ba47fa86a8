/** Dates and periods: which days the words cover, in both languages, and what is left open. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPeriods } from '#reading/periods.ts'

/** Reading that grew with the square of the text would take minutes for so many signs; the runner's limit tells. */
const MANY = 200_000
const LIMIT_MS = 20_000

const REFERENCE = '2026-03-24'

const WRITTEN: [string, string, string, string, string][] = [
  ['2024年第一季度', '2024年第一季度', '2024-01-01', '2024-03-31', 'quarter'],
  ['二〇二六年三月二十三日发布', '二〇二六年三月二十三日', '2026-03-23', '2026-03-23', 'day'],
  ['Q3 2025 was better', 'Q3 2025', '2025-07-01', '2025-09-30', 'quarter'],
  ['in the third quarter of 2025', 'the third quarter of 2025', '2025-07-01', '2025-09-30', 'quarter'],
  ['the first half of 2025', 'the first half of 2025', '2025-01-01', '2025-06-30', 'half'],
  ['2025年上半年', '2025年上半年', '2025-01-01', '2025-06-30', 'half'],
  ['2025年前三季度', '2025年前三季度', '2025-01-01', '2025-09-30', 'quarter'],
  ['first nine months of 2025', 'first nine months of 2025', '2025-01-01', '2025-09-30', 'month'],
  ['2026年1-2月份', '2026年1-2月份', '2026-01-01', '2026-02-28', 'month'],
  ['截至2025年底', '2025年底', '2025-12-31', '2025-12-31', 'day'],
  ['by the end of 2025', 'the end of 2025', '2025-12-31', '2025-12-31', 'day'],
  ['民國113年3月5日', '民國113年3月5日', '2024-03-05', '2024-03-05', 'day'],
  ['民国元年', '民国元年', '1912-01-01', '1912-12-31', 'year'],
  ['令和6年', '令和6年', '2024-01-01', '2024-12-31', 'year'],
  ['昭和64年', '昭和64年', '1989-01-01', '1989-01-07', 'year'],
  ['23 March 2026', '23 March 2026', '2026-03-23', '2026-03-23', 'day'],
  ['on March 23, 2026, in Beijing', 'March 23, 2026', '2026-03-23', '2026-03-23', 'day'],
  ['2026-03-23', '2026-03-23', '2026-03-23', '2026-03-23', 'day'],
  ['23-25 March 2026', '23-25 March 2026', '2026-03-23', '2026-03-25', 'day'],
  ['from March to May 2026', 'March to May 2026', '2026-03-01', '2026-05-31', 'month'],
  ['2026年3月23日至4月5日', '2026年3月23日至4月5日', '2026-03-23', '2026-04-05', 'day'],
  ['2024年3月下旬', '2024年3月下旬', '2024-03-21', '2024-03-31', 'day'],
  ['the year ended March 31, 2025', 'year ended March 31, 2025', '2024-04-01', '2025-03-31', 'year'],
  ['between 2020 and 2025', '2020 and 2025', '2020-01-01', '2025-12-31', 'year'],
  ['2020年代', '2020年代', '2020-01-01', '2029-12-31', 'year'],
  ['23-Mar-2026', '23-Mar-2026', '2026-03-23', '2026-03-23', 'day'],
  ['20世纪90年代', '20世纪90年代', '1990-01-01', '1999-12-31', 'year'],
  ['２０２４年２月', '２０２４年２月', '2024-02-01', '2024-02-29', 'month'],
]

describe('a period with its year written', () => {
  it.each(WRITTEN)('%s', (text, words, from, to, precision) => {
    expect(readPeriods(text)).toEqual([
      {
        text: words,
        start: text.indexOf(words),
        end: text.indexOf(words) + words.length,
        from,
        to,
        precision,
        certain: true,
      },
    ])
  })
})

const RELATIVE: [string, string, string, boolean][] = [
  ['去年', '2025-01-01', '2025-12-31', true],
  ['今年3月', '2026-03-01', '2026-03-31', true],
  ['去年第三季度', '2025-07-01', '2025-09-30', true],
  ['上月', '2026-02-01', '2026-02-28', true],
  ['上月底', '2026-02-21', '2026-02-28', false],
  ['昨日', '2026-03-23', '2026-03-23', true],
  ['last year', '2025-01-01', '2025-12-31', true],
  ['last month', '2026-02-01', '2026-02-28', true],
  ['last week', '2026-03-16', '2026-03-22', true],
  ['the third quarter of last year', '2025-07-01', '2025-09-30', true],
  ['3月23日', '2026-03-23', '2026-03-23', false],
  ['23日', '2026-03-23', '2026-03-23', false],
  ['25日', '2026-02-25', '2026-02-25', false],
  ['March 23', '2026-03-23', '2026-03-23', false],
  ['on 30 December', '2025-12-30', '2025-12-30', false],
  ['上半年', '2026-01-01', '2026-06-30', false],
]

describe('a period counted from the day of writing', () => {
  it.each(RELATIVE)('%s', (text, from, to, certain) => {
    expect(readPeriods(text, { referenceDate: REFERENCE })).toMatchObject([{ from, to, certain }])
  })

  it('is left out where nothing says which day that is', () => {
    for (const [text] of RELATIVE) expect(readPeriods(text)).toEqual([])
    expect(readPeriods('去年', { referenceDate: 'last Tuesday' })).toEqual([])
  })

  it('takes the year named before it in the sentence, and says it is not certain', () => {
    expect(readPeriods('2024年公司增长，其中第一季度最快。', { referenceDate: REFERENCE })).toMatchObject([
      { from: '2024-01-01', to: '2024-12-31', certain: true },
      { from: '2024-01-01', to: '2024-03-31', certain: false },
    ])
  })

  it('leaves vague edges uncertain', () => {
    for (const words of [
      'early 2025',
      'mid-2025',
      '2024年初',
      'FY2025',
      'FY 2024/25',
      'the 2025 fiscal year',
      '2025财年',
      '24年3月',
      '04/05/2026',
    ])
      expect(readPeriods(words)).toMatchObject([{ certain: false }])
  })
})

describe('what is no period', () => {
  it.each([
    'a fund of 2,000 people and 2025 people',
    '电话 13800138000',
    'version 2024.1.2',
    '近2000年历史',
    'I may march on',
    'the second half of the match',
    '每月30万元',
    '3个月内',
    '30 February 2026',
    '2026年2月30日',
    'Resolution 1973',
    'May I ask',
  ])('%s', (text) => {
    expect(
      readPeriods(text, { referenceDate: REFERENCE }).filter(({ text: words }) => words !== '2026年'),
    ).toEqual([])
  })
})

describe('the periods of any text', () => {
  const pieces = fc.constantFrom(
    '2024年',
    '3月',
    '第一季度',
    '至',
    ' to ',
    '23',
    '日',
    'March ',
    ' 2026',
    '-',
    '底',
    ' of ',
    'Q3',
    '😀',
    '。',
    '截至',
    'first half',
    '1',
    '年',
  )

  it('slice back to the text, in order, without overlap, and end no earlier than they begin', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const text = parts.join('')
        let edge = 0
        for (const period of readPeriods(text, { referenceDate: REFERENCE })) {
          expect(text.slice(period.start, period.end)).toBe(period.text)
          expect(period.start).toBeGreaterThanOrEqual(edge)
          expect(period.from <= period.to).toBe(true)
          edge = period.end
        }
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    '2024年',
    '1',
    '3月',
    'March ',
    '至',
    ' ',
    '1-2',
    'first ',
    '2024-',
    'ago ',
    '一',
    '去年',
    '周一',
    '“',
  ])(
    'are read from a long run of %j',
    (sign) => {
      const text = sign.repeat(MANY / sign.length)
      for (const { start, end, text: words } of readPeriods(text, { referenceDate: REFERENCE }))
        if (text.slice(start, end) !== words) throw new Error(`out of place at ${start}`)
    },
    LIMIT_MS,
  )
})
