/** The walk: one step after the other, each in its window, every attempt told as it opens and as it closes. Saves nothing. */
import type { AttemptFacts, Outcome } from '#domain/attempt.ts'
import { reasonOfClass } from '#domain/capture.ts'
import { type PastAttempt, stepsToWalk, windowFor } from '#domain/run.ts'
import type { Chain, StepName } from '#domain/step.ts'
import type { Fetched, Packed, PageReading, ReadRequest, Report, Scraper } from './contract.ts'

/** What the walk tells its caller. The caller records `opened` before it asks for more: only then does the step begin. */
export type ChainEvent<Out> =
  | { kind: 'opened'; step: StepName; version: string; windowMs: number }
  | { kind: 'closed'; step: StepName; report: Report<Out> }

/** What one walk needs. `past` holds the attempts on record, so that a walk goes on where another stopped. */
export type Walk<In, Out> = {
  chain: Chain
  past: PastAttempt[]
  startedAt: Date
  scrapers: Scraper<In, Out>[]
  input: In
  /** fires when a person stops the run, or when the run is no longer ours */
  cancelled: AbortSignal
  now: () => Date
}

/**
 * Walks the steps that are still to do. A chain that stops at the first usable answer ends there; others walk on.
 * Whatever happens inside a step becomes a report: a step that throws ends `failed` with reason `bug` and the chain goes on.
 */
export async function* walkChain<In, Out>(walk: Walk<In, Out>): AsyncGenerator<ChainEvent<Out>> {
  const { chain, startedAt, now } = walk
  for (const planned of stepsToWalk(chain, walk.past, startedAt, now())) {
    const windowMs = windowFor(planned, chain, startedAt, now())
    if (walk.cancelled.aborted || windowMs === 0) return
    const scraper = walk.scrapers.find((one) => one.name === planned.step)
    yield { kind: 'opened', step: planned.step, version: scraper?.version ?? 'absent', windowMs }
    const report = scraper
      ? await inWindow(scraper, walk, windowMs)
      : skipped<Out>(`The step ${planned.step} is not part of this installation.`)
    yield { kind: 'closed', step: planned.step, report }
    if (chain.stopAtFirst && report.outcome.ended === 'done') return
  }
}

/** Room for a step to notice that its window has closed and to answer, before the walk goes on without it. */
const GRACE_MS = 1_500

async function inWindow<In, Out>(
  scraper: Scraper<In, Out>,
  walk: Walk<In, Out>,
  windowMs: number,
): Promise<Report<Out>> {
  const window = new AbortController()
  const closing = setTimeout(() => window.abort('window'), windowMs)
  const stop = () => window.abort('cancelled')
  walk.cancelled.addEventListener('abort', stop)
  if (walk.cancelled.aborted) stop()
  try {
    return await Promise.race([
      tryOne(scraper, walk.input, { signal: window.signal, now: walk.now }),
      leftBehind<Out>(window.signal),
    ])
  } finally {
    clearTimeout(closing)
    walk.cancelled.removeEventListener('abort', stop)
  }
}

/** The only place where a throw is caught: our own fault is recorded like the world's, and the chain goes on. */
async function tryOne<In, Out>(
  scraper: Scraper<In, Out>,
  input: In,
  tools: { signal: AbortSignal; now: () => Date },
): Promise<Report<Out>> {
  try {
    return await scraper.run(input, tools)
  } catch (error) {
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    return {
      outcome: { ended: 'failed', reason: 'bug', message: `This step broke, which is our fault. ${message}` },
      facts: {
        asked: '',
        askedOf: null,
        detail: { stack: error instanceof Error ? (error.stack ?? '') : '' },
      },
    }
  }
}

/** Answers for a step that does not notice its closed window: no step can hold up a chain. */
function leftBehind<Out>(signal: AbortSignal): Promise<Report<Out>> {
  return new Promise((resolve) => {
    const answer = () =>
      setTimeout(() => {
        const stopped = signal.reason === 'cancelled'
        resolve({
          outcome: stopped
            ? { ended: 'failed', reason: 'cancelled', message: 'The run was stopped.' }
            : {
                ended: 'failed',
                reason: 'timeout_window',
                message: 'No answer came before the time window closed.',
              },
          facts: { asked: '', askedOf: null },
        })
      }, GRACE_MS)
    if (signal.aborted) answer()
    else signal.addEventListener('abort', answer, { once: true })
  })
}

function skipped<Out>(message: string): Report<Out> {
  return {
    outcome: { ended: 'skipped', reason: 'not_configured', message },
    facts: { asked: '', askedOf: null },
  }
}

/** A page brought home, read, and packed: what a usable fetch attempt ends with. */
export type Brought = { fetched: Fetched; reading: PageReading; wacz: Uint8Array }

/** What turns fetched bytes into evidence; given by the registry, so that the walk itself knows no method. */
export type Workbench = {
  read: (request: ReadRequest) => Promise<PageReading>
  /** `signal` ends the wait for whoever dates the archive; the archive itself is made all the same */
  pack: (page: { fetched: Fetched; reading: PageReading }, signal: AbortSignal) => Promise<Packed>
  /** told of every page that was not usable, so that its bytes are kept with the attempt */
  keep: (fetched: Fetched) => void
}

/**
 * Makes a fetch step judge what it brought home: the content's class decides whether the attempt is done, never the
 * HTTP code. A usable page is packed at once; an unusable one ends the attempt with the reason of its class.
 */
export function judged<In>(scraper: Scraper<In, Fetched>, workbench: Workbench): Scraper<In, Brought> {
  return {
    name: scraper.name,
    version: scraper.version,
    run: async (input, tools) => {
      const { outcome, facts } = await scraper.run(input, tools)
      if (outcome.ended !== 'done') return { outcome, facts }
      const fetched = outcome.value
      const reading = await workbench.read({ ...fetched, url: fetched.finalUrl })
      const told: AttemptFacts = { ...facts, contentClass: reading.contentClass, signals: reading.signals }
      const reason = reading.trouble?.reason ?? reasonOfClass(reading.contentClass)
      if (reason !== null) {
        workbench.keep(fetched)
        return { outcome: unusable(reason, reading, fetched.status), facts: told }
      }
      const { wacz, seal } = await workbench.pack({ fetched, reading }, tools.signal)
      const sealed: AttemptFacts = { ...told, detail: { ...told.detail, seal } }
      return { outcome: { ended: 'done', value: { fetched, reading, wacz } }, facts: sealed }
    },
  }
}

function unusable(
  reason: NonNullable<ReturnType<typeof reasonOfClass>>,
  reading: PageReading,
  status: number,
): Outcome<never> {
  if (reading.trouble) return { ended: 'failed', reason, message: reading.trouble.message }
  const seen = reading.signals.length > 0 ? ` Seen: ${reading.signals.join('; ')}.` : ''
  if (reason === 'no_results')
    return { ended: 'nothing', reason, message: `The page holds no text to read.${seen}` }
  const what = reading.contentClass.replaceAll('_', ' ')
  return {
    ended: 'failed',
    reason,
    message: `What came back (HTTP ${status}) is not the page but: ${what}.${seen}`,
  }
}
