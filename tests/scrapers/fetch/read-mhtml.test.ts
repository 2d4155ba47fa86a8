import { chromium } from 'playwright'
import { describe, expect, it } from 'vitest'
import { captureWarc } from '#scrapers/archive/capture-warc.ts'
import { readPage } from '#scrapers/extract/read-page.ts'
import { readMhtml } from '#scrapers/fetch/read-mhtml.ts'
import { upload } from '#scrapers/fetch/upload.ts'
import { CHROMIUM } from '../../support/chromium.ts'

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const lines = (...text: string[]) => Buffer.from(text.join('\r\n'), 'utf8')
const file = (...parts: string[][]) =>
  lines(
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: https://news.example.com/a?b=1',
    'Date: Tue, 24 Mar 2026 02:00:00 -0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    '\ttype="text/html";',
    '\tboundary="----Bound--x"',
    '',
    '',
    ...parts.flatMap((part) => ['------Bound--x', ...part]),
    '------Bound--x--',
    '',
  )
const PAGE = [
  'Content-Type: text/html; charset=utf-8',
  'Content-Transfer-Encoding: quoted-printable',
  'Content-Location: https://news.example.com/a?b=1',
  '',
  '<!DOCTYPE html><p class=3D"x">140=E4=B8=87=E4=BA=BF tokens, a very long li=',
  'ne</p>',
]
const tools = { signal: new AbortController().signal, now: () => new Date('2026-03-24T08:00:00Z') }
const noWacz = async () => ({ ok: false as const, message: '' })
const bring = (bytes: Uint8Array) =>
  upload({ openWacz: noWacz }).run(
    {
      address: 'https://news.example.com/',
      upload: { bytes, fileName: 'a.mhtml', mediaType: 'message/rfc822' },
    },
    tools,
  )

