/** `stet replay-install`: fetches ReplayWeb.page, the optional player for archived pages, from the npm registry. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { openReplayPlayer } from '#storage/replay-player.server.ts'
import { type Command, misused, say } from './command.ts'
import { settingsHere } from './settings.ts'

const VERSION = '2.5.3'
/** SHA-512 of the package as published: nothing else is ever put in its place. */
const INTEGRITY = 'nCj2PSON3BxeSJKE8AsYPyULv0XPZKJWfy4l9PyQre9SqwLZ+WKZVs/sfLqPOQ4GrH+0YkjbwOhr8cSTH08gsQ=='
const WANTED = ['ui.js', 'sw.js', 'LICENSE']
const ORIGIN = `ReplayWeb.page ${VERSION}, Copyright Webrecorder Software, AGPL-3.0-or-later.
Unchanged files of the npm package replaywebpage@${VERSION}.
Source: https://github.com/webrecorder/replayweb.page/tree/v${VERSION}
It is no part of Stet: Stet serves these files as they are, from an origin of their own. See docs/decisions/006-replay.md.
`

export const replayInstall: Command = async (args) => {
  const unknown = args.some((arg) => arg !== '--remove')
  if (unknown) return misused('replay-install [--remove]')
  const player = openReplayPlayer(settingsHere().DATA_DIR)
  if (args.includes('--remove')) {
    await player.remove()
    say('The player is gone. Archives, their text and pictures are as they were.')
    return 0
  }
  const tarball = await fetchPackage()
  if (!tarball) return 1
  if (createHash('sha512').update(tarball).digest('base64') !== INTEGRITY) {
    say('What came is not the package that was expected. Nothing was installed.')
    return 1
  }
  const all = readTar(gunzipSync(tarball))
  const files = new Map(WANTED.map((name) => [name, all.get(`package/${name}`) ?? Buffer.alloc(0)]))
  await player.install(files.set('ORIGIN.txt', Buffer.from(ORIGIN)))
  say(`ReplayWeb.page ${VERSION} is installed (AGPL-3.0-or-later; its licence lies beside it).`)
  return 0
}

/** `npm pack` takes the package alone: its dependencies are built into it, and one of them is in no registry. */
async function fetchPackage(): Promise<Buffer | null> {
  const folder = await mkdtemp(join(tmpdir(), 'stet-replay-'))
  try {
    const args = [
      'pack',
      `replaywebpage@${VERSION}`,
      '--pack-destination',
      folder,
      '--ignore-scripts',
      '--silent',
    ]
    const done = spawnSync('npm', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
    const [name] = (await readdir(folder)).filter((file) => file.endsWith('.tgz'))
    if (done.status === 0 && name) return await readFile(join(folder, name))
    say(`The npm registry did not give the player:\n${done.stderr || (done.error?.message ?? '')}`)
    return null
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const BLOCK_BYTES = 512

/** Plain files of a tar by name (POSIX ustar, names up to 100 letters: all that is wanted here has such a name). */
function readTar(tar: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>()
  let at = 0
  while (at + BLOCK_BYTES <= tar.length && tar[at] !== 0) {
    const textAt = (start: number, end: number) =>
      tar
        .toString('latin1', at + start, at + end)
        .replace(/\0.*$/s, '')
        .trim()
    const bytes = Number.parseInt(textAt(124, 136), 8)
    const dataAt = at + BLOCK_BYTES
    files.set(textAt(0, 100), tar.subarray(dataAt, dataAt + bytes))
    at = dataAt + Math.ceil(bytes / BLOCK_BYTES) * BLOCK_BYTES
  }
  return files
}
