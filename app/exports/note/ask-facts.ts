/** Facts on requests to people, from the attempts in which they are kept. */
import { isOverdue, readAskDetail } from '#domain/ask.ts'
import type { Dossier, DossierRun } from '../dossier.ts'
import type { NoteFact } from './note-fact.ts'

/** One fact for each request, in the order in which they were sent. */
export function askFacts(dossier: Dossier, runs: DossierRun[]): NoteFact[] {
  const now = new Date(dossier.exportedAt)
  return runs
    .flatMap((run) => run.attempts.map((attempt) => ({ run, attempt })))
    .sort((a, b) => a.attempt.startedAt.localeCompare(b.attempt.startedAt))
    .flatMap(({ run, attempt }): NoteFact[] => {
      const detail = readAskDetail(attempt.detail)
      if (detail === null) return []
      const { channel, about, deadline, timeZone, outcome = null, outcomeAt = null } = detail
      return [
        {
          kind: 'asked',
          who: attempt.askedOf ?? '?',
          sentAt: attempt.startedAt,
          ...{ channel, about, deadline, timeZone, outcome, outcomeAt },
          overdue: isOverdue(detail, now),
          claim: run.claimNumber,
          attemptIds: [attempt.id],
        },
      ]
    })
}
