import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { WARCParser } from 'warcio'
import { openZip } from '#scrapers/archive/open-zip.ts'
import { readWacz } from '#scrapers/archive/read-wacz.ts'
import { writeWacz } from '#scrapers/archive/write-wacz.ts'
import type { Fetched } from '#scrapers/contract.ts'
import { SAMPLE_URL, SOFTWARE, sampleFetched, sampleReading } from './sample-capture.ts'

async function pack(
  fetched: Fetched,
  extras: { name: string; bytes: Uint8Array }[] = [],
): Promise<Uint8Array> {
  const packed = await writeWacz({
    fetched,
    reading: await sampleReading(fetched),
    software: SOFTWARE,
    extras,
  })
  return packed.wacz
}

async function filesOf(wacz: Uint8Array): Promise<Map<string, Uint8Array>> {
  const zip = await openZip(wacz)
  if (!zip.ok) throw new Error(zip.message)
  return zip.files
}

const json = (bytes: Uint8Array | undefined) => JSON.parse(Buffer.from(bytes ?? []).toString('utf8'))
const sha256 = (bytes: Uint8Array) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

async function recordsOf(wacz: Uint8Array) {
  const warc = (await filesOf(wacz)).get('archive/data.warc.gz')!
  const records: {
    type: string
    address: string
    http: string | null
    status: number
    body: Buffer
    headers: string
  }[] = []
  for await (const record of WARCParser.iterRecords([warc], { keepHeadersCase: true })) {
    const body = Buffer.from(await record.readFully(false))
    records.push({
      type: String(record.warcType),
      address: record.warcTargetURI ?? '',
      http: record.httpHeaders?.toString() ?? null,
      status: Number(record.httpHeaders?.statusCode ?? 0),
      body,
      headers: record.warcHeaders.toString(),
    })
  }
  return records
}

