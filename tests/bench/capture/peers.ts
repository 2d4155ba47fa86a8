/** The peers of capture: wget for plain HTTP, SingleFile for the browser; null where they are not on this machine. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Ran, runWatched } from './process-tree.ts'

export type PeerRun = Ran & { pages: number; archivedMb: number }

const SINGLE_FILE = fileURLToPath(
  new URL('../../../node_modules/single-file-cli/single-file-node.js', import.meta.url),
)

/** Version line of wget, or null. */
export function wgetVersion(): string | null {
  const asked = spawnSync('wget', ['--version'], { encoding: 'utf8' })
  return asked.status === 0 ? asked.stdout.split('\n')[0]! : null
}

/** One wget for all pages: kept-alive connection, compressed WARC, no waiting, the downloaded copies thrown away. */
export async function runWget(addresses: string[], folder: string): Promise<PeerRun> {
  mkdirSync(folder, { recursive: true })
  const list = join(folder, 'addresses.txt')
  writeFileSync(list, addresses.join('\n'))
  const args = ['-nv', '--wait=0', `--warc-file=${join(folder, 'pages')}`, '-O', '/dev/null', '-i', list]
  const ran = await runWatched('wget', args)
  if (ran.code !== 0) throw new Error(`wget ended with ${ran.code}: ${ran.stderr}`)
  return { ...ran, pages: addresses.length, archivedMb: sizeOf(join(folder, 'pages.warc.gz')) }
}

export function hasSingleFile(): boolean {
  return existsSync(SINGLE_FILE)
}

/** One SingleFile run for all pages, one page at a time, as ours. `pages` are those that it wrote. */
export async function runSingleFile(addresses: string[], folder: string, chromium: string): Promise<PeerRun> {
  mkdirSync(folder, { recursive: true })
  const list = join(folder, 'addresses.txt')
  writeFileSync(list, addresses.join('\n'))
  const out = join(folder, 'pages')
  mkdirSync(out)
  const ran = await runWatched(process.execPath, [
    SINGLE_FILE,
    `--urls-file=${list}`,
    `--output-directory=${out}`,
    '--filename-template={url-pathname-flat}.html',
    '--max-parallel-workers=1',
    `--browser-executable-path=${chromium}`,
    '--browser-arg=--no-sandbox',
    '--browser-arg=--disable-background-networking',
  ])
  const written = readdirSync(out)
  const archivedMb = written.reduce((sum, name) => sum + sizeOf(join(out, name)), 0)
  return { ...ran, pages: written.length, archivedMb }
}

function sizeOf(path: string): number {
  return statSync(path).size / 1e6
}
