/**
 * One hostile address in a process of its own, and an ordinary page after it: `hostile-ours.ts ADDRESS WINDOW_MS GOOD FOLDER`.
 * Prints one line of JSON.
 */
import { openBlobStore } from '#storage/blobs.server.ts'
import { type HostileEnd, hostileCapture } from './capture-hostile.ts'

export type HostileResult = { end: HostileEnd; next: HostileEnd; seconds: number }

const [address, windowMs, good, folder] = process.argv.slice(2) as [string, string, string, string]
const capture = hostileCapture(openBlobStore(folder))
const started = performance.now()
const end = await capture(address, Number(windowMs))
const seconds = (performance.now() - started) / 1000
const next = await capture(good, 20_000)
const result: HostileResult = { end, next, seconds }
process.stdout.write(`${JSON.stringify(result)}\n`)
