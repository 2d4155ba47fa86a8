import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { createBrowser } from '#scrapers/kit/browser.ts'
import type { GuardPolicy } from '#scrapers/kit/guard.ts'
import { CHROMIUM } from '../../support/chromium.ts'
import { type Answer, type LocalWeb, send, startWeb } from '../../support/web.ts'

// The variable makes Playwright let loopback past its proxy; the guard must stand even then.
process.env.PLAYWRIGHT_DISABLE_FORCED_CHROMIUM_PROXIED_LOOPBACK = '1'
const open = () => new AbortController().signal
let servers: LocalWeb[] = []
const serve = async (answer: Answer) => {
  const server = await startWeb(answer)
  servers.push(server)
  return server
}
afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()))
  servers = []
})

it('without a browser on the machine every visit says so', async () => {
  const policy = { allowLoopback: true, allowedPorts: 'any' as const, denyHosts: [] }
  const browser = createBrowser({ executablePath: null, policy })
  expect(browser.isAvailable).toBe(false)
  expect(await browser.visit(async () => 1, open())).toMatchObject({ ok: false, reason: 'not_configured' })
  await browser.close()
})

it('a browser that does not start is an engine that is not available', async () => {
  const policy = { allowLoopback: true, allowedPorts: 'any' as const, denyHosts: [] }
  const browser = createBrowser({ executablePath: '/bin/false', policy })
  expect(await browser.visit(async () => 1, open())).toMatchObject({
    ok: false,
    reason: 'engine_unavailable',
  })
  await browser.close()
})

