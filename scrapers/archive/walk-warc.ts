/** Reads the records of a WARC, compressed or not, one after the other. Shares no code with what writes. */
import { crc32, inflateRawSync } from 'node:zlib'

export type WalkedRecord = {
  offset: number
  /** bytes that the record takes in the file, compressed where the file is */
  length: number
  /** the record as it lies in the file */
  raw: Buffer
  /** WARC header fields, names in lower case */
  fields: Map<string, string>
  block: Buffer
  /** the block without its HTTP header, for records that carry one */
  payload: Buffer
}

const MOST_RECORD_BYTES = 400 * 1024 * 1024
const GZIP_TRAILER_BYTES = 8

/**
 * The records one after the other, so that a large file need not be in memory unpacked. The last item is a `problem` when
 * a record cannot be read, which ends the walk (WARC 1.1; RFC 1952).
 */
export function* walkWarc(file: Uint8Array): Generator<WalkedRecord | { problem: string }> {
  const warc = Buffer.from(file.buffer, file.byteOffset, file.length)
  let offset = 0
  while (offset < warc.length) {
    const compressed = warc[offset] === 0x1f && warc[offset + 1] === 0x8b
    const unpacked = compressed ? gunzipMember(warc, offset) : { content: warc.subarray(offset), length: 0 }
    const record = unpacked && parseRecord(unpacked.content, compressed)
    if (!unpacked || !record) {
      yield { problem: `record at byte ${offset} cannot be read` }
      return
    }
    const length = compressed ? unpacked.length : record.bytes
    const raw = warc.subarray(offset, offset + length)
    yield { offset, length, raw, fields: record.fields, block: record.block, payload: record.payload }
    offset += length
  }
}

type Unpacked = { content: Buffer; length: number }

function gunzipMember(warc: Buffer, offset: number): Unpacked | null {
  try {
    const dataAt = gzipDataAt(warc, offset)
    const { buffer, engine } = inflateRawSync(warc.subarray(dataAt), {
      info: true,
      maxOutputLength: MOST_RECORD_BYTES,
    }) as unknown as {
      buffer: Buffer
      engine: { bytesWritten: number }
    }
    const trailerAt = dataAt + engine.bytesWritten
    const sound =
      warc.readUInt32LE(trailerAt) === crc32(buffer) && warc.readUInt32LE(trailerAt + 4) === buffer.length
    return sound ? { content: buffer, length: trailerAt + GZIP_TRAILER_BYTES - offset } : null
  } catch {
    return null
  }
}

/** RFC 1952, 2.3: ten fixed bytes, then extra field, name, comment and header checksum as flags tell. */
function gzipDataAt(warc: Buffer, offset: number): number {
  const flags = warc[offset + 3] ?? 0
  let at = offset + 10
  if (flags & 4) at += 2 + warc.readUInt16LE(at)
  if (flags & 8) at = warc.indexOf(0, at) + 1
  if (flags & 16) at = warc.indexOf(0, at) + 1
  return flags & 2 ? at + 2 : at
}

type Parsed = { fields: Map<string, string>; block: Buffer; payload: Buffer; bytes: number }

function parseRecord(content: Buffer, whole: boolean): Parsed | null {
  const headEnd = content.indexOf('\r\n\r\n')
  if (headEnd === -1) return null
  const [version = '', ...lines] = content.subarray(0, headEnd).toString('utf8').split('\r\n')
  if (!/^WARC\/1\.[01]$/.test(version)) return null
  const fields = new Map<string, string>()
  for (const line of lines) {
    const colon = line.indexOf(':')
    if (colon > 0) fields.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim())
  }
  const blockAt = headEnd + 4
  const blockEnd = blockAt + Number(fields.get('content-length') ?? Number.NaN)
  if (!(blockEnd + 4 <= content.length) || content.toString('latin1', blockEnd, blockEnd + 4) !== '\r\n\r\n')
    return null
  if (whole && blockEnd + 4 !== content.length) return null
  const block = content.subarray(blockAt, blockEnd)
  const bodyAt = /^application\/http/i.test(fields.get('content-type') ?? '') ? block.indexOf('\r\n\r\n') : -1
  return { fields, block, payload: bodyAt === -1 ? block : block.subarray(bodyAt + 4), bytes: blockEnd + 4 }
}
