/** The walk: steps in order, each in its window, every attempt told, and our own faults recorded like the world's. */
import { describe, expect, it } from 'vitest'
import type { PastAttempt } from '#domain/run.ts'
import type { Chain, StepName } from '#domain/step.ts'
import { walkChain } from '#scrapers/chain.ts'
import type { Fetched, PageReading, Report, Scraper } from '#scrapers/contract.ts'
import { judged } from '#scrapers/judge-page.ts'

type Behaviour = (signal: AbortSignal) => Promise<Report<string>>

const facts = { asked: 'q', askedOf: 'engine' }
const done: Behaviour = async () => ({ outcome: { ended: 'done', value: 'found' }, facts })
const nothing: Behaviour = async () => ({
  outcome: { ended: 'nothing', reason: 'no_results', message: 'None.' },
  facts,
})
const breaks: Behaviour = async () => {
  throw new Error('a fault of ours')
}
const hangs: Behaviour = (signal) =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () =>
      resolve({
        outcome: { ended: 'failed', reason: 'timeout_window', message: `closed: ${signal.reason}` },
        facts,
      }),
    )
  })
const deaf: Behaviour = () => new Promise(() => {})

function step(name: StepName, run: Behaviour): Scraper<string, string> {
  return { name, version: '1', run: (_input, { signal }) => run(signal) }
}

const CHAIN: Chain = {
  steps: [
    { step: 'grok-search', windowMs: 60 },
    { step: 'local-web-search', windowMs: 60 },
    { step: 'browser-search', windowMs: 60 },
  ],
  windowMs: 60_000,
  stopAtFirst: true,
}

async function walk(
  behaviours: Behaviour[],
  options: { chain?: Chain; past?: PastAttempt[]; cancelled?: AbortSignal; now?: () => Date } = {},
) {
  const names = ['grok-search', 'local-web-search', 'browser-search'] as const
  const events: string[] = []
  for await (const event of walkChain({
    chain: options.chain ?? CHAIN,
    past: options.past ?? [],
    startedAt: new Date(0),
    scrapers: behaviours.map((behaviour, index) => step(names[index]!, behaviour)),
    input: 'x',
    cancelled: options.cancelled ?? new AbortController().signal,
    now: options.now ?? (() => new Date(0)),
  })) {
    if (event.kind === 'opened') events.push(`open ${event.step}`)
    else {
      const { outcome } = event.report
      events.push(outcome.ended === 'done' ? 'done' : `${outcome.ended}/${outcome.reason}`)
    }
  }
  return events
}

describe('a chain that stops at the first usable answer', () => {
  it('tries one step after the other and stops there', async () => {
    expect(await walk([nothing, done, done])).toEqual([
      'open grok-search',
      'nothing/no_results',
      'open local-web-search',
      'done',
    ])
  })

  it('records a step that breaks as our own fault and goes on', async () => {
    expect((await walk([breaks, done])).slice(0, 4)).toEqual([
      'open grok-search',
      'failed/bug',
      'open local-web-search',
      'done',
    ])
  })

  it('closes the window of a step that hangs, and of one that does not even listen', async () => {
    expect(await walk([hangs, deaf, done])).toEqual([
      'open grok-search',
      'failed/timeout_window',
      'open local-web-search',
      'failed/timeout_window',
      'open browser-search',
      'done',
    ])
  })

  it('says so when a step is not part of the installation', async () => {
    expect(await walk([nothing])).toContain('skipped/not_configured')
  })
})

it('walks every step when all answers are wanted', async () => {
  const events = await walk([done, nothing, done], { chain: { ...CHAIN, stopAtFirst: false } })
  expect(events.filter((event) => !event.startsWith('open'))).toEqual(['done', 'nothing/no_results', 'done'])
})

describe('going on after a restart', () => {
  const past = (step: string, ended: PastAttempt['ended'], reason: string | null = null) => ({
    step,
    ended,
    reason,
  })

  it('walks no closed step again', async () => {
    const events = await walk([done, done, done], { past: [past('grok-search', 'failed', 'http_error')] })
    expect(events).toEqual(['open local-web-search', 'done'])
  })

  it('walks an interrupted step once more, and a step that was interrupted twice not at all', async () => {
    const interrupted = past('grok-search', 'failed', 'cancelled')
    expect((await walk([done, done], { past: [interrupted] }))[0]).toBe('open grok-search')
    expect((await walk([done, done], { past: [interrupted, interrupted] }))[0]).toBe('open local-web-search')
  })

  it('does nothing when the answer is there already or the run’s window has closed', async () => {
    expect(await walk([done, done], { past: [past('grok-search', 'done')] })).toEqual([])
    expect(await walk([done, done], { now: () => new Date(60_000) })).toEqual([])
  })
})

it('ends a step when a person stops the run, and begins no other', async () => {
  const stop = new AbortController()
  setTimeout(() => stop.abort('cancelled'), 10)
  expect(await walk([hangs, done], { cancelled: stop.signal })).toEqual([
    'open grok-search',
    'failed/timeout_window',
  ])
})

describe('judging what was brought home', () => {
  const reading = (contentClass: PageReading['contentClass']): PageReading => ({
    contentClass,
    signals: ['a sign'],
    text: '',
    article: '',
    title: null,
    byline: null,
    publisher: null,
    published: null,
    modified: null,
    language: null,
    charset: null,
    charsetFrom: null,
    replacementCharacters: 0,
  })
  const fetched = { status: 200, finalUrl: 'https://a.example/' } as Fetched
  const fetcher: Scraper<string, Fetched> = {
    name: 'plain',
    version: '1',
    run: async () => ({ outcome: { ended: 'done', value: fetched }, facts }),
  }

  async function judge(contentClass: PageReading['contentClass']) {
    const kept: Fetched[] = []
    const judging = judged(fetcher, {
      read: async () => reading(contentClass),
      pack: async () => ({
        wacz: new Uint8Array([1]),
        seal: { signedBy: null, timestamp: { state: 'not_asked' } },
      }),
      keep: ({ fetched }) => kept.push(fetched),
    })
    const report = await judging.run('x', { signal: new AbortController().signal, now: () => new Date(0) })
    return { report, kept }
  }

  it('takes HTTP 200 with a challenge on it for what it is, and keeps the bytes', async () => {
    const { report, kept } = await judge('challenge')
    expect(report.outcome).toMatchObject({ ended: 'failed', reason: 'blocked_challenge' })
    expect(report.facts).toMatchObject({ contentClass: 'challenge', signals: ['a sign'] })
    expect(kept).toEqual([fetched])
  })

  it('ends "nothing" for a page without text: it was looked at', async () => {
    expect((await judge('empty')).report.outcome).toMatchObject({ ended: 'nothing', reason: 'no_results' })
  })

  it('packs an article', async () => {
    const { report, kept } = await judge('article')
    expect(report.outcome).toMatchObject({ ended: 'done', value: { wacz: new Uint8Array([1]) } })
    expect(kept).toEqual([])
  })
})
