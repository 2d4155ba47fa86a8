/** Screens the leads of a run: every address once, several at a time, within what is left of the run's window. */
import PQueue from 'p-queue'
import { leadAddress } from '#domain/lead.ts'
import { MACHINE } from '#domain/person.ts'
import type { RunRequest } from '#domain/run.ts'
import { windowFor } from '#domain/run.ts'
import type { ScreenedClaim } from '#domain/screening-parts/find-in-page.ts'
import type { Sensitivity } from '#domain/sensitivity.ts'
import { sensitivityOfRun } from '#storage/egress.server.ts'
import { claimToScreen, leadsToScreen } from '#storage/leads.server.ts'
import { type LookStart, openLooks } from '#usecases/runs/open-looks.server.ts'
import { type EndedLook, recordScreening } from '#usecases/runs/record-screening.server.ts'
import { planOf, type RunInHand } from './record-walk.ts'
import { type LeadInHand, lookAgain, lookAtPage, type SecondLook } from './screen-lead.ts'
import { together } from './together.ts'

/** Pages mostly wait for their sites; how often one site is asked, politeness decides. */
const PAGES_AT_ONCE = 16
/** Archives allow the whole house a few questions a minute: who waits for one must not keep a page waiting. */
const ARCHIVE_LOOKS_AT_ONCE = 4
/** A browser takes as much of the machine as the rest of the house together. */
const BROWSER_LOOKS_AT_ONCE = 2
/** A slow site gets its share of the time left, never less than the first and never more than the second. */
const LEAST_WINDOW_MS = 3_000
const MOST_WINDOW_MS = 15_000
/** What is under way when the window closes is still written down within it. A tenth of a short window is enough. */
const CLOSING_MS = 2_000
const TELL_EVERY_MS = 2_000
/** Hundreds of looks begin within seconds: an article that is marked covert meanwhile is noticed this soon. */
const SENSITIVITY_FOR_MS = 500

/** What one look needs to know: how much of the window it may take, and whom to tell when it is over. */
export type Screening = RunInHand & {
  claim: ScreenedClaim
  /** null when the run's window is closed */
  windowMs: (waiting: number, atOnce: number) => number | null
  sensitivity: () => Promise<Sensitivity>
  /** opens an attempt; null when the run is no longer ours */
  open: (start: LookStart) => Promise<string | null>
  /** false when it is on record elsewhere */
  close: (ended: EndedLook) => Promise<boolean>
}

/** Ends when every lead has been looked at, the window is closed, or the run is stopped. What is left stays unscreened. */
export async function screenLeads(walk: RunInHand): Promise<void> {
  const { settings, run, stopped, isLost } = walk
  const claim = run.claimId ? await claimToScreen(settings.desk.db, run.claimId) : null
  if (!claim || stopped.aborted) return
  const leads = groupByAddress(await leadsToScreen(settings.desk.db, run.id))
  if (leads.length === 0) return
  const { queries = [] } = run.request as unknown as RunRequest
  const { chain, startedAt, now } = planOf(walk)
  const screening: Screening = {
    ...walk,
    sensitivity: askedAtMostEvery(SENSITIVITY_FOR_MS, () => sensitivityOfRun(settings.desk.db, run.id)),
    claim: { ...claim, queries },
    open: together(async (starts) => {
      const opened = await openLooks(settings.desk, MACHINE, walk.mine, starts)
      return opened.ok ? opened.value : starts.map(() => null)
    }, PAGES_AT_ONCE),
    close: together(async (looks) => {
      const closed = await recordScreening(settings.desk, MACHINE, looks)
      return closed.ok ? closed.value : looks.map(() => false)
    }, PAGES_AT_ONCE),
    windowMs: (waiting, atOnce) => {
      const inRunMs = windowFor({ step: 'plain', windowMs: chain.windowMs }, chain, startedAt, now())
      const leftMs = inRunMs - Math.min(CLOSING_MS, chain.windowMs / 10)
      if (leftMs <= 0) return null
      const shareMs = Math.floor((leftMs * atOnce) / Math.max(1, waiting))
      return Math.min(Math.ceil(leftMs), MOST_WINDOW_MS, Math.max(LEAST_WINDOW_MS, shareMs))
    },
  }
  const pages = new PQueue({ concurrency: PAGES_AT_ONCE })
  const atOnce = { wayback: ARCHIVE_LOOKS_AT_ONCE, rendered: BROWSER_LOOKS_AT_ONCE }
  const queues = {
    wayback: new PQueue({ concurrency: atOnce.wayback }),
    rendered: new PQueue({ concurrency: atOnce.rendered }),
  }
  const tell = teller(settings.log, run.id, leads.length)
  const isOver = () => stopped.aborted || isLost()

  let toSee = leads.length

  const askSecond = (lead: LeadInHand, step: SecondLook['second']) =>
    queues[step].add(async () => {
      const windowMs = screening.windowMs(queues[step].size + 1, atOnce[step])
      if (!isOver() && windowMs !== null) tell(await lookAgain(screening, lead, step, windowMs))
    })
  const asking: Promise<unknown>[] = []
  const looking = leads.map((lead) =>
    pages.add(async () => {
      const windowMs = screening.windowMs(toSee, PAGES_AT_ONCE)
      toSee -= 1
      if (isOver() || windowMs === null) return
      const ended = await lookAtPage(screening, lead, windowMs)
      if (ended !== null && typeof ended === 'object') asking.push(askSecond(lead, ended.second))
      else tell(ended)
    }),
  )
  await Promise.all(looking)
  await Promise.all(asking)
  if (!isLost()) tell.end()
}

function askedAtMostEvery<T>(ms: number, ask: () => Promise<T>): () => Promise<T> {
  let asked: { at: number; answer: Promise<T> } | null = null
  return () => {
    const now = performance.now()
    if (!asked || now - asked.at > ms) asked = { at: now, answer: ask() }
    return asked.answer
  }
}

/** One look for all leads of a run that have the same address, whichever engine named it. */
function groupByAddress(rows: Awaited<ReturnType<typeof leadsToScreen>>): LeadInHand[] {
  const groups = new Map<string, LeadInHand>()
  for (const { id, address, screenings } of rows) {
    const known = groups.get(leadAddress(address))
    if (known) {
      known.leadIds.push(id)
      known.past.push(...screenings)
    } else groups.set(leadAddress(address), { leadIds: [id], address, past: [...screenings] })
  }
  return [...groups.values()]
}

/** Tells the log how far the screening is, not more often than somebody can read. */
function teller(log: (line: string) => void, runId: string, of: number) {
  const counts = new Map<string, number>()
  let looked = 0
  let toldAt = performance.now()
  log(`run ${runId}: looking at ${of} ${of === 1 ? 'lead' : 'leads'}`)
  const tell = (standing: string | null) => {
    if (standing === null) return
    looked += 1
    counts.set(standing, (counts.get(standing) ?? 0) + 1)
    if (performance.now() - toldAt < TELL_EVERY_MS) return
    toldAt = performance.now()
    log(`run ${runId}: ${looked} of ${of} leads looked at`)
  }
  tell.end = () => {
    const parts = [...counts].map(([standing, count]) => `${standing.replaceAll('_', ' ')} ${count}`)
    log(`run ${runId}: ${looked} of ${of} leads looked at${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`)
  }
  return tell
}
