/** Reads pages that could hold up or fill the worker (large ones, and PDFs) in a process of their own, with limits. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { deserialize } from 'node:v8'
import type { PageReading, ReadRequest } from '#scrapers/contract.ts'
import { mediaKind } from './media-kind.ts'
import { unread } from './read-document.ts'
import { readPage } from './read-page.ts'
import { writeRequest } from './request-frame.ts'
import { residentMb } from './resident-mb.ts'

/**
 * `largeBytes`: pages above are read aside. `mostPageBytes`, `mostPdfBytes`: bodies above are kept and not read.
 * `maxHeapMb`: what the process may hold in objects. `maxResidentMb`: what it may take of the machine in all, looked at
 * while it reads.
 */
export type AsideLimits = {
  largeBytes: number
  mostPageBytes: number
  mostPdfBytes: number
  maxHeapMb: number
  maxResidentMb: number
  timeoutMs: number
}

const LIMITS: AsideLimits = {
  largeBytes: 2_000_000,
  // Fetch steps bring 25 MB at the most.
  mostPageBytes: 26_000_000,
  mostPdfBytes: 64_000_000,
  maxHeapMb: 192,
  // Some memory grows outside of the heap: parsers, buffers. What it grows by between two looks stays below 500 MB.
  maxResidentMb: 420,
  timeoutMs: 30_000,
}
/** Young objects: the usual 16 MB grows to three times as much beside the heap. */
const SEMI_SPACE_MB = 4
const LOOK_EVERY_MS = 25
/** Enough of an error of ours to find it. */
const STDERR_CHARS = 4_000
const READER = fileURLToPath(new URL('./reading-process.ts', import.meta.url))

/** One at a time: each may take its whole allowance of memory. */
let turn: Promise<unknown> = Promise.resolve()

/**
 * As `readPage`, for whatever comes from outside: the event loop stays free, memory and time are bounded. A page that
 * goes beyond its limits comes back unread, with the reason, and the next page is read as if nothing had happened.
 * A process and not a thread: where one allocation goes beyond a thread's limit, V8 ends the whole process.
 */
export async function readAside(
  request: ReadRequest,
  limits: Partial<AsideLimits> = {},
): Promise<PageReading> {
  const bounds = { ...LIMITS, ...limits }
  const { largeBytes, mostPageBytes, mostPdfBytes } = bounds
  const bytes = request.body.byteLength
  const kind = mediaKind(request.mediaType, request.body)
  if (kind === 'image' || kind === 'binary') return readPage(request)
  if (bytes > (kind === 'pdf' ? mostPdfBytes : mostPageBytes))
    return unread({ reason: 'too_large', message: `The page has ${bytes} bytes, more than is ever read.` })
  const rendered = request.renderedText?.length ?? 0
  if (kind !== 'pdf' && bytes + rendered <= largeBytes) return readPage(request)
  const mine = turn.then(() => inProcess(request, bounds))
  turn = mine.catch(() => {})
  return mine
}

function inProcess(request: ReadRequest, bounds: AsideLimits): Promise<PageReading> {
  const { maxHeapMb, maxResidentMb, timeoutMs } = bounds
  return new Promise((resolve, reject) => {
    // No environment, no writing to disk, no further processes: what reads hostile bytes needs none of it.
    const memory = [`--max-old-space-size=${maxHeapMb}`, `--max-semi-space-size=${SEMI_SPACE_MB}`]
    const reader = spawn(process.execPath, [...memory, '--permission', '--allow-fs-read=*', READER], {
      env: {} as NodeJS.ProcessEnv,
      stdio: 'pipe',
    })
    let stopped: PageReading['trouble']
    const stop = (why: PageReading['trouble']) => {
      stopped ??= why
      reader.kill('SIGKILL')
    }
    const late = setTimeout(() => stop(tooSlow(timeoutMs)), timeoutMs)
    const look = setInterval(() => {
      if (residentMb(reader.pid) > maxResidentMb) stop(tooMuch(maxResidentMb))
    }, LOOK_EVERY_MS)
    const ended = () => {
      clearTimeout(late)
      clearInterval(look)
    }
    const answer: Buffer[] = []
    let said = ''
    reader.stdout.on('data', (piece: Buffer) => answer.push(piece))
    reader.stderr.on('data', (piece: Buffer) => {
      said = (said + piece.toString('utf8')).slice(-STDERR_CHARS)
    })
    reader.on('error', (cause) => {
      ended()
      reject(new Error('No process could be started to read a page in.', { cause }))
    })
    reader.on('close', (code, signal) => {
      ended()
      if (code === 0) return resolve(deserialize(Buffer.concat(answer)) as PageReading)
      if (stopped) return resolve(unread(stopped))
      if (signal !== null) return resolve(unread(tooMuch(maxHeapMb)))
      reject(new Error(`Reading a page in a process of its own broke (code ${code}). ${said}`))
    })
    // A reader that dies early closes its end; why it died, its code tells.
    reader.stdin.on('error', () => {})
    writeRequest(reader.stdin, plainRequest(request))
  })
}

function tooSlow(timeoutMs: number) {
  const message = `Reading the page took longer than ${timeoutMs / 1000} seconds and was stopped.`
  return { reason: 'decode_failed' as const, message }
}

/** We stop a process that takes too much; V8 aborts one that outgrows its heap, the system one that outgrows the machine. */
function tooMuch(maxMb: number) {
  const message = `Reading the page took more than ${maxMb} MB of memory and was stopped.`
  return { reason: 'too_large' as const, message }
}

/** Callers pass more than they are asked for, and not all of it can be handed over. */
function plainRequest(request: ReadRequest): ReadRequest {
  const { body, mediaType, httpCharset, status, responseHeaders, url, renderedText, hops } = request
  return { body, mediaType, httpCharset, status, responseHeaders, url, renderedText, hops }
}
