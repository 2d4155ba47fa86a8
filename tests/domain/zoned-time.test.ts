/** Times on the clock of a zone become instants and back, also where the clock is moved. */
import { describe, expect, it } from 'vitest'
import { clockOf, instantOf, isTimeZone, zoneOffsetMinutes } from '#domain/zoned-time.ts'

describe('a time on the clock of a zone', () => {
  it.each([
    ['2026-03-24T18:00', 'UTC', '2026-03-24T18:00:00.000Z'],
    ['2026-03-24T18:00', 'Asia/Shanghai', '2026-03-24T10:00:00.000Z'],
    ['2026-03-24T18:00', 'America/St_Johns', '2026-03-24T20:30:00.000Z'],
    ['2026-07-01T09:00', 'Europe/Berlin', '2026-07-01T07:00:00.000Z'],
    ['2026-01-01T00:30', 'Asia/Tokyo', '2025-12-31T15:30:00.000Z'],
    ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
  ])('%s in %s is %s', (local, zone, instant) => {
    expect(instantOf(local, zone).toISOString()).toBe(instant)
  })

  it('goes back to the same clock', () => {
    const at = new Date('2026-03-24T10:00:00.000Z')
    expect(clockOf(at, 'Asia/Shanghai')).toBe('2026-03-24T18:00')
    expect(instantOf(clockOf(at, 'America/New_York'), 'America/New_York')).toEqual(at)
  })

  it('knows zones by their names and how far they are from UTC', () => {
    expect([isTimeZone('Asia/Shanghai'), isTimeZone('Moon/Tycho'), isTimeZone('')]).toEqual([
      true,
      false,
      false,
    ])
    expect(zoneOffsetMinutes(new Date('2026-03-24T10:00:59.999Z'), 'Asia/Kathmandu')).toBe(345)
  })
})
