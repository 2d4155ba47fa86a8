/** Walks a run that asks an AI assistant, and keeps what it proposes. */
import { MACHINE } from '#domain/person.ts'
import { askOf, assistRecord } from '#storage/proposals.server.ts'
import { recordProposals } from '#usecases/proposals/record-proposals.server.ts'
import { openAttempt } from '#usecases/runs/open-attempt.server.ts'
import { walkChain } from './chain.ts'
import { closedAs, planOf, type RunInHand, tripOf } from './record-walk.ts'

export async function walkAssist(walk: RunInHand): Promise<void> {
  const { run, settings, mine, isLost } = walk
  const { desk, registry } = settings
  const ask = askOf(run.request)
  const about = ask && (await assistRecord(desk.db, ask))
  const { trip, met } = tripOf(walk, null)
  const scrapers = [registry.escort(registry.assistant, trip)]
  let attemptId = ''
  for await (const event of walkChain({ ...planOf(walk), scrapers, input: about?.subject ?? null })) {
    if (isLost()) return
    if (event.kind === 'opened') {
      const { step, version, windowMs } = event
      const opened = await openAttempt(desk, MACHINE, mine, { step, version, windowMs, person: null })
      if (!opened.ok) return
      attemptId = opened.value.id
      continue
    }
    const { leads: _leads, capture: _capture, ...end } = closedAs(event.report, met)
    const { outcome } = event.report
    const answer = outcome.ended === 'done' ? outcome.value : null
    const attempt = { id: attemptId, workerId: mine.workerId }
    const closed = await recordProposals(desk, MACHINE, attempt, { ...end, answer })
    if (!closed.ok) return
  }
}
