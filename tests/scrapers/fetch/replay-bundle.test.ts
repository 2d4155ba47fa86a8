/** An archive played back: every answer comes from its own bytes, and nobody outside hears of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBundle } from '#scrapers/archive/open-bundle.ts'
import { createPack } from '#scrapers/archive/pack-capture.ts'
import type { Exchange, Fetched } from '#scrapers/contract.ts'
import { readPage } from '#scrapers/extract/read-page.ts'
import { type Replay, replayBundle } from '#scrapers/fetch/replay-bundle.ts'
import { type Browser, createBrowser } from '#scrapers/kit/browser.ts'
import { CHROMIUM } from '../../support/chromium.ts'
import { type LocalWeb, send, startWeb } from '../../support/web.ts'

const QUOTE = 'daily token usage has surpassed 140 trillion'
const STILL = new AbortController().signal
/** A picture of one pixel. */
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

let web: LocalWeb
let browser: Browser
let replay: Replay

beforeAll(async () => {
  web = await startWeb((_request, response) => send(response, 200, QUOTE))
  const policy = { allowLoopback: true, allowedPorts: 'any' as const, denyHosts: [] }
  browser = createBrowser({ executablePath: CHROMIUM, policy })
  replay = replayBundle({ browser, openBundle, read: readPage, settleMs: 1_500 })
})

afterAll(async () => {
  await browser.close()
  await web.close()
})

const exchange = (
  address: string,
  type: string,
  body: string | Uint8Array,
  over: Partial<Exchange> = {},
): Exchange => ({
  address,
  method: 'GET',
  requestHeaders: [],
  status: 200,
  statusText: 'OK',
  responseHeaders: [['Content-Type', type]],
  body: Buffer.from(body),
  at: new Date('2026-03-24T08:00:00Z'),
  remoteAddress: null,
  ...over,
})

async function bundle(exchanges: Exchange[], over: Partial<Fetched> = {}) {
  const [main] = exchanges
  const fetched: Fetched = {
    method: 'rendered',
    custody: 'machine',
    finalUrl: main!.address,
    hops: [],
    capturedAt: main!.at,
    body: main!.body,
    mediaType: 'text/html',
    httpCharset: 'utf-8',
    status: 200,
    responseHeaders: main!.responseHeaders,
    exchanges,
    screenshot: null,
    renderedText: QUOTE,
    broughtWacz: null,
    provenance: {},
    ...over,
  }
  const reading = await readPage({ ...fetched, url: fetched.finalUrl })
  const pack = createPack({ software: 'Stet test', signingKeyPem: null, stamper: null })
  const { wacz } = await pack({ fetched, reading }, STILL)
  return { wacz, pageUrl: fetched.finalUrl, method: fetched.method }
}

const HTML = 'text/html; charset=utf-8'
const page = (script: string) =>
  `<!doctype html><title>Tokens</title><p id="said">…</p><img src="/chart.gif" alt=""><p id="seen"></p><script>${script}</script>`
const FILL = `fetch('/api?_=' + Date.now()).then((answer) => answer.text()).then((text) => { said.textContent = text })`

describe.skipIf(CHROMIUM === null)('a page played back', () => {
  it('shows its picture, and the passage that a script fills in from a recorded answer', async () => {
    const seen = `document.images[0].onload = () => { seen.textContent = 'picture ' + document.images[0].naturalWidth }`
    const at = web.url
    const request = await bundle([
      exchange(`${at}/story`, HTML, page(`${seen};${FILL}`)),
      exchange(`${at}/chart.gif`, 'image/gif', PIXEL),
      exchange(`${at}/api?_=1774339200000`, 'text/plain', QUOTE),
    ])
    const replayed = await replay(request, STILL)
    expect(replayed).toMatchObject({ ok: true, how: 'browser', missing: [] })
    expect(replayed.ok && replayed.text).toContain(QUOTE)
    expect(replayed.ok && replayed.text).toContain('picture 1')
    expect(web.asked).toEqual([])
  })

  it('lacks what is not in the archive, even where the site would still answer', async () => {
    const at = web.url
    const request = await bundle([exchange(`${at}/story`, HTML, page(FILL))])
    const replayed = await replay(request, STILL)
    expect(replayed.ok && replayed.text).not.toContain(QUOTE)
    expect(replayed.ok && replayed.missing.map((address) => new URL(address).pathname).sort()).toEqual([
      '/api',
      '/chart.gif',
    ])
    expect(web.asked).toEqual([])
  })

  it('reaches nobody, whatever way a script tries', async () => {
    const { host } = new URL(web.url)
    const tries = `
      new WebSocket('ws://${host}/socket');
      navigator.sendBeacon('${web.url}/beacon', 'x');
      new Worker(URL.createObjectURL(new Blob(["fetch('${web.url}/worker')"])));
      open('${web.url}/popup');
      const frame = document.createElement('iframe'); frame.src = '${web.url}/frame'; document.body.append(frame);
      const link = document.createElement('link'); link.rel = 'prefetch'; link.href = '${web.url}/prefetch'; document.head.append(link);
      said.textContent = 'tried everything'`
    const request = await bundle([exchange('https://site.example/story', HTML, page(tries))])
    const replayed = await replay(request, STILL)
    expect(replayed.ok && replayed.text).toContain('tried everything')
    expect(web.asked).toEqual([])
  })

  it('sees the day of the capture, not today', async () => {
    const script = 'said.textContent = new Date().getUTCFullYear() + "-" + new Date().getUTCMonth()'
    const request = await bundle([
      exchange('https://site.example/', HTML, page(script), { at: new Date('2019-02-03') }),
    ])
    const replayed = await replay(request, STILL)
    expect(replayed.ok && replayed.text).toContain('2019-1')
  })

  it('follows recorded redirects, and gives answers to one address in their order', async () => {
    const at = 'https://site.example'
    const script = `Promise.all([1, 2].map(() => fetch('/old').then((a) => a.text()))).then((both) => { said.textContent = both.join(' then ') })`
    const moved = { status: 302, responseHeaders: [['Location', '/new']] as [string, string][] }
    const request = await bundle([
      exchange(`${at}/`, HTML, page(script)),
      exchange(`${at}/old`, 'text/plain', '', moved),
      exchange(`${at}/new`, 'text/plain', 'first'),
      exchange(`${at}/new`, 'text/plain', 'second'),
    ])
    const replayed = await replay(request, STILL)
    expect(replayed.ok && replayed.text).toContain('first then second')
  })
})

describe('what no browser is needed for', () => {
  it('is a plain text, read again from the archived bytes', async () => {
    const request = await bundle([exchange('https://site.example/a.txt', 'text/plain', QUOTE)], {
      mediaType: 'text/plain',
    })
    expect(await replay(request, STILL)).toMatchObject({ ok: true, how: 'bytes', text: QUOTE })
  })

  it('is a picture, which has no text', async () => {
    const request = await bundle([exchange('https://site.example/a.gif', 'image/gif', PIXEL)], {
      mediaType: 'image/gif',
    })
    expect(await replay(request, STILL)).toMatchObject({ ok: false })
  })

  it('is a file that is no archive', async () => {
    const request = {
      wacz: Buffer.from('no zip'),
      pageUrl: 'https://site.example/',
      method: 'upload' as const,
    }
    expect(await replay(request, STILL)).toMatchObject({
      ok: false,
      message: expect.stringContaining('not a readable ZIP'),
    })
  })
})
