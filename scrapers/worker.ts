/** The worker: takes a run, walks its chain, records every attempt, and lets go when the run is no longer its own. */
import { randomUUID } from 'node:crypto'
import type { Reason } from '#domain/attempt.ts'
import type { EgressEntry } from '#domain/egress.ts'
import { MACHINE } from '#domain/person.ts'
import { LEASE_MS, type RunRequest } from '#domain/run.ts'
import type { Chain } from '#domain/step.ts'
import { runLocalQueue } from '#queue/local.server.ts'
import type { StoredBlob } from '#storage/blobs.server.ts'
import { knownAddresses, pagesOfClaim } from '#storage/claim-pages.server.ts'
import type { Desk } from '#storage/desk.server.ts'
import { sensitivityOfRun } from '#storage/egress.server.ts'
import { type RunRecord, renewLease } from '#storage/runs.server.ts'
import { type ClosedAttempt, closeAttempt, type NewCapture } from '#usecases/runs/close-attempt.server.ts'
import { finishRun } from '#usecases/runs/finish-run.server.ts'
import { openAttempt } from '#usecases/runs/open-attempt.server.ts'
import { takeRun } from '#usecases/runs/take-run.server.ts'
import { askDueWatches } from '#usecases/watches/ask-due-watches.server.ts'
import { callWitnesses, lookAgain } from './call-witnesses.ts'
import { type Brought, type ChainEvent, judged, walkChain } from './chain.ts'
import { type Fetched, type FetchRequest, type Lead, pictureType, type Report } from './contract.ts'
import { readBackRun } from './read-back.ts'
import type { Registry } from './registry.ts'

/** How often a worker renews its lease and looks whether somebody wants the run stopped. */
const RENEW_EVERY_MS = 700
const POLL_MS = 400
/** How often the worker looks for watches that are due: they count in hours. */
const WATCHES_EVERY_MS = 5_000
/** Two runs at once: a browser and a slow site should not make each other wait, and a small machine still breathes. */
const CONCURRENT_RUNS = 2

export type WorkerSettings = {
  desk: Desk
  registry: Registry
  signal: AbortSignal
  /** told of every fault of our own and of every run's end, for the log */
  log: (line: string) => void
}

/** Works until the signal fires; a run it has begun is then let go of and taken up by the next worker. */
export async function startWorker(settings: WorkerSettings): Promise<void> {
  const workerId = randomUUID()
  let askedAt = 0
  // Archives take minutes; no run waits for them, and the worker ends only when they have been told that it does.
  const witnessing = new Set<Promise<void>>()
  const witness = (runId: string) => {
    const { desk, registry, signal } = settings
    const { witnesses } = registry
    const asking = callWitnesses({ desk, witnesses }, runId, signal)
      .then(() => lookAgain({ desk, witnesses }, signal))
      .catch((error: unknown) => settings.log(`witnesses of run ${runId} broke: ${String(error)}`))
      .finally(() => witnessing.delete(asking))
    witnessing.add(asking)
  }
  const askWatches = async () => {
    // A monotonic clock: the desk's may be set, or stand still in a test.
    if (askedAt > 0 && performance.now() - askedAt < WATCHES_EVERY_MS) return
    askedAt = performance.now()
    await askDueWatches(settings.desk, MACHINE)
  }
  await runLocalQueue<RunRecord>({
    signal: settings.signal,
    concurrency: CONCURRENT_RUNS,
    pollMs: POLL_MS,
    take: async () => {
      await askWatches()
      const taken = await takeRun(settings.desk, MACHINE, workerId)
      return taken.ok ? taken.value : null
    },
    work: (run) =>
      workOn(settings, run, workerId)
        .then(() => {
          if (run.kind === 'fetch') witness(run.id)
        })
        .catch((error: unknown) => {
          settings.log(`run ${run.id} broke: ${error instanceof Error ? error.stack : String(error)}`)
        }),
  })
  await Promise.all(witnessing)
}

/** Walks one run to its end. Public so that a command can walk a run without a queue. */
export async function workOn(settings: WorkerSettings, run: RunRecord, workerId: string): Promise<void> {
  const { desk } = settings
  const mine = { id: run.id, workerId }
  const stop = new AbortController()
  let lost = false
  const renewing = setInterval(async () => {
    const until = new Date(desk.now().getTime() + LEASE_MS)
    const lease = await renewLease(desk.db, mine, until).catch(() => null)
    if (lease && !lease.mine) lost = true
    if (lease && (!lease.mine || lease.cancelRequested)) stop.abort('cancelled')
  }, RENEW_EVERY_MS)
  const letGo = () => {
    lost = true
    stop.abort('cancelled')
  }
  settings.signal.addEventListener('abort', letGo)
  try {
    if (run.kind === 'find') await walkFind(settings, run, mine, stop.signal, () => lost)
    else await walkFetch(settings, run, mine, stop.signal, () => lost)
    // While the run is still ours: a worker that takes it over reads back what this one did not.
    if (run.kind === 'fetch' && !lost) await readBackRun(settings, run.id, stop.signal)
    if (lost) return
    await finishRun(desk, MACHINE, mine, stop.signal.aborted ? 'cancelled' : 'finished')
    settings.log(`run ${run.id} ${stop.signal.aborted ? 'stopped' : 'finished'}`)
  } finally {
    clearInterval(renewing)
    settings.signal.removeEventListener('abort', letGo)
  }
}

type Mine = { id: string; workerId: string }

