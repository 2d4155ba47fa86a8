/** An archived page plays back inside the desk, and its script gets nowhere: no cookie, no request to the desk, no way out of its frame. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, type Frame, type Page, type Response, test } from '@playwright/test'
import { closeDesk, openDesk } from '#storage/desk.server.ts'
import { archivedPage } from '../support/archived-page.ts'
import { installPlayer } from '../support/player.ts'
import { joinBy, picture } from './newsroom.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const ADMIN = {
  name: 'Admin (test)',
  email: 'admin@newsroom.invalid',
  password: 'a long sentence for admins',
}
const ADDRESS = 'https://www.post.example/tokens'

type Tried = Record<string, string>

/** Tries everything it can think of against the desk at `app`, by plain names and past the player's own wrappers. */
function hostileScript(app: string): string {
  return `
    const app = ${JSON.stringify(app)}
    const tried = {}
    const real = (0, eval)('this')
    const attempt = async (name, work) => {
      try { tried[name] = 'done: ' + String(await work()) } catch (error) { tried[name] = 'stopped: ' + error.message }
    }
    const request = (init) => fetch(app + '/articles', init).then((answer) => answer.type + ' ' + answer.status)
    const loads = (tag, address) => new Promise((resolve, reject) => {
      const element = Object.assign(document.createElement(tag), { src: address, onload: () => resolve('loaded') })
      element.onerror = () => reject(new Error('not loaded'))
      document.body.append(element)
      setTimeout(() => reject(new Error('nothing came')), 3000)
    })
    document.addEventListener('start', async () => {
      await attempt('cookie', () => document.cookie)
      await attempt('fetch', () => request({ credentials: 'include' }))
      await attempt('blind fetch', () => request({ credentials: 'include', mode: 'no-cors' }))
      await attempt('blind post', () => fetch(app + '/sign-out', { method: 'POST', credentials: 'include', mode: 'no-cors' }).then((a) => a.type))
      await attempt('xhr', () => new Promise((resolve, reject) => {
        const asked = new XMLHttpRequest()
        asked.open('GET', app + '/articles'); asked.withCredentials = true
        asked.onload = () => resolve(asked.status); asked.onerror = () => reject(new Error('not loaded')); asked.send()
      }))
      await attempt('beacon', () => navigator.sendBeacon(app + '/sign-out', 'x'))
      await attempt('picture', () => loads('img', app + '/favicon.ico'))
      await attempt('script', () => loads('script', app + '/health'))
      await attempt('frame', () => loads('iframe', app + '/articles'))
      await attempt('socket', () => new Promise((resolve, reject) => {
        const socket = new WebSocket(app.replace('http', 'ws') + '/')
        socket.onopen = () => resolve('open'); socket.onerror = () => reject(new Error('not opened'))
      }))
      await attempt('dialog', () => { real.alert('hello'); return 'shown' })
      for (const [name, start] of [['plain', window], ['real', real], ['function', new Function('return this')()]]) {
        await attempt(name + ' top document', () => start.top.document.title)
        await attempt(name + ' top cookie', () => start.top.document.cookie)
        await attempt(name + ' desk', () => {
          // Up through the frames of its own origin to the first that is not: the desk.
          let at = real.__WB_top ?? start
          const frames = [start, start.parent, start.parent.parent, start.parent.parent.parent, start.parent.parent.parent.parent, real.frameElement && real.frameElement.ownerDocument.defaultView]
          for (const frame of frames) if (frame) { try { if (frame.location.href.startsWith(app)) return frame.document.title } catch {} }
          throw new Error('not reached')
        })
        await attempt(name + ' message', () => { for (const target of [start.parent, start.top]) target.postMessage({ type: 'urlchange', url: app + '/sign-out' }, '*'); return 'sent' })
      }
      // The player's own window is of the same origin, and its functions are not wrapped.
      await attempt('fetch past the player', () => real.parent.fetch(app + '/articles', { credentials: 'include', mode: 'no-cors' }).then((a) => a.type))
      await attempt('post past the player', () => real.parent.fetch(app + '/sign-out', { method: 'POST', credentials: 'include', mode: 'no-cors' }).then((a) => a.type))
      await attempt('beacon past the player', () => real.parent.navigator.sendBeacon(app + '/sign-out', 'x'))
      await attempt('socket past the player', () => new Promise((resolve, reject) => { const socket = new real.parent.WebSocket(app.replace('http', 'ws') + '/'); socket.onopen = () => resolve('open'); socket.onerror = () => reject(new Error('not opened')) }))
      await attempt('window past the player', () => { if (real.parent.open(app + '/articles') === null) throw new Error('no window'); return 'opened' })
      await attempt('cookie past the player', () => real.parent.document.cookie)
      await attempt('opener', () => { if (!real.top.opener) throw new Error('none'); return 'there' })
      await attempt('message to the shell', () => { Reflect.get(real.top, 'postMessage').call(real.top, 'from the archive', '*'); return 'sent' })
      await attempt('navigate the shell', () => { real.top.location.href = app + '/sign-in'; return 'asked' })
      await attempt('fetch of a blank frame', () => { const blank = document.createElement('iframe'); document.body.append(blank); return blank.contentWindow.fetch(app + '/articles', { credentials: 'include', mode: 'no-cors' }).then((a) => a.type + ' ' + a.status) })
      await attempt('worker', () => new Promise((resolve, reject) => {
        const code = 'fetch(' + JSON.stringify(app + '/articles') + ', { credentials: "include", mode: "no-cors" }).then((a) => postMessage(a.type + " " + a.status), (e) => postMessage("refused"))'
        const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })))
        worker.onmessage = ({ data }) => (data === 'refused' ? reject(new Error(data)) : resolve(data)); worker.onerror = () => reject(new Error('no worker'))
      }))
      document.body.dataset.tried = JSON.stringify(tried)
      // These may leave the page, so they come when the rest has been looked at.
      document.body.addEventListener('leave', async () => {
      await attempt('form', () => { const form = document.createElement('form'); form.method = 'post'; form.action = app + '/sign-out'; form.target = '_top'; document.body.append(form); HTMLFormElement.prototype.submit.call(form); return 'sent' })
      await attempt('window', () => real.open(app + '/articles') === null ? Promise.reject(new Error('no window')) : 'opened')
      await attempt('navigate the top', () => { real.eval("window.parent.parent.top.location = 'about:blank#escaped'"); return 'asked' })
      })
    })
  `
}

