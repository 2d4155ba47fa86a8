/** The benchmark of hostile pages: the reason on record, the memory of the worker and of its reading process, and the next page. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { HostileResult } from './capture/hostile-ours.ts'
import { SHAPES } from './capture/hostile-shapes.ts'
import type { HostileWeb } from './capture/hostile-web.ts'
import { runWatched } from './capture/process-tree.ts'

const BAR_MB = 500
const WINDOW_MS = 60_000
const SLOW_WINDOW_MS = 2_000
const NESTED_BYTES = 50_000_000
/** The largest page that a fetch step brings home, and so the largest that is ever read. */
const READ_BYTES = 24_900_000

type Row = { what: string; result: HostileResult; workerMb: number; readerMb: number; togetherMb: number }

const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'))
const here = (file: string) => fileURLToPath(new URL(`./capture/${file}`, import.meta.url))
const server = spawn(process.execPath, [here('hostile-site.ts')], { stdio: ['ignore', 'pipe', 'inherit'] })
try {
  const addresses = await new Promise<HostileWeb['addresses']>((resolve) => {
    server.stdout.once('data', (line: Buffer) => resolve(JSON.parse(line.toString('utf8'))))
  })
  const shape = (name: string, bytes: number) => `${new URL(addresses.good).origin}/shape/${name}/${bytes}`
  const cases: [what: string, address: string, windowMs: number][] = [
    ['decompression bomb', addresses.bomb, WINDOW_MS],
    ['2 GB stream', addresses.stream, WINDOW_MS],
    ['slow-loris server', addresses.slow, SLOW_WINDOW_MS],
    ['10,000 redirects', addresses.redirects, WINDOW_MS],
    ['broken TLS', addresses.tls, WINDOW_MS],
    ['invalid charset', addresses.charset, WINDOW_MS],
    ['50 MB of nested tags', shape('deep', NESTED_BYTES), WINDOW_MS],
    ...SHAPES.map((name): [string, string, number] => [`25 MB: ${name}`, shape(name, READ_BYTES), WINDOW_MS]),
  ]
  const rows: Row[] = []
  for (const [what, address, windowMs] of cases)
    rows.push(await watched(what, address, windowMs, addresses.good))
  if (process.argv.includes('--json')) say(JSON.stringify({ rows, load: loadavg() }))
  else print(rows)
} finally {
  server.kill()
  rmSync(folder, { recursive: true, force: true })
}

/** A process for each, so that nobody's peak is another's. */
async function watched(what: string, address: string, windowMs: number, good: string): Promise<Row> {
  const args = [here('hostile-ours.ts'), address, String(windowMs), good, join(folder, String(Math.random()))]
  const ran = await runWatched(process.execPath, args)
  if (ran.code !== 0) throw new Error(`${what} ended the worker with ${ran.code}: ${ran.stderr}`)
  const result = JSON.parse(ran.stdout) as HostileResult
  return { what, result, workerMb: ran.ownPeakMb, readerMb: ran.childPeakMb, togetherMb: ran.peakRssMb }
}

function print(rows: Row[]) {
  say('Hostile pages: how the attempt ends, the most memory that the worker, the process that reads aside,')
  say('and both at one moment took, and whether the page after it is captured. Each in a fresh worker.\n')
  say(
    `  ${'page'.padEnd(22)}${'ends'.padEnd(24)}${'worker'.padStart(8)}${'reader'.padStart(8)}${'both'.padStart(8)}   next page    time`,
  )
  for (const { what, result, workerMb, readerMb, togetherMb } of rows) {
    const { end, next, seconds } = result
    const mb = [workerMb, readerMb, togetherMb].map((one) => one.toFixed(0).padStart(8)).join('')
    say(
      `  ${what.padEnd(22)}${`${end.ended} ${end.reason ?? ''}`.padEnd(24)}${mb}   ${next.ended.padEnd(9)}${seconds.toFixed(1).padStart(6)} s`,
    )
    if (end.message) say(`    “${end.message}”`)
  }
  const most = Math.max(...rows.flatMap(({ workerMb, readerMb }) => [workerMb, readerMb]))
  const both = Math.max(...rows.map(({ togetherMb }) => togetherMb))
  const served = rows.every(({ result }) => result.next.ended === 'done')
  const met = most <= BAR_MB && served
  say(
    `\n  No process above ${most.toFixed(0)} MB, both together never above ${both.toFixed(0)} MB; ${served ? 'every next page was captured' : 'A NEXT PAGE WAS LOST'}: the bar of ${BAR_MB} MB is ${met ? 'met' : 'MISSED'}.`,
  )
  say(
    `  Load average of the machine at the end: ${loadavg()
      .map((one) => one.toFixed(1))
      .join(', ')}.`,
  )
}

function say(text: string) {
  process.stdout.write(`${text}\n`)
}
