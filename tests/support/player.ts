/** The optional player for archived pages, fetched once and kept beside the packages; tests of it are skipped aloud without. */
import { existsSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { replayInstall } from '#bin/replay-install.ts'

const kept = fileURLToPath(new URL('../../node_modules/.cache/stet-player', import.meta.url))

/** Puts the player into a data folder; false where it cannot be had. */
export async function installPlayer(dataFolder: string): Promise<boolean> {
  if (!existsSync(join(kept, 'replay', 'sw.js'))) {
    const before = process.env.DATA_DIR
    process.env.DATA_DIR = kept
    const code = await replayInstall([]).finally(() => {
      if (before === undefined) delete process.env.DATA_DIR
      else process.env.DATA_DIR = before
    })
    if (code !== 0) {
      console.warn('ReplayWeb.page could not be fetched: tests that play archives back are skipped.')
      return false
    }
  }
  await cp(join(kept, 'replay'), join(dataFolder, 'replay'), { recursive: true })
  return true
}