async function serve(folder: string): Promise<{ child: ChildProcess; address: string; firstLink: string }> {
  const child = spawn(process.execPath, [join(root, 'bin/main.ts'), 'serve', '--no-worker'], {
    cwd: root,
    env: { ...process.env, PORT: '0', DATA_DIR: folder },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk))
  for (;;) {
    const address = /open at (\S+)/.exec(output)?.[1]
    const firstLink = /(\S+\/welcome\/\S+)/.exec(output)?.[1]
    if (address && firstLink) return { child, address, firstLink }
    if (child.exitCode !== null) throw new Error(`The server ended: ${output}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Puts a captured page on record, as the worker would. */
async function keepCapture(folder: string, html: string): Promise<string> {
  const desk = await openDesk({ dataFolder: folder })
  const { wacz, fetched } = await archivedPage({ address: ADDRESS, html })
  const stored = await desk.blobs.put(wacz, 'application/wacz')
  const body = await desk.blobs.put(fetched.body, 'text/html')
  const text = await desk.blobs.put(Buffer.from('More than 140 billion tokens a day.'), 'text/plain')
  const now = new Date()
  const { id: sourceId } = await desk.db.source.create({
    data: { address: ADDRESS, canonicalAddress: ADDRESS, kind: 'report', createdAt: now, updatedAt: now },
  })
  const { id: runId } = await desk.db.run.create({
    data: { kind: 'fetch', state: 'finished', sourceId, chain: {}, request: {}, requestedAt: now },
  })
  const { id: attemptId } = await desk.db.attempt.create({
    data: { runId, ordinal: 1, step: 'plain', version: '1', windowMs: 1, startedAt: now, ended: 'done' },
  })
  const { id } = await desk.db.capture.create({
    data: {
      ...{
        sourceId,
        attemptId,
        method: 'plain',
        custody: 'machine',
        finalUrl: ADDRESS,
        contentClass: 'article',
      },
      ...{
        capturedAt: fetched.capturedAt,
        digest: stored.digest,
        bytes: stored.bytes,
        mediaType: 'text/html',
      },
      ...{
        bodyDigest: body.digest,
        textDigest: text.digest,
        articleDigest: text.digest,
        replacementCharacters: 0,
      },
    },
  })
  await closeDesk(desk)
  return id
}

async function archivedFrame(page: Page): Promise<Frame> {
  const find = () =>
    page.frames().find((frame) => /\/replay\/w\/.*mp_\/https:\/\/www\.post/.test(frame.url()))
  await expect.poll(() => find() !== undefined, { timeout: 60_000 }).toBe(true)
  return find()!
}

test('an archived page plays back, and its script gets nowhere', async ({ browser }) => {
  test.setTimeout(240_000)
  const folder = mkdtempSync(join(tmpdir(), 'stet e2e '))
  let child: ChildProcess | null = null
  try {
    test.skip(!(await installPlayer(folder)), 'ReplayWeb.page could not be fetched')
    const server = await serve(folder)
    child = server.child
    const html =
      '<!doctype html><html lang="en"><title>Northmark counts</title><h1>Northmark counts its tokens</h1>' +
      `<img src="/chart.png" alt="chart"><script>${hostileScript(server.address)}</script></html>`
    const captureId = await keepCapture(folder, html)

    const context = await browser.newContext()
    const page = await context.newPage()
    await joinBy(page, server.firstLink, ADMIN)
    const cookies = await context.cookies(server.address)
    expect(cookies).toHaveLength(1)

    const reached: string[] = []
    const note = (response: Response) => {
      if (response.url().startsWith(server.address)) reached.push(response.url())
    }
    context.on('response', (response) => {
      if (response.request().serviceWorker()) note(response)
    })
    const messages: string[] = []
    await page.exposeFunction('told', (text: string) => messages.push(text))
    await page.goto(`${server.address}/captures/${captureId}`)
    await page.getByRole('link', { name: 'Replay' }).click()
    const link = page.getByRole('link', { name: 'Open the replay in a new tab' })
    const [tab] = await Promise.all([context.waitForEvent('page'), link.click()])
    tab.on('response', note)
    await page.evaluate(() =>
      addEventListener('message', ({ data }) =>
        (globalThis as unknown as { told: (text: string) => void }).told(String(data)),
      ),
    )
    const address = page.url()
    const shell = tab.url()

    const frame = await archivedFrame(tab)
    await expect(frame.locator('h1')).toHaveText('Northmark counts its tokens')
    await expect
      .poll(() => frame.evaluate(() => (document.querySelector('img') as HTMLImageElement).naturalWidth))
      .toBeGreaterThan(0)
    await picture(tab, 'replay')
    await frame.evaluate(() => document.dispatchEvent(new Event('start')))
    await expect(frame.locator('body')).toHaveAttribute('data-tried', /./, { timeout: 60_000 })
    const tried: Tried = JSON.parse((await frame.locator('body').getAttribute('data-tried'))!)
    const stopped = Object.keys(tried).filter((name) => tried[name]!.startsWith('stopped: '))
    expect(stopped).toEqual(
      expect.arrayContaining([
        ...['picture', 'script', 'real top document', 'real top cookie'],
        ...['plain desk', 'real desk', 'function desk', 'fetch of a blank frame'],
        ...[
          'fetch past the player',
          'post past the player',
          'window past the player',
          'navigate the shell',
          'opener',
          'socket past the player',
        ],
      ]),
    )
    // What the player answers in the desk's place is "not archived".
    for (const name of ['fetch', 'blind fetch', 'xhr', 'worker']) expect(tried[name]).toContain('404')
    for (const name of ['cookie', 'plain top cookie', 'cookie past the player'])
      expect(tried[name]).toBe('done: ')
    expect(JSON.stringify(tried)).not.toContain(cookies[0]!.value)
    await frame.evaluate(() => document.body.dispatchEvent(new Event('leave'))).catch(() => {})
    await tab.waitForTimeout(3_000)
    const hosts = tab.frames().map((one) => new URL(one.url()).hostname)
    expect(hosts.filter((host) => !host.endsWith('.replay.localhost'))).toEqual([])
    expect(reached).toEqual([])
    expect(messages).toEqual([])
    expect(page.url()).toBe(address)
    expect(tab.url()).toBe(shell)
    expect(context.pages()).toHaveLength(2)
    expect(await context.cookies(server.address)).toEqual(cookies)
    await page.goto(`${server.address}/articles`)
    await expect(page).toHaveURL(/\/articles$/)
    await context.close()
  } finally {
    child?.kill('SIGTERM')
    if (child) await new Promise((resolve) => child!.once('exit', resolve))
    rmSync(folder, { recursive: true, force: true })
  }
})