describe.skipIf(CHROMIUM === null)('in the browser', () => {
  /** Only pages under `page.localhost` may be reached; the inner service stands on loopback as well. */
  const inner = async () =>
    serve((_, response) => send(response, 200, 'inner secret', { 'access-control-allow-origin': '*' }))
  const policyDenying = (): GuardPolicy => ({
    allowLoopback: true,
    allowedPorts: 'any',
    denyHosts: ['127.0.0.1', '::1', 'inner.localhost', 'localhost.example'],
  })
  const browser = createBrowser({ executablePath: CHROMIUM, policy: policyDenying() })
  afterAll(() => browser.close())

  it('a page reaches nothing the guard forbids: not by redirect, frame, script, socket or picture', async () => {
    const secret = await inner()
    const page = await serve(({ path }, response) => {
      if (path === '/hop')
        return send(response, 302, '', { location: `http://127.0.0.1:${secret.port}/redirected` })
      const target = `http://127.0.0.1:${secret.port}`
      send(
        response,
        200,
        `<title>attack</title><img src="${target}/img"><iframe src="${target}/frame"></iframe>
         <link rel=stylesheet href="http://[::1]:${secret.port}/css"><script src="http://inner.localhost:${secret.port}/js"></script>
         <iframe src="/hop"></iframe>
         <script>
           window.results = Promise.allSettled([
             fetch('${target}/fetch'), fetch('/hop'), fetch('http://0.0.0.0:${secret.port}/zero'),
             fetch('http://169.254.169.254/latest/meta-data/'),
             new Promise((ok, no) => { const s = new WebSocket('ws://127.0.0.1:${secret.port}/ws'); s.onopen = ok; s.onerror = no }),
             new Promise((ok, no) => { const w = new Worker(URL.createObjectURL(new Blob(["fetch('${target}/worker').then(()=>postMessage(1),()=>postMessage(0))"]))); w.onmessage = (m) => m.data ? ok() : no() }),
           ]).then((all) => all.map((each) => each.status + ':' + (each.value && each.value.status || '')))
           navigator.sendBeacon('${target}/beacon', 'x')
         </script>`,
      )
    })
    const answer = await browser.visit(async ({ page: tab, proxy }) => {
      await tab.goto(`http://page.localhost:${page.port}/`, { waitUntil: 'load' })
      const results = await tab.evaluate(() => (window as unknown as { results: Promise<string[]> }).results)
      return { results, troubles: [...proxy.troubles] }
    }, open())
    if (!answer.ok) throw new Error(answer.message)
    expect(secret.asked).toEqual([])
    // A refusal of the proxy reads as 403 where scripts may see it at all; nothing came from the inner service.
    expect(answer.value.results.filter((each) => each.startsWith('fulfilled:2'))).toEqual([])
    expect(answer.value.troubles.every(({ reason }) => reason === 'refused_by_guard')).toBe(true)
    const places = answer.value.troubles.map(({ place }) => place)
    expect(places).toContain(`127.0.0.1:${secret.port}`)
    expect(places).toContain('169.254.169.254:80')
  })

  it('a name that resolves to loopback is refused at the proxy', async () => {
    const secret = await inner()
    const rebound = createBrowser({
      executablePath: CHROMIUM,
      policy: { allowLoopback: true, allowedPorts: 'any', denyHosts: [] },
      resolve: async () => ['127.0.0.1'],
    })
    const answer = await rebound.visit(async ({ page, proxy }) => {
      const response = await page.goto(`http://rebind.example:${secret.port}/`)
      return { status: response?.status(), troubles: proxy.troubles }
    }, open())
    await rebound.close()
    expect(answer).toMatchObject({
      ok: true,
      value: { status: 599, troubles: [{ reason: 'refused_by_guard' }] },
    })
    expect(secret.asked).toEqual([])
  })

  it('two visits share no cookies and no cache', async () => {
    const site = await serve((request, response) =>
      send(response, 200, `seen ${request.headers.cookie ?? 'nothing'}`, {
        'content-type': 'text/plain',
        'set-cookie': 'who=reader',
        'cache-control': 'max-age=3600',
      }),
    )
    const look = () =>
      browser.visit(async ({ page }) => {
        await page.goto(`http://page.localhost:${site.port}/`)
        return page.textContent('body')
      }, open())
    expect(await look()).toEqual({ ok: true, value: 'seen nothing' })
    expect(await look()).toEqual({ ok: true, value: 'seen nothing' })
  })

  it('a visit ends when its window closes, and the next one works', async () => {
    const site = await serve(({ path }, response) =>
      path === '/slow' ? undefined : send(response, 200, 'fast'),
    )
    const at = (path: string) => `http://page.localhost:${site.port}${path}`
    const go = (path: string, signal: AbortSignal) =>
      browser.visit(async ({ page }) => void (await page.goto(at(path))), signal)
    expect(await go('/slow', AbortSignal.timeout(300))).toMatchObject({ ok: false, reason: 'timeout_window' })
    const controller = new AbortController()
    setTimeout(() => controller.abort('cancelled'), 200)
    expect(await go('/slow', controller.signal)).toMatchObject({ ok: false, reason: 'cancelled' })
    expect(await go('/fast', open())).toMatchObject({ ok: true })
  })

  it('a refused secure address is named as refused, not as a broken tunnel', async () => {
    const answer = await browser.visit(
      async ({ page }) => void (await page.goto('https://inner.localhost/')),
      open(),
    )
    expect(answer).toMatchObject({ ok: false, reason: 'refused_by_guard' })
  })

  it('a redirect to a refused secure address is named as refused', async () => {
    const site = await serve((_, response) =>
      send(response, 302, '', { location: 'https://inner.localhost/' }),
    )
    const answer = await browser.visit(
      async ({ page }) => void (await page.goto(`http://page.localhost:${site.port}/`)),
      open(),
    )
    expect(answer).toMatchObject({ ok: false, reason: 'refused_by_guard' })
  })

  it.skipIf(process.platform !== 'linux')(
    'Chromium inherits no environment from the process that holds the keys',
    async () => {
      process.env.STET_TEST_KEY = 'secret-of-the-desk'
      const own = createBrowser({ executablePath: CHROMIUM, policy: policyDenying() })
      try {
        await own.visit(async ({ page }) => {
          await page.goto('about:blank')
          const { readdirSync, readFileSync } = await import('node:fs')
          const environments = readdirSync('/proc')
            .filter((name) => /^\d+$/.test(name))
            .flatMap((pid) => {
              try {
                const isBrowser = readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(
                  '--disable-component-update',
                )
                return isBrowser ? [readFileSync(`/proc/${pid}/environ`, 'utf8')] : []
              } catch {
                return []
              }
            })
          expect(environments.length).toBeGreaterThan(0)
          expect(environments.join('\n')).not.toContain('secret-of-the-desk')
        }, open())
      } finally {
        delete process.env.STET_TEST_KEY
        await own.close()
      }
    },
  )
})
