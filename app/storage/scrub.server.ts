/** Re-reads every blob and says which are damaged or missing, and whose evidence they are. Changes nothing. */
import type { Desk } from './desk.server.ts'

/**
 * - `damaged`: the file has other bytes than its address says, or cannot be read.
 * - `missing`: the records speak of it, and there is no file.
 * - `unknown`: a file that no record speaks of; harmless, a step that was cut short leaves one.
 * - `leftover`: a file that is no blob: a write that a crash cut off, or a damaged copy set aside.
 */
export type ScrubFault = {
  state: 'damaged' | 'missing' | 'unknown' | 'leftover'
  /** hex SHA-256, or null for a leftover */
  digest: string | null
  /** where it lies, or should lie, in the blob folder */
  path: string
  /** what the blob is part of, in words */
  partOf: string[]
}

export type Scrubbed = { blobs: number; bytes: number; faults: ScrubFault[] }

/** A worker stores bytes before it records them: files younger than this are not yet called unknown or left over. */
const UNDER_WAY_MS = 60 * 60 * 1000

/** Reads everything once, in the order of digests. `seen` is told after every blob, for the one who waits. */
export async function scrubBlobs(desk: Desk, seen: (blobs: number) => void = () => {}): Promise<Scrubbed> {
  const recorded = await desk.db.blob.findMany({
    select: { digest: true, bytes: true },
    orderBy: { digest: 'asc' },
  })
  const faults: ScrubFault[] = []
  let bytes = 0
  for (const [index, blob] of recorded.entries()) {
    const state = await desk.blobs.check(blob.digest)
    bytes += blob.bytes
    if (state !== 'whole')
      faults.push({ state, ...placed(blob.digest), partOf: await partOf(desk, blob.digest) })
    seen(index + 1)
  }
  const known = new Set(recorded.map(({ digest }) => digest))
  for await (const { path, digest, changedAt } of desk.blobs.files()) {
    if (digest !== null && known.has(digest)) continue
    if (Date.now() - changedAt.getTime() < UNDER_WAY_MS && !path.includes('.damaged.')) continue
    if (digest === null) faults.push({ state: 'leftover', digest, path, partOf: [] })
    else {
      const state = (await desk.blobs.check(digest)) === 'whole' ? 'unknown' : 'damaged'
      faults.push({ state, digest, path, partOf: [] })
    }
  }
  return { blobs: recorded.length, bytes, faults }
}

function placed(digest: string): { digest: string; path: string } {
  return { digest, path: `${digest.slice(0, 2)}/${digest}` }
}

const PARTS = [
  ['digest', 'the archive (WACZ)'],
  ['bodyDigest', 'the bytes of the page'],
  ['textDigest', 'the text'],
  ['articleDigest', 'the article text'],
  ['screenshotDigest', 'the picture'],
  ['pdfDigest', 'the print (PDF)'],
] as const

async function partOf(desk: Desk, digest: string): Promise<string[]> {
  const captures = await desk.db.capture.findMany({
    where: { OR: PARTS.map(([column]) => ({ [column]: digest })) },
  })
  const attempts = await desk.db.attempt.findMany({
    where: { bodyDigest: digest, capture: null },
    select: { id: true, finalUrl: true },
  })
  const leads = await desk.db.lead.findMany({
    where: { textDigest: digest },
    select: { id: true, address: true },
  })
  return [
    ...captures.map((capture) => {
      const parts = PARTS.filter(([column]) => capture[column] === digest).map(([, words]) => words)
      return `${parts.join(', ')} of capture ${capture.id} (${capture.finalUrl}, ${capture.capturedAt.toISOString()})`
    }),
    ...leads.map(({ id, address }) => `the text that lead ${id} was judged by (${address})`),
    ...attempts.map(
      ({ id, finalUrl }) => `what attempt ${id} received${finalUrl ? ` from ${finalUrl}` : ''}`,
    ),
  ]
}
