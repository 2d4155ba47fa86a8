/** Walks the capture steps of a run for a source and keeps every part of what a usable page is made of. */
import { MACHINE } from '#domain/person.ts'
import type { RunRequest } from '#domain/run.ts'
import type { StoredBlob } from '#storage/blobs.server.ts'
import type { Desk } from '#storage/desk.server.ts'
import { proposeRelays } from '#usecases/origins/propose-relays.server.ts'
import type { NewCapture } from '#usecases/runs/close-attempt.server.ts'
import { walkChain } from './chain.ts'
import { type Fetched, type FetchRequest, pictureType, type Report } from './contract.ts'
import { type Brought, judged, type ReadHome } from './judge-page.ts'
import { closedAs, planOf, type RunInHand, recordWalk, tripOf } from './record-walk.ts'

export async function walkFetch(walk: RunInHand): Promise<void> {
  const { run, settings } = walk
  const { desk, registry } = settings
  const { upload } = run.request as unknown as RunRequest
  const input: FetchRequest = { address: run.source?.address ?? '' }
  if (upload) input.upload = { ...upload, bytes: await desk.blobs.get(upload.digest) }
  let unusable: Fetched | null = null
  const keep = ({ fetched }: ReadHome) => {
    unusable = fetched
  }
  const { trip, met } = tripOf(walk, run.source?.address ?? null)
  // The escort goes along to the end of the packing: whoever dates an archive learns of it too.
  const scrapers = registry.fetch.map((one) =>
    registry.escort(judged(one, { read: registry.read, pack: registry.pack, keep }), trip),
  )
  const events = walkChain({ ...planOf(walk), scrapers, input })
  let captured = false
  await recordWalk(walk, events, upload?.person ?? null, async (report: Report<Brought>) => {
    const kept: Fetched | null = unusable
    unusable = null
    const body = kept ? await desk.blobs.put((kept as Fetched).body, (kept as Fetched).mediaType) : null
    const capture = report.outcome.ended === 'done' ? await store(desk, report.outcome.value) : null
    captured ||= capture !== null
    return { ...closedAs(report, met), body, capture }
  })
  // Where the page says it has its story from is a proposal for a person, like everything a machine reads.
  if (captured && run.sourceId)
    await proposeRelays(desk, MACHINE, run.sourceId).catch((error: unknown) => {
      // A fault in reading relations between pages must not hold up the run that brought this one.
      settings.log(`relays of run ${run.id} broke: ${error instanceof Error ? error.stack : String(error)}`)
    })
}

/** Puts every part of a capture on disk, durably, before the database speaks of it. */
async function store(desk: Desk, { fetched, reading, wacz }: Brought): Promise<NewCapture> {
  const put = (bytes: Uint8Array, mediaType: string): Promise<StoredBlob> => desk.blobs.put(bytes, mediaType)
  const text = (content: string) => put(new TextEncoder().encode(content), 'text/plain; charset=utf-8')
  const { contentClass, title, byline, publisher, published, language, charset, charsetFrom } = reading
  const [packed, body, textBlob, articleBlob, screenshot, pdf] = await Promise.all([
    put(wacz, 'application/wacz'),
    put(fetched.body, fetched.mediaType),
    text(reading.text),
    text(reading.article),
    fetched.screenshot ? put(fetched.screenshot, pictureType(fetched)) : null,
    fetched.pdf ? put(fetched.pdf, 'application/pdf') : null,
  ])
  return {
    ...{ contentClass, title, byline, publisher, published, language, charset, charsetFrom },
    method: fetched.method,
    custody: fetched.custody,
    finalUrl: fetched.finalUrl,
    capturedAt: fetched.capturedAt,
    mediaType: fetched.mediaType,
    ...{ wacz: packed, body, textBlob, articleBlob, screenshot, pdf },
    text: reading.text,
    replacementCharacters: reading.replacementCharacters,
  }
}
