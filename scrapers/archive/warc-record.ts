/** Builds single WARC/1.1 records as gzip members. */
import { promisify } from 'node:util'
import { gzip, gzipSync } from 'node:zlib'
import { sha256Digest, sha256DigestOf, sha256Hex } from './digest.ts'

export type RecordParts = {
  type: 'warcinfo' | 'request' | 'response' | 'resource'
  /** absolute address, or null for `warcinfo` */
  address: string | null
  at: Date
  contentType: string
  /** everything after the WARC header, in pieces: for HTTP records header block and body */
  block: Uint8Array[]
  /** the part of the block that the payload digest covers; the whole block where it is not given */
  payload?: Uint8Array
  extraHeaders?: [string, string][]
  /** tells records with equal content apart */
  ordinal: number
}

/** `member` is the compressed record as it will lie in the file. */
export type BuiltRecord = { id: string; payloadDigest: string; member: Promise<Uint8Array> }

/** Place of the operating system in a gzip header (RFC 1952); 255 is "unknown". */
const GZIP_OS_AT = 9
/** Blocks above are compressed in another thread: handing over costs more than compressing a small one. */
const SMALL_BYTES = 64 * 1024
const END = Buffer.from('\r\n\r\n')
const gzipAside = promisify(gzip)

/**
 * One record of WARC 1.1 (ISO 28500:2017), compressed by itself so that an index can point at it. The same parts always
 * give the same bytes.
 */
export function buildRecord(parts: RecordParts): BuiltRecord {
  const { type, address, block } = parts
  const date = parts.at.toISOString()
  const blockDigest = sha256DigestOf(block)
  const payloadDigest = parts.payload ? sha256Digest(parts.payload) : blockDigest
  const id = recordId([type, address ?? '', date, blockDigest, String(parts.ordinal)])
  const head = headBytes([
    ['WARC-Record-ID', id],
    ...(address === null ? [] : [['WARC-Target-URI', address] satisfies [string, string]]),
    ['WARC-Block-Digest', blockDigest],
    ['WARC-Payload-Digest', payloadDigest],
    ['Content-Type', parts.contentType],
    ...(parts.extraHeaders ?? []),
    ['WARC-Date', date],
    ['WARC-Type', type],
    ['Content-Length', String(block.reduce((sum, piece) => sum + piece.length, 0))],
  ])
  return { id, payloadDigest, member: compressed(Buffer.concat([head, ...block, END])) }
}

async function compressed(record: Buffer): Promise<Uint8Array> {
  const member = record.length > SMALL_BYTES ? await gzipAside(record) : gzipSync(record)
  member[GZIP_OS_AT] = 255
  return member
}

/** Addresses and types come from pages: a line break inside a value would forge a field. */
function headBytes(fields: [string, string][]): Buffer {
  const lines = fields.map(([name, value]) => `${name}: ${value.replace(/[\r\n\0]+/g, ' ')}\r\n`)
  return Buffer.from(`WARC/1.1\r\n${lines.join('')}\r\n`)
}

/** A UUID of version 8 (RFC 9562: content is ours to define), made of what the record says. */
function recordId(parts: string[]): string {
  const hex = sha256Hex(parts.join('\n'))
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16)
  const groups = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ]
  return `<urn:uuid:${groups.join('-')}>`
}
