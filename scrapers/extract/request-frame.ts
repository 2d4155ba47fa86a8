/** Hands a request to read over to another process: what is asked first, then the bytes as they are, so that nobody holds them twice. */
import type { Readable, Writable } from 'node:stream'
import { deserialize, serialize } from 'node:v8'
import type { ReadRequest } from '#scrapers/contract.ts'

/** Lengths of what is asked and of the body, as 32-bit numbers. */
const LENGTHS_BYTES = 8

export function writeRequest(to: Writable, { body, ...asked }: ReadRequest): void {
  const head = serialize(asked)
  const lengths = Buffer.alloc(LENGTHS_BYTES)
  lengths.writeUInt32LE(head.length, 0)
  lengths.writeUInt32LE(body.byteLength, 4)
  to.write(lengths)
  to.write(head)
  to.end(body)
}

/** Throws when the stream ends early: whoever asked has gone. */
export async function readRequest(from: Readable): Promise<ReadRequest> {
  let frame = Buffer.alloc(0)
  let wanted = LENGTHS_BYTES
  let filled = 0
  for await (const piece of from as AsyncIterable<Buffer>) {
    if (wanted === LENGTHS_BYTES) {
      frame = Buffer.concat([frame, piece])
      filled = frame.length
      if (filled < LENGTHS_BYTES) continue
      wanted += frame.readUInt32LE(0) + frame.readUInt32LE(4)
      const whole = Buffer.alloc(wanted)
      frame.copy(whole)
      frame = whole
    } else filled += piece.copy(frame, filled)
  }
  if (wanted === LENGTHS_BYTES || filled < wanted) throw new Error('The request broke off.')
  const headEnd = LENGTHS_BYTES + frame.readUInt32LE(0)
  const asked = deserialize(frame.subarray(LENGTHS_BYTES, headEnd)) as Omit<ReadRequest, 'body'>
  return { ...asked, body: frame.subarray(headEnd) }
}
