/** The check that tells our own pages' requests from those another site sends. */
import { describe, expect, it } from 'vitest'
import { checkOrigin } from '#http/csrf.server.ts'

const check = (
  headers: Record<string, string>,
  rest: Partial<Parameters<typeof checkOrigin>[0]> = {},
): boolean =>
  checkOrigin({
    method: 'POST',
    headers: new Headers(headers),
    publicUrl: null,
    host: 'localhost:3000',
    ...rest,
  }).ok

describe('a request that only reads', () => {
  it.each(['GET', 'HEAD', 'OPTIONS', 'get'])('is let in with any origin: %s', (method) => {
    expect(check({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, { method })).toBe(true)
  })
})

describe('a request that changes something, from a browser with Fetch Metadata', () => {
  it.each(['same-origin', 'none'])('is let in from %s', (site) => {
    expect(check({ 'sec-fetch-site': site })).toBe(true)
  })
  it.each(['cross-site', 'same-site', 'nonsense'])('is refused from %s', (site) => {
    expect(check({ 'sec-fetch-site': site })).toBe(false)
  })
  it('is refused from another site even when its Origin looks like ours', () => {
    expect(check({ 'sec-fetch-site': 'cross-site', origin: 'http://localhost:3000' })).toBe(false)
  })
  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'post'])('is held to it whatever the method: %s', (method) => {
    expect(check({ 'sec-fetch-site': 'cross-site' }, { method })).toBe(false)
  })
})

describe('a request that changes something, from a browser without Fetch Metadata', () => {
  it('is let in from the host that was asked', () => {
    expect(check({ origin: 'http://localhost:3000' })).toBe(true)
    expect(check({ origin: 'http://desk.local' }, { host: 'Desk.local' })).toBe(true)
  })
  it('is let in from the configured public address behind a proxy that renames the host', () => {
    const behind = { publicUrl: 'https://stet.newsroom.example/', host: '127.0.0.1:3000' }
    expect(check({ origin: 'https://stet.newsroom.example' }, behind)).toBe(true)
    expect(check({ origin: 'https://stet.newsroom.example.evil.example' }, behind)).toBe(false)
  })
  it.each(['https://evil.example', 'http://localhost:3001', 'null', 'localhost:3000', 'file:///etc', ''])(
    'is refused from %j',
    (origin) => {
      expect(check({ origin })).toBe(false)
    },
  )
  it('is refused, with the reason, when it does not say where it came from', () => {
    const answer = checkOrigin({ method: 'POST', headers: new Headers(), publicUrl: null, host: 'localhost' })
    expect(answer).toEqual({ ok: false, why: 'The request does not say where it came from.' })
  })
  it('is refused when neither a public address nor a host is known', () => {
    expect(check({ origin: 'http://localhost:3000' }, { host: null })).toBe(false)
  })
})
