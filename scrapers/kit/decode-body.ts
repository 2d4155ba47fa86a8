/** Undoes Content-Encoding while the bytes arrive, with a bound, so that a small bomb cannot fill the memory. */
import type { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import zlib from 'node:zlib'

/** A body that grew past its bound, counted in decoded bytes. */
export class BodyTooLarge extends Error {
  override name = 'BodyTooLarge'
}

/** A body that is not what its Content-Encoding says. */
export class BodyUndecodable extends Error {
  override name = 'BodyUndecodable'
}

/** Labels that servers write although nothing was encoded; browsers show such pages as they are. */
const NO_CODING = ['', 'identity', 'none', 'utf-8']
/** RFC 9110 8.4 lets codings be stacked; nobody honest stacks more than two. */
const MAX_CODINGS = 2

/**
 * Reads a body to its end and decodes it (gzip, deflate, br, zstd).
 * Throws BodyTooLarge above `maxBytes` of decoded body, BodyUndecodable for unknown or broken codings.
 */
export async function decodeBody(
  body: Readable,
  encoding: string | null,
  maxBytes: number,
): Promise<Uint8Array> {
  const codings = (encoding ?? '')
    .split(',')
    .map((each) => each.trim().toLowerCase())
    .filter((each) => !NO_CODING.includes(each))
  if (codings.length > MAX_CODINGS)
    throw new BodyUndecodable(`the body is encoded ${codings.length} times over`)

  const chunks: Uint8Array[] = []
  let bytes = 0
  const collect = async (source: AsyncIterable<Uint8Array>) => {
    for await (const chunk of source) {
      bytes += chunk.byteLength
      if (bytes > maxBytes) throw new BodyTooLarge(`the body is larger than ${maxBytes} bytes`)
      chunks.push(chunk)
    }
  }
  try {
    // Codings are listed in the order applied, so the last one comes off first. The published types of `pipeline`
    // know no list of stages that ends in a function.
    const decoders = codings.reverse().map(decoderFor)
    if (decoders.length === 0) await collect(body)
    else await (pipeline as (stages: unknown[]) => Promise<void>)([body, ...decoders, collect])
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (/^(Z_|ERR_(_ERROR|BROTLI)|ZSTD_)/.test(code))
      throw new BodyUndecodable(`the body is not valid ${encoding}`, { cause: error })
    throw error
  }
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)
}

function decoderFor(coding: string): Transform {
  if (coding === 'gzip' || coding === 'x-gzip') return zlib.createGunzip()
  if (coding === 'deflate') return zlib.createInflate()
  if (coding === 'br') return zlib.createBrotliDecompress()
  if (coding === 'zstd') return zlib.createZstdDecompress()
  throw new BodyUndecodable(`the body is encoded as ${coding}, which is not known here`)
}
