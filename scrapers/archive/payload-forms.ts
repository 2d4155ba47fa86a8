/** Gives the payload of a WARC record in the forms that tools digest. */
import type { WalkedRecord } from './walk-warc.ts'

/** As it lies in the record and, where its header says it is chunked, put together (RFC 9112, 7.1). */
export function payloadForms(record: Pick<WalkedRecord, 'block' | 'payload'>): Uint8Array[] {
  const { block, payload } = record
  const head = block.toString('latin1', 0, block.length - payload.length)
  const chunked = /^transfer-encoding:[^\r\n]*\bchunked\b/im.test(head) ? dechunked(payload) : null
  return chunked ? [payload, chunked] : [payload]
}

/** Null for bytes that are not chunked, whatever the header says: many tools leave the header in and the chunks out. */
function dechunked(payload: Buffer): Buffer | null {
  const chunks: Buffer[] = []
  let at = 0
  while (at < payload.length) {
    const lineEnd = payload.indexOf('\r\n', at)
    const size =
      lineEnd === -1 ? null : /^([0-9a-f]{1,8})\s*(?:;.*)?$/i.exec(payload.toString('latin1', at, lineEnd))
    if (!size) return null
    const bytes = Number.parseInt(size[1]!, 16)
    if (bytes === 0) return Buffer.concat(chunks)
    const dataAt = lineEnd + 2
    if (payload.toString('latin1', dataAt + bytes, dataAt + bytes + 2) !== '\r\n') return null
    chunks.push(payload.subarray(dataAt, dataAt + bytes))
    at = dataAt + bytes + 2
  }
  return null
}
