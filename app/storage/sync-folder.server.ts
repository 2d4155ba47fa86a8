/** Makes a change of names in a folder survive a power cut. */
import { open } from 'node:fs/promises'

/** A new, renamed or removed name is on disk only when its folder is (fsync(2)). */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
