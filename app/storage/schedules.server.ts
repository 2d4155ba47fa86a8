/** Reads planned searches, and what of a search's leads was not known before it. */
import { newLeads } from '#domain/new-leads.ts'
import type { Reader } from './database.server.ts'

/** Ended schedules that a claim's page still shows. */
const ENDED_SHOWN = 3

/** Planned searches of a claim: those that go on by their next time, then the last that ended, each with its newest run. */
export async function listSchedules(db: Reader, claimId: string) {
  const include = {
    runs: {
      orderBy: { requestedAt: 'desc' },
      take: 1,
      select: { id: true, state: true, requestedAt: true, claimId: true },
    },
  } as const
  const [running, ended] = await Promise.all([
    db.schedule.findMany({ where: { claimId, endedAt: null }, orderBy: { nextAt: 'asc' }, include }),
    db.schedule.findMany({
      where: { claimId, endedAt: { not: null } },
      orderBy: { endedAt: 'desc' },
      take: ENDED_SHOWN,
      include,
    }),
  ])
  return Promise.all(
    [...running, ...ended].map(async ({ runs: [run], chain: _chain, request: _request, ...schedule }) => ({
      ...schedule,
      last: run ? { ...run, news: await leadNews(db, run) } : null,
    })),
  )
}

/**
 * Leads of a search, and which of them were not known when it was asked for: neither from an earlier search for the claim
 * nor as a source cited by then.
 */
export async function leadNews(
  db: Reader,
  run: { id: string; claimId: string | null; requestedAt: Date },
): Promise<{ leads: number; newIds: string[] }> {
  const { id, claimId, requestedAt } = run
  if (!claimId) return { leads: 0, newIds: [] }
  const select = { id: true, address: true } as const
  const [leads, earlier, cited] = await Promise.all([
    db.lead.findMany({
      where: { attempt: { runId: id } },
      orderBy: [{ attempt: { ordinal: 'asc' } }, { position: 'asc' }],
      select,
    }),
    db.lead.findMany({ where: { claimId, attempt: { run: { requestedAt: { lt: requestedAt } } } }, select }),
    db.citation.findMany({
      where: { claimId, createdAt: { lt: requestedAt } },
      select: { source: { select: { address: true } } },
    }),
  ])
  const known = [...earlier.map(({ address }) => address), ...cited.map(({ source }) => source.address)]
  return { leads: leads.length, newIds: newLeads(leads, known) }
}
