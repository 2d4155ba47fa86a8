import { execFileSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { captureWarc } from '#scrapers/archive/capture-warc.ts'
import { readPage } from '#scrapers/extract/read-page.ts'
import { rendered } from '#scrapers/fetch/rendered.ts'
import { type Browser, createBrowser } from '#scrapers/kit/browser.ts'
import { CHROMIUM } from '../../support/chromium.ts'

const policy = { allowLoopback: true, allowedPorts: 'any' as const, denyHosts: [] }
const strict = createBrowser({ executablePath: CHROMIUM, policy })
/** A browser that trusts the certificate made here; otherwise the one that is used. */
const trusting: Browser = {
  ...strict,
  visit: (task, signal) =>
    strict.visit(async (visit) => {
      const session = await visit.page.context().newCDPSession(visit.page)
      await session.send('Security.setIgnoreCertificateErrors', { ignore: true })
      return task(visit)
    }, signal),
}
const tools = { signal: new AbortController().signal, now: () => new Date() }

const folder = mkdtempSync(join(tmpdir(), 'stet-tls-'))
let server: Server
let base: string
let certificate: X509Certificate

beforeAll(async () => {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '30'],
      ...['-subj', '/O=Example Press/CN=news.localhost', '-addext', 'subjectAltName=DNS:news.localhost'],
      ...['-keyout', key, '-out', cert],
    ],
    { stdio: 'ignore' },
  )
  certificate = new X509Certificate(readFileSync(cert))
  server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, ({ url }, response) => {
    if (url === '/small.css') {
      response.writeHead(200, { 'content-type': 'text/css', 'content-length': '1' })
      response.end(' ')
      return
    }
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end('<!doctype html><link rel=stylesheet href=/small.css><p>secured')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `https://news.localhost:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  await strict.close()
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true })
})

describe.skipIf(CHROMIUM === null)('a page over a secure connection', () => {
  it('is kept with the certificate, version and cipher of every exchange, in the archive too', async () => {
    const { outcome } = await rendered({ browser: trusting, policy, settleMs: 700 }).run(
      { address: `${base}/` },
      tools,
    )
    if (outcome.ended !== 'done') throw new Error(outcome.message)
    const { value } = outcome
    const kept = {
      subject: 'O=Example Press, CN=news.localhost',
      issuer: 'O=Example Press, CN=news.localhost',
      validFrom: certificate.validFromDate.toISOString(),
      validTo: certificate.validToDate.toISOString(),
      sha256: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    }
    const secured = { version: 'TLS 1.3', cipher: expect.stringContaining('AES'), certificate: kept }
    expect(value.exchanges[0]?.connection).toEqual({
      protocol: 'http/1.1',
      secured: { ...secured, seenOn: 'origin' },
    })
    const style = value.exchanges.find(({ address }) => address.endsWith('.css'))
    expect(style?.connection?.secured).toEqual({ ...secured, seenOn: 'response' })
    expect(value.provenance).toMatchObject({
      connection: value.exchanges[0]?.connection,
      remoteAddress: '127.0.0.1',
    })

    const reading = await readPage({ ...value, url: value.finalUrl })
    const { warc } = await captureWarc(value, reading, 'Stet')
    const records = await recordsOf(warc)
    expect(records.get('response')).toMatch(/WARC-Protocol: http\/1\.1, tls\/1\.3\r\n/i)
    expect(records.get('response')).toContain(`"sha256":"${kept.sha256}"`)
    expect(records.get('resource')).toContain('urn:pdf:')
  })

  it('that nobody vouches for is not opened', async () => {
    const { outcome } = await rendered({ browser: strict, policy }).run({ address: `${base}/` }, tools)
    expect(outcome).toMatchObject({ ended: 'failed', reason: 'tls' })
  })
})

/** The headers of a WARC's records, all of one type in one text. */
async function recordsOf(warc: Uint8Array): Promise<Map<string, string>> {
  const { WARCParser } = await import('warcio')
  const { gunzipSync } = await import('node:zlib')
  const heads = new Map<string, string>()
  for await (const record of WARCParser.iterRecords([gunzipSync(warc)] as never)) {
    const type = record.warcType ?? ''
    heads.set(type, (heads.get(type) ?? '') + record.warcHeaders.toString())
    for await (const _ of record);
  }
  return heads
}
