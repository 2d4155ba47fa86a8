/** The session cookie, where a sign-in may lead, and how often it may be tried. */
import type { AppLoadContext } from '@remix-run/node'
import { describe, expect, it } from 'vitest'
import { readSettings } from '#app/env.server.ts'
import { localPath } from '#http/local-path.server.ts'
import { createRateLimit } from '#http/rate-limit.server.ts'
import { securityHeaders } from '#http/security-headers.server.ts'
import { openSessionCookie } from '#http/session.server.ts'
import { countSignIn, forgetSignIns } from '#http/sign-in-limit.server.ts'

const session = { token: 'abc-_123', expiresAt: new Date('2026-12-08T00:00:00Z') }

describe('the session cookie', () => {
  it('is bound to this host and to https where the desk is public', () => {
    const cookie = openSessionCookie(readSettings({ PUBLIC_URL: 'https://stet.example' }), session)
    expect(cookie).toBe(
      '__Host-stet=abc-_123; Expires=Tue, 08 Dec 2026 00:00:00 GMT; Path=/; HttpOnly; SameSite=Lax; Secure',
    )
  })
  it('works over plain http on this machine', () => {
    const cookie = openSessionCookie(readSettings({}), session)
    expect(cookie).toMatch(/^stet=abc-_123; .*HttpOnly; SameSite=Lax$/)
  })
})

describe('where signing in leads', () => {
  it.each(['/claims/1', '/search?q=140%E4%B8%87%E4%BA%BF', '/'])('stays on this site: %s', (to) => {
    expect(localPath(to, '/home')).toBe(to)
  })
  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '',
    null,
    '/a b',
    '/\n/x',
  ])('never leaves it: %j', (to) => {
    expect(localPath(to, '/home')).toBe('/home')
  })
})

describe('trying to sign in', () => {
  it('is held up after too many tries, and welcome again when the window has passed', () => {
    let now = 0
    const limit = createRateLimit({ max: 2, windowMs: 1_000, now: () => now })
    expect([limit.count('a').waitMs, limit.count('a').waitMs, limit.count('a').waitMs]).toEqual([
      null,
      null,
      1_000,
    ])
    now = 400
    expect(limit.count('a')).toEqual({ waitMs: 600 })
    expect(limit.count('b')).toEqual({ waitMs: null })
    now = 1_000
    expect(limit.count('a')).toEqual({ waitMs: null })
  })
  it('counts one person from one place, however the address is written, until the password was right', () => {
    const from = (clientAddress: string) => ({ clientAddress }) as AppLoadContext
    for (let i = 0; i < 10; i += 1) expect(countSignIn(from('192.0.2.1'), 'rita@example.org')).toBeNull()
    expect(countSignIn(from('192.0.2.1'), ' Rita@Example.org ')?.message).toMatch(/^Too many tries/)
    expect(countSignIn(from('192.0.2.2'), 'rita@example.org')).toBeNull()
    forgetSignIns(from('192.0.2.1'), 'rita@example.org')
    expect(countSignIn(from('192.0.2.1'), 'rita@example.org')).toBeNull()
  })
})

describe('the security headers', () => {
  it('let only scripts with this response’s nonce run, and nobody frame the page', () => {
    const policy = securityHeaders({ nonce: 'n0nce', publicUrl: null })['Content-Security-Policy']!
    expect(policy).toContain("script-src 'self' 'nonce-n0nce'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
  })
  it('bind browsers to https only where the desk is reached by it', () => {
    const bound = (publicUrl: string | null) =>
      'Strict-Transport-Security' in securityHeaders({ nonce: 'n', publicUrl })
    expect([bound('https://stet.example'), bound('http://localhost:3000'), bound(null)]).toEqual([
      true,
      false,
      false,
    ])
  })
})
