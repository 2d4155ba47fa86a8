/** Takes one page, the main one unless told, out of a WACZ, ours or anybody's. */
import { brotliDecompressSync, createGunzip } from 'node:zlib'
import { WARCParser, type WARCRecord } from 'warcio'
import type { ArchivedPage, HeldPages, OpenedWacz } from '#scrapers/contract.ts'
import { openZip } from './open-zip.ts'

type Found = { status: number; location: string | null }

const MOST_BODY_BYTES = 100 * 1024 * 1024
const MOST_UNPACKED_BYTES = 1024 * 1024 * 1024
const MOST_REDIRECTS = 10
/** More pages than this nobody chooses from. */
const MOST_PAGES = 500
const MOST_TITLE_CHARACTERS = 300

/**
 * One page of the WACZ, with HTTP encodings undone: the one that `choose` names, or unless told the main one. The file is
 * hostile input: limits on entries, sizes and redirects hold, and whatever is wrong with it comes back as a message.
 * Never throws for a file.
 */
export async function readWacz(
  bytes: Uint8Array,
  choose: (held: HeldPages) => string | null = ({ main, pages }) => main ?? pages[0]?.address ?? null,
): Promise<OpenedWacz> {
  const zip = await openZip(bytes)
  if (!zip.ok) return zip
  try {
    const held = pagesOf(zip.files)
    if (held.main === null && held.pages.length === 0) return { ok: false, message: 'names no page' }
    const chosen = choose(held)
    if (chosen === null) return { ok: false, message: 'none of its pages is the one that is meant' }
    return await findPage(zip.files, chosen, held.pages)
  } catch (error) {
    return { ok: false, message: `unreadable: ${error instanceof Error ? error.message : String(error)}` }
  }
}

function pagesOf(files: Map<string, Uint8Array>): HeldPages {
  const datapackage = files.get('datapackage.json')
  const stated = datapackage ? jsonObject(textOf(datapackage)).mainPageUrl : undefined
  const pages: ArchivedPage[] = []
  for (const line of textOf(files.get('pages/pages.jsonl') ?? new Uint8Array()).split('\n')) {
    const { url, title, ts } = jsonObject(line)
    if (typeof url !== 'string' || pages.some(({ address }) => address === url)) continue
    const named = typeof title === 'string' ? title.slice(0, MOST_TITLE_CHARACTERS) : null
    pages.push({ address: url, title: named, at: typeof ts === 'string' ? ts.slice(0, 40) : null })
    if (pages.length === MOST_PAGES) break
  }
  return { main: typeof stated === 'string' && stated !== '' ? stated : null, pages }
}

async function findPage(
  files: Map<string, Uint8Array>,
  asked: string,
  pages: ArchivedPage[],
): Promise<OpenedWacz> {
  const warcs = [...files]
    .filter(([name]) => /^archive\/.*\.warc(?:\.gz)?$/.test(name))
    .map(([, warc]) => warc)
  const known = new Map<string, Found>()
  for (const warc of warcs) {
    for await (const record of pageRecords(warc)) {
      const address = addressKey(record.warcTargetURI ?? '')
      const answer = {
        status: statusOf(record),
        location: record.httpHeaders?.headers.get('location') ?? null,
      }
      if (!known.has(address) || known.get(address)!.status >= 300) known.set(address, answer)
    }
  }
  const address = afterRedirects(asked, known)
  const wanted = known.get(address)
  if (!wanted) return { ok: false, message: `holds no record of the page ${asked}` }
  for (const warc of warcs) {
    for await (const record of pageRecords(warc)) {
      if (addressKey(record.warcTargetURI ?? '') === address && statusOf(record) === wanted.status)
        return pageOf(record, pages)
    }
  }
  return { ok: false, message: `holds no record of the page ${asked}` }
}

function afterRedirects(start: string, known: Map<string, Found>): string {
  let address = addressKey(start)
  for (let hop = 0; hop < MOST_REDIRECTS; hop += 1) {
    const answer = known.get(address)
    if (!answer?.location || answer.status < 300 || answer.status > 399) break
    if (!URL.canParse(answer.location, address)) break
    address = addressKey(new URL(answer.location, address).href)
  }
  return address
}

async function pageOf(record: WARCRecord, pages: ArchivedPage[]): Promise<OpenedWacz> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of record.contentReader) {
    length += chunk.length
    if (length > MOST_BODY_BYTES)
      return { ok: false, message: `the page is larger than ${MOST_BODY_BYTES} bytes` }
    chunks.push(chunk)
  }
  const headers: [string, string][] = record.httpHeaders ? [...record.httpHeaders.headers] : []
  const encoding = headers.find(([name]) => name.toLowerCase() === 'content-encoding')?.[1]
  const content = Buffer.concat(chunks)
  // warcio undoes gzip and deflate, and hands Brotli on as it is.
  const body =
    encoding === 'br' ? brotliDecompressSync(content, { maxOutputLength: MOST_BODY_BYTES }) : content
  const contentType = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1]
  const capturedAt = new Date(record.warcDate ?? '')
  if (Number.isNaN(capturedAt.getTime()))
    return { ok: false, message: 'does not say when the page was captured' }
  return {
    ok: true,
    mainUrl: record.warcTargetURI ?? '',
    body,
    mediaType: contentType ?? record.warcContentType ?? '',
    status: statusOf(record),
    headers,
    capturedAt,
    pages,
  }
}

/** Responses and resources of one WARC, in order; requests, metadata and revisits carry no page. */
async function* pageRecords(warc: Uint8Array): AsyncGenerator<WARCRecord> {
  for await (const record of WARCParser.iterRecords(unpacked(warc))) {
    if (record.warcType === 'response' || record.warcType === 'resource') yield record
  }
}

/** The WARC's own bytes, decompressed within a limit of their own: records are compressed inside the ZIP's limit. */
export async function* unpacked(warc: Uint8Array): AsyncGenerator<Uint8Array> {
  if (warc[0] !== 0x1f || warc[1] !== 0x8b) {
    yield warc
    return
  }
  const gunzip = createGunzip()
  gunzip.end(warc)
  let length = 0
  for await (const chunk of gunzip) {
    length += (chunk as Buffer).length
    if (length > MOST_UNPACKED_BYTES) throw new Error(`more than ${MOST_UNPACKED_BYTES} bytes of records`)
    yield chunk as Buffer
  }
}

function statusOf(record: WARCRecord): number {
  return record.httpHeaders ? Number(record.httpHeaders.statusCode) || 0 : 200
}

export function addressKey(address: string): string {
  if (!URL.canParse(address)) return address
  const url = new URL(address)
  url.hash = ''
  return url.href
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

function jsonObject(source: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(source)
    return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
