/** How a page fetched without a browser travelled: seen on the socket, kept with the exchange and written into the archive. */
import { execFileSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { captureWarc } from '#scrapers/archive/capture-warc.ts'
import { readPage } from '#scrapers/extract/read-page.ts'
import { plain } from '#scrapers/fetch/plain.ts'
import { createPoliteness } from '#scrapers/kit/politeness.ts'
import { createWeb } from '#scrapers/kit/web.ts'
import { send, startWeb } from '../../support/web.ts'

const step = plain({
  web: createWeb({
    policy: { allowLoopback: true, allowedPorts: 'any', denyHosts: [] },
    userAgent: 'StetTest/1.0',
    resolve: async () => ['127.0.0.1'],
  }),
  politeness: createPoliteness({ intervalMs: 0 }),
})
const tools = { signal: new AbortController().signal, now: () => new Date() }
const trusted = getCACertificates('default')

let server: Server
let base: string
let certificate: X509Certificate

beforeAll(async () => {
  const pem = execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '30'],
      ...['-subj', '/O=Example Press/CN=news.localhost', '-addext', 'subjectAltName=DNS:news.localhost'],
      ...['-keyout', '-', '-out', '-'],
    ],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  ).toString()
  certificate = new X509Certificate(pem.slice(pem.indexOf('-----BEGIN CERTIFICATE')))
  setDefaultCACertificates([...trusted, certificate.toString()])
  server = createServer({ key: pem, cert: pem }, ({ url }, response) => {
    if (url === '/old') return void response.writeHead(301, { location: '/new' }).end()
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end('<!doctype html><p>secured')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `https://news.localhost:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  setDefaultCACertificates(trusted)
  server.closeAllConnections()
  server.close()
})

it('a secured page and its redirect are kept with version, cipher and certificate, in the archive too', async () => {
  const { outcome, facts } = await step.run({ address: `${base}/old` }, tools)
  if (outcome.ended !== 'done') throw new Error(outcome.message)
  const connection = {
    protocol: 'http/1.1',
    secured: {
      version: 'TLS 1.3',
      cipher: expect.stringMatching(/TLS_\w+_SHA\d+$/),
      seenOn: 'response',
      certificate: {
        subject: 'O=Example Press, CN=news.localhost',
        issuer: 'O=Example Press, CN=news.localhost',
        validFrom: certificate.validFromDate.toISOString(),
        validTo: certificate.validToDate.toISOString(),
        sha256: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
      },
    },
  }
  const { value } = outcome
  expect(value.exchanges.map((each) => each.connection)).toEqual([connection, connection])
  expect(value.provenance).toMatchObject({ connection })
  expect(facts.detail).toMatchObject({ connection })

  const reading = await readPage({ ...value, url: value.finalUrl })
  const { warc } = await captureWarc(value, reading, 'Stet')
  const records = gunzipSync(warc).toString('latin1')
  expect(records).toMatch(/WARC-Protocol: http\/1\.1, tls\/1\.3\r\n/i)
  expect(records).toContain(`"sha256":"${connection.secured.certificate.sha256}"`)
})

it('a page that was not secured says so', async () => {
  const web = await startWeb((_, response) => send(response, 200, '<p>open'))
  const { facts } = await step.run({ address: web.url }, tools)
  await web.close()
  expect(facts.detail).toMatchObject({ connection: { protocol: 'http/1.1', secured: null } })
})
