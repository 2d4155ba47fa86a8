/** Keeps a small secret of this installation: made once, readable by its owner alone, the same ever after. */
import { randomUUID } from 'node:crypto'
import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { syncFolder } from './sync-folder.server.ts'

const OWNER_ONLY = 0o600

/**
 * The text in the file at `path`; `make` gives it where there is no file yet. Web and worker may ask at the same moment:
 * the file appears whole or not at all, and both get the text of the one that was first.
 */
export async function keepOnce(path: string, make: () => string): Promise<string> {
  const kept = await readIfThere(path)
  if (kept !== null) return kept
  await mkdir(dirname(path), { recursive: true })
  const temporary = `${path}.${randomUUID()}.tmp`
  const file = await open(temporary, 'wx', OWNER_ONLY)
  try {
    await file.writeFile(make())
    await file.sync()
  } finally {
    await file.close()
  }
  // A rename would replace what another process made first; a link does not.
  await link(temporary, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(temporary)
  await syncFolder(dirname(path))
  return readFile(path, 'utf8')
}

async function readIfThere(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
}
