/** Periods counted from the day of writing, and those known by a name: weekdays, years ago, seasons, centuries, plans. */
import { describe, expect, it } from 'vitest'
import { readPeriods } from '#reading/periods.ts'

/** A Tuesday. */
const REFERENCE = '2026-03-24'
const read = (text: string) =>
  readPeriods(text, { referenceDate: REFERENCE }).map((one) => `${one.text} ${one.from}..${one.to}`)

describe('a weekday', () => {
  it.each([
    ['The board met on Monday.', 'Monday 2026-03-23..2026-03-23'],
    ['It fell on Friday, traders said.', 'Friday 2026-03-20..2026-03-20'],
    ['The talks will resume on Friday.', 'Friday 2026-03-27..2026-03-27'],
    ['He left last Tuesday.', 'last Tuesday 2026-03-17..2026-03-17'],
    ['They vote this Sunday.', 'this Sunday 2026-03-29..2026-03-29'],
    ['It rained last weekend.', 'last weekend 2026-03-21..2026-03-22'],
    ['本周一发布。', '本周一 2026-03-23..2026-03-23'],
    ['上周五下跌。', '上周五 2026-03-20..2026-03-20'],
    ['下周三举行。', '下周三 2026-04-01..2026-04-01'],
    ['星期天开放。', '星期天 2026-03-22..2026-03-22'],
    ['仪式将于周五举行。', '周五 2026-03-27..2026-03-27'],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected])
  })

  it('beside its date is that date', () => {
    expect(read('on Monday, March 23, 2026')).toEqual(['March 23, 2026 2026-03-23..2026-03-23'])
    expect(read('3月23日（周一）')).toEqual(['3月23日 2026-03-23..2026-03-23'])
  })

  it.each(['Black Friday sales', 'every Monday', 'a sunday roast', '每周一开会', '一周一次', '四周一片漆黑'])(
    'is not seen in: %s',
    (text) => {
      expect(read(text)).toEqual([])
    },
  )
})

describe('a count back or forward', () => {
  it.each([
    ['five days ago', 'five days ago 2026-03-19..2026-03-19'],
    ['two weeks ago', 'two weeks ago 2026-03-09..2026-03-15'],
    ['two months ago', 'two months ago 2026-01-01..2026-01-31'],
    ['40 years ago', '40 years ago 1986-01-01..1986-12-31'],
    ['a decade ago', 'a decade ago 2016-01-01..2016-12-31'],
    ['over the past three years', 'past three years 2023-03-24..2026-03-24'],
    ['in the next two weeks', 'next two weeks 2026-03-24..2026-04-07'],
    ['三天前宣布', '三天前 2026-03-21..2026-03-21'],
    ['两个月前', '两个月前 2026-01-01..2026-01-31'],
    ['半年前', '半年前 2025-09-01..2025-09-30'],
    ['五年前离开', '五年前 2021-01-01..2021-12-31'],
    ['过去三年', '过去三年 2023-03-24..2026-03-24'],
    ['近五年来', '近五年来 2021-03-24..2026-03-24'],
    ['未来两年', '未来两年 2026-03-24..2028-03-24'],
    ['大前天', '大前天 2026-03-21..2026-03-21'],
    ['昨晚', '昨晚 2026-03-23..2026-03-23'],
    ['上月25日', '上月25日 2026-02-25..2026-02-25'],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected])
    expect(readPeriods(text)).toEqual([])
  })

  it.each(['历时近三年', '用了三年时间', '3月前', '约2000年前', '近2000年历史'])('is not: %s', (text) => {
    expect(read(text).filter((one) => one.includes('年') && !one.startsWith('3月'))).toEqual([])
  })
})

describe('a stretch with a name', () => {
  it.each([
    ['in spring 2025', 'spring 2025 2025-03-01..2025-05-31', false],
    ['the winter of 2024', 'winter of 2024 2024-12-01..2025-02-28', false],
    ['last summer', 'last summer 2025-06-01..2025-08-31', false],
    ['2025年春季', '2025年春季 2025-03-01..2025-05-31', false],
    ['the 19th century', '19th century 1801-01-01..1900-12-31', true],
    ['上世纪九十年代', '上世纪九十年代 1990-01-01..1999-12-31', true],
    ['late 1970s', 'late 1970s 1976-01-01..1979-12-31', false],
    ["the '80s", "'80s 1980-01-01..1989-12-31", false],
    ['“十四五”期间', '“十四五”期间 2021-01-01..2025-12-31', true],
    ['the 14th five-year plan', '14th five-year plan 2021-01-01..2025-12-31', true],
    ['光绪二十四年', '光绪二十四年 1898-01-01..1898-12-31', false],
    ['令和7年度', '令和7年度 2025-04-01..2026-03-31', false],
    ['the week of March 9', 'week of March 9 2026-03-09..2026-03-15', false],
    ['the December quarter of 2025', 'December quarter of 2025 2025-10-01..2025-12-31', true],
    ['2030年前', '2030年 2030-01-01..2030-12-31', true],
    ['2025年Q3', '2025年Q3 2025-07-01..2025-09-30', true],
  ])('%s', (text, expected, certain) => {
    expect(read(text)).toEqual([expected])
    expect(readPeriods(text, { referenceDate: REFERENCE })).toMatchObject([{ certain }])
  })

  it.each(['2025年春节联欢', '十四五岁的孩子', '最后一季'])('is not: %s', (text) => {
    expect(read(text).filter((one) => !one.startsWith('2025年 '))).toEqual([])
  })
})

describe('a period without its year', () => {
  it('is last year’s where it has not begun and is told as past', () => {
    expect(read('In the third quarter revenue fell.')).toEqual(['the third quarter 2025-07-01..2025-09-30'])
    expect(read('Revenue will fall in the third quarter.')).toEqual([
      'the third quarter 2026-07-01..2026-09-30',
    ])
    expect(read('第三季度收入持平。')).toEqual(['第三季度 2025-07-01..2025-09-30'])
    expect(read('预计第三季度收入持平。')).toEqual(['第三季度 2026-07-01..2026-09-30'])
  })

  it('leans on the period before it', () => {
    expect(read('2024年前三季度增长，去年同期下降。')).toEqual([
      '2024年前三季度 2024-01-01..2024-09-30',
      '去年同期 2023-01-01..2023-09-30',
    ])
    expect(read('他1998年当选，同年5月去世。')).toEqual([
      '1998年 1998-01-01..1998-12-31',
      '同年5月 1998-05-01..1998-05-31',
    ])
  })

  it('takes no year from a sentence before it', () => {
    expect(read('Sales fell in 2019. They rose in February.')).toEqual([
      '2019 2019-01-01..2019-12-31',
      'February 2026-02-01..2026-02-28',
    ])
  })
})
