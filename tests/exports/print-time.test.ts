/** Times in print are UTC with the month in words. */
import { expect, it } from 'vitest'
import { printMoment, printSpan } from '#exports/print-time.ts'

it('prints a moment in UTC, whatever offset it was recorded with', () => {
  expect(printMoment('2026-03-24T01:05:00+08:00')).toBe('23 March 2026, 17:05 UTC')
})

it('prints what is not a time as it stands', () => {
  expect(printMoment('spring 2026')).toBe('spring 2026')
})

it('prints a span as shortly as it can', () => {
  const first = '2026-03-24T08:01:00Z'
  expect(printSpan([first, '2026-03-24T08:01:59Z'])).toBe('on 24 March 2026 at 08:01 UTC')
  expect(printSpan(['2026-03-24T09:30:00Z', first])).toBe('on 24 March 2026 between 08:01 and 09:30 UTC')
  expect(printSpan([first, '2026-04-01T00:00:00Z'])).toBe(
    'between 24 March 2026, 08:01, and 1 April 2026, 00:00 UTC',
  )
})
