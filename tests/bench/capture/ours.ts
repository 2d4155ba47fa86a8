/**
 * Our side of the benchmark, in a process of its own: fetches pages, reads, packs and signs them, and puts each archive on
 * disk, synced. `ours.ts http|browser SITE FOLDER PAGES CONCURRENCY [CHROMIUM]`; prints one line of JSON.
 */
import { generateKeyPairSync } from 'node:crypto'
import { createPack } from '#scrapers/archive/pack-capture.ts'
import type { Fetched } from '#scrapers/contract.ts'
import { readAside } from '#scrapers/extract/read-aside.ts'
import { plain } from '#scrapers/fetch/plain.ts'
import { rendered } from '#scrapers/fetch/rendered.ts'
import { createBrowser } from '#scrapers/kit/browser.ts'
import type { GuardPolicy } from '#scrapers/kit/guard.ts'
import { createPoliteness } from '#scrapers/kit/politeness.ts'
import { createWeb } from '#scrapers/kit/web.ts'
import { openBlobStore } from '#storage/blobs.server.ts'

export type OursResult = {
  pages: number
  seconds: number
  /** milliseconds a page that each stage took, waiting included */
  stagesMs: Record<'fetch' | 'read' | 'pack' | 'store', number>
  peakRssMb: number
  archivedMb: number
  /** memory after so many pages; the heap after a collection */
  growth: { pages: number; rssMb: number; heapMb: number }[]
}

const [path, site, folder, pages, concurrency, chromium] = process.argv.slice(2) as [
  'http' | 'browser',
  string,
  string,
  string,
  string,
  string?,
]
const WARM_UP_PAGES = path === 'http' ? 40 : 1
const WARM_UP_FROM = 5_000
const LOOKS = [100, 500, 750, 1000]
const policy: GuardPolicy = { allowLoopback: true, allowedPorts: 'any', denyHosts: [] }
const atOnce = Number(concurrency)
const politeness = createPoliteness({ concurrency: atOnce, intervalMs: 0, budgets: [] })
const browser = createBrowser({ executablePath: chromium ?? null, policy })
const step =
  path === 'http'
    ? plain({ web: createWeb({ policy, userAgent: 'Stet benchmark' }), politeness })
    : rendered({ browser, policy })
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' })
const signingKeyPem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const pack = createPack({ software: 'Stet benchmark', signingKeyPem, stamper: null })
const blobs = openBlobStore(folder)
const signal = new AbortController().signal
const spent = { fetch: 0, read: 0, pack: 0, store: 0 }
const growth: OursResult['growth'] = []
let done = 0
let archived = 0
let paused = 0

// A worker runs for days: what it does once, on its first pages, is not part of the time.
for (let number = 0; number < WARM_UP_PAGES; number += 1)
  await capture(`${site}/page/${WARM_UP_FROM + number}`)
archived = 0
for (const stage of ['fetch', 'read', 'pack', 'store'] as const) spent[stage] = 0
const started = performance.now()
let next = 0
await Promise.all(Array.from({ length: atOnce }, work))
const seconds = (performance.now() - started - paused) / 1000
await browser.close()
const result: OursResult = {
  pages: done,
  seconds,
  stagesMs: {
    fetch: spent.fetch / done,
    read: spent.read / done,
    pack: spent.pack / done,
    store: spent.store / done,
  },
  peakRssMb: process.resourceUsage().maxRSS / 1024,
  archivedMb: archived / 1e6,
  growth,
}
process.stdout.write(`${JSON.stringify(result)}\n`)

async function work(): Promise<void> {
  while (next < Number(pages)) {
    const number = next
    next += 1
    await capture(`${site}/page/${number}`)
    done += 1
    if (LOOKS.includes(done)) look()
  }
}

async function capture(address: string): Promise<void> {
  const fetched = await timed('fetch', async (): Promise<Fetched> => {
    const { outcome } = await step.run({ address }, { signal, now: () => new Date() })
    if (outcome.ended !== 'done') throw new Error(`${address}: ${outcome.reason} ${outcome.message}`)
    return outcome.value
  })
  const reading = await timed('read', () => readAside({ ...fetched, url: fetched.finalUrl }))
  if (reading.contentClass !== 'article') throw new Error(`${address}: read as ${reading.contentClass}`)
  const { wacz } = await timed('pack', () => pack({ fetched, reading }, signal))
  await timed('store', () => blobs.put(wacz, 'application/wacz'))
  archived += wacz.byteLength
}

async function timed<T>(stage: keyof typeof spent, task: () => Promise<T>): Promise<T> {
  const from = performance.now()
  try {
    return await task()
  } finally {
    spent[stage] += performance.now() - from
  }
}

function look(): void {
  const from = performance.now()
  globalThis.gc?.()
  const { rss, heapUsed } = process.memoryUsage()
  growth.push({ pages: done, rssMb: rss / 1e6, heapMb: heapUsed / 1e6 })
  paused += performance.now() - from
}
