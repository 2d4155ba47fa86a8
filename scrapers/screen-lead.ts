/** One lead: its page is fetched, classified and read for the claim; where that is not enough, a browser or an archive is asked. */
import {
  asksArchive,
  asksBrowser,
  isReadable,
  judgeRead,
  judgeUnread,
  type LeadLook,
  type LookStep,
  type ScreenedLead,
} from '#domain/screening.ts'
import { findInPage } from '#domain/screening-parts/find-in-page.ts'
import type { AttemptEnd } from '#storage/attempts.server.ts'
import { runInWindow } from './chain.ts'
import type { Report } from './contract.ts'
import { type ReadHome, readAtHome } from './judge-page.ts'
import { closedAs, tripOf } from './record-walk.ts'
import type { Screening } from './screen-leads.ts'

/** `leadIds` are all leads of the run with this address; `past` the looks that are on record. */
export type LeadInHand = {
  leadIds: string[]
  address: string
  past: (LeadLook & { message: string | null })[]
}

/** The standing that was recorded; null where nothing was, because the run ended meanwhile. */
type Ended = string | null

/** A page that has brought the worker down this often is not read again. */
const MAX_INTERRUPTIONS = 2
/** Too short a rest of a window to look in another way. */
const LEAST_SECOND_MS = 250

/** Who is to be asked before the lead is judged. */
export type SecondLook = { second: Exclude<LookStep, 'plain'> }

/** Looks at the page itself, as a reader without scripts would. */
export async function lookAtPage(
  screening: Screening,
  lead: LeadInHand,
  windowMs: number,
): Promise<Ended | SecondLook> {
  const first = firstLook(lead)
  const second = first && secondLook(first)
  if (second) return second
  const interrupted = lead.past.filter(({ ended, reason }) => ended === null || reason === 'cancelled').length
  const look = await beginLook(screening, lead, 'plain', windowMs)
  if (!look) return null
  if (interrupted >= MAX_INTERRUPTIONS) return end(screening, lead, look, BROUGHT_DOWN, null, null)
  const { report, page } = await look.run()
  const { outcome, facts } = report
  if (outcome.ended !== 'done') {
    const told = { step: 'plain', ...outcome, httpStatus: facts.httpStatus ?? null }
    const next = secondLook(told)
    const leftMs = screening.windowMs(1, 1)
    if (next && leftMs !== null && leftMs > LEAST_SECOND_MS && !screening.isLost()) {
      const closed = await asClosed(screening, look, report, page)
      lead.past.push(told)
      const isWritten = await screening.close({ attempt: look.attempt, end: closed, screened: null })
      return isWritten ? next : null
    }
  }
  return end(screening, lead, look, report, page, null)
}

function secondLook(first: LeadLook): SecondLook | null {
  if (asksArchive(first)) return { second: 'wayback' }
  return asksBrowser(first) ? { second: 'rendered' } : null
}

/** Opens the page in a browser, or asks the archive for one that did not come. What comes is read in the page's place. */
export async function lookAgain(
  screening: Screening,
  lead: LeadInHand,
  step: SecondLook['second'],
  windowMs: number,
): Promise<Ended> {
  const look = await beginLook(screening, lead, step, windowMs)
  if (!look) return null
  const { report, page } = await look.run()
  return end(screening, lead, look, report, page, firstLook(lead))
}

/** The look at the page itself that is on record, where one ended by itself. */
function firstLook({ past }: LeadInHand): (LeadLook & { message: string }) | null {
  const look = past.findLast(
    ({ step, ended, reason }) => step === 'plain' && ended !== null && reason !== 'cancelled',
  )
  return look ? { ...look, message: look.message ?? '' } : null
}

const BROUGHT_DOWN: Report<ReadHome> = {
  outcome: {
    ended: 'failed',
    reason: 'bug',
    message: 'The worker stopped twice while it looked at this page, so it is not looked at again.',
  },
  facts: { asked: '', askedOf: null },
}

