import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDate } from '#scrapers/extract/parse-date.ts'

describe('a date as printed', () => {
  test.each([
    ['2026-03-23', '2026-03-23'],
    ['2026-03-23T10:15:30+08:00', '2026-03-23T10:15:30+08:00'],
    ['2026-03-23T02:15:30.123Z', '2026-03-23T02:15:30Z'],
    ['2026-03-23 10:15:30 +0800', '2026-03-23T10:15:30+08:00'],
    ['2026年03月23日 10:15', '2026-03-23T10:15'],
    ['2026年3月23日', '2026-03-23'],
    ['2026年3月23日 星期一 09:05', '2026-03-23T09:05'],
    ['发布时间：2026/3/23 9:05:07 来源', '2026-03-23T09:05:07'],
    ['2026.03.23', '2026-03-23'],
    ['March 24, 2026', '2026-03-24'],
    ['Mar. 24, 2026 9:30 PM', '2026-03-24T21:30'],
    ['Tuesday, March 24th, 2026 at 12:05 a.m.', '2026-03-24T00:05'],
    ['24 March 2026', '2026-03-24'],
    ['Tue, 24 Mar 2026 08:00:00 GMT', '2026-03-24T08:00:00Z'],
    ['24. März 2026, 14:05 Uhr', '2026-03-24T14:05'],
    ['24.03.2026', '2026-03-24'],
    ['24 de marzo de 2026', '2026-03-24'],
    ['24 août 2026 à 14h05', '2026-08-24T14:05'],
    ['20260323', '2026-03-23'],
    ['1774233000', '2026-03-23T02:30:00Z'],
    ['23/03/2026', '2026-03-23'],
    ['03/23/2026', '2026-03-23'],
  ])('%s', (text, iso) => {
    expect(parseDate(text)?.iso).toBe(iso)
  })

  test.each([
    '31 June 2026',
    '2026-02-30',
    '2026年13月1日',
    'Marvel 12 heroes',
    '1.4万亿',
    'call 20260399',
    '03/04/2026',
    '',
  ])('%s is no date', (text) => {
    expect(parseDate(text)).toBeNull()
  })

  test('an ambiguous date is read month first only for readers who write it so', () => {
    expect(parseDate('03/04/2026', { monthFirst: true })?.iso).toBe('2026-03-04')
  })

  test('the first date of a line is taken', () => {
    expect(parseDate('March 24, 2026, updated 2026-03-25')).toEqual({ iso: '2026-03-24', index: 0 })
  })

  test('every calendar day comes back from every spelling', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10)
        const [year, month, dayOfMonth] = iso.split('-').map(Number)
        const english = date.toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' })
        for (const text of [
          iso,
          `${year}年${month}月${dayOfMonth}日`,
          `${year}/${month}/${dayOfMonth}`,
          english,
        ]) {
          expect(parseDate(`published ${text} here`)?.iso).toBe(iso)
        }
      }),
    )
  })
})

describe('months by name in other languages', () => {
  test.each([
    ['15 августа 2015', '2015-08-15'],
    ['15 sierpnia 2015', '2015-08-15'],
    ['2015. augusztus 15.', '2015-08-15'],
    ['21. Jänner 2016', '2016-01-21'],
    ['3. listopadu 2012', '2012-11-03'],
    ['12 Eylül 2014', '2014-09-12'],
    ['10. marraskuuta 2019', '2019-11-10'],
    ['4 de marzo del 2013', '2013-03-04'],
    ['5 dicembre 2011', '2011-12-05'],
    ['2013년 10월 24일', '2013-10-24'],
  ])('%s', (text, iso) => {
    expect(parseDate(text)?.iso).toBe(iso)
  })

  test('a word that is no month makes no date', () => {
    expect(parseDate('20 people 2014')).toBeNull()
  })

  test('a clock right behind the day, as spans without space give it', () => {
    expect(parseDate('2021-01-2608:12')?.iso).toBe('2021-01-26T08:12')
  })
})
