/** Bytes on disk, addressed by SHA-256: written to a temporary file, synced, then renamed into place. */
import { createHash, hash, randomUUID } from 'node:crypto'
import { closeSync, existsSync, fsync as fsyncBack, open as openBack, write as writeBack } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, stat } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { syncFolder } from './sync-folder.server.ts'

export type StoredBlob = { digest: string; bytes: number; mediaType: string }

/** What re-reading a blob showed: `missing` has no file, `damaged` has other bytes than its address says. */
export type BlobState = 'whole' | 'damaged' | 'missing'

/** A file in the store: `digest` is null for what is no blob, such as a write that a crash cut off. */
export type BlobFile = { path: string; digest: string | null; changedAt: Date }

export type BlobStore = {
  /**
   * Stores bytes and answers with their digest (hex SHA-256). Storing the same bytes again changes nothing, unless the
   * stored copy is damaged: that one is set aside for `stet scrub` to name, and the bytes are written anew.
   */
  put: (bytes: Uint8Array, mediaType: string) => Promise<StoredBlob>
  /** The bytes, checked against their digest. Throws when they are missing or damaged: neither may pass unnoticed. */
  get: (digest: string) => Promise<Uint8Array>
  has: (digest: string) => Promise<boolean>
  /** Size of the blob in bytes, or null where there is none. */
  size: (digest: string) => Promise<number | null>
  /** Bytes `start` up to `end` (exclusive). The whole blob is checked before its first part is given. Throws like `get`. */
  slice: (digest: string, start: number, end: number) => Promise<Uint8Array>
  /** Re-reads the blob from disk, a piece at a time. */
  check: (digest: string) => Promise<BlobState>
  /** Every file in the store, in no order. */
  files: () => AsyncGenerator<BlobFile>
}

const DIGEST = /^[0-9a-f]{64}$/
/** On bare file numbers: a handle that watches over itself takes twice the time, a dozen times for each capture. */
const openFile = promisify(openBack)
const write = promisify(writeBack)
const fsync = promisify(fsyncBack)

/** Hex SHA-256 of text or bytes. */
export function sha256(data: string | Uint8Array): string {
  return hash('sha256', data, 'hex')
}

/** A blob store in a folder; the folder is made when the first blob arrives. */
export function openBlobStore(folder: string): BlobStore {
  const pathOf = (digest: string) => {
    if (!DIGEST.test(digest)) throw new Error('A digest is 64 hexadecimal digits.')
    // One level of 256 folders: every new folder costs a sync of its own, and a few thousand names a folder are no burden.
    return join(folder, digest.slice(0, 2), digest)
  }
  const size = (digest: string) =>
    stat(pathOf(digest)).then(
      (found) => found.size,
      () => null,
    )
  const check = (digest: string) => checkFile(pathOf(digest), digest)
  /** Time and size of blobs at their last check: parts are asked for one after the other, and disks are slow. */
  const checked = new Map<string, string>()
  return {
    size,
    check,
    has: async (digest) => (await size(digest)) !== null,
    async put(bytes, mediaType) {
      const digest = sha256(bytes)
      const path = pathOf(digest)
      const state = existsSync(path) ? await check(digest) : 'missing'
      if (state === 'damaged') await rename(path, `${path}.damaged.${randomUUID()}`)
      if (state !== 'whole') await writeDurably(path, bytes)
      return { digest, bytes: bytes.byteLength, mediaType }
    },
    async get(digest) {
      const bytes = await readFile(pathOf(digest))
      if (sha256(bytes) !== digest) throw new Error(`Blob ${digest} is damaged on disk.`)
      return bytes
    },
    async slice(digest, start, end) {
      const file = await open(pathOf(digest), 'r')
      try {
        const { mtimeMs, size: bytes } = await file.stat()
        const seen = `${mtimeMs} ${bytes}`
        if (checked.get(digest) !== seen) {
          if ((await check(digest)) !== 'whole') throw new Error(`Blob ${digest} is damaged on disk.`)
          checked.set(digest, seen)
        }
        const part = Buffer.alloc(Math.max(0, Math.min(end, bytes) - start))
        const { bytesRead } = await file.read(part, 0, part.length, start)
        return part.subarray(0, bytesRead)
      } finally {
        await file.close()
      }
    },
    async *files() {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
      for (const entry of entries) {
        if (!entry.isFile()) continue
        const path = join(entry.parentPath, entry.name)
        const found = await stat(path).catch(() => null)
        if (!found) continue
        const isBlob = DIGEST.test(entry.name) && pathOf(entry.name) === path
        yield {
          path: relative(folder, path).split(sep).join('/'),
          digest: isBlob ? entry.name : null,
          changedAt: found.mtime,
        }
      }
    },
  }
}

async function checkFile(path: string, digest: string): Promise<BlobState> {
  const sum = createHash('sha256')
  try {
    const file = await open(path, 'r')
    for await (const chunk of file.createReadStream()) sum.update(chunk as Buffer)
  } catch (error) {
    // A disk that cannot read a file has damaged it as surely as one that gives other bytes.
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'missing' : 'damaged'
  }
  return sum.digest('hex') === digest ? 'whole' : 'damaged'
}

/**
 * Folders whose own names are known to be on disk. One that is merely there may have been made by somebody, here or in
 * another process, who has not synced it yet.
 */
const lasting = new Set<string>()

/**
 * Writes a blob so that it is on disk before anybody is told of it. What only touches names that the system has at hand
 * (closing, looking a folder up) is done at once: handing it to another thread costs more than doing it.
 */
async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path)
  const temporary = `${path}.${randomUUID()}.tmp`
  const { file, firstMade } = await openNew(temporary)
  try {
    for (let at = 0; at < bytes.byteLength; )
      at += (await write(file, bytes, at, bytes.byteLength - at)).bytesWritten
    await fsync(file)
  } finally {
    closeSync(file)
  }
  await rename(temporary, path)
  // The rename itself must survive a power cut, and so must every folder above it.
  const upTo = firstMade ? dirname(firstMade) : lasting.has(folder) ? folder : dirname(folder)
  const folders = [folder]
  while (folders.at(-1) !== upTo) folders.push(dirname(folders.at(-1)!))
  await Promise.all(folders.map(syncFolder))
  lasting.add(folder)
}

/** Opens a new file; `firstMade` is the topmost folder that had to be made for it. Most blobs find theirs. */
async function openNew(path: string): Promise<{ file: number; firstMade?: string }> {
  try {
    return { file: await openFile(path, 'wx') }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const firstMade = await mkdir(dirname(path), { recursive: true })
  return { file: await openFile(path, 'wx'), firstMade }
}
