/**
 * Our side of the benchmark, in a process of its own: `ours.ts WAY SITE FOLDER PAGES CONCURRENCY [CHROMIUM]`. WAY says how far
 * pages are taken: `warc` fetches each and puts its WARC on disk, synced; `wacz` packs and signs it as well; `whole` reads it
 * first, as the worker does; `browser` fetches it with a browser and then goes the whole way. Prints one line of JSON.
 */
import { generateKeyPairSync } from 'node:crypto'
import { captureWarc } from '#scrapers/archive/capture-warc.ts'
import { createPack } from '#scrapers/archive/pack-capture.ts'
import type { Fetched, PageReading } from '#scrapers/contract.ts'
import { readAside } from '#scrapers/extract/read-aside.ts'
import { plain } from '#scrapers/fetch/plain.ts'
import { rendered } from '#scrapers/fetch/rendered.ts'
import { createBrowser } from '#scrapers/kit/browser.ts'
import type { GuardPolicy } from '#scrapers/kit/guard.ts'
import { createPoliteness } from '#scrapers/kit/politeness.ts'
import { createWeb } from '#scrapers/kit/web.ts'
import { openBlobStore } from '#storage/blobs.server.ts'

export type Way = 'warc' | 'wacz' | 'whole' | 'browser'

export type OursResult = {
  pages: number
  seconds: number
  /** milliseconds a page that each stage took, waiting included */
  stagesMs: Record<'fetch' | 'read' | 'pack' | 'store', number>
  /** processor time a page, in milliseconds: of all threads, and of the one that everything else waits for */
  cpuMs: number
  mainThreadMs: number
  peakRssMb: number
  archivedMb: number
  /** memory after so many pages; the heap after a collection */
  growth: { pages: number; rssMb: number; heapMb: number }[]
}

const [way, site, folder, pages, concurrency, chromium] = process.argv.slice(2) as [
  Way,
  string,
  string,
  string,
  string,
  string?,
]
const SOFTWARE = 'Stet benchmark'
/** Enough for the compiler to have seen what is done for every page. */
const WARM_UP_PAGES = way === 'browser' ? 1 : 1000
const WARM_UP_FROM = 5_000
const LOOKS = [100, 500, 1000, 2000, 3000]
const policy: GuardPolicy = { allowLoopback: true, allowedPorts: 'any', denyHosts: [] }
const atOnce = Number(concurrency)
const politeness = createPoliteness({ concurrency: atOnce, intervalMs: 0, budgets: [] })
const browser = createBrowser({ executablePath: chromium ?? null, policy })
const step =
  way === 'browser'
    ? rendered({ browser, policy })
    : plain({ web: createWeb({ policy, userAgent: SOFTWARE }), politeness })
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' })
const signingKeyPem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const pack = createPack({ software: SOFTWARE, signingKeyPem, stamper: null })
const blobs = openBlobStore(folder)
const NOT_READ: PageReading = {
  ...{
    contentClass: 'article',
    signals: [],
    text: '',
    article: '',
    title: null,
    byline: null,
    publisher: null,
  },
  ...{
    published: null,
    modified: null,
    language: null,
    charset: null,
    charsetFrom: null,
    replacementCharacters: 0,
  },
}
const signal = new AbortController().signal
const spent = { fetch: 0, read: 0, pack: 0, store: 0 }
const growth: OursResult['growth'] = []
let done = 0
let archived = 0
let paused = 0

// A worker runs for days: what it does once, on its first pages, is not part of the time.
await walk(WARM_UP_PAGES, (number) => capture(`${site}/page/${WARM_UP_FROM + number}`))
archived = 0
for (const stage of ['fetch', 'read', 'pack', 'store'] as const) spent[stage] = 0
const started = performance.now()
const cpu = process.cpuUsage()
const mainThread = process.threadCpuUsage()
await walk(Number(pages), async (number) => {
  await capture(`${site}/page/${number}`)
  done += 1
  if (LOOKS.includes(done)) look()
})
const seconds = (performance.now() - started - paused) / 1000
const cpuMs = total(process.cpuUsage(cpu)) / 1000 / done
const mainThreadMs = total(process.threadCpuUsage(mainThread)) / 1000 / done
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
  cpuMs,
  mainThreadMs,
  peakRssMb: process.resourceUsage().maxRSS / 1024,
  archivedMb: archived / 1e6,
  growth,
}
process.stdout.write(`${JSON.stringify(result)}\n`)

/** `count` tasks, so many at once as asked for. */
async function walk(count: number, task: (number: number) => Promise<void>): Promise<void> {
  let next = 0
  const work = async () => {
    while (next < count) {
      const number = next
      next += 1
      await task(number)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}

function total({ user, system }: NodeJS.CpuUsage): number {
  return user + system
}

async function capture(address: string): Promise<void> {
  const fetched = await timed('fetch', async (): Promise<Fetched> => {
    const { outcome } = await step.run({ address }, { signal, now: () => new Date() })
    if (outcome.ended !== 'done') throw new Error(`${address}: ${outcome.reason} ${outcome.message}`)
    return outcome.value
  })
  const reading =
    way === 'warc' || way === 'wacz'
      ? NOT_READ
      : await timed('read', () => readAside({ ...fetched, url: fetched.finalUrl }))
  if (reading.contentClass !== 'article') throw new Error(`${address}: read as ${reading.contentClass}`)
  const archive = await timed('pack', async () =>
    way === 'warc'
      ? (await captureWarc(fetched, reading, SOFTWARE)).warc
      : (await pack({ fetched, reading }, signal)).wacz,
  )
  await timed('store', () => blobs.put(archive, 'application/octet-stream'))
  archived += archive.byteLength
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
