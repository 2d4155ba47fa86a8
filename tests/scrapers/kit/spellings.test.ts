import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBrowser } from '#scrapers/kit/browser.ts'
import type { GuardPolicy } from '#scrapers/kit/guard.ts'
import { createWeb } from '#scrapers/kit/web.ts'
import { type Canary, startCanary } from '../../support/canary.ts'
import { CHROMIUM } from '../../support/chromium.ts'
import { loopbackSpellings, OTHER_PLACES, resolveNames, trickedSpellings } from '../../support/spellings.ts'

// The variable makes Playwright let loopback past its proxy; the guard must stand even then.
process.env.PLAYWRIGHT_DISABLE_FORCED_CHROMIUM_PROXIED_LOOPBACK = '1'
/** Every port, so that it is the address that is refused. */
const policy: GuardPolicy = { allowLoopback: false, allowedPorts: 'any', denyHosts: [] }
const open = () => new AbortController().signal

let canary: Canary
let inward: string[]
let all: string[]
beforeAll(async () => {
  canary = await startCanary()
  inward = [...loopbackSpellings(canary.port), ...trickedSpellings(canary.port)]
  all = [...inward, ...OTHER_PLACES]
})
afterAll(() => canary.close())

it('the canary notices whoever comes near it', async () => {
  const own = await startCanary()
  for (const host of ['127.0.0.1', '127.0.0.2'])
    await new Promise<void>((done) =>
      connect(own.port, host, done)
        .on('data', () => {})
        .end(),
    )
  const web = createWeb({ policy: { ...policy, allowLoopback: true }, userAgent: 't' })
  expect(await web.get({ address: `http://0x7f.1:${own.port}/`, signal: open() })).toMatchObject({ ok: true })
  expect(own.touches).toHaveLength(3)
  await own.close()
})

it('there are more than 150 spellings, no two alike', () => {
  expect(inward.length).toBeGreaterThan(150)
  expect(new Set(all).size).toBe(all.length)
})

it('no spelling gets a plain request out of the house', async () => {
  const web = createWeb({ policy, userAgent: 't', resolve: resolveNames })
  const escaped: string[] = []
  for (const address of all) {
    const answer = await web.get({ address, signal: AbortSignal.timeout(5_000) })
    if (answer.ok || !['refused_by_guard', 'dns'].includes(answer.reason))
      escaped.push(`${JSON.stringify(address)} ${answer.ok ? 'answered' : answer.reason}`)
  }
  expect(escaped).toEqual([])
  expect(canary.touches).toEqual([])
})

describe.skipIf(CHROMIUM === null)('in the browser', () => {
  const browser = createBrowser({ executablePath: CHROMIUM, policy, resolve: resolveNames })
  afterAll(() => browser.close())

  it('no spelling gets a script’s request out of the house', { timeout: 90_000 }, async () => {
    const answer = await browser.visit(async ({ page }) => {
      await page.goto('about:blank')
      return page.evaluate(
        (addresses) =>
          Promise.all(
            addresses.map((address) =>
              fetch(address).then(
                ({ ok }) => (ok ? address : ''),
                () => '',
              ),
            ),
          ),
        all,
      )
    }, open())
    if (!answer.ok) throw new Error(answer.message)
    expect(answer.value.filter(Boolean)).toEqual([])
    expect(canary.touches).toEqual([])
  })

  it('no spelling can be opened in a frame', { timeout: 90_000 }, async () => {
    const answer = await browser.visit(async ({ page }) => {
      await page.goto('about:blank')
      await page.evaluate(openFrames, all)
      return page.frames().length
    }, open())
    if (!answer.ok) throw new Error(answer.message)
    expect(answer.value).toBeGreaterThan(150)
    expect(canary.touches).toEqual([])
  })

  it('no spelling can be opened as a page, or by a socket', { timeout: 90_000 }, async () => {
    const some = inward.filter((address, index) => index % 12 === 0 && /^http/.test(address))
    const answer = await browser.visit(async ({ page }) => {
      const shown: string[] = []
      for (const address of some) {
        const response = await page.goto(address, { waitUntil: 'commit', timeout: 30_000 }).catch(() => null)
        if (response && response.status() < 400) shown.push(address)
      }
      await page.goto('about:blank')
      // Few, for the browser makes a page wait longer after each socket that failed.
      const sockets = ['127.0.0.1', 'localhost', '[::ffff:7f00:1]', 'six.example'].map(
        (host) => `ws://${host}:${canary.port}/`,
      )
      shown.push(...(await page.evaluate(openSockets, sockets)))
      return shown
    }, open())
    expect(answer).toEqual({ ok: true, value: [] })
    expect(canary.touches).toEqual([])
  })
})

/** Runs in the page: opens every address in a frame of its own, some at a time, and waits until each has shown something. */
async function openFrames(addresses: string[]): Promise<void> {
  for (let from = 0; from < addresses.length; from += 60) {
    const some = addresses.slice(from, from + 60).map((address) => {
      const frame = document.createElement('iframe')
      const shown = new Promise((done) => {
        frame.onload = done
        // A frame whose address leads to another program shows nothing at all.
        setTimeout(done, 1_500)
      })
      frame.src = address
      document.body.append(frame)
      return shown
    })
    await Promise.all(some)
  }
}

/** Runs in the page: the addresses whose sockets opened. */
function openSockets(addresses: string[]): Promise<string[]> {
  const opened = addresses.map(
    (address) =>
      new Promise<string>((done) => {
        const socket = new WebSocket(address)
        socket.onopen = () => done(address)
        socket.onerror = () => done('')
      }),
  )
  return Promise.all(opened).then((all) => all.filter(Boolean))
}
