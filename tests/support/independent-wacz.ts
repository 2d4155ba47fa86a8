/** A second reader of WACZ files for tests, written from the standards alone: it shares no code with what writes or verifies. */
import { createHash } from 'node:crypto'
import { gunzipSync, inflateRawSync } from 'node:zlib'

/** A stretch of the file: what it is, and whose. Together the regions cover every byte once. */
export type Region = {
  kind: 'header' | 'content' | 'directory' | 'end'
  name: string
  start: number
  end: number
}

type Entry = { name: string; content: Buffer; headerAt: number; contentAt: number; contentEnd: number }

export type Recomputed = { what: string; stated: string; found: string }

export type IndependentRecord = {
  url: string | undefined
  type: string | undefined
  httpHeader: string
  body: Buffer
}

const sha256 = (bytes: Uint8Array) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

function entriesOf(bytes: Uint8Array): { entries: Entry[]; directory: Region[]; directoryAt: number } {
  const zip = Buffer.from(bytes)
  const endAt = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  const view = new DataView(zip.buffer, zip.byteOffset, zip.length)
  const u16 = (at: number) => view.getUint16(at, true)
  const u32 = (at: number) => view.getUint32(at, true)
  const directoryAt = u32(endAt + 16)
  const entries: Entry[] = []
  const directory: Region[] = []
  let at = directoryAt
  while (at < endAt) {
    const name = zip.toString('utf8', at + 46, at + 46 + u16(at + 28))
    const next = at + 46 + u16(at + 28) + u16(at + 30) + u16(at + 32)
    const headerAt = u32(at + 42)
    const contentAt = headerAt + 30 + u16(headerAt + 26) + u16(headerAt + 28)
    const contentEnd = contentAt + u32(at + 20)
    const stored = zip.subarray(contentAt, contentEnd)
    const content = u16(at + 10) === 8 ? inflateRawSync(stored) : stored
    entries.push({ name, content, headerAt, contentAt, contentEnd })
    directory.push({ kind: 'directory', name, start: at, end: next })
    at = next
  }
  directory.push({ kind: 'end', name: '(zip)', start: endAt, end: zip.length })
  return { entries, directory, directoryAt }
}

export function regionsOf(bytes: Uint8Array): Region[] {
  const { entries, directory } = entriesOf(bytes)
  return [
    ...entries.flatMap(({ name, headerAt, contentAt, contentEnd }): Region[] => [
      { kind: 'header', name, start: headerAt, end: contentAt },
      { kind: 'content', name, start: contentAt, end: contentEnd },
    ]),
    ...directory,
  ]
}

export function filesOf(bytes: Uint8Array): Map<string, Buffer> {
  return new Map(entriesOf(bytes).entries.map(({ name, content }) => [name, content]))
}

/** Every digest that datapackage.json, datapackage-digest.json, the CDXJ and the records state, beside what it really is. */
export function recomputeAll(bytes: Uint8Array): Recomputed[] {
  const files = filesOf(bytes)
  const datapackage = files.get('datapackage.json')!
  const found: Recomputed[] = []
  for (const { path, hash, bytes: length } of JSON.parse(datapackage.toString()).resources) {
    const content = files.get(path)!
    found.push({ what: path, stated: hash, found: sha256(content) })
    found.push({ what: `length of ${path}`, stated: String(length), found: String(content.length) })
  }
  const seal = JSON.parse(files.get('datapackage-digest.json')!.toString())
  found.push({ what: 'datapackage.json', stated: seal.hash, found: sha256(datapackage) })
  for (const line of files.get('indexes/index.cdxj')!.toString().trimEnd().split('\n')) {
    const entry = JSON.parse(line.slice(line.indexOf(' {') + 1))
    const member = files.get(`archive/${entry.filename}`)!.subarray(entry.offset, entry.offset + entry.length)
    const record = readRecord(gunzipSync(member))
    found.push({ what: `record of ${line}`, stated: entry.recordDigest, found: sha256(member) })
    found.push({ what: `payload of ${line}`, stated: entry.digest, found: sha256(record.body) })
    found.push({ what: `address of ${line}`, stated: entry.url, found: record.url ?? '' })
  }
  for (const { header, block, body } of warcOf(files.get('archive/data.warc.gz')!)) {
    const stated = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(header)?.[1]?.trim() ?? ''
    found.push({ what: `block of ${header}`, stated: stated('WARC-Block-Digest'), found: sha256(block) })
    found.push({ what: `payload of ${header}`, stated: stated('WARC-Payload-Digest'), found: sha256(body) })
  }
  return found
}

/** All records of the WARC, in order, taken apart at their blank lines. */
export function recordsOf(bytes: Uint8Array): IndependentRecord[] {
  return warcOf(filesOf(bytes).get('archive/data.warc.gz')!)
}

function warcOf(warc: Buffer) {
  // gunzip joins the members, as any tool that knows nothing of WARC would.
  let rest = gunzipSync(warc)
  const records: ReturnType<typeof readRecord>[] = []
  while (rest.length > 0) {
    const record = readRecord(rest)
    records.push(record)
    rest = rest.subarray(record.length)
  }
  return records
}

function readRecord(bytes: Buffer) {
  const headerEnd = bytes.indexOf('\r\n\r\n')
  const header = bytes.toString('utf8', 0, headerEnd)
  const field = (name: string) => new RegExp(`^${name}: *(.*)$`, 'im').exec(header)?.[1]?.trim()
  const blockEnd = headerEnd + 4 + Number(field('Content-Length'))
  const block = bytes.subarray(headerEnd + 4, blockEnd)
  const isHttp = field('Content-Type')?.startsWith('application/http') ?? false
  const bodyAt = isHttp ? block.indexOf('\r\n\r\n') + 4 : 0
  return {
    header,
    block,
    url: field('WARC-Target-URI'),
    type: field('WARC-Type'),
    httpHeader: isHttp ? block.toString('latin1', 0, bodyAt) : '',
    body: block.subarray(bodyAt),
    length: blockEnd + 4,
  }
}
