/** Our archives in ReplayWeb.page, in a real browser: the page, its picture, and the seal that the player checks. */
import { createServer, request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, chromium, type Frame, type Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { readSettings } from '#app/env.server.ts'
import { startReplayServer } from '#bin/replay-server.ts'
import { issueTicket, replayOrigin, shellOrigin } from '#http/replay-links.server.ts'
import { openSigningKey } from '#storage/signing-key.server.ts'
import { archivedPage } from '../support/archived-page.ts'
import { CHROMIUM } from '../support/chromium.ts'
import { testDesk } from '../support/desk.ts'
import { installPlayer } from '../support/player.ts'

const address = 'https://www.post.example/tokens'
const html =
  '<!doctype html><html lang="en"><head><title>Northmark counts</title><link rel="stylesheet" href="/style.css"></head>' +
  '<body><h1>Northmark counts its tokens</h1><p>More than 140 billion tokens a day.</p>' +
  '<img src="/chart.png" alt="chart"><img src="/not-archived.png" alt="missing">' +
  '<script>document.body.dataset.ran = "yes"</script></body></html>'

let browser: Browser

async function playing() {
  const desk = await testDesk()
  const installed = await installPlayer(desk.folder)
  const key = await openSigningKey({ dataFolder: desk.folder })
  const { wacz } = await archivedPage({ address, html }, key.privateKeyPem)
  const { digest } = await desk.blobs.put(wacz, 'application/wacz')
  const app = createServer((_request, response) => response.end('the app'))
  await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve))
  const appPort = (app.address() as AddressInfo).port
  const server = await startReplayServer(
    { ...desk, now: () => new Date() },
    readSettings({ DATA_DIR: desk.folder, PORT: '0' }),
    appPort,
  )
  onTestFinished(() => {
    server.close()
    app.close()
  })
  const origin = replayOrigin(server.place, digest)
  const ticket = issueTicket(server.place, digest)
  const view = `${origin}/view/${ticket}/?url=${encodeURIComponent(address)}&ts=20260324083015`
  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    answerOf(new URL(origin).port, path, { host: new URL(origin).host, ...headers }, method)
  return { desk, installed, key, digest, ticket, view, wacz, ask, place: server.place }
}

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer }

/** Asks as a browser does that has looked `*.localhost` up: the server on loopback, the name in the Host header. */
function answerOf(
  port: string,
  path: string,
  headers: Record<string, string>,
  method: string,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = httpRequest({ host: '127.0.0.1', port, path, headers, method }, async (response) => {
      const chunks: Buffer[] = []
      for await (const chunk of response) chunks.push(chunk as Buffer)
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) })
    })
    asked.on('error', reject)
    asked.end()
  })
}

/** The frame in which the archived page itself lives. */
async function archivedFrame(page: Page): Promise<Frame> {
  for (let tries = 0; tries < 250; tries += 1) {
    for (const frame of page.frames())
      if (/\/replay\/w\/.*mp_\/https:\/\/www\.post\.example/.test(frame.url())) return frame
    await page.waitForTimeout(100)
  }
  throw new Error(`no archived page among ${page.frames().map((frame) => frame.url())}`)
}

describe.skipIf(CHROMIUM === null)('an archive in ReplayWeb.page', () => {
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: CHROMIUM!,
      args: ['--no-sandbox', '--disable-background-networking'],
    })
  })
  afterAll(() => browser.close())

  test('opens with its page, its style and its picture, and the player finds the seal valid', {
    timeout: 60_000,
  }, async ({ skip }) => {
    const { installed, view, key } = await playing()
    if (!installed) skip('ReplayWeb.page could not be fetched')
    const page = await (await browser.newContext()).newPage()
    await page.goto(view)
    const frame = await archivedFrame(page)
    await frame.waitForSelector('img')
    await frame.waitForFunction(() => document.body.dataset.ran === 'yes')
    const seen = await frame.evaluate(async () => {
      const pictures = [...document.images]
      await Promise.all(pictures.map((picture) => picture.decode().catch(() => {})))
      return {
        heading: document.querySelector('h1')?.textContent,
        colour: getComputedStyle(document.querySelector('h1')!).color,
        widths: pictures.map(({ naturalWidth, naturalHeight }) => [naturalWidth, naturalHeight]),
      }
    })
    expect(seen).toEqual({
      heading: 'Northmark counts its tokens',
      colour: 'rgb(1, 2, 3)',
      widths: [
        [7, 5],
        [0, 0],
      ],
    })
    // What the player itself has found: signature, list of files, list of pages; nothing that does not match.
    const player = page.frames().find((one) => one.url().includes('/replay/?source='))!
    const { verify, pages } = await player.evaluate(async (inner) => {
      const coll = /\/replay\/w\/([^/]+)\//.exec(inner)![1]
      return (await fetch(`/replay/w/api/c/${coll}?all=1`)).json()
    }, frame.url())
    expect(verify).toMatchObject({
      publicKey: key.publicKey,
      software: 'Stet 0.1.0',
      numInvalid: 0,
      numValid: 3,
    })
    expect(pages).toMatchObject([{ url: address, title: 'Northmark counts' }])
  })
})

describe('the replay origin', () => {
  test('gives the archive whole and in parts, to whoever has the address, until it expires', async () => {
    const { ticket, wacz, digest, ask } = await playing()
    const whole = await ask(`/wacz/${ticket}/capture.wacz`)
    expect(whole.status).toBe(200)
    expect(whole.headers).toMatchObject({
      'content-type': 'application/wacz',
      'content-length': String(wacz.length),
      'accept-ranges': 'bytes',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
    expect(whole.headers['set-cookie']).toBeUndefined()
    expect(Buffer.compare(whole.body, wacz)).toBe(0)
    const part = await ask(`/wacz/${ticket}/capture.wacz`, { range: 'bytes=10-19' })
    expect(part.status).toBe(206)
    expect(part.headers['content-range']).toBe(`bytes 10-19/${wacz.length}`)
    expect(Buffer.compare(part.body, wacz.subarray(10, 20))).toBe(0)
    const [, expires, mac] = ticket.split('/')
    expect((await ask(`/wacz/${digest}/${Number(expires) + 1}/${mac}/capture.wacz`)).status).toBe(403)
    expect((await ask(`/wacz/${digest}/${expires}/${mac!.replace(/^./, '_')}/capture.wacz`)).status).toBe(403)
  })

  test('keeps every archive to a host of its own, and everything else to itself', async () => {
    const { ticket, ask, digest, place } = await playing()
    const elsewhere = { host: 'localhost' }
    expect((await ask(`/wacz/${ticket}/capture.wacz`, elsewhere)).status).toBe(403)
    expect((await ask(`/view/${ticket}/`, elsewhere)).status).toBe(403)
    expect((await ask(`/open/${ticket}/`)).status).toBe(403)
    expect((await ask('/')).status).toBe(404)
    expect((await ask('/replay/../../stet.db')).status).toBe(404)
    expect((await ask('/replay/LICENSE')).status).toBe(404)
    expect((await ask(`/view/${ticket}/`, {}, 'POST')).status).toBe(405)
    const shell = await ask(`/open/${ticket}/`, { host: new URL(shellOrigin(place, digest)).host })
    expect(shell.status).toBe(200)
    expect(shell.headers['content-security-policy']).toContain(`frame-src ${replayOrigin(place, digest)};`)
    expect(shell.headers['content-security-policy']).not.toContain('script-src')
  })
})
