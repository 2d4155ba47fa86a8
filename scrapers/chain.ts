/** The walk: one step after the other, each in its window, every attempt told as it opens and as it closes. Saves nothing. */
import { type PastAttempt, stepsToWalk, windowFor } from '#domain/run.ts'
import type { Chain, StepName } from '#domain/step.ts'
import type { Report, Scraper } from './contract.ts'

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
      ? await runInWindow(scraper, walk.input, { windowMs, cancelled: walk.cancelled, now })
      : skipped<Out>(`The step ${planned.step} is not part of this installation.`)
    yield { kind: 'closed', step: planned.step, report }
    if (chain.stopAtFirst && report.outcome.ended === 'done') return
  }
}

/**
 * Room for a step to notice that its window has closed, or that the run was stopped, and to answer, before the walk goes on
 * without it. Who has stopped a run waits for it.
 */
const GRACE_MS = { window: 1_500, cancelled: 400 }

/**
 * Runs one step within its window. Whatever happens, a report comes: a step that throws ends `failed` with reason `bug`, and
 * one that does not notice its closed window is left behind.
 */
export async function runInWindow<In, Out>(
  scraper: Scraper<In, Out>,
  input: In,
  within: { windowMs: number; cancelled: AbortSignal; now: () => Date },
): Promise<Report<Out>> {
  const { cancelled } = within
  const window = new AbortController()
  const closing = setTimeout(() => window.abort('window'), within.windowMs)
  const stop = () => window.abort('cancelled')
  cancelled.addEventListener('abort', stop)
  if (cancelled.aborted) stop()
  const late = leftBehind<Out>(window.signal)
  try {
    return await Promise.race([
      tryOne(scraper, input, { signal: window.signal, now: within.now }),
      late.report,
    ])
  } finally {
    clearTimeout(closing)
    late.forget()
    cancelled.removeEventListener('abort', stop)
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
function leftBehind<Out>(signal: AbortSignal): { report: Promise<Report<Out>>; forget: () => void } {
  let timer: NodeJS.Timeout | undefined
  let answer = () => {}
  const report = new Promise<Report<Out>>((resolve) => {
    answer = () => {
      const isStopped = signal.reason === 'cancelled'
      const graceMs = isStopped ? GRACE_MS.cancelled : GRACE_MS.window
      timer = setTimeout(() => resolve(isStopped ? STOPPED : TOO_LATE), graceMs)
    }
  })
  if (signal.aborted) answer()
  else signal.addEventListener('abort', answer, { once: true })
  return {
    report,
    forget: () => {
      signal.removeEventListener('abort', answer)
      clearTimeout(timer)
    },
  }
}

const NO_FACTS = { asked: '', askedOf: null }
const STOPPED: Report<never> = {
  outcome: { ended: 'failed', reason: 'cancelled', message: 'The run was stopped.' },
  facts: NO_FACTS,
}
const TOO_LATE: Report<never> = {
  outcome: {
    ended: 'failed',
    reason: 'timeout_window',
    message: 'No answer came before the time window closed.',
  },
  facts: NO_FACTS,
}

function skipped<Out>(message: string): Report<Out> {
  return {
    outcome: { ended: 'skipped', reason: 'not_configured', message },
    facts: { asked: '', askedOf: null },
  }
}
