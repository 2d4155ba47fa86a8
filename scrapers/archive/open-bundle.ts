/** Opens a WACZ so that a page can be played back from it: every recorded answer, by method and address. */
import { brotliDecompressSync } from 'node:zlib'
import { WARCParser, type WARCRecord } from 'warcio'
import type { ArchivedAnswer, OpenedBundle } from '#scrapers/contract.ts'
import { openZip } from './open-zip.ts'
import { addressKey, readWacz, unpacked } from './read-wacz.ts'

/** Held in memory while a page is played back; what is beyond counts as not in the archive. */
const MOST_BODIES_BYTES = 256 * 1024 * 1024
const MOST_REDIRECTS = 10
/** Query values that a script makes up anew each time: clock readings and random numbers. */
const MADE_UP = /^(?:\d{10,20}|0\.\d{6,20})$/

type Recorded = { id: string; concurrentTo: string; address: string; answer: ArchivedAnswer }

/** The page named `pageUrl` where the archive lists it, otherwise its main page. Never throws for a file. */
export async function openBundle(bytes: Uint8Array, pageUrl: string): Promise<OpenedBundle> {
  const page = await readWacz(
    bytes,
    ({ main, pages }) =>
      pages.find(({ address }) => address === pageUrl)?.address ?? main ?? pages[0]?.address ?? null,
  )
  if (!page.ok) return page
  const zip = await openZip(bytes)
  if (!zip.ok) return zip
  try {
    const answers = await answersOf(zip.files)
    return { ok: true, page, answer: (method, address) => take(answers, method, address) }
  } catch (error) {
    return { ok: false, message: `unreadable: ${error instanceof Error ? error.message : String(error)}` }
  }
}

type Answers = Map<string, { list: ArchivedAnswer[]; given: number }>

const keyOf = (method: string, address: string) => `${method} ${addressKey(address)}`

async function answersOf(files: Map<string, Uint8Array>): Promise<Answers> {
  const recorded: Recorded[] = []
  const methods = new Map<string, string>()
  let heldBytes = 0
  for (const [name, warc] of files) {
    if (!/^archive\/.*\.warc(?:\.gz)?$/.test(name)) continue
    for await (const record of WARCParser.iterRecords(unpacked(warc))) {
      const id = record.warcHeader('WARC-Record-ID') ?? ''
      const concurrentTo = record.warcHeader('WARC-Concurrent-To') ?? ''
      if (record.warcType === 'request') {
        const method = record.httpHeaders?.statusline.split(' ')[0] ?? 'GET'
        methods.set(id, method).set(concurrentTo, method)
      }
      if (record.warcType !== 'response' && record.warcType !== 'resource') continue
      const body = await bodyOf(record, MOST_BODIES_BYTES - heldBytes)
      if (body === null) continue
      heldBytes += body.byteLength
      const answer = { status: statusOf(record), headers: headersOf(record), body }
      recorded.push({ id, concurrentTo, address: record.warcTargetURI ?? '', answer })
    }
  }
  const answers: Answers = new Map()
  for (const { id, concurrentTo, address, answer } of recorded) {
    const method = methods.get(id) ?? methods.get(concurrentTo) ?? 'GET'
    for (const key of new Set([keyOf(method, address), keyOf(method, withoutMadeUp(address))])) {
      const known = answers.get(key)
      if (known) known.list.push(answer)
      else answers.set(key, { list: [answer], given: 0 })
    }
  }
  return answers
}

/** Follows recorded redirects: a browser does not ask again for the target of one that is answered for it. */
function take(answers: Answers, method: string, address: string): ArchivedAnswer | null {
  let at = address
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const asked = hop === 0 ? method : 'GET'
    const found = answers.get(keyOf(asked, at)) ?? answers.get(keyOf(asked, withoutMadeUp(at)))
    if (!found) return null
    const answer = found.list[Math.min(found.given, found.list.length - 1)]!
    found.given += 1
    const location = answer.headers.find(([name]) => name.toLowerCase() === 'location')?.[1]
    if (!location || answer.status < 300 || answer.status > 399) return answer
    if (!URL.canParse(location, at)) return null
    at = new URL(location, at).href
  }
  return null
}

function withoutMadeUp(address: string): string {
  if (!URL.canParse(address)) return address
  const url = new URL(address)
  for (const [name, value] of [...url.searchParams]) if (MADE_UP.test(value)) url.searchParams.delete(name)
  return url.href
}

async function bodyOf(record: WARCRecord, mostBytes: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of record.contentReader) {
    length += chunk.length
    if (length <= mostBytes) chunks.push(chunk)
  }
  if (length > mostBytes) return null
  const content = Buffer.concat(chunks)
  // warcio undoes gzip and deflate, and hands Brotli on as it is.
  const isBrotli = record.httpHeaders?.headers.get('content-encoding') === 'br'
  return isBrotli ? brotliDecompressSync(content, { maxOutputLength: Math.max(1, mostBytes) }) : content
}

function headersOf(record: WARCRecord): [string, string][] {
  if (record.httpHeaders) return [...record.httpHeaders.headers]
  return record.warcContentType ? [['content-type', record.warcContentType]] : []
}

function statusOf(record: WARCRecord): number {
  return record.httpHeaders ? Number(record.httpHeaders.statusCode) || 0 : 200
}
