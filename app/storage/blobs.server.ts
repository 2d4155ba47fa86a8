/** Bytes on disk, addressed by SHA-256: written to a temporary file, synced, then renamed into place. */
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export type StoredBlob = { digest: string; bytes: number; mediaType: string }

export type BlobStore = {
  /** Stores bytes and answers with their digest (hex SHA-256). Storing the same bytes again changes nothing. */
  put: (bytes: Uint8Array, mediaType: string) => Promise<StoredBlob>
  /** The bytes, checked against their digest. Throws when they are missing or damaged: neither may pass unnoticed. */
  get: (digest: string) => Promise<Uint8Array>
  has: (digest: string) => Promise<boolean>
}

/** Hex SHA-256 of text or bytes. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

/** A blob store in a folder; the folder is made when the first blob arrives. */
export function openBlobStore(folder: string): BlobStore {
  const pathOf = (digest: string) => {
    if (!/^[0-9a-f]{64}$/.test(digest)) throw new Error('A digest is 64 hexadecimal digits.')
    return join(folder, digest.slice(0, 2), digest.slice(2, 4), digest)
  }
  const has = (digest: string) =>
    stat(pathOf(digest)).then(
      () => true,
      () => false,
    )
  return {
    has,
    async put(bytes, mediaType) {
      const digest = sha256(bytes)
      if (!(await has(digest))) await writeDurably(pathOf(digest), bytes)
      return { digest, bytes: bytes.byteLength, mediaType }
    },
    async get(digest) {
      const bytes = await readFile(pathOf(digest))
      if (sha256(bytes) !== digest) throw new Error(`Blob ${digest} is damaged on disk.`)
      return bytes
    },
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const temporary = `${path}.${randomUUID()}.tmp`
  const file = await open(temporary, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(temporary, path)
  // The rename itself must survive a power cut, so the folder is synced too.
  const parent = await open(dirname(path), 'r')
  await parent.sync().finally(() => parent.close())
}
