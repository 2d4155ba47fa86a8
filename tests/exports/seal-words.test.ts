/** Whose key signed an archived copy, and who else dated it, in print. */
import { expect, it } from 'vitest'
import { sealOf } from '#domain/seal.ts'
import { sealWords } from '#exports/seal-words.ts'

const signedBy = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'

it('prints the beginning of the key’s fingerprint, in groups, and the date that somebody else gave', () => {
  const stamped = { state: 'stamped', authority: 'Test Authority', time: '2026-03-24T08:30:16.000Z' }
  expect(sealWords(sealOf({ seal: { signedBy, timestamp: stamped } }))).toEqual([
    'signed with key 9f86 d081 884c 7d65…',
    expect.stringMatching(/^dated .*24.* by Test Authority$/),
  ])
})

it('prints nothing that is not on record', () => {
  const refused = { state: 'not_stamped', authority: 'x', reason: 'connect', message: 'no' }
  expect(sealWords(sealOf({ seal: { signedBy: null, timestamp: refused } }))).toEqual([])
  expect(sealWords(sealOf({ other: 1 }))).toEqual([])
  expect(sealWords(sealOf(null))).toEqual([])
})
