/** When two addresses are one document. */
import { describe, expect, it } from 'vitest'
import { readInput } from '#domain/input.ts'
import { canonicalAddress, sourceInput } from '#domain/source.ts'

describe('two addresses are one document', () => {
  it.each([
    [
      'when only what tells where a reader came from differs',
      'https://a.example/x?utm_source=t&id=1',
      'https://a.example/x?id=1',
    ],
    ['when only the place on the page differs', 'https://a.example/x#top', 'https://a.example/x'],
    ['with http and with https', 'http://a.example/x', 'https://a.example/x'],
    ['with a slash at the end and without', 'https://a.example/x/', 'https://a.example/x'],
    ['in capitals of the host', 'https://A.Example/x', 'https://a.example/x'],
    ['with the port that goes without saying', 'https://a.example:443/x', 'https://a.example/x'],
  ])('%s', (_why, one, other) => {
    expect(canonicalAddress(one)).toBe(canonicalAddress(other))
  })
})

describe('two addresses are two documents', () => {
  it.each([
    ['https://a.example/x', 'https://a.example/X'],
    ['https://a.example/x?id=1', 'https://a.example/x?id=2'],
    ['https://a.example/x', 'https://a.example:8443/x'],
  ])('%s and %s', (one, other) => {
    expect(canonicalAddress(one)).not.toBe(canonicalAddress(other))
  })
})

it.each(['ftp://a.example/x', 'javascript:alert(1)', 'a.example', '', 'file:///etc/passwd'])(
  '%s is no web address',
  (address) => {
    expect(readInput(sourceInput, { address })).toMatchObject({
      ok: false,
      refusal: { code: 'invalid', fields: { address: expect.any(String) } },
    })
  },
)
