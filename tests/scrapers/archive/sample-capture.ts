/** A capture as a fetch step would bring it home, for the tests of the archive. */
import { generateKeyPairSync } from 'node:crypto'
import { createSigner } from '#scrapers/archive/signer.ts'
import type { Stamper } from '#scrapers/archive/stamper.ts'
import { writeWacz } from '#scrapers/archive/write-wacz.ts'
import type { Fetched, Packed, PageReading } from '#scrapers/contract.ts'
import { readPage } from '#scrapers/extract/read-page.ts'

const page = Buffer.from(
  '<!doctype html><html lang="en"><head><title>Northmark counts its tokens</title></head><body>' +
    '<h1>Northmark counts its tokens</h1><p>More than 140 billion tokens a day, the office says: 北境市.</p>' +
    '<img src="/chart.png"></body></html>',
)
const picture = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010806000000', 'hex')
const at = new Date('2026-03-24T08:30:15.250Z')

export const SAMPLE_URL = 'https://www.post.example/Tokens?b=2&a=1'
export const SOFTWARE = 'Stet 0.1.0'

export function sampleFetched(over: Partial<Fetched> = {}): Fetched {
  const headers: [string, string][] = [
    ['Content-Type', 'text/html; charset=utf-8'],
    ['Set-Cookie', 'a=1; Path=/'],
    ['Set-Cookie', 'b=2; Path=/'],
    ['Transfer-Encoding', 'chunked'],
    ['Content-Encoding', 'gzip'],
    ['Content-Length', '77'],
  ]
  return {
    method: 'plain',
    custody: 'machine',
    finalUrl: SAMPLE_URL,
    hops: [],
    capturedAt: at,
    body: page,
    mediaType: 'text/html; charset=utf-8',
    httpCharset: 'utf-8',
    status: 200,
    responseHeaders: headers,
    exchanges: [
      {
        address: SAMPLE_URL,
        method: 'GET',
        requestHeaders: [['User-Agent', SOFTWARE]],
        status: 200,
        statusText: 'OK',
        responseHeaders: headers,
        body: page,
        at,
        remoteAddress: '192.0.2.7',
      },
      {
        address: 'https://www.post.example/chart.png',
        method: 'GET',
        requestHeaders: [],
        status: 200,
        statusText: 'OK',
        responseHeaders: [['Content-Type', 'image/png']],
        body: picture,
        at: new Date(at.getTime() + 40),
        remoteAddress: null,
      },
    ],
    screenshot: picture,
    renderedText: null,
    broughtWacz: null,
    provenance: { client: 'undici 7', timeoutMs: 30_000 },
    ...over,
  }
}

export function sampleReading(fetched: Fetched): Promise<PageReading> {
  return readPage({ ...fetched, url: fetched.finalUrl })
}

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'secp384r1' })

/** Signs with a key that lives as long as the test file. */
export const signer = createSigner(String(privateKey.export({ type: 'pkcs8', format: 'pem' })))

/** The sample as the registry packs it: signed, and dated where there is a stamper. */
export async function samplePacked(
  stamper: Stamper | null = null,
  fetched = sampleFetched(),
): Promise<Packed> {
  return writeWacz({
    fetched,
    reading: await sampleReading(fetched),
    software: SOFTWARE,
    sealing: { signer, stamper, signal: new AbortController().signal, now: () => at },
  })
}
