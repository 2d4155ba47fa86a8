/** Captures one address as a worker does: fetches, reads, packs, stores; and says how the attempt ended. */
import { createPack } from '#scrapers/archive/pack-capture.ts'
import { readAside } from '#scrapers/extract/read-aside.ts'
import { plain } from '#scrapers/fetch/plain.ts'
import { judged } from '#scrapers/judge-page.ts'
import { createPoliteness } from '#scrapers/kit/politeness.ts'
import { createWeb } from '#scrapers/kit/web.ts'
import type { BlobStore } from '#storage/blobs.server.ts'

export type HostileEnd = { ended: string; reason: string | null; message: string | null; signals: string[] }

/** `windowMs` is what the step has, as in a chain. */
type CaptureHostile = (address: string, windowMs: number) => Promise<HostileEnd>

/** One worker's tools; several addresses may follow each other, as in a run of its own each. */
export function hostileCapture(blobs: BlobStore): CaptureHostile {
  const policy = { allowLoopback: true, allowedPorts: 'any' as const, denyHosts: [] }
  const web = createWeb({ policy, userAgent: 'Stet benchmark' })
  const pack = createPack({ software: 'Stet benchmark', signingKeyPem: null, stamper: null })
  const scraper = judged(plain({ web, politeness: createPoliteness({ intervalMs: 0 }) }), {
    read: (request) => readAside(request),
    keep: () => {},
    pack,
  })
  return async (address, windowMs) => {
    const signal = AbortSignal.timeout(windowMs)
    const { outcome, facts } = await scraper.run({ address }, { signal, now: () => new Date() })
    const signals = facts.signals ?? []
    if (outcome.ended !== 'done')
      return { ended: outcome.ended, reason: outcome.reason, message: outcome.message, signals }
    const { fetched, reading, wacz } = outcome.value
    await blobs.put(wacz, 'application/wacz')
    await blobs.put(fetched.body, fetched.mediaType)
    await blobs.put(Buffer.from(reading.text), 'text/plain')
    return { ended: 'done', reason: null, message: null, signals }
  }
}
