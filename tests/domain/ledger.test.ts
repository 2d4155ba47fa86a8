/** The canonical form that is hashed (RFC 8785). */
import { expect, it } from 'vitest'
import { canonicalJson } from '#domain/ledger.ts'

it('is the same for the same content, in whatever order it was written', () => {
  expect(canonicalJson({ b: 1, a: { d: [1, 'é'], c: null } })).toBe('{"a":{"c":null,"d":[1,"é"]},"b":1}')
  expect(canonicalJson({ a: { c: null, d: [1, 'é'] }, b: 1 })).toBe(
    canonicalJson({ b: 1, a: { d: [1, 'é'], c: null } }),
  )
})

it('writes times as ISO strings and leaves out what is undefined', () => {
  expect(canonicalJson({ at: new Date(0), gone: undefined })).toBe('{"at":"1970-01-01T00:00:00.000Z"}')
})
