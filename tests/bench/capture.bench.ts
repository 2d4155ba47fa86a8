/** The benchmark of capture: pages per second and memory beside wget and SingleFile, and how memory goes over many pages. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CHROMIUM } from '../support/chromium.ts'
import type { OursResult, Way } from './capture/ours.ts'
import { hasSingleFile, type PeerRun, runSingleFile, runWget, wgetVersion } from './capture/peers.ts'
import { runWatched } from './capture/process-tree.ts'

const HTTP_PAGES = 400
/** The sides take turns, and each side's better round counts: other work on the machine makes any single one slow. */
const ROUNDS = 2
const MANY_PAGES = 1000
const BROWSER_PAGES = 8
const AT_ONCE = 16
/** Answers as fast as a loopback gives them, and as slowly as a near network would. */
const DELAYS_MS = [0, 30]
const BAR = 2
/** How far our side takes a page. The bar names the first. */
const WAYS = {
  warc: 'fetch → durable WARC',
  wacz: 'fetch → durable WACZ, signed',
  whole: 'fetch → read → durable WACZ',
} satisfies Partial<Record<Way, string>>
type HttpWay = keyof typeof WAYS

const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'))
const options = new Set(process.argv.slice(2))
const here = (file: string) => fileURLToPath(new URL(`./capture/${file}`, import.meta.url))
type Pair = { ours: OursResult; peer: PeerRun | null; ratio: number | null }
type Http = { delayMs: number; peer: PeerRun | null; ways: Record<HttpWay, Pair> }
try {
  const wget = wgetVersion()
  const http: Http[] = []
  for (const delayMs of DELAYS_MS) http.push(await httpRounds(delayMs, wget !== null))
  const many = await onSite(0, (site) => ours('whole', site, MANY_PAGES, AT_ONCE))
  const browser = CHROMIUM === null ? null : await browserPair(CHROMIUM)
  const load = loadavg().map((one) => Number(one.toFixed(1)))
  if (options.has('--json')) say(JSON.stringify({ wget, http, many, browser, load }))
  else print(wget, http, many, browser, load)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function httpRounds(delayMs: number, hasWget: boolean): Promise<Http> {
  return onSite(delayMs, async (site) => {
    const peers: PeerRun[] = []
    const own: Record<HttpWay, OursResult[]> = { warc: [], wacz: [], whole: [] }
    for (let round = 0; round < ROUNDS; round += 1) {
      if (hasWget)
        peers.push(await runWget(addresses(site, HTTP_PAGES), join(folder, `wget-${delayMs}-${round}`)))
      for (const way of ['warc', 'wacz', 'whole'] as const)
        own[way].push(await ours(way, site, HTTP_PAGES, AT_ONCE))
    }
    const peer = fastest(peers)
    const of = (way: HttpWay) => pair(fastest(own[way])!, peer)
    return { delayMs, peer, ways: { warc: of('warc'), wacz: of('wacz'), whole: of('whole') } }
  })
}

function fastest<T extends { seconds: number }>(runs: T[]): T | null {
  return runs.reduce<T | null>((best, one) => (best && best.seconds <= one.seconds ? best : one), null)
}

async function browserPair(chromium: string): Promise<Pair & { treeMb: number }> {
  return onSite(0, async (site) => {
    const peer = hasSingleFile()
      ? await runSingleFile(addresses(site, BROWSER_PAGES), join(folder, 'single-file'), chromium)
      : null
    const { treeMb, ...result } = await ours('browser', site, BROWSER_PAGES, 1, chromium)
    return { ...pair(result, peer), treeMb }
  })
}

function pair(result: OursResult, peer: PeerRun | null): Pair {
  const ratio = peer && peer.pages > 0 ? result.pages / result.seconds / (peer.pages / peer.seconds) : null
  return { ours: result, peer, ratio }
}

function addresses(site: string, count: number): string[] {
  return Array.from({ length: count }, (_, number) => `${site}/page/${number}`)
}

/** Each run has a folder and a process of its own; starting the process is not part of the time, nor for wget of its own. */
async function ours(way: Way, site: string, pages: number, atOnce: number, chromium?: string) {
  const store = mkdtempSync(join(folder, `${way}-`))
  const args = ['--expose-gc', here('ours.ts'), way, site, store, String(pages), String(atOnce)]
  const ran = await runWatched(process.execPath, [...args, ...(chromium ? [chromium] : [])])
  if (ran.code !== 0) throw new Error(`our ${way} way ended with ${ran.code}: ${ran.stderr}`)
  return { ...(JSON.parse(ran.stdout) as OursResult), treeMb: ran.peakRssMb }
}

async function onSite<T>(delayMs: number, task: (site: string) => Promise<T>): Promise<T> {
  const server = spawn(process.execPath, [here('site.ts'), String(delayMs)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const site = await new Promise<string>((resolve) => {
      server.stdout.once('data', (line: Buffer) => resolve(line.toString('utf8').trim()))
    })
    return await task(site)
  } finally {
    server.kill()
  }
}

function print(
  wget: string | null,
  http: Http[],
  many: OursResult,
  browser: (Pair & { treeMb: number }) | null,
  load: number[],
) {
  say(
    `HTTP, pages of 16 kB on loopback, no spacing between requests on either side; the better of ${ROUNDS} rounds in turn.`,
  )
  say(
    `Ours ${AT_ONCE} pages at once, a file for each page, synced with its folder before it counts; after 1,000 pages to warm`,
  )
  say(`up, as a worker runs for days. ${wget ?? 'wget'}: one page after the other on one connection,`)
  say(
    'one WARC for all, not synced. Neither read nor signed by wget: the bar is about the first of our lines.',
  )
  if (wget === null) say('  wget is not installed (Debian package wget): its lines are left out.')
  for (const { delayMs, peer, ways } of http) {
    say(`\n  the server answers ${delayMs === 0 ? 'at once' : `after ${delayMs} ms`}, ${HTTP_PAGES} pages`)
    if (peer) line('wget --warc-file', peer.pages, peer.seconds, peer.peakRssMb, peer.archivedMb)
    for (const way of ['warc', 'wacz', 'whole'] as const) {
      const { ours: result, ratio } = ways[way]
      line(WAYS[way], result.pages, result.seconds, result.peakRssMb, result.archivedMb)
      const { fetch, read, pack, store } = result.stagesMs
      if (ratio !== null) say(`      ${ratio.toFixed(2)} × wget${way === 'warc' ? verdict(ratio) : ''}`)
      say(
        `      ms a page: processor ${result.cpuMs.toFixed(2)}, of it main thread ${result.mainThreadMs.toFixed(2)}; waiting included: fetch ${fetch.toFixed(1)} · read ${read.toFixed(1)} · pack ${pack.toFixed(1)} · store ${store.toFixed(1)}`,
      )
    }
  }
  say(`\n${many.pages} pages in one run, ${(many.pages / many.seconds).toFixed(1)} a second`)
  for (const { pages, rssMb, heapMb } of many.growth)
    say(
      `  after ${String(pages).padStart(4)}: ${rssMb.toFixed(0)} MB resident, ${heapMb.toFixed(1)} MB heap in use`,
    )
  say('\nBrowser: page, pictures and styles, one page at a time')
  if (!browser) say('  There is no Chromium on this machine: left out.')
  else {
    line('ours', browser.ours.pages, browser.ours.seconds, browser.treeMb, browser.ours.archivedMb)
    const { peer, ratio } = browser
    if (!peer) say('  single-file-cli is not installed: its columns are left out.')
    else if (peer.pages === 0) say(`  single-file-cli could not run here: ${peer.stderr.slice(-300)}`)
    else {
      line('SingleFile', peer.pages, peer.seconds, peer.peakRssMb, peer.archivedMb)
      say(
        `    ${ratio?.toFixed(2)} × the pages per second of SingleFile; memory is that of the whole process tree`,
      )
    }
  }
  const busy = load[0]! > 4 ? ' It was busy: the figures are lower than a calm one gives.' : ''
  say(`\nLoad average of the machine at the end: ${load.join(', ')}.${busy}`)
}

function verdict(ratio: number): string {
  return `: the bar of ${BAR} × is ${ratio >= BAR ? 'met' : 'MISSED'}`
}

function line(name: string, pages: number, seconds: number, peakMb: number, archivedMb: number) {
  say(
    `    ${name.padEnd(30)}${(pages / seconds).toFixed(1).padStart(7)} pages a second · peak ${peakMb.toFixed(0).padStart(4)} MB · ${archivedMb.toFixed(1)} MB archived`,
  )
}

function say(text: string) {
  process.stdout.write(`${text}\n`)
}
