/** Builds single WARC/1.1 records as gzip members. */
import { gzipSync } from 'node:zlib'
import { WARC_1_1, WARCRecord, WARCSerializer, type WARCType } from 'warcio'
import { sha256Digest, sha256Hex } from './digest.ts'

export type RecordParts = {
  type: WARCType
  /** absolute address, or null for `warcinfo` */
  address: string | null
  at: Date
  contentType: string
  /** everything after the WARC header: for HTTP records header block and body */
  block: Uint8Array
  /** the part of the block that the payload digest covers; the whole block where it is not given */
  payload?: Uint8Array
  extraHeaders?: [string, string][]
  /** tells records with equal content apart */
  ordinal: number
}

export type BuiltRecord = {
  id: string
  member: Uint8Array
  payloadDigest: string
  /** of the compressed record as it lies in the file */
  recordDigest: string
}

/** Place of the operating system in a gzip header (RFC 1952); 255 is "unknown". */
const GZIP_OS_AT = 9

/** One record, compressed by itself so that an index can point at it. The same parts always give the same bytes. */
export async function buildRecord(parts: RecordParts): Promise<BuiltRecord> {
  const date = parts.at.toISOString()
  const blockDigest = sha256Digest(parts.block)
  const payloadDigest = parts.payload ? sha256Digest(parts.payload) : blockDigest
  const id = recordId([parts.type, parts.address ?? '', date, blockDigest, String(parts.ordinal)])
  const warcHeaders: [string, string][] = [
    ['WARC-Record-ID', id],
    ...(parts.address === null ? [] : [['WARC-Target-URI', parts.address] satisfies [string, string]]),
    ['WARC-Block-Digest', blockDigest],
    ['WARC-Payload-Digest', payloadDigest],
    ['Content-Type', parts.contentType],
    ...(parts.extraHeaders ?? []),
  ]
  const record = WARCRecord.create({ type: parts.type, date, warcVersion: WARC_1_1, warcHeaders }, [
    parts.block,
  ])
  // The block carries its own HTTP head, with order and repeats kept; warcio would add a second one.
  record.httpHeaders = null
  const member = gzipSync(await WARCSerializer.serialize(record))
  member[GZIP_OS_AT] = 255
  return { id, member, payloadDigest, recordDigest: sha256Digest(member) }
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
