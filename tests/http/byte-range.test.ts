/** Ranges of bytes as players of archives ask for them. */
import { expect, it } from 'vitest'
import { byteRange } from '#http/byte-range.server.ts'

it.each([
  [null, 'whole'],
  ['bytes=0-9', { start: 0, end: 10 }],
  ['bytes=90-', { start: 90, end: 100 }],
  ['bytes=-10', { start: 90, end: 100 }],
  ['bytes=-500', { start: 0, end: 100 }],
  ['bytes=50-500', { start: 50, end: 100 }],
  ['bytes=99-99', { start: 99, end: 100 }],
  ['bytes=100-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=9-0', 'whole'],
  ['bytes=0-1,5-6', 'whole'],
  ['lines=0-1', 'whole'],
  ['bytes=-', 'whole'],
  ['bytes=a-b', 'whole'],
])('of 100 bytes, %s gives %j', (header, expected) => {
  expect(byteRange(header, 100)).toEqual(expected)
})