describe('a page saved as MHTML', () => {
  it('comes apart into the page and its parts, each decoded', () => {
    const read = readMhtml(
      file(
        PAGE,
        [
          'Content-Type: image/png',
          'Content-Transfer-Encoding: base64',
          'Content-Location: https://news.example.com/dot.png',
          '',
          PIXEL.toString('base64').replace(/(.{40})/g, '$1\r\n'),
        ],
        ['Content-Type: text/css', 'Content-ID: <css-1@mhtml.blink>', '', 'p { color: red }'],
      ),
    )
    if (!read.ok) throw new Error(read.message)
    expect(read).toMatchObject({
      address: 'https://news.example.com/a?b=1',
      savedAt: 'Tue, 24 Mar 2026 02:00:00 -0000',
    })
    expect(Buffer.from(read.page.body).toString('utf8')).toBe(
      '<!DOCTYPE html><p class="x">140万亿 tokens, a very long line</p>',
    )
    expect(read.others.map(({ address, mediaType }) => [address, mediaType])).toEqual([
      ['https://news.example.com/dot.png', 'image/png'],
      ['cid:css-1@mhtml.blink', 'text/css'],
    ])
    expect(Buffer.from(read.others[0]!.body).equals(PIXEL)).toBe(true)
    expect(Buffer.from(read.others[1]!.body).toString()).toBe('p { color: red }')
  })

  it('whose page is not its first part is found by the start it names', () => {
    const bytes = Buffer.from(
      file(
        ['Content-Type: text/html', 'Content-ID: <frame>', '', '<p>frame'],
        ['Content-Type: text/html', 'Content-ID: <main>', '', '<p>main'],
      )
        .toString()
        .replace('type="text/html";', 'type="text/html"; start="<main>";'),
    )
    const read = readMhtml(bytes)
    expect(read.ok && Buffer.from(read.page.body).toString()).toBe('<p>main')
  })

  it.each([
    ['without parts', lines('Content-Type: multipart/related; boundary=x', '', 'nothing'), 'no parts'],
    ['without a page', file(['Content-Type: text/css', '', 'p {}']), 'none of its parts is a page'],
    [
      'with broken base64',
      file(['Content-Type: text/html', 'Content-Transfer-Encoding: base64', '', '***']),
      'not encoded as it says',
    ],
    [
      'of too many parts',
      file(...Array.from({ length: 5001 }, () => ['Content-Type: text/css', '', 'x'])),
      'more than 5000 parts',
    ],
  ])('%s says why it cannot be read', (_, bytes, why) => {
    expect(readMhtml(bytes)).toMatchObject({ ok: false, message: expect.stringContaining(why) })
  })

  it('that was cut off gives what it still holds', () => {
    const whole = file(PAGE).toString()
    const read = readMhtml(Buffer.from(whole.slice(0, whole.indexOf('tokens'))))
    expect(read.ok && Buffer.from(read.page.body).toString()).toContain('140万亿')
  })

  it('is taken in with its own address and time, its parts and the file itself in the archive', async () => {
    const bytes = file(
      PAGE,
      [
        'Content-Type: image/png',
        'Content-Transfer-Encoding: base64',
        'Content-Location: https://news.example.com/dot.png',
        '',
        PIXEL.toString('base64'),
      ],
      ['Content-Type: text/css', 'Content-ID: <css-1@mhtml.blink>', '', 'p { color: red }'],
    )
    const { outcome } = await bring(bytes)
    if (outcome.ended !== 'done') throw new Error(outcome.message)
    const { value } = outcome
    expect(value).toMatchObject({
      finalUrl: 'https://news.example.com/a?b=1',
      capturedAt: new Date('2026-03-24T02:00:00Z'),
      mediaType: 'text/html',
      httpCharset: 'utf-8',
      custody: 'person',
      provenance: { parts: 2, partsWithoutAddress: 0, partsWithoutWebAddress: 1 },
    })
    const reading = await readPage({ ...value, url: value.finalUrl })
    expect(reading.text).toContain('140万亿 tokens')
    const { cdxj } = await captureWarc(value, reading, 'Stet')
    const kept = [...cdxj.matchAll(/"url":"([^"]+)","mime":"([^"]+)"/g)].map(([, url, mime]) => [url, mime])
    expect(kept).toContainEqual(['https://news.example.com/a?b=1', 'text/html'])
    expect(kept).toContainEqual(['https://news.example.com/dot.png', 'image/png'])
    expect(kept).toContainEqual(['urn:brought:https://news.example.com/a?b=1', 'multipart/related'])
  })

  it.skipIf(CHROMIUM === null)('by a real browser reads as the page that it showed', async () => {
    const browser = await chromium.launch({
      executablePath: CHROMIUM!,
      args: ['--no-sandbox', '--disable-background-networking'],
    })
    try {
      const page = await browser.newPage()
      await page.route('**/*', (route) =>
        route.request().url().endsWith('.png')
          ? route.fulfill({ contentType: 'image/png', body: PIXEL })
          : route.fulfill({
              contentType: 'text/html; charset=gb18030',
              body: Buffer.concat([
                Buffer.from('<!doctype html><title>T</title><img src=/dot.png><p>140 trillion, '),
                Buffer.from('b9fabcd2cafdbeddbed6', 'hex'),
              ]),
            }),
      )
      await page.goto('http://story.example/article')
      const session = await page.context().newCDPSession(page)
      const { data } = await session.send('Page.captureSnapshot', { format: 'mhtml' })
      const { outcome } = await bring(Buffer.from(data, 'utf8'))
      if (outcome.ended !== 'done') throw new Error(outcome.message)
      const { value } = outcome
      expect(value.finalUrl).toBe('http://story.example/article')
      const reading = await readPage({ ...value, url: value.finalUrl })
      expect(reading.text).toContain('140 trillion, 国家数据局')
      const picture = value.parts?.find(({ address }) => address === 'http://story.example/dot.png')
      expect(Buffer.from(picture?.body ?? []).equals(PIXEL)).toBe(true)
    } finally {
      await browser.close()
    }
  })
})
