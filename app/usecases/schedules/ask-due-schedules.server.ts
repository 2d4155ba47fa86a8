/** Asks for the planned searches that are due, and ends those whose day is over. */
import type { Actor } from '#domain/person.ts'
import { type Answer, accept } from '#domain/refusal.ts'
import { dueSchedule } from '#domain/schedule.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import type { Desk } from '#storage/desk.server.ts'
import { transaction } from '#storage/transaction.server.ts'

/** Schedules handled in one transaction; the rest waits for the next call. */
const MAX_AT_ONCE = 50

/**
 * Answers with the runs asked for. However many times were missed while nobody worked, the search is made once. A claim
 * that is being searched for keeps its schedule waiting until that search is over. Two workers may call at the same
 * time: the write lock makes one the first.
 */
export async function askDueSchedules(desk: Desk, actor: Actor): Promise<Answer<{ runIds: string[] }>> {
  const now = desk.now()
  const searching = { kind: 'find' as const, state: { in: ['queued' as const, 'running' as const] } }
  const due = { endedAt: null, nextAt: { lte: now }, claim: { runs: { none: searching } } }
  // A look without the write lock first: an idle worker must not make the editors wait.
  if (!(await desk.db.schedule.findFirst({ where: due, select: { id: true } }))) return accept({ runIds: [] })
  return transaction(desk, actor, async (tx, record) => {
    const runIds: string[] = []
    const asked = new Set<string>()
    const schedules = await tx.schedule.findMany({
      where: due,
      orderBy: { nextAt: 'asc' },
      take: MAX_AT_ONCE,
    })
    for (const schedule of schedules) {
      const { id, claimId } = schedule
      // Two schedules of one claim that are due together: the second follows when the first's search is over.
      if (asked.has(claimId)) continue
      const { ask, nextAt } = dueSchedule(schedule, now)
      await tx.schedule.update({ where: { id }, data: nextAt ? { nextAt } : { endedAt: now } })
      if (ask) {
        asked.add(claimId)
        const chain = schedule.chain as Prisma.InputJsonValue
        const request = schedule.request as Prisma.InputJsonValue
        const row = { kind: 'find' as const, claimId, scheduleId: id, chain, request }
        const run = await tx.run.create({ data: { ...row, state: 'queued', requestedAt: now } })
        runIds.push(run.id)
        record({ kind: 'run.requested', subjectKind: 'run', subjectId: run.id, payload: row })
      }
      if (nextAt) continue
      const payload = { claimId, why: 'its last day is over' }
      record({ kind: 'schedule.ended', subjectKind: 'schedule', subjectId: id, payload })
    }
    return accept({ runIds })
  })
}
