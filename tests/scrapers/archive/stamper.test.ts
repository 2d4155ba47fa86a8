/** Timestamps: asked of a real authority, checked before they are believed, and never worth a capture. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkTimestamp } from '#scrapers/archive/check-timestamp.ts'
import { createStamper, type Stamped } from '#scrapers/archive/stamper.ts'
import { createWeb } from '#scrapers/kit/web.ts'
import { HAS_OPENSSL, type LocalTsa, startTsa } from '../../support/tsa.ts'

const data = Buffer.from('{"profile":"data-package"}\n')
const never = new AbortController().signal
const web = createWeb({
  policy: { allowLoopback: true, allowedPorts: 'any', denyHosts: [], trustedHosts: ['127.0.0.1'] },
  userAgent: 'Stet test',
})

let tsa: LocalTsa

function ask(over: { trustedPem?: string | null; timeoutMs?: number; address?: string } = {}) {
  return createStamper({ web, address: tsa.address, trustedPem: tsa.caPem, ...over })(data, never)
}

function messageOf(stamped: Stamped): string {
  return stamped.ok ? 'stamped' : `${stamped.reason}: ${stamped.message}`
}

describe.skipIf(!HAS_OPENSSL)('a timestamp', () => {
  beforeAll(async () => {
    tsa = await startTsa()
  })
  afterAll(() => tsa.close())

  test('is given for the bytes, with the authority’s name and time, and openssl accepts it', async () => {
    const before = Date.now()
    const stamped = await ask()
    expect(messageOf(stamped)).toBe('stamped')
    if (!stamped.ok) return
    expect(stamped.authority).toBe('Test Authority')
    expect(Math.abs(stamped.time.getTime() - before)).toBeLessThan(60_000)
    expect(tsa.opensslAccepts(stamped.response, data)).toBe(true)
    expect(tsa.opensslAccepts(stamped.response, Buffer.from('other'))).toBe(false)
  })

  test('is checked offline: over these bytes only, and trusted only through the named root', async () => {
    const stamped = await ask()
    if (!stamped.ok) throw new Error(stamped.message)
    const other = await startTsa()
    const { response } = stamped
    expect(await checkTimestamp(response, data, tsa.caPem)).toMatchObject({ ok: true, trusted: true })
    expect(await checkTimestamp(response, data, null)).toMatchObject({ ok: true, trusted: null })
    expect(await checkTimestamp(response, data, other.caPem)).toMatchObject({ ok: true, trusted: false })
    expect(await checkTimestamp(response, Buffer.from('other'), tsa.caPem)).toEqual({
      ok: false,
      problem: 'is of other bytes',
    })
    await other.close()
  })

  test('with any byte of what it says changed is no longer trusted as it stands', async () => {
    const stamped = await ask()
    if (!stamped.ok) throw new Error(stamped.message)
    const honest = await checkTimestamp(stamped.response, data, tsa.caPem)
    for (let at = 0; at < stamped.response.length; at += 31) {
      const bytes = Buffer.from(stamped.response)
      bytes[at]! ^= 0x01
      const checked = await checkTimestamp(bytes, data, tsa.caPem)
      // Bytes outside the signature (a status text, a certificate that nobody needs) may change; what it says may not.
      if (checked.ok && checked.trusted)
        expect(checked).toMatchObject({ time: honest.ok && honest.time, nonce: honest.ok && honest.nonce })
    }
  })

  test.each([
    ['an answer to another request', () => ({ status: 200, body: earlier }), /answered another request/],
    [
      'no timestamp at all',
      () => ({ status: 200, body: Buffer.from('<html>') }),
      /provider_error: The answer/,
    ],
    ['a server error', () => ({ status: 503, body: Buffer.alloc(0) }), /http_error: .*HTTP 503/],
    [
      'a refusal',
      () => ({ status: 200, body: Buffer.from('30053003020102', 'hex') }),
      /was not granted \(status 2\)/,
    ],
    [
      'more than an answer',
      (honest: Buffer) => ({ status: 200, body: Buffer.concat([honest, Buffer.from([0])]) }),
      /followed by bytes/,
    ],
  ])('is not believed when %s comes back', async (_what, answer, expected) => {
    const first = await ask()
    earlier = first.ok ? Buffer.from(first.response) : Buffer.alloc(0)
    tsa.answerWith(answer)
    const stamped = await ask()
    tsa.answerWith(null)
    expect(messageOf(stamped)).toMatch(expected)
  })
  let earlier: Buffer = Buffer.alloc(0)

  test('is not waited for longer than stated, and not asked of who is not there', async () => {
    tsa.answerWith(() => null)
    expect(messageOf(await ask({ timeoutMs: 150 }))).toMatch(/timeout_window: .*silent for 150 ms/)
    tsa.answerWith(null)
    expect(messageOf(await ask({ address: 'http://127.0.0.1:9/' }))).toMatch(/^connect: /)
    const stop = AbortSignal.abort('window')
    const stamper = createStamper({ web, address: tsa.address, trustedPem: null })
    expect((await stamper(data, stop)).ok).toBe(false)
  })

  test('of an authority that the settings do not name is refused', async () => {
    const other = await startTsa()
    expect(messageOf(await ask({ trustedPem: other.caPem }))).toMatch(
      /not of the authority that the settings/,
    )
    await other.close()
  })

  test.each([
    ['that is for timestamps', 'extendedKeyUsage=critical,timeStamping', true, { ok: true, trusted: true }],
    [
      'that is for something else as well',
      'extendedKeyUsage=critical,timeStamping,serverAuth',
      true,
      { ok: false, problem: 'is signed with a certificate that is not for timestamps' },
    ],
    [
      'that is for anything',
      'keyUsage=digitalSignature',
      true,
      { ok: false, problem: 'is signed with a certificate that is not for timestamps' },
    ],
    [
      'that the signature does not name',
      'extendedKeyUsage=critical,timeStamping',
      false,
      { ok: false, problem: 'names another certificate than its own' },
    ],
  ])('signed with a certificate %s', async (_what, extensions, bound, expected) => {
    // The certificate first: one that is younger than the timestamp could not have signed it.
    tsa.certifyAgain(extensions)
    const stamped = await ask()
    if (!stamped.ok) throw new Error(stamped.message)
    const again = tsa.signAgain(stamped.response, bound)
    expect(await checkTimestamp(again, data, tsa.caPem)).toMatchObject(expected)
  })
})
