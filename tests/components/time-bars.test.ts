import { describe, expect, it } from 'vitest'
import { timeBars } from '#components/time-bars.ts'

const from = new Date('2026-03-24T09:00:00Z')
const later = (ms: number) => new Date(from.getTime() + ms)
const attempt = (startMs: number, endMs: number | null, windowMs = 60_000) => ({
  startedAt: later(startMs),
  finishedAt: endMs === null ? null : later(endMs),
  windowMs,
})

describe('time bars', () => {
  it('lays attempts one after the other on one scale', () => {
    const scale = timeBars([attempt(0, 2_000), attempt(2_000, 5_000)], from, later(60_000))
    expect(scale.spanMs).toBe(5_000)
    expect(scale.bars).toMatchObject([
      { start: 0, length: 40, durationMs: 2_000 },
      { start: 40, length: 60, durationMs: 3_000 },
    ])
  })

  it('grows the bar of a step that is at work up to now, within its window', () => {
    const scale = timeBars([attempt(0, null, 20_000)], from, later(7_000))
    expect(scale.spanMs).toBe(20_000)
    expect(scale.bars[0]).toMatchObject({ length: 35, windowEnd: 100, durationMs: 7_000 })
    expect(scale.now).toBe(35)
  })

  it('draws no line for now once everything has ended', () => {
    expect(timeBars([attempt(0, 2_000)], from, later(60_000)).now).toBeNull()
  })

  it('shows where a window closes', () => {
    const scale = timeBars([attempt(0, 3_000, 3_000), attempt(3_000, 10_000, 60_000)], from, later(10_000))
    expect(scale.bars.map((bar) => bar.windowEnd)).toEqual([30, 100])
  })

  it('shows a step that took no time at the very end of the scale', () => {
    const [bar] = timeBars([attempt(1_000, 1_000)], from, later(1_000)).bars
    expect(bar!.start + bar!.length).toBeLessThanOrEqual(100)
    expect(bar!.length).toBeGreaterThan(0)
  })

  it('gives no negative length when clocks disagree', () => {
    const [bar] = timeBars([attempt(5_000, null)], from, later(4_000)).bars
    expect(bar!.durationMs).toBe(0)
    expect(bar!.length).toBeGreaterThan(0)
  })

  it('draws a scale for a run that has not begun', () => {
    expect(timeBars([], from, from)).toMatchObject({ spanMs: 1_000, bars: [] })
  })
})
