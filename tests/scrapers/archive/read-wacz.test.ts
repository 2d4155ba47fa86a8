import { deflateRawSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readWacz } from '#scrapers/archive/read-wacz.ts'
import { writeWacz } from '#scrapers/archive/write-wacz.ts'
import { writeZip } from '#scrapers/archive/write-zip.ts'
import { SAMPLE_URL, SOFTWARE, sampleFetched, sampleReading } from './sample-capture.ts'

const day = new Date('2026-03-24T00:00:00Z')

function record(address: string, http: string, body: Uint8Array): Buffer {
  const block = Buffer.concat([Buffer.from(http.replace(/\n/g, '\r\n')), body])
  const head =
    `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${address}\r\nWARC-Date: 2026-03-24T08:00:00Z\r\n` +
    `Content-Type: application/http; msgtype=response\r\nContent-Length: ${block.length}\r\n\r\n`
  return gzipSync(Buffer.concat([Buffer.from(head), block, Buffer.from('\r\n\r\n')]))
}

function foreignWacz(records: Buffer[], mainPageUrl: string): Uint8Array {
  return writeZip(
    [
      { name: 'archive/rec.warc.gz', bytes: Buffer.concat(records) },
      {
        name: 'pages/pages.jsonl',
        bytes: Buffer.from(`{"format":"json-pages-1.0"}\n{"url":"${mainPageUrl}","ts":"2026"}\n`),
      },
    ],
    day,
  )
}

describe('the main page of a WACZ', () => {
  test('of our own comes back as it was captured', async () => {
    const fetched = sampleFetched()
    const { wacz } = await writeWacz({ fetched, reading: await sampleReading(fetched), software: SOFTWARE })
    const read = await readWacz(wacz)
    expect(read).toMatchObject({
      ok: true,
      mainUrl: SAMPLE_URL,
      mediaType: 'text/html; charset=utf-8',
      status: 200,
      capturedAt: fetched.capturedAt,
    })
    expect(read.ok && Buffer.compare(read.body, fetched.body)).toBe(0)
    expect(read.ok && read.headers.filter(([name]) => name.toLowerCase() === 'set-cookie')).toHaveLength(2)
  })

  test('of another tool is found behind a redirect, de-chunked and decompressed', async () => {
    const packed = gzipSync('the page itself')
    const chunked = Buffer.concat([
      Buffer.from(`${packed.length.toString(16)}\r\n`),
      packed,
      Buffer.from('\r\n0\r\n\r\n'),
    ])
    const wacz = foreignWacz(
      [
        record('https://post.example/', 'HTTP/1.1 301 Moved\nLocation: /new\n\n', new Uint8Array()),
        record(
          'https://post.example/new',
          'HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Encoding: gzip\nTransfer-Encoding: chunked\n\n',
          chunked,
        ),
      ],
      'https://post.example/#top',
    )
    const read = await readWacz(wacz)
    expect(read).toMatchObject({
      ok: true,
      mainUrl: 'https://post.example/new',
      status: 200,
      mediaType: 'text/html',
    })
    expect(read.ok && Buffer.from(read.body).toString()).toBe('the page itself')
  })

  test('is not invented where the archive lacks it', async () => {
    const wacz = foreignWacz(
      [record('https://post.example/', 'HTTP/1.1 200 OK\n\n', Buffer.from('x'))],
      'https://other.example/',
    )
    expect(await readWacz(wacz)).toEqual({
      ok: false,
      message: 'holds no record of the page https://other.example/',
    })
  })
})

describe('hostile files', () => {
  test('that are no ZIP, or cut off anywhere, are refused with a reason', async () => {
    const fetched = sampleFetched()
    const { wacz } = await writeWacz({ fetched, reading: await sampleReading(fetched), software: SOFTWARE })
    expect(await readWacz(Buffer.from('<html>'))).toMatchObject({ ok: false })
    for (let length = 0; length < wacz.length; length += 397) {
      expect((await readWacz(wacz.subarray(0, length))).ok).toBe(false)
    }
  })

  test('that unpack to more than the limit are refused before they do', async () => {
    const zeros = deflateRawSync(Buffer.alloc(64 * 1024 * 1024))
    const bomb = deflatedZip(
      ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name, data: zeros, contentBytes: 64 * 1024 * 1024 })),
    )
    expect(await readWacz(bomb)).toEqual({ ok: false, message: 'more than 209715200 bytes of content' })
  })

  test('that lie about their size gain nothing', async () => {
    const bomb = deflatedZip([
      { name: 'datapackage.json', data: deflateRawSync(Buffer.alloc(1_000_000)), contentBytes: 10 },
    ])
    expect(await readWacz(bomb)).toMatchObject({
      ok: false,
      message: expect.stringMatching(/not a readable ZIP/),
    })
  })

  test('with names that leave the folder are refused', async () => {
    const data = deflateRawSync(Buffer.from('x'))
    expect(await readWacz(deflatedZip([{ name: '../../x', data, contentBytes: 1 }]))).toMatchObject({
      ok: false,
    })
  })
})

/** A ZIP of compressed entries with stated sizes of any kind (APPNOTE 4.3). */
function deflatedZip(entries: { name: string; data: Buffer; contentBytes: number }[]): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let at = 0
  for (const { name, data, contentBytes } of entries) {
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(8, 4)
    shared.writeUInt32LE(data.length, 14)
    shared.writeUInt32LE(contentBytes, 18)
    shared.writeUInt16LE(name.length, 22)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    shared.copy(central, 6)
    central.writeUInt32LE(at, 42)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, Buffer.from(name), data])
    locals.push(local)
    centrals.push(central, Buffer.from(name))
    at += local.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, directory, end])
}