describe('a WACZ', () => {
  test('holds the page first, each exchange with its request, picture and text', async () => {
    const records = await recordsOf(await pack(sampleFetched()))
    expect(records.map(({ type, address }) => `${type} ${address}`.trim())).toEqual([
      'warcinfo',
      `response ${SAMPLE_URL}`,
      `request ${SAMPLE_URL}`,
      'response https://www.post.example/chart.png',
      'request https://www.post.example/chart.png',
      `resource urn:screenshot:${SAMPLE_URL}`,
      `resource urn:text:${SAMPLE_URL}`,
    ])
    expect(records.at(-1)!.body.toString('utf8')).toContain(
      'More than 140 billion tokens a day, the office says: 北境市.',
    )
    for (const { headers } of records) expect(headers).toMatch(/^WARC\/1\.1\r\n/)
    expect(records[1]!.headers).toContain('WARC-IP-Address: 192.0.2.7')
  })

  test('states about a body only what is true of it, and keeps repeated headers', async () => {
    const [, response] = await recordsOf(await pack(sampleFetched()))
    const body = sampleFetched().body
    expect(response!.body.equals(body)).toBe(true)
    expect(response!.http).not.toMatch(/^(?:transfer|content)-encoding:/im)
    expect(response!.http).toMatch(new RegExp(`^content-length: ${body.length}\\r?$`, 'im'))
    expect(response!.http!.match(/set-cookie: [ab]=/gi)).toHaveLength(2)
  })

  test('has an index that is sorted by bytes and points at every record it names', async () => {
    const wacz = await pack(sampleFetched())
    const files = await filesOf(wacz)
    const warc = Buffer.from(files.get('archive/data.warc.gz')!)
    const lines = Buffer.from(files.get('indexes/index.cdxj')!).toString('utf8').trimEnd().split('\n')
    expect(lines).toHaveLength(4)
    expect([...lines].sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)))).toEqual(
      lines,
    )
    for (const line of lines) {
      const [, timestamp, fields] = /^\S+ (\d{14}) (\{.*\})$/.exec(line)!
      const { offset, length, url, digest, status, filename, recordDigest } = JSON.parse(fields!)
      expect(timestamp).toBe('20260324083015')
      expect({ offset: typeof offset, length: typeof length, status }).toEqual({
        offset: 'number',
        length: 'number',
        status: 200,
      })
      expect(filename).toBe('data.warc.gz')
      const member = warc.subarray(offset, offset + length)
      expect(recordDigest).toBe(sha256(member))
      const record = gunzipSync(member).toString('latin1')
      expect(record).toContain(`WARC-Target-URI: ${url}\r\n`)
      expect(record).toContain(`WARC-Payload-Digest: ${digest}\r\n`)
    }
    expect(lines[1]).toMatch(/^example,post\)\/tokens\?a=1&b=2 /)
  })

  test('lists every file with digest and length, and seals the list', async () => {
    const files = await filesOf(
      await pack(sampleFetched(), [{ name: 'stet/attempts.json', bytes: Buffer.from('[]') }]),
    )
    const datapackage = json(files.get('datapackage.json'))
    expect(datapackage).toMatchObject({
      profile: 'data-package',
      wacz_version: '1.1.1',
      software: SOFTWARE,
      title: 'Northmark counts its tokens',
      description: `One page, ${SAMPLE_URL}, as received over HTTP at 2026-03-24T08:30:15.250Z.`,
      created: '2026-03-24T08:30:15.250Z',
      modified: '2026-03-24T08:30:15.250Z',
      mainPageUrl: SAMPLE_URL,
      mainPageDate: '2026-03-24T08:30:15.250Z',
    })
    const listed = new Map(datapackage.resources.map((one: { path: string }) => [one.path, one]))
    for (const [name, bytes] of files) {
      if (name.startsWith('datapackage')) continue
      expect(listed.get(name)).toMatchObject({ hash: sha256(bytes), bytes: bytes.length })
    }
    expect(listed.size).toBe(files.size - 2)
    expect(json(files.get('datapackage-digest.json'))).toEqual({
      path: 'datapackage.json',
      hash: sha256(files.get('datapackage.json')!),
    })
  })

  test('names its page with time, title and text', async () => {
    const files = await filesOf(await pack(sampleFetched()))
    const [header, page] = Buffer.from(files.get('pages/pages.jsonl')!)
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(header).toEqual({ format: 'json-pages-1.0', id: 'pages', title: 'All Pages' })
    expect(page).toMatchObject({
      url: SAMPLE_URL,
      ts: '2026-03-24T08:30:15.250Z',
      title: 'Northmark counts its tokens',
    })
    expect(page.text).toContain('140 billion')
  })

  test('is the same file, byte for byte, when the same capture is packed again', async () => {
    const first = await pack(sampleFetched())
    const second = await pack(sampleFetched())
    expect(Buffer.compare(first, second)).toBe(0)
  })

  test('does not depend on the time zone of the machine', async () => {
    const zone = process.env.TZ
    const packed: Uint8Array[] = []
    for (const timeZone of ['UTC', 'Pacific/Kiritimati', 'America/St_Johns']) {
      process.env.TZ = timeZone
      packed.push(await pack(sampleFetched()))
    }
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
    expect(Buffer.compare(packed[0]!, packed[1]!)).toBe(0)
    expect(Buffer.compare(packed[0]!, packed[2]!)).toBe(0)
  })

  test('of a file that a person brought holds that file as it came', async () => {
    const body = Buffer.from('%PDF-1.4 brought by hand')
    const fetched = sampleFetched({
      method: 'upload',
      custody: 'person',
      exchanges: [],
      body,
      mediaType: 'application/pdf',
      httpCharset: null,
      screenshot: null,
    })
    const wacz = await pack(fetched)
    expect((await recordsOf(wacz)).map(({ type, address }) => `${type} ${address}`.trim())).toEqual([
      'warcinfo',
      `resource ${SAMPLE_URL}`,
    ])
    expect(await readWacz(wacz)).toMatchObject({
      ok: true,
      body,
      mediaType: 'application/pdf',
      status: 200,
      mainUrl: SAMPLE_URL,
    })
  })

  test('of a rendered page keeps the answer of the site and the page as the browser built it', async () => {
    const dom = Buffer.from('<html><body>built by script</body></html>')
    const records = await recordsOf(await pack(sampleFetched({ method: 'rendered', body: dom })))
    expect(records.find(({ address }) => address === `urn:dom:${SAMPLE_URL}`)?.body.equals(dom)).toBe(true)
    expect(records[1]!.body.equals(sampleFetched().body)).toBe(true)
  })

  test('that came through another archive is found under that archive’s address', async () => {
    const wacz = await pack(
      sampleFetched({ finalUrl: 'https://elsewhere.example/original', method: 'wayback' }),
    )
    const files = await filesOf(wacz)
    expect(json(files.get('datapackage.json')).mainPageUrl).toBe(SAMPLE_URL)
    expect(json(files.get('stet/capture.json')).capture.finalUrl).toBe('https://elsewhere.example/original')
  })

  test('cannot be given a file that would pass for part of the standard or leave its folder', async () => {
    for (const name of [
      'archive/more.warc',
      'datapackage.json',
      '../up',
      'a//b',
      'stet/capture.json',
      '/root',
      'Name',
    ]) {
      await expect(pack(sampleFetched(), [{ name, bytes: new Uint8Array() }])).rejects.toThrow(/not a name/)
    }
  })

  test('forges no header from a line break inside a value', async () => {
    const exchange = {
      ...sampleFetched().exchanges[0]!,
      responseHeaders: [['X-Note', 'a\r\nSet-Cookie: evil=1']] as [string, string][],
    }
    const [, response] = await recordsOf(await pack(sampleFetched({ exchanges: [exchange] })))
    expect(response!.http).not.toMatch(/^set-cookie/im)
    expect(response!.status).toBe(200)
  })
})
