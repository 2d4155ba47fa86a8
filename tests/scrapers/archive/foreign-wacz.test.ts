/** Archives of other tools: read, verified, and honest about the bytes that nothing in them covers. */
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { readWacz } from '#scrapers/archive/read-wacz.ts'
import { verifyWacz } from '#scrapers/archive/verify-wacz.ts'

const sha256 = (bytes: Uint8Array) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`
const sha1 = (bytes: Uint8Array) => `sha1:${createHash('sha1').update(bytes).digest('hex')}`
const url = 'https://post.example/'
const body = Buffer.from('7\r\nthe pag\r\n1\r\ne\r\n0\r\n\r\n')
const page = Buffer.from('the page')

type Made = { payloadDigest?: string; stored?: boolean }

/** One response, as some tools write it: chunks kept, WARC/1.0, digests of SHA-1 or over the body put together. */
function filesOfOther({ payloadDigest = sha1(body), stored = true }: Made = {}) {
  const http = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n'
  const block = Buffer.concat([Buffer.from(http), body])
  const head =
    `WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: ${url}\r\n` +
    `WARC-Date: 2026-03-24T08:00:00Z\r\nWARC-Payload-Digest: ${payloadDigest}\r\n` +
    `Content-Type: application/http; msgtype=response\r\nContent-Length: ${block.length}\r\n\r\n`
  const record = Buffer.concat([Buffer.from(head), block, Buffer.from('\r\n\r\n')])
  const warc = stored ? gzipSync(record) : record
  const filename = stored ? 'rec.warc.gz' : 'rec.warc'
  const cdxj = `example,post)/ 20260324080000 ${JSON.stringify({
    ...{ url, mime: 'text/html', status: '200', digest: payloadDigest, filename },
    ...{ offset: '0', length: String(warc.length) },
  })}\n`
  const files: [string, Buffer][] = [
    [`archive/${filename}`, warc],
    ['indexes/index.cdx.gz', gzipSync(`!meta 0 {"format":"cdxj-gzip-1.0"}\n${cdxj}`)],
    [
      'pages/pages.jsonl',
      Buffer.from(`{"format":"json-pages-1.0"}\n{"url":"${url}","ts":"2026-03-24T08:00:00Z"}\n`),
    ],
  ]
  const resources = files.map(([path, bytes]) => ({
    ...{ name: path.split('/')[1], path, hash: sha256(bytes), bytes: bytes.length },
  }))
  const datapackage = Buffer.from(
    JSON.stringify({ profile: 'data-package', software: 'other 1.0', wacz_version: '1.1.1', resources }),
  )
  return [
    ...files,
    ['datapackage.json', datapackage],
    [
      'datapackage-digest.json',
      Buffer.from(JSON.stringify({ path: 'datapackage.json', hash: sha256(datapackage) })),
    ],
  ] as [string, Buffer][]
}

type Container = { zip64?: boolean; streamed?: boolean; compress?: boolean; comment?: string }

async function container(files: [string, Buffer][], how: Container = {}): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, bytes] of files) {
    const options = {
      compress: how.compress === true && !/\.gz$/.test(name),
      forceZip64Format: how.zip64 === true,
    }
    if (how.streamed) zip.addReadStream(Readable.from([bytes]), name, options)
    else zip.addBuffer(bytes, name, options)
  }
  zip.end({ forceZip64Format: how.zip64 === true, comment: how.comment ?? '' })
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

describe('an archive of another tool', () => {
  test.each<[string, Container, Made]>([
    ['as it is', {}, {}],
    ['in ZIP64', { zip64: true }, {}],
    ['streamed, with sizes after the content', { streamed: true }, {}],
    ['streamed and compressed', { streamed: true, compress: true }, {}],
    ['streamed in ZIP64', { streamed: true, zip64: true }, {}],
    ['with a comment', { comment: 'made elsewhere' }, {}],
    ['with an uncompressed WARC', {}, { stored: false }],
    ['with digests of bodies put together', {}, { payloadDigest: sha256(page) }],
  ])('%s is verified and read', async (_what, how, made) => {
    const wacz = await container(filesOfOther(made), how)
    expect(await verifyWacz(wacz)).toMatchObject({ ok: true, problems: [], signature: { state: 'none' } })
    const read = await readWacz(wacz)
    expect(read.ok && Buffer.from(read.body).toString()).toBe('the page')
  })

  test.each<[string, Container]>([
    ['plain', {}],
    ['ZIP64', { zip64: true }],
    ['streamed ZIP64', { streamed: true, zip64: true, compress: true }],
  ])('hides no more changed bytes than verification says that nothing covers (%s)', async (_what, how) => {
    const wacz = await container(filesOfOther(), how)
    const { notes } = await verifyWacz(wacz)
    const uncovered = Number(/^(\d+) bytes of headers/.exec(notes[0]?.problem ?? '')?.[1] ?? 0)
    expect(uncovered).toBeLessThan(wacz.length / 10)
    let unnoticed = 0
    for (let at = 0; at < wacz.length; at += 1) {
      const copy = Buffer.from(wacz)
      copy[at]! ^= 0x80
      if ((await verifyWacz(copy)).ok) unnoticed += 1
    }
    expect(unnoticed).toBeLessThanOrEqual(uncovered)
  })

  test('with a file twice, bytes in front, behind or between is named', async () => {
    const files = filesOfOther()
    const twice = await container([...files, files[0]!])
    expect((await verifyWacz(twice)).problems).toContainEqual({
      file: 'archive/rec.warc.gz',
      problem: 'is there twice',
    })
    const wacz = await container(files)
    for (const other of [Buffer.concat([wacz, Buffer.from('x')]), Buffer.concat([Buffer.from('x'), wacz])])
      expect((await verifyWacz(other)).problems.map(({ file }) => file)).toContain('(zip)')
  })

  test('whose digests, status or pages do not fit each other is named', async () => {
    const changed = (name: string, from: string, to: string) =>
      container(
        filesOfOther({ stored: false }).map(([path, bytes]) => [
          path,
          path === name ? Buffer.from(bytes.toString('latin1').replace(from, to), 'latin1') : bytes,
        ]),
      )
    const page = await verifyWacz(await changed('archive/rec.warc', 'the pag', 'the bag'))
    expect(page.problems.map(({ problem }) => problem)).toEqual([
      'does not match its digest in datapackage.json',
      'record at byte 0: payload does not match its digest',
      'line 1: the payload does not match the digest',
    ])
    const pages = await verifyWacz(await changed('pages/pages.jsonl', url, 'https://other.example/'))
    expect(pages.notes.map(({ problem }) => problem)).toContain(
      'line 2: the page https://other.example/ is not in the index',
    )
  })
})
