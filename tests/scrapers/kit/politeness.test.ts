import { afterEach, describe, expect, it } from 'vitest'
import { politeGet, retryAfterMs } from '#scrapers/kit/polite-get.ts'
import { createPoliteness } from '#scrapers/kit/politeness.ts'
import { createWeb } from '#scrapers/kit/web.ts'
import { fakeClock } from '../../support/fake-clock.ts'
import { type LocalWeb, send, startWeb } from '../../support/web.ts'

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms))

describe('a host', () => {
  it('is asked no more than its share at once, while other hosts go on', async () => {
    const politeness = createPoliteness({ concurrency: 2, intervalMs: 0 })
    const running = new Map<string, number>()
    let most = 0
    let together = 0
    const task = (host: string) => async () => {
      running.set(host, (running.get(host) ?? 0) + 1)
      most = Math.max(most, running.get(host) ?? 0)
      together = Math.max(
        together,
        [...running.values()].reduce((a, b) => a + b, 0),
      )
      await wait(10)
      running.set(host, (running.get(host) ?? 0) - 1)
    }
    await Promise.all(
      ['a', 'a', 'a', 'a', 'a', 'b', 'b', 'b'].map((host) => politeness.onHost(host, task(host))),
    )
    expect(most).toBe(2)
    expect(together).toBe(4)
  })
  it('is asked at the pace that was set', async () => {
    const politeness = createPoliteness({ concurrency: 1, intervalMs: 60 })
    const starts: number[] = []
    await Promise.all(
      [1, 2, 3].map(() => politeness.onHost('a', async () => void starts.push(performance.now()))),
    )
    expect((starts[2] ?? 0) - (starts[0] ?? 0)).toBeGreaterThan(100)
  })
  it('that was paused is left alone until the pause is over', async () => {
    const clock = fakeClock()
    const politeness = createPoliteness({ intervalMs: 0, clock })
    politeness.pause('a', 120_000)
    expect(politeness.pausedUntil('a')).toBe(clock.now() + 120_000)
    expect(politeness.pausedUntil('b')).toBeNull()
    await politeness.onHost('b', async () => {})
    expect(clock.waits).toEqual([])
    await politeness.onHost('a', async () => {})
    expect(clock.waits).toEqual([120_000])
    expect(politeness.pausedUntil('a')).toBeNull()
  })
  it('is not waited for after the window has closed', async () => {
    const politeness = createPoliteness({ intervalMs: 0 })
    politeness.pause('a', 5000)
    const ran: string[] = []
    const signal = AbortSignal.timeout(30)
    await expect(politeness.onHost('a', async () => ran.push('a'), signal)).rejects.toThrow()
    expect(ran).toEqual([])
  })
})

describe('a polite request', () => {
  let server: LocalWeb
  afterEach(() => server.close())
  const web = createWeb({
    policy: { allowLoopback: true, allowedPorts: 'any', denyHosts: [] },
    userAgent: 't',
  })

  it('that meets 429 keeps the next one away, whose window then closes in the queue', async () => {
    server = await startWeb((_, response) => send(response, 429, '', { 'retry-after': '30' }))
    const politeness = createPoliteness({ intervalMs: 0 })
    const ask = (signal: AbortSignal) => politeGet(web, politeness, { address: server.url, signal })
    expect(await ask(AbortSignal.timeout(5000))).toMatchObject({ ok: true, response: { status: 429 } })
    expect(await ask(AbortSignal.timeout(50))).toMatchObject({ ok: false, reason: 'timeout_window' })
    const controller = new AbortController()
    setTimeout(() => controller.abort('cancelled'), 20)
    expect(await ask(controller.signal)).toMatchObject({ ok: false, reason: 'cancelled' })
    expect(server.asked).toHaveLength(1)
  })
  it('that meets 503 waits as long as it was told, and not at all when it was not', async () => {
    let after: string | null = '90'
    server = await startWeb((_, response) => send(response, 503, '', after ? { 'retry-after': after } : {}))
    const clock = fakeClock()
    const politeness = createPoliteness({ intervalMs: 0, clock })
    const host = new URL(server.url).host
    const ask = () => politeGet(web, politeness, { address: server.url, signal: AbortSignal.timeout(5000) })
    await ask()
    expect(politeness.pausedUntil(host)).toBe(clock.now() + 90_000)
    after = null
    await ask()
    expect(clock.waits).toEqual([90_000])
    expect(politeness.pausedUntil(host)).toBeNull()
  })
  it('reads Retry-After in seconds and as a date', async () => {
    server = await startWeb(() => {})
    const now = new Date('2026-03-24T08:00:00Z')
    expect(retryAfterMs('120', now)).toBe(120_000)
    expect(retryAfterMs('Tue, 24 Mar 2026 08:01:00 GMT', now)).toBe(60_000)
    expect(retryAfterMs('Tue, 24 Mar 2026 07:00:00 GMT', now)).toBe(0)
    expect(retryAfterMs('soon', now)).toBeNull()
    expect(retryAfterMs(null, now)).toBeNull()
  })
})
