/** Reads from a run what the note needs: whether it is open, which attempts are steps of its chain, what was never reached. */
import type { DossierAttempt, DossierRun } from '../dossier.ts'
import type { Why } from './note-fact.ts'

/** Whether a worker, or a person, may still add to the run. */
export function runIsOpen(run: DossierRun): boolean {
  return run.state === 'queued' || run.state === 'running'
}

/** The attempts that are steps of the chain, in the order walked; looking at single leads is not a step. */
export function stepAttempts(run: DossierRun): DossierAttempt[] {
  return run.attempts.filter(({ leadId }) => leadId === null).sort((a, b) => a.ordinal - b.ordinal)
}

/** The attempts in which single leads were looked at. */
export function screeningAttempts(run: DossierRun): DossierAttempt[] {
  return run.attempts.filter(({ leadId }) => leadId !== null).sort((a, b) => a.ordinal - b.ordinal)
}

/** The steps in the order walked, each once: a step walked again after an interruption is one step of the chain. */
export function walkedSteps(run: DossierRun): string[] {
  return [...new Set(stepAttempts(run).map((attempt) => attempt.step))]
}

/** Planned steps that were never begun although the chain was to go on. Empty after a usable answer that ends it. */
export function unreachedSteps(run: DossierRun): string[] {
  if (run.stopAtFirst && stepAttempts(run).some((attempt) => attempt.ended === 'done')) return []
  const walked = walkedSteps(run)
  return run.planned.filter((step) => !walked.includes(step))
}

export function whyUnreached(run: DossierRun): Why {
  if (runIsOpen(run)) return 'open'
  return run.state === 'cancelled' ? 'cancelled' : 'ended'
}

/** When the attempts began and ended, ISO 8601; one still open counts by its beginning. */
export function timesOf(attempts: DossierAttempt[]): string[] {
  return attempts.flatMap((attempt) => [attempt.startedAt, attempt.finishedAt ?? attempt.startedAt])
}

/** Ids of attempts, each once. */
export function idsOf(attempts: DossierAttempt[]): string[] {
  return [...new Set(attempts.map(({ id }) => id))]
}
