import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBrowser } from '#scrapers/kit/browser.ts'
import type { GuardPolicy, Resolve } from '#scrapers/kit/guard.ts'
import { createWeb } from '#scrapers/kit/web.ts'
import { type Canary, startCanary } from '../../support/canary.ts'
import { CHROMIUM } from '../../support/chromium.ts'
import { LURES, type Lure } from '../../support/lures.ts'
import { type LocalWeb, send, startWeb } from '../../support/web.ts'

process.env.PLAYWRIGHT_DISABLE_FORCED_CHROMIUM_PROXIED_LOOPBACK = '1'
const SETTLE_MS = 600
const signal = () => AbortSignal.timeout(30_000)

let site: LocalWeb
/** One canary for each lure, so that a touch names its lure. */
let canaries: Canary[]
const insideOf = (index: number) => `http://127.0.0.1:${canaries[index]?.port}/`
const addressOf = (index: number) => `http://site.example:${site.port}/${index}`

beforeAll(async () => {
  canaries = await Promise.all(LURES.map(() => startCanary()))
  site = await startWeb(({ path }, response) => {
    const url = new URL(path, 'http://site.example')
    const to = url.searchParams.get('to')
    if (url.pathname === '/worker.js')
      return send(response, 200, `fetch('${to}',{mode:'no-cors'})`, { 'content-type': 'text/javascript' })
    if (path === '/all')
      return send(response, 200, LURES.map((_, index) => `<iframe src="/${index}"></iframe>`).join(''))
    if (to) return send(response, 302, '', { location: to })
    const lure = LURES[Number(path.slice(1))]
    if (!lure) return send(response, 404, '')
    const { status, headers = {}, body = '' } = lure.page(insideOf(Number(path.slice(1))))
    send(response, status, body, headers)
  })
})
afterAll(() => Promise.all([site.close(), ...canaries.map((each) => each.close())]))

/** The site itself is let in by name, as a public one would be; everything else at loopback stays shut. */
const strict: GuardPolicy = {
  allowLoopback: false,
  allowedPorts: 'any',
  denyHosts: [],
  trustedHosts: ['site.example'],
}
const lax: GuardPolicy = { ...strict, allowLoopback: true }
const resolve: Resolve = async (host) => {
  if (host === 'site.example') return ['127.0.0.1']
  throw Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' })
}
const touched = () => LURES.flatMap(({ title }, index) => (canaries[index]?.touches.length ? [title] : []))
const forget = () => {
  for (const canary of canaries) canary.touches.length = 0
}
const titles = (who: Lure['follows'][]) =>
  LURES.filter(({ follows }) => who.includes(follows)).map(({ title }) => title)

describe('a plain request', () => {
  const fetchAll = async (policy: GuardPolicy) => {
    forget()
    const web = createWeb({ policy, userAgent: 't', resolve })
    return Promise.all(LURES.map((_, index) => web.get({ address: addressOf(index), signal: signal() })))
  }
  it('follows the lures where the place is allowed: they are no dummies', async () => {
    await fetchAll(lax)
    expect(touched()).toEqual(titles(['both']))
  })
  it('is led into the house by none of them', async () => {
    const answers = await fetchAll(strict)
    expect(touched()).toEqual([])
    const redirected = answers.filter((_, index) => LURES[index]?.title.startsWith('a redirect'))
    expect(redirected.map((each) => (each.ok ? 'answered' : each.reason))).toEqual(
      redirected.map(() => 'refused_by_guard'),
    )
  })
})

describe.skipIf(CHROMIUM === null)('the browser', () => {
  /** All lures in frames of one page, then those that are addresses of their own as pages: what leads a frame leads a page. */
  const openAll = async (policy: GuardPolicy) => {
    forget()
    const browser = createBrowser({ executablePath: CHROMIUM, policy, resolve })
    const answer = await browser.visit(async ({ page }) => {
      await page.goto(`http://site.example:${site.port}/all`, { waitUntil: 'commit' })
      for (let quiet = 0, before = -1; quiet < 4; before = touched().length) {
        await page.waitForTimeout(SETTLE_MS)
        quiet = touched().length === before ? quiet + 1 : 0
      }
      for (const [index, { title }] of LURES.entries())
        if (/301|307|user name|second page|file|own address|protocol/.test(title))
          await page.goto(addressOf(index), { waitUntil: 'commit' }).catch(() => {})
      await page.waitForTimeout(SETTLE_MS)
    }, AbortSignal.timeout(80_000))
    await browser.close()
    if (!answer.ok) throw new Error(answer.message)
  }
  it('follows the lures where the place is allowed: they are no dummies', { timeout: 90_000 }, async () => {
    await openAll(lax)
    expect(touched()).toEqual(expect.arrayContaining(titles(['both', 'browser'])))
  })
  it('is led into the house by none of them', { timeout: 90_000 }, async () => {
    await openAll(strict)
    expect(touched()).toEqual([])
  })
})