type Look = {
  attempt: { id: string; workerId: string }
  met: ReturnType<typeof tripOf>['met']
  step: LookStep
  run: () => Promise<{ report: Report<ReadHome>; page: ReadHome | null }>
}

/** Opens the attempt. Null where the run is no longer ours. */
async function beginLook(
  screening: Screening,
  lead: LeadInHand,
  step: LookStep,
  windowMs: number,
): Promise<Look | null> {
  const { settings, mine, stopped } = screening
  const { desk, registry } = settings
  const scraper = registry.fetch.find(({ name }) => name === step)
  if (!scraper) throw new Error(`The step ${step} is not in the registry.`)
  const id = await screening.open({ leadId: lead.leadIds[0]!, step, version: scraper.version, windowMs })
  if (id === null) return null
  const { trip, met } = tripOf(screening, lead.address, screening.sensitivity)
  let page: ReadHome | null = null
  const keep = (read: ReadHome) => {
    page = read
  }
  const escorted = registry.escort(readAtHome(scraper, { read: registry.read, keep }), trip)
  return {
    attempt: { id, workerId: mine.workerId },
    met,
    step,
    run: async () => {
      const within = { windowMs, cancelled: stopped, now: desk.now }
      const report = await runInWindow(escorted, { address: lead.address }, within)
      return { report, page: report.outcome.ended === 'done' ? report.outcome.value : page }
    },
  }
}

/** Judges what came and writes it down. A look that was stopped says nothing of the lead: it is only closed. */
async function end(
  screening: Screening,
  lead: LeadInHand,
  look: Look,
  report: Report<ReadHome>,
  page: ReadHome | null,
  first: (LeadLook & { message: string }) | null,
): Promise<Ended> {
  const { settings, stopped, isLost, claim } = screening
  if (isLost()) return null
  const { attempt, step } = look
  const closed = await asClosed(screening, look, report, page)
  if (stopped.aborted && closed.reason === 'cancelled') {
    await screening.close({ attempt, end: closed, screened: null })
    return null
  }
  const isUsable = report.outcome.ended === 'done'
  const isRead = page !== null && isReadable(page.reading.contentClass, isUsable)
  const verdict = isRead ? verdictOf(page, claim, step, report) : unread(step, report, first)
  const text = isRead
    ? await settings.desk.blobs.put(new TextEncoder().encode(page.reading.text), TEXT)
    : null
  const { address, leadIds } = lead
  const screened = { ...verdict, address, leadIds, text }
  return (await screening.close({ attempt, end: closed, screened })) ? verdict.standing : null
}

/** Bytes are on disk before the record speaks of them, those of unusable pages too. */
async function asClosed(
  { settings }: Screening,
  { met }: Look,
  report: Report<ReadHome>,
  page: ReadHome | null,
): Promise<AttemptEnd> {
  const body = page ? await settings.desk.blobs.put(page.fetched.body, page.fetched.mediaType) : null
  return { ...closedAs(report, met), body }
}

const TEXT = 'text/plain; charset=utf-8'

function verdictOf(
  { fetched, reading }: ReadHome,
  claim: Screening['claim'],
  step: LookStep,
  { outcome }: Report<unknown>,
): ScreenedLead {
  const { contentClass, title, publisher, published, language } = reading
  const { finalUrl, capturedAt } = fetched
  const seen = { finalUrl, method: step, capturedAt: capturedAt.toISOString(), contentClass }
  const finds = findInPage(claim, reading)
  const partly = outcome.ended === 'done' ? null : { reason: outcome.reason, message: outcome.message }
  return judgeRead({ ...seen, title, publisher, published, language }, finds, partly)
}

function unread(
  step: string,
  { outcome, facts }: Report<unknown>,
  first: (LeadLook & { message: string }) | null,
): ScreenedLead {
  if (outcome.ended === 'done') throw new Error('a page that came home is read')
  const look = { step, ...outcome, httpStatus: facts.httpStatus ?? null }
  return first ? judgeUnread(first, look) : judgeUnread(look, null)
}
