/** Opens a ZIP from outside the house within fixed limits. */
import { fromBufferPromise } from 'yauzl'

export type OpenedZip = { ok: true; files: Map<string, Uint8Array> } | { ok: false; message: string }

const MOST_ENTRIES = 10_000
const MOST_INFLATED_BYTES = 200 * 1024 * 1024

/**
 * Every file of a ZIP by name. Refuses broken and encrypted archives, unsafe names, more than 10,000 entries and more
 * than 200 MB of content; sizes are held against what comes out, so a lying header gains nothing. Never throws.
 */
export async function openZip(bytes: Uint8Array): Promise<OpenedZip> {
  try {
    return await readAll(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
  } catch (error) {
    return {
      ok: false,
      message: `not a readable ZIP: ${error instanceof Error ? error.message : String(error)}`,
    }
  }
}

async function readAll(buffer: Buffer): Promise<OpenedZip> {
  const zip = await fromBufferPromise(buffer, {
    lazyEntries: true,
    validateEntrySizes: true,
    strictFileNames: true,
  })
  if (zip.entryCount > MOST_ENTRIES) return { ok: false, message: `more than ${MOST_ENTRIES} entries` }
  const files = new Map<string, Uint8Array>()
  let inflatedBytes = 0
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue
    inflatedBytes += entry.uncompressedSize
    if (inflatedBytes > MOST_INFLATED_BYTES) {
      return { ok: false, message: `more than ${MOST_INFLATED_BYTES} bytes of content` }
    }
    const chunks: Buffer[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
    files.set(entry.fileName, Buffer.concat(chunks))
  }
  return { ok: true, files }
}
