/** Others read our archives: a reader that shares no code with the writer, warcio, Web Crypto as players use it, openssl. */
import { Readable } from 'node:stream'
import { beforeAll, describe, expect, test } from 'vitest'
import { CDXIndexer, WARCParser } from 'warcio'
import { createStamper } from '#scrapers/archive/stamper.ts'
import { verifyWacz } from '#scrapers/archive/verify-wacz.ts'
import { createWeb } from '#scrapers/kit/web.ts'
import { filesOf, recomputeAll, recordsOf } from '../../support/independent-wacz.ts'
import { HAS_OPENSSL, startTsa } from '../../support/tsa.ts'
import { SAMPLE_URL, sampleFetched, samplePacked, signer } from './sample-capture.ts'

let wacz: Uint8Array

beforeAll(async () => {
  ;({ wacz } = await samplePacked())
})

const sealOf = (bytes: Uint8Array) => JSON.parse(filesOf(bytes).get('datapackage-digest.json')!.toString())

describe('a reader that shares no code with the writer', () => {
  test('finds every stated digest, length and address to be so', () => {
    const found = recomputeAll(wacz)
    expect(found.length).toBeGreaterThan(30)
    for (const { what, stated, found: real } of found) expect(`${what} ${stated}`).toBe(`${what} ${real}`)
  })

  test('finds the body as it is, with no word of how it was sent', () => {
    const response = recordsOf(wacz).find(({ type, url }) => type === 'response' && url === SAMPLE_URL)!
    expect(response.body.equals(sampleFetched().body)).toBe(true)
    expect(response.httpHeader).not.toMatch(/^transfer-encoding:/im)
    expect(response.httpHeader).not.toMatch(/^content-encoding:/im)
    expect(response.httpHeader).toMatch(/^x-orig-transfer-encoding: chunked\r$/im)
    expect(response.httpHeader).toMatch(/^x-orig-content-encoding: gzip\r$/im)
    expect(response.httpHeader.match(/^content-length:/gim)).toHaveLength(1)
  })
})

describe('warcio', () => {
  test('indexes the WARC at the places and with the digests that our index states', async () => {
    const warc = filesOf(wacz).get('archive/data.warc.gz')!
    const lines = filesOf(wacz).get('indexes/index.cdxj')!.toString().trimEnd().split('\n')
    const ours = new Map(
      lines.map((line) => {
        const entry = JSON.parse(line.slice(line.indexOf(' {') + 1))
        return [`${entry.offset}`, { ...entry, key: line.split(' ')[0], at: line.split(' ')[1] }]
      }),
    )
    const indexer = new CDXIndexer({ format: 'cdxj', noSurt: false })
    let seen = 0
    for await (const entry of indexer.iterIndex([
      { reader: Readable.from([warc]), filename: 'data.warc.gz' },
    ])) {
      const own = ours.get(String(entry.offset))
      expect(own, entry.url).toBeDefined()
      expect({
        key: entry.urlkey,
        at: entry.timestamp,
        url: entry.url,
        mime: entry.mime?.split(';')[0],
        length: Number(entry.length),
        digest: String(entry.digest).replace(/^sha256:/, ''),
      }).toEqual({
        key: own.key,
        at: own.at,
        url: own.url,
        mime: own.mime,
        length: own.length,
        digest: own.digest.replace(/^sha256:/, ''),
      })
      seen += 1
    }
    expect(seen).toBeGreaterThanOrEqual(2)
  })

  test('reads every record to its end and finds the payload that its digest names', async () => {
    const warc = filesOf(wacz).get('archive/data.warc.gz')!
    let read = 0
    for await (const record of WARCParser.iterRecords([warc])) {
      const body = Buffer.from(await record.readFully(false))
      const digest = await crypto.subtle.digest('SHA-256', body)
      expect(record.warcPayloadDigest).toBe(`sha256:${Buffer.from(digest).toString('hex')}`)
      read += 1
    }
    expect(read).toBe(recordsOf(wacz).length)
  })
})

