/** A page with a picture, a style and a script, packed as a capture: for tests that play archives back. */
import { crc32, deflateSync } from 'node:zlib'
import { createPack } from '#scrapers/archive/pack-capture.ts'
import type { Exchange, Fetched } from '#scrapers/contract.ts'
import { readPage } from '#scrapers/extract/read-page.ts'

const at = new Date('2026-03-24T08:30:15.250Z')

/** Packs an HTML page at `address` with `/chart.png` beside it. `signingKeyPem` null leaves it unsigned. */
export async function archivedPage(
  page: { address: string; html: string },
  signingKeyPem: string | null = null,
): Promise<{ wacz: Uint8Array; fetched: Fetched }> {
  const body = Buffer.from(page.html)
  const exchange = (path: string, type: string, bytes: Uint8Array): Exchange => ({
    address: new URL(path, page.address).href,
    method: 'GET',
    requestHeaders: [['User-Agent', 'Stet test']],
    status: 200,
    statusText: 'OK',
    responseHeaders: [['Content-Type', type]],
    body: bytes,
    at,
    remoteAddress: '192.0.2.7',
  })
  const type = 'text/html; charset=utf-8'
  const main = exchange(page.address, type, body)
  const fetched: Fetched = {
    method: 'plain',
    custody: 'machine',
    finalUrl: page.address,
    hops: [],
    capturedAt: at,
    body,
    mediaType: type,
    httpCharset: 'utf-8',
    status: 200,
    responseHeaders: main.responseHeaders,
    exchanges: [
      main,
      exchange('/chart.png', 'image/png', png(7, 5)),
      exchange('/style.css', 'text/css', Buffer.from('h1{color:rgb(1,2,3)}')),
    ],
    screenshot: png(3, 3),
    renderedText: null,
    broughtWacz: null,
    provenance: {},
  }
  const reading = await readPage({ ...fetched, url: fetched.finalUrl })
  const pack = createPack({ software: 'Stet 0.1.0', signingKeyPem, stamper: null })
  const { wacz } = await pack({ fetched, reading }, new AbortController().signal)
  return { wacz, fetched }
}

/** A grey PNG of this size (PNG 1.2; colour type 0, 8 bits). */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  const rows = Buffer.alloc((width + 1) * height, 0x40)
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
