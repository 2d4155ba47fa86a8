/** When planned searches fall: in the zone they were planned for, through changes of clocks and nights without power. */
import { describe, expect, it } from 'vitest'
import { readInput } from '#domain/input.ts'
import { dueSchedule, scheduleInput } from '#domain/schedule.ts'
import { cronComplaint, endOfDay, nextTimes } from '#domain/schedule-times.ts'
import { scheduleWords, zonedWords } from '#domain/schedule-words.ts'

const times = (cron: string, zone: string, after: string, count = 3) =>
  nextTimes(cron, zone, new Date(after), count).map((time) => time.toISOString())

describe('a time of day in Berlin', () => {
  it('that the clocks leave out in spring falls at the first moment after the gap', () => {
    expect(times('30 2 * * *', 'Europe/Berlin', '2026-03-28T00:00:00Z')).toEqual([
      '2026-03-28T01:30:00.000Z',
      '2026-03-29T01:00:00.000Z',
      '2026-03-30T00:30:00.000Z',
    ])
  })

  it('that comes twice in autumn counts once', () => {
    expect(times('30 2 * * *', 'Europe/Berlin', '2026-10-24T12:00:00Z', 2)).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-26T01:30:00.000Z',
    ])
  })

  it('stays at its hour on the clock before and after the change', () => {
    expect(times('0 7 * * 1-5', 'Europe/Berlin', '2026-10-23T00:00:00Z', 2)).toEqual([
      '2026-10-23T05:00:00.000Z',
      '2026-10-26T06:00:00.000Z',
    ])
  })
})

it('a time of day in Shanghai is the same distance from UTC all year', () => {
  const [winter] = times('30 2 * * *', 'Asia/Shanghai', '2026-01-10T00:00:00Z', 1)
  const [summer] = times('30 2 * * *', 'Asia/Shanghai', '2026-07-10T00:00:00Z', 1)
  expect([winter, summer]).toEqual(['2026-01-10T18:30:00.000Z', '2026-07-10T18:30:00.000Z'])
})

describe('a cron line', () => {
  const after = new Date('2026-03-24T00:00:00Z')
  it.each([
    ['0 7 * * 1-5', null],
    ['0 7 * * MON-FRI', null],
    ['0 * * * *', null],
    ['0 7 * *', 'five fields'],
    ['0 0 7 * * *', 'five fields'],
    ['@daily', 'five fields'],
    ['61 7 * * *', 'cannot be read'],
    ['seven o clock on monday', 'cannot be read'],
    ['0 7 30 2 *', 'never comes'],
    ['*/30 * * * *', 'an hour apart'],
    ['0,30 7 * * 1', 'an hour apart'],
  ])('%s is answered with a clear sentence or taken', (line, complaint) => {
    const said = cronComplaint(line, 'Europe/Berlin', after)
    if (complaint === null) expect(said).toBeNull()
    else expect(said).toContain(complaint)
  })

  it('of every hour is taken on the days when the clocks change, too', () => {
    for (const day of ['2026-03-28', '2026-10-24'])
      expect(cronComplaint('15 * * * *', 'Europe/Berlin', new Date(`${day}T00:00:00Z`))).toBeNull()
  })
})

describe('planning a search', () => {
  const now = new Date('2026-11-24T09:00:00Z')
  const form = { rhythm: 'weekdays', time: '7:00', timeZone: 'Europe/Berlin', until: '2026-11-30' }
  const plan = (more: Record<string, unknown> = {}) => readInput(scheduleInput(now), { ...form, ...more })

  it('by a rhythm and a time of day gives the cron line, the next time and the last moment', () => {
    expect(plan()).toMatchObject({
      ok: true,
      value: {
        cron: '0 7 * * 1-5',
        nextAt: new Date('2026-11-25T06:00:00Z'),
        until: new Date('2026-11-30T22:59:59.999Z'),
      },
    })
  })

  it.each([
    [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
    [{ timeZone: '' }, 'timeZone'],
    [{ time: '25:00' }, 'time'],
    [{ rhythm: 'own', cron: 'every day' }, 'cron'],
    [{ until: '2026-11-23' }, 'until'],
    [{ until: 'soon' }, 'until'],
    [{ until: '2036-11-23' }, 'until'],
    [{ rhythm: 'hourly' }, 'rhythm'],
  ])('with %o is refused with a complaint about that field', (more, field) => {
    const answer = plan(more)
    expect(answer.ok ? {} : answer.refusal.fields).toHaveProperty(field)
  })
})

describe('a schedule that is due', () => {
  const schedule = {
    cron: '0 7 * * *',
    timeZone: 'Europe/Berlin',
    until: endOfDay('2026-11-30', 'Europe/Berlin'),
  }
  it('searches once for all the times that were missed', () => {
    const now = new Date('2026-11-27T15:00:00Z')
    expect(dueSchedule(schedule, now)).toEqual({ ask: true, nextAt: new Date('2026-11-28T06:00:00Z') })
  })

  it('searches a last time on its last day, and has no next time', () => {
    expect(dueSchedule(schedule, new Date('2026-11-30T06:00:01Z'))).toEqual({ ask: true, nextAt: null })
  })

  it('does not search after its last day', () => {
    expect(dueSchedule(schedule, new Date('2026-12-01T06:00:00Z')).ask).toBe(false)
  })
})

it('a day ends at midnight of its own zone, on days of 23 and 25 hours too', () => {
  const end = (day: string) => endOfDay(day, 'Europe/Berlin').toISOString()
  expect([end('2026-03-28'), end('2026-03-29'), end('2026-10-25'), end('2026-12-31')]).toEqual([
    '2026-03-28T22:59:59.999Z',
    '2026-03-29T21:59:59.999Z',
    '2026-10-25T22:59:59.999Z',
    '2026-12-31T22:59:59.999Z',
  ])
  expect(endOfDay('2026-11-30', 'Asia/Shanghai').toISOString()).toBe('2026-11-30T15:59:59.999Z')
  expect(endOfDay('2026-11-30', 'Pacific/Kiritimati').toISOString()).toBe('2026-11-30T09:59:59.999Z')
  expect(endOfDay('2026-11-30', 'Pacific/Pago_Pago').toISOString()).toBe('2026-12-01T10:59:59.999Z')
})

it('a schedule is said in words', () => {
  const zone = 'Europe/Berlin'
  const until = endOfDay('2026-11-30', zone)
  expect(scheduleWords({ cron: '0 7 * * 1-5', timeZone: zone, until })).toBe(
    'every weekday at 07:00 Berlin time until 30 November 2026',
  )
  expect(scheduleWords({ cron: '0 */6 * * *', timeZone: zone, until })).toBe(
    'by the cron line 0 */6 * * *, Berlin time until 30 November 2026',
  )
  expect(zonedWords(new Date('2026-11-30T06:00:00Z'), zone)).toBe('Mon 30 Nov 2026, 07:00 Berlin time')
})
