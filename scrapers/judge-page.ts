/** Makes a fetch step judge what it brought home: the content decides whether the attempt is done, never the HTTP code. */
import type { AttemptFacts, Outcome } from '#domain/attempt.ts'
import { reasonOfClass } from '#domain/capture.ts'
import type { Fetched, Packed, PageReading, ReadRequest, Scraper } from './contract.ts'

/** A page brought home and read. */
export type ReadHome = { fetched: Fetched; reading: PageReading }

/** A page brought home, read, and packed: what a usable fetch attempt ends with. */
export type Brought = ReadHome & { wacz: Uint8Array }

/** What reads fetched bytes; given by the registry, so that the walk itself knows no method. */
export type ReadingDesk = {
  read: (request: ReadRequest) => Promise<PageReading>
  /** told of every page that was not usable, so that its bytes are kept with the attempt */
  keep: (page: ReadHome) => void
}

/** What turns fetched bytes into evidence. */
export type Workbench = ReadingDesk & {
  /** `signal` ends the wait for whoever dates the archive; the archive itself is made all the same */
  pack: (page: ReadHome, signal: AbortSignal) => Promise<Packed>
}

/** Reads what the step brought; an unusable page ends the attempt with the reason of its class. */
export function readAtHome<In>(scraper: Scraper<In, Fetched>, desk: ReadingDesk): Scraper<In, ReadHome> {
  return {
    name: scraper.name,
    version: scraper.version,
    run: async (input, tools) => {
      const { outcome, facts } = await scraper.run(input, tools)
      if (outcome.ended !== 'done') return { outcome, facts }
      const fetched = outcome.value
      const reading = await desk.read({ ...fetched, url: fetched.finalUrl })
      const told: AttemptFacts = { ...facts, contentClass: reading.contentClass, signals: reading.signals }
      const reason = reading.trouble?.reason ?? reasonOfClass(reading.contentClass)
      if (reason === null) return { outcome: { ended: 'done', value: { fetched, reading } }, facts: told }
      desk.keep({ fetched, reading })
      return { outcome: unusable(reason, reading, fetched.status), facts: told }
    },
  }
}

/** Reads what the step brought and packs a usable page at once. */
export function judged<In>(scraper: Scraper<In, Fetched>, workbench: Workbench): Scraper<In, Brought> {
  const reader = readAtHome(scraper, workbench)
  return {
    name: scraper.name,
    version: scraper.version,
    run: async (input, tools) => {
      const { outcome, facts } = await reader.run(input, tools)
      if (outcome.ended !== 'done') return { outcome, facts }
      const { wacz, seal } = await workbench.pack(outcome.value, tools.signal)
      const sealed: AttemptFacts = { ...facts, detail: { ...facts.detail, seal } }
      return { outcome: { ended: 'done', value: { ...outcome.value, wacz } }, facts: sealed }
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
