import { afterAll, afterEach, describe, expect, it } from 'vitest'
import type { Exchange } from '#scrapers/contract.ts'
import { rendered } from '#scrapers/fetch/rendered.ts'
import { createBrowser } from '#scrapers/kit/browser.ts'
import { CHROMIUM } from '../../support/chromium.ts'
import { type Answer, type LocalWeb, send, startWeb } from '../../support/web.ts'

const policy = { allowLoopback: true, allowedPorts: 'any' as const, denyHosts: [] }
const browser = createBrowser({ executablePath: CHROMIUM, policy })
const step = rendered({ browser, policy, settleMs: 900, maxBodyBytes: 400_000 })
const tools = (signal = new AbortController().signal) => ({ signal, now: () => new Date() })

let server: LocalWeb
const serve = async (answer: Answer) => {
  server = await startWeb(answer)
  return `http://news.localhost:${server.port}`
}
const page =
  (html: string): Answer =>
  (_, response) =>
    send(response, 200, `<!doctype html>${html}`)
const fetchDone = async (address: string) => {
  const { outcome } = await step.run({ address }, tools())
  if (outcome.ended !== 'done') throw new Error(`${outcome.reason}: ${outcome.message}`)
  return outcome.value
}
const paths = (exchanges: Exchange[]) => exchanges.map(({ address }) => new URL(address).pathname)

afterEach(() => server?.close())
afterAll(() => browser.close())

describe.skipIf(CHROMIUM === null)('a page that does more than show itself', () => {
  it('has its dialogs answered, its popups closed and its downloads kept out, all on record', async () => {
    const base = await serve(({ path }, response) => {
      if (path === '/file.zip')
        return send(response, 200, 'zip', {
          'content-type': 'application/zip',
          'content-disposition': 'attachment; filename="file.zip"',
        })
      send(
        response,
        200,
        `<!doctype html><p id=said></p><script>
          alert('Welcome'); said.textContent = 'confirmed: ' + confirm('Are you 18?');
          window.open('/popup'); const a = document.createElement('a'); a.href = '/file.zip'; a.click()
        </script>`,
      )
    })
    const value = await fetchDone(`${base}/`)
    expect(value.renderedText).toBe('confirmed: false')
    expect(value.provenance.incidents).toMatchObject({
      dialogs: [
        { kind: 'alert', words: 'Welcome', answered: 'dismissed' },
        { kind: 'confirm', words: 'Are you 18?', answered: 'dismissed' },
      ],
      downloads: [{ address: `${base}/file.zip`, fileName: 'file.zip' }],
    })
  })

  it('and asks to be left only after a question is left', async () => {
    const base = await serve(({ path }, response) =>
      send(
        response,
        200,
        path === '/next'
          ? '<p>arrived</p>'
          : `<p>first</p><script>onbeforeunload = (e) => { e.preventDefault(); return 'stay' }; setTimeout(() => { location = '/next' }, 100)</script>`,
      ),
    )
    expect((await fetchDone(`${base}/`)).renderedText).toBe('arrived')
  })

  it.each([
    ['needs_person', '<script>setInterval(() => alert("again"), 1)</script>'],
    ['http_error', '<script>setTimeout(() => location.replace("/" + Math.random()), 30)</script>'],
    ['http_error', '<meta http-equiv=refresh content="0;url=/again">'],
  ])('without end is given up as %s', async (reason, html) => {
    const base = await serve(page(html))
    const { outcome } = await step.run({ address: base }, tools(AbortSignal.timeout(20_000)))
    expect(outcome).toMatchObject({ ended: 'failed', reason })
  })

  it('and whose script never ends runs into the window, and the next page is served', async () => {
    const base = await serve(page('<p>stuck</p><script>setTimeout(() => { for (;;); }, 50)</script>'))
    const { outcome } = await step.run({ address: base }, tools(AbortSignal.timeout(2500)))
    expect(outcome).toMatchObject({ ended: 'failed', reason: 'timeout_window' })
    await server.close()
    const next = await serve(page('<p>next</p>'))
    expect((await fetchDone(next)).renderedText).toBe('next')
  })

  it('and draws more than is kept is too large', async () => {
    const base = await serve(
      page(
        '<body hidden><script>document.body.append("x".repeat(13_000_000), "y".repeat(13_000_000))</script>',
      ),
    )
    const { outcome } = await step.run({ address: base }, tools())
    expect(outcome).toMatchObject({ ended: 'failed', reason: 'too_large' })
  })
})

describe.skipIf(CHROMIUM === null)('what a page is made of', () => {
  it('includes small sound and film; what is left out is named with the reason', async () => {
    const sound = Buffer.alloc(2000, 1)
    const base = await serve(({ path, headers }, response) => {
      if (path === '/whole.mp3') {
        const isPart = headers.range === 'bytes=0-'
        return send(response, isPart ? 206 : 200, sound, {
          'content-type': 'audio/mpeg',
          'content-length': '2000',
          ...(isPart ? { 'content-range': 'bytes 0-1999/2000' } : {}),
        })
      }
      if (path === '/part.bin')
        return send(response, 206, sound.subarray(0, 100), {
          'content-type': 'application/octet-stream',
          'content-range': 'bytes 0-99/2000',
        })
      if (path === '/film.mp4')
        return send(response, 200, Buffer.alloc(9_000_000), {
          'content-type': 'video/mp4',
          'content-length': '9000000',
        })
      if (path === '/live') {
        response.writeHead(200, { 'content-type': 'text/event-stream' })
        response.write('data: 140\n\n')
        return
      }
      send(
        response,
        200,
        `<!doctype html><p id=live>waiting</p><audio preload=auto src=/whole.mp3></audio><video preload=auto src=/film.mp4></video>
        <script>new EventSource('/live').onmessage = (e) => { live.textContent = e.data }
        fetch('/part.bin', { headers: { range: 'bytes=0-99' } }); new WebSocket('ws://news.localhost:${server.port}/socket')</script>`,
      )
    })
    const value = await fetchDone(`${base}/`)
    expect(value.renderedText).toContain('140')
    expect(paths(value.exchanges)).toContain('/whole.mp3')
    const notRecorded = value.provenance.notRecorded as { address: string; why: string }[]
    const why = (path: string) => notRecorded.find(({ address }) => address.endsWith(path))?.why
    expect(why('/live')).toBe('a stream of events without end')
    expect(why('/part.bin')).toBe('a part of a file (bytes 0 to 99 of 2000)')
    expect(why('/film.mp4')).toBe('audio or video of 9000000 bytes')
    expect(why('/socket')).toBe('a WebSocket, whose messages are not recorded')
  })

  it('is printed as a PDF with its words as text', async () => {
    const base = await serve(page('<title>Print</title><p>140 trillion tokens</p>'))
    const value = await fetchDone(base)
    expect(
      Buffer.from(value.pdf ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    expect(value.provenance).toMatchObject({
      print: { bytes: value.pdf?.byteLength },
      machine: { playwright: expect.stringMatching(/^\d+\./), node: process.version },
      options: { settleMs: 900, maxBodyBytes: 400_000, print: true },
    })
  })

  it('is not printed where nobody asked for it', async () => {
    const base = await serve(page('<p>140'))
    const { outcome } = await rendered({ browser, policy, settleMs: 900, print: false }).run(
      { address: base },
      tools(),
    )
    expect(outcome).toMatchObject({
      value: { pdf: null, provenance: { print: { missing: 'not asked for' } } },
    })
  })
})
