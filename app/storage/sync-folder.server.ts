/** Makes a change of names in a folder survive a power cut. */
import { closeSync, fsync as fsyncBack, openSync } from 'node:fs'
import { promisify } from 'node:util'

const fsync = promisify(fsyncBack)

/** Syncs that have not begun yet, by folder. */
const waiting = new Map<string, Promise<void>>()
const running = new Map<string, Promise<void>>()

/**
 * A new, renamed or removed name is on disk only when its folder is (fsync(2)). Whoever asks while a sync of the folder has
 * not begun shares it: it will see their change. One that is under way may not, and is waited for.
 */
export function syncFolder(folder: string): Promise<void> {
  const shared = waiting.get(folder)
  if (shared) return shared
  const mine = settled(running.get(folder)).then(() => {
    waiting.delete(folder)
    running.set(folder, mine)
    return sync(folder).finally(() => {
      if (running.get(folder) === mine) running.delete(folder)
    })
  })
  waiting.set(folder, mine)
  return mine
}

async function settled(before: Promise<void> | undefined): Promise<void> {
  await before?.catch(() => {})
}

async function sync(folder: string): Promise<void> {
  const file = openSync(folder, 'r')
  await fsync(file).finally(() => closeSync(file))
}
