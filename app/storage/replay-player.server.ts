/** The files of the optional player for archived pages, as `stet replay-install` put them into the data folder. */
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export type PlayerFile = 'ui.js' | 'sw.js'

export type ReplayPlayer = {
  isInstalled: () => Promise<boolean>
  /** The file, or null where the player is not installed. */
  read: (name: PlayerFile) => Promise<Uint8Array | null>
  /** Puts these files in place of what is there; `names` beyond the player's own are its licence and origin. */
  install: (files: Map<string, Uint8Array>) => Promise<void>
  remove: () => Promise<void>
}

/** The player in `dataFolder`. */
export function openReplayPlayer(dataFolder: string): ReplayPlayer {
  const folder = join(dataFolder, 'replay')
  return {
    isInstalled: async () => {
      const files = await Promise.all(
        ['ui.js', 'sw.js'].map((name) => stat(join(folder, name)).catch(() => null)),
      )
      return files.every((file) => file !== null)
    },
    read: (name) => readFile(join(folder, name)).catch(() => null),
    install: async (files) => {
      const fresh = `${folder}.new`
      await rm(fresh, { recursive: true, force: true })
      await mkdir(fresh, { recursive: true })
      for (const [name, bytes] of files) await writeFile(join(fresh, name), bytes)
      await rm(folder, { recursive: true, force: true })
      await rename(fresh, folder)
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