function plan(settings: WorkerSettings, run: RunRecord, cancelled: AbortSignal) {
  return {
    chain: run.chain as unknown as Chain,
    past: run.attempts,
    startedAt: run.startedAt ?? settings.desk.now(),
    cancelled,
    now: settings.desk.now,
  }
}

async function walkFind(
  settings: WorkerSettings,
  run: RunRecord,
  mine: Mine,
  cancelled: AbortSignal,
  isLost: () => boolean,
): Promise<void> {
  const request = run.request as unknown as RunRequest
  const input = {
    claimText: run.claim?.text ?? '',
    queries: request.queries ?? [],
    language: request.language ?? null,
    known: run.claimId ? await knownAddresses(settings.desk.db, run.claimId) : [],
    sites: request.sites ?? [],
    pages: () => (run.claimId ? pagesOfClaim(settings.desk, run.claimId) : Promise.resolve([])),
  }
  const { trip, met } = tripOf(settings, run)
  const scrapers = settings.registry.find.map((one) => settings.registry.escort(one, trip))
  const events = walkChain({ ...plan(settings, run, cancelled), scrapers, input })
  await record(settings, events, mine, null, isLost, async (report: Report<Lead[]>) => ({
    ...closed(report, met),
    leads: report.outcome.ended === 'done' ? report.outcome.value : [],
  }))
}

async function walkFetch(
  settings: WorkerSettings,
  run: RunRecord,
  mine: Mine,
  cancelled: AbortSignal,
  isLost: () => boolean,
): Promise<void> {
  const { desk, registry } = settings
  const { upload } = run.request as unknown as RunRequest
  const input: FetchRequest = { address: run.source?.address ?? '' }
  if (upload) input.upload = { ...upload, bytes: await desk.blobs.get(upload.digest) }
  let unusable: Fetched | null = null
  const keep = (fetched: Fetched) => {
    unusable = fetched
  }
  const { trip, met } = tripOf(settings, run)
  // The escort goes along to the end of the packing: whoever dates an archive learns of it too.
  const scrapers = registry.fetch.map((one) =>
    registry.escort(judged(one, { read: registry.read, pack: registry.pack, keep }), trip),
  )
  const events = walkChain({ ...plan(settings, run, cancelled), scrapers, input })
  await record(settings, events, mine, upload?.person ?? null, isLost, async (report: Report<Brought>) => {
    const kept: Fetched | null = unusable
    unusable = null
    const body = kept ? await desk.blobs.put((kept as Fetched).body, (kept as Fetched).mediaType) : null
    const capture = report.outcome.ended === 'done' ? await store(desk, report.outcome.value) : null
    return { ...closed(report, met), body, capture }
  })
}

/** Writes each event down before asking for the next. Stops silently when the run has been taken over: it is on record there. */
async function record<Out>(
  settings: WorkerSettings,
  events: AsyncGenerator<ChainEvent<Out>>,
  mine: Mine,
  person: string | null,
  isLost: () => boolean,
  toClosed: (report: Report<Out>) => Promise<ClosedAttempt>,
): Promise<void> {
  let attemptId = ''
  for await (const event of events) {
    if (isLost()) return
    if (event.kind === 'opened') {
      const { step, version, windowMs } = event
      const opened = await openAttempt(settings.desk, MACHINE, mine, { step, version, windowMs, person })
      if (!opened.ok) return
      attemptId = opened.value.id
      continue
    }
    const attempt = { id: attemptId, workerId: mine.workerId }
    const answer = await closeAttempt(settings.desk, MACHINE, attempt, await toClosed(event.report))
    if (!answer.ok) return
  }
}

/** What the escort is told of a run. `met` gathers whom the step under way meets outside, and is emptied as its attempt closes. */
function tripOf({ desk }: WorkerSettings, run: RunRecord) {
  const met: EgressEntry[] = []
  return {
    met,
    trip: {
      source: run.source?.address ?? null,
      sensitivity: () => sensitivityOfRun(desk.db, run.id),
      note: (entry: EgressEntry) => void met.push(entry),
    },
  }
}

function closed(report: Report<unknown>, met: EgressEntry[]): ClosedAttempt {
  const { outcome, facts } = report
  const no: { reason: Reason | null; message: string | null } =
    outcome.ended === 'done' ? { reason: null, message: null } : outcome
  return {
    ended: outcome.ended,
    reason: no.reason,
    message: no.message,
    facts,
    body: null,
    leads: [],
    capture: null,
    egress: met.splice(0),
  }
}

/** Puts every part of a capture on disk, durably, before the database speaks of it. */
async function store(desk: Desk, { fetched, reading, wacz }: Brought): Promise<NewCapture> {
  const put = (bytes: Uint8Array, mediaType: string): Promise<StoredBlob> => desk.blobs.put(bytes, mediaType)
  const text = (content: string) => put(new TextEncoder().encode(content), 'text/plain; charset=utf-8')
  const { contentClass, title, byline, publisher, published, language, charset, charsetFrom } = reading
  return {
    ...{ contentClass, title, byline, publisher, published, language, charset, charsetFrom },
    method: fetched.method,
    custody: fetched.custody,
    finalUrl: fetched.finalUrl,
    capturedAt: fetched.capturedAt,
    mediaType: fetched.mediaType,
    wacz: await put(wacz, 'application/wacz'),
    body: await put(fetched.body, fetched.mediaType),
    textBlob: await text(reading.text),
    articleBlob: await text(reading.article),
    screenshot: fetched.screenshot ? await put(fetched.screenshot, pictureType(fetched)) : null,
    pdf: fetched.pdf ? await put(fetched.pdf, 'application/pdf') : null,
    text: reading.text,
    replacementCharacters: reading.replacementCharacters,
  }
}
