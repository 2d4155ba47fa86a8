/** Packs one capture into a WACZ 1.1.1 file that any replay tool opens and anyone can check. */
import type { Fetched, Packed, PageReading } from '#scrapers/contract.ts'
import { captureWarc, pageAddress, WARC_NAME } from './capture-warc.ts'
import { sha256Digest, sha256Hex } from './digest.ts'
import { type Sealing, sealDatapackage } from './seal.ts'
import { writeZip, type ZipInput } from './write-zip.ts'

export type WaczInput = {
  fetched: Fetched
  reading: PageReading
  /** name and version of the writing software, as the file will state it */
  software: string
  /** further files; kept outside the folders that WACZ reserves */
  extras?: ZipInput[]
  /** what to sign and date the file with; null leaves it unsigned */
  sealing?: Sealing | null
}

const RESERVED = /^(?:archive|indexes|pages)\/|^datapackage|^stet\/capture\.json$/
const SAFE_NAME = /^[a-z0-9][a-z0-9._-]*(?:\/[a-z0-9][a-z0-9._-]*)*$/

/**
 * The WACZ (webrecorder specs, WACZ 1.1.1; CDXJ 0.1.0). The same input gives the same bytes: no clock, no random
 * identifiers, outside the signature and the timestamp. A WACZ that a person brought is kept as it came and does not pass
 * through here. Throws for an extra whose name is unsafe or reserved, which only a mistake of ours can cause.
 */
export async function writeWacz(input: WaczInput): Promise<Packed> {
  const { fetched, reading, software, extras = [], sealing = null } = input
  for (const { name } of extras) {
    if (RESERVED.test(name) || !SAFE_NAME.test(name))
      throw new Error(`not a name for a file inside a WACZ: ${name}`)
  }
  const { warc, cdxj } = await captureWarc(fetched, reading, software)
  const files: ZipInput[] = [
    { name: `archive/${WARC_NAME}`, bytes: warc },
    { name: 'indexes/index.cdxj', bytes: Buffer.from(cdxj) },
    { name: 'pages/pages.jsonl', bytes: Buffer.from(pagesOf(fetched, reading)) },
    { name: 'stet/capture.json', bytes: jsonBytes(captureNotes(fetched, reading)) },
    ...extras,
  ]
  const datapackage = jsonBytes(datapackageOf(input, files))
  const { seal, notes } = await sealDatapackage(datapackage, software, sealing)
  const wacz = writeZip(
    [
      ...files,
      { name: 'datapackage.json', bytes: datapackage },
      { name: 'datapackage-digest.json', bytes: jsonBytes(seal) },
    ],
    fetched.capturedAt,
  )
  return { wacz, seal: notes }
}

function pagesOf(fetched: Fetched, reading: PageReading): string {
  const url = pageAddress(fetched)
  const header = { format: 'json-pages-1.0', id: 'pages', title: 'All Pages' }
  const page = {
    id: sha256Hex(`${url}\n${fetched.capturedAt.toISOString()}`).slice(0, 32),
    url,
    ts: fetched.capturedAt.toISOString(),
    title: reading.title ?? url,
    text: reading.text,
  }
  return `${JSON.stringify(header)}\n${JSON.stringify(page)}\n`
}

/** What a later reader must know about the way these bytes came in, and how they were read. */
function captureNotes(fetched: Fetched, reading: PageReading): unknown {
  const { method, custody, finalUrl, hops, status, httpCharset, mediaType, provenance } = fetched
  const { contentClass, signals, charset, charsetFrom, replacementCharacters } = reading
  const capturedAt = fetched.capturedAt.toISOString()
  const capture = { method, custody, capturedAt, finalUrl, status, mediaType, httpCharset, hops, provenance }
  return { capture, reading: { contentClass, signals, charset, charsetFrom, replacementCharacters } }
}

const WAYS: Record<Fetched['method'], string> = {
  plain: 'received over HTTP',
  rendered: 'built by a browser',
  wayback: 'kept by another archive and received',
  upload: 'brought by a person',
}

function datapackageOf({ fetched, reading, software }: WaczInput, files: ZipInput[]): unknown {
  const capturedAt = fetched.capturedAt.toISOString()
  return {
    profile: 'data-package',
    wacz_version: '1.1.1',
    title: reading.title ?? fetched.finalUrl,
    description: `One page, ${fetched.finalUrl}, as ${WAYS[fetched.method]} at ${capturedAt}.`,
    software,
    created: capturedAt,
    modified: capturedAt,
    mainPageUrl: pageAddress(fetched),
    mainPageDate: capturedAt,
    resources: files.map(({ name, bytes }) => ({
      name: name.slice(name.lastIndexOf('/') + 1).toLowerCase(),
      path: name,
      hash: sha256Digest(bytes),
      bytes: bytes.length,
    })),
  }
}

function jsonBytes(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`)
}