describe('the seal', () => {
  test('has the signature that players check with Web Crypto', async () => {
    const seal = sealOf(wacz)
    const { hash, signature, publicKey, created, software } = seal.signedData
    expect(Object.keys(seal.signedData).sort()).toEqual([
      'created',
      'hash',
      'publicKey',
      'signature',
      'software',
    ])
    expect({ hash, created, software }).toEqual({
      hash: seal.hash,
      created: '2026-03-24T08:30:15.250Z',
      software: 'Stet 0.1.0',
    })
    const curve = { name: 'ECDSA', namedCurve: 'P-384' }
    const key = await crypto.subtle.importKey('spki', Buffer.from(publicKey, 'base64'), curve, true, [
      'verify',
    ])
    const valid = (text: string) =>
      crypto.subtle.verify(
        { name: 'ECDSA', hash: 'SHA-256' },
        key,
        Buffer.from(signature, 'base64'),
        new TextEncoder().encode(text),
      )
    expect(await valid(hash)).toBe(true)
    expect(await valid(hash.replace(/.$/, '0').replace(/.$/, '1'))).toBe(false)
    expect(Buffer.from(signature, 'base64')).toHaveLength(96)
  })

  test('tells verification who signed, and refuses another key than the expected one', async () => {
    const { signature } = await verifyWacz(wacz, { keys: [signer.fingerprint] })
    expect(signature).toMatchObject({ state: 'valid', fingerprint: signer.fingerprint })
    expect((await verifyWacz(wacz, { keys: ['0'.repeat(64)] })).problems).toEqual([
      { file: 'datapackage-digest.json', problem: 'is not signed with the key that was expected' },
    ])
  })
})

const loopbackWeb = () =>
  createWeb({
    policy: { allowLoopback: true, allowedPorts: 'any', denyHosts: [], trustedHosts: ['127.0.0.1'] },
    userAgent: 'Stet test',
  })

describe.skipIf(!HAS_OPENSSL)('the timestamp', () => {
  test('lies beside the signature, and openssl accepts it for datapackage.json', async () => {
    const tsa = await startTsa()
    const stamper = createStamper({ web: loopbackWeb(), address: tsa.address, trustedPem: tsa.caPem })
    const packed = await samplePacked(stamper)
    expect(packed.seal.timestamp).toMatchObject({ state: 'stamped', authority: 'Test Authority' })
    const { timestamp } = sealOf(packed.wacz)
    const token = Buffer.from(timestamp.token, 'base64')
    expect(tsa.opensslAccepts(token, filesOf(packed.wacz).get('datapackage.json')!)).toBe(true)
    expect(await verifyWacz(packed.wacz, { trustedPem: tsa.caPem })).toMatchObject({
      ok: true,
      timestamp: { state: 'valid', time: timestamp.time, authority: 'Test Authority', trusted: true },
    })
    expect(await verifyWacz(packed.wacz)).toMatchObject({ ok: true, timestamp: { trusted: null } })
    for (const { what, stated, found } of recomputeAll(packed.wacz))
      expect(`${what} ${stated}`).toBe(`${what} ${found}`)

    const other = await startTsa()
    expect(await verifyWacz(packed.wacz, { trustedPem: other.caPem })).toMatchObject({
      ok: false,
      timestamp: { trusted: false },
    })
    await Promise.all([tsa.close(), other.close()])
  })
})

test('an authority that is down costs the timestamp, never the capture, and that is on record', async () => {
  const stamper = createStamper({ web: loopbackWeb(), address: 'http://127.0.0.1:9/tsr', trustedPem: null })
  const packed = await samplePacked(stamper)
  expect(packed.seal).toMatchObject({
    signedBy: signer.fingerprint,
    timestamp: { state: 'not_stamped', authority: 'http://127.0.0.1:9/tsr', reason: 'connect' },
  })
  expect(sealOf(packed.wacz).timestamp).toMatchObject({ state: 'not_stamped', reason: 'connect' })
  expect(await verifyWacz(packed.wacz)).toMatchObject({
    ok: true,
    timestamp: { state: 'not_stamped', message: expect.stringContaining('could not be asked') },
  })
})
