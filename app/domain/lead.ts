/** Leads as a person reads them: one for each address, whoever named it, the most telling first. */
import type { LeadStanding, Screening } from './screening.ts'
import { canonicalAddress } from './source.ts'

/** As `canonicalAddress`; what is no address stands for itself, so that a lead is never lost. */
export function leadAddress(address: string): string {
  return URL.canParse(address) ? canonicalAddress(address) : address
}

export type LeadState = 'proposed' | 'accepted' | 'dismissed'

/** One lead as it is stored: what one engine named at one place of its list. */
export type StoredLead = {
  id: string
  claimId: string
  address: string
  title: string | null
  snippet: string | null
  state: LeadState
  sourceId: string | null
  position: number
  standing: LeadStanding | null
  rank: number | null
  screening: Screening | null
  screenedAt: Date | null
  attempt: { step: string; runId: string; run: { state: string } }
}

/** All leads with one address. */
export type GroupedLead = Pick<
  StoredLead,
  'id' | 'claimId' | 'address' | 'title' | 'snippet' | 'sourceId' | 'standing' | 'rank' | 'screening'
> & {
  /** `proposed` while there is something to decide: one of the rows waits and none was accepted */
  state: LeadState
  /** the rows that wait for a decision */
  openIds: string[]
  /** who named it, in the order of the rows; each engine of each run once */
  namedBy: { step: string; runId: string; position: number }[]
  /** somebody dismissed this address, and it was found again */
  wasDismissed: boolean
  /** not looked at yet, while its run is still under way */
  isWaiting: boolean
}

/** What nobody could look at stands between what was found and what was not. */
const UNKNOWN_RANK = 39.5

/** By rank, then by the place that an engine gave it. The newest screening of an address speaks for all its rows. */
export function groupLeads(rows: StoredLead[]): GroupedLead[] {
  const groups = new Map<string, StoredLead[]>()
  for (const row of rows) {
    const key = leadAddress(row.address)
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()].map(grouped).sort(byRank)
}

function grouped(rows: StoredLead[]): GroupedLead {
  const open = rows.filter(({ state }) => state === 'proposed')
  const accepted = rows.find(({ state }) => state === 'accepted')
  const newest = rows.filter(({ screenedAt }) => screenedAt !== null).sort(byScreening)[0]
  const first = (open[0] ?? rows[0])!
  return {
    id: first.id,
    claimId: first.claimId,
    address: first.address,
    title: rows.find(({ title }) => title)?.title ?? newest?.screening?.page?.title ?? null,
    snippet: rows.find(({ snippet }) => snippet)?.snippet ?? null,
    state: accepted ? 'accepted' : open.length > 0 ? 'proposed' : 'dismissed',
    sourceId: accepted?.sourceId ?? null,
    openIds: accepted ? [] : open.map(({ id }) => id),
    namedBy: namedBy(rows),
    standing: newest?.standing ?? null,
    rank: newest?.rank ?? null,
    screening: newest?.screening ?? null,
    wasDismissed: open.length > 0 && rows.some(({ state }) => state === 'dismissed'),
    isWaiting: !newest && rows.some(({ attempt }) => isUnderWay(attempt.run.state)),
  }
}

function namedBy(rows: StoredLead[]): GroupedLead['namedBy'] {
  const named = new Map<string, GroupedLead['namedBy'][number]>()
  for (const { position, attempt } of rows) {
    const { step, runId } = attempt
    const key = `${step} ${runId}`
    if (!named.has(key)) named.set(key, { step, runId, position })
  }
  return [...named.values()]
}

function isUnderWay(state: string): boolean {
  return state === 'queued' || state === 'running'
}

function byScreening(a: StoredLead, b: StoredLead): number {
  return Number(b.screenedAt) - Number(a.screenedAt)
}

function byRank(a: GroupedLead, b: GroupedLead): number {
  const rank = (b.rank ?? UNKNOWN_RANK) - (a.rank ?? UNKNOWN_RANK)
  if (rank !== 0) return rank
  const seen = Number(a.standing === null) - Number(b.standing === null)
  return seen !== 0 ? seen : placeOf(a) - placeOf(b)
}

function placeOf({ namedBy: engines }: GroupedLead): number {
  return Math.min(...engines.map(({ position }) => position))
}