/** Names whose owner changes or mixes what they lead to. Their site and the place inside share one port, as rebinding needs. */
describe.skipIf(process.platform !== 'linux')('a name', () => {
  const GOOD = '127.0.0.1'
  const BAD = '127.0.0.2'
  let good: LocalWeb
  let inside: Canary
  beforeAll(async () => {
    good = await startWeb(({ path, headers }, response) => {
      const headersOut = { 'content-type': 'text/html', connection: 'close' }
      if (path === '/all') return send(response, 200, framesPage(), headersOut)
      if (path === '/again')
        return send(response, 302, '', { location: `http://${headers.host}/`, connection: 'close' })
      if (path === '/port')
        return send(response, 302, '', {
          location: `http://flip.example:${canaries[0]?.port}/`,
          connection: 'close',
        })
      send(
        response,
        200,
        `<script>fetch('/?' + Math.random()); location.hash || setTimeout(() => { location = '/?second#x' }, 100)</script>`,
        headersOut,
      )
    })
    inside = await startCanary(BAD, good.port)
  })
  afterAll(() => Promise.all([good.close(), inside.close()]))

  const flipping = (...answers: string[][]): (() => Promise<string[]>) => {
    let asked = 0
    return async () => answers[Math.min(asked++, answers.length - 1)] ?? []
  }
  const slowly = (ms: number, answer: string[]) => () =>
    new Promise<string[]>((done) => setTimeout(done, ms, answer))
  const CASES: [string, string, () => () => Promise<string[]>][] = [
    ['that leads inside at once', '/', () => flipping([BAD])],
    ['that leads inside at the second look-up', '/', () => flipping([GOOD], [BAD])],
    ['that leads inside after a redirect to itself', '/again', () => flipping([GOOD], [BAD])],
    ['that leads inside at every other look-up', '/again', () => flipping([GOOD], [BAD], [GOOD], [BAD])],
    ['with a good address and a bad one', '/', () => flipping([GOOD, BAD])],
    ['with a bad address and a good one', '/', () => flipping([BAD, GOOD])],
    ['with the bad one mapped into IPv6', '/', () => flipping([`::ffff:${BAD}`])],
    ['that stands for another name', '/', () => flipping(['localhost'])],
    ['that leads to no address at all', '/', () => flipping([])],
    ['that leads to a short spelling', '/', () => flipping(['127.2'])],
    ['that is slow and then leads inside', '/', () => slowly(300, [BAD])],
    ['that answers after the window has closed', '/', () => slowly(1_200, [BAD])],
    ['that leads to a cloud’s inner service', '/', () => flipping([GOOD], ['169.254.169.254'])],
  ]
  const nameOf = (index: number) => `flip${index}.example`
  const framesPage = () =>
    CASES.map(
      ([, path], index) => `<iframe src="http://${nameOf(index)}:${good.port}${path}"></iframe>`,
    ).join('')

  /** The good address is a site that the operator trusts under every name here; the bad one stays shut whatever the name. */
  const trusting: GuardPolicy = {
    ...strict,
    denyHosts: [BAD],
    trustedHosts: ['flip.example', 'site.example', ...CASES.map((_, index) => nameOf(index))],
  }
  const resolver = (): Resolve => {
    const byName = new Map(CASES.map(([, , make], index) => [nameOf(index), make()]))
    return async (host) => byName.get(host)?.() ?? [GOOD]
  }

  it.each(CASES)('%s gets no plain request into the house', async (title, path) => {
    const index = CASES.findIndex(([each]) => each === title)
    const web = createWeb({ policy: trusting, userAgent: 't', resolve: resolver() })
    const address = `http://${nameOf(index)}:${good.port}${path}`
    const answers = []
    for (let times = 0; times < 2; times++)
      answers.push(await web.get({ address, signal: AbortSignal.timeout(800) }))
    expect(answers.every(({ ok }) => ok)).toBe(false)
    expect(inside.touches).toEqual([])
  })

  it('that leads to another port than its own gets no plain request there', async () => {
    forget()
    const web = createWeb({
      policy: { ...trusting, allowedPorts: [good.port] },
      userAgent: 't',
      resolve: resolver(),
    })
    const answer = await web.get({ address: `http://flip.example:${good.port}/port`, signal: signal() })
    expect(answer).toMatchObject({ ok: false, reason: 'refused_by_guard', hops: [{ status: 302 }] })
    expect(touched()).toEqual([])
  })

  it.skipIf(CHROMIUM === null)(
    'gets the browser into the house by none of these ways',
    { timeout: 90_000 },
    async () => {
      forget()
      const asked = good.asked.length
      const browser = createBrowser({ executablePath: CHROMIUM, policy: trusting, resolve: resolver() })
      const answer = await browser.visit(async ({ page }) => {
        await page.goto(`http://site.example:${good.port}/all`, { waitUntil: 'load' })
        await page.waitForTimeout(4 * SETTLE_MS)
      }, AbortSignal.timeout(80_000))
      await browser.close()
      const narrow = createBrowser({
        executablePath: CHROMIUM,
        policy: { ...trusting, allowedPorts: [good.port] },
        resolve: resolver(),
      })
      await narrow.visit(async ({ page }) => {
        await page.goto(`http://flip.example:${good.port}/port`).catch(() => {})
      }, signal())
      await narrow.close()
      expect(answer).toMatchObject({ ok: true })
      // The good half of the names was really visited.
      expect(good.asked.length).toBeGreaterThan(asked + 3)
      expect(inside.touches).toEqual([])
      expect(touched()).toEqual([])
    },
  )
})
