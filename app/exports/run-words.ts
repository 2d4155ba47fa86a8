/** Reads from a run what the note needs: whether it is still open, the chain it walked, the steps it never reached. */
import type { DossierRun } from './dossier.ts'

/** Whether a worker may still add attempts to the run. */
export function runIsOpen(run: DossierRun): boolean {
  return run.state === 'queued' || run.state === 'running'
}

/** The steps in the order walked, each once: a step walked again after an interruption is one step of the chain. */
export function walkedSteps(run: DossierRun): string[] {
  const inOrder = [...run.attempts].sort((a, b) => a.ordinal - b.ordinal)
  return [...new Set(inOrder.map((attempt) => attempt.step))]
}

/** Planned steps that were never begun although nothing usable had come before them. Empty after a usable answer. */
export function unreachedSteps(run: DossierRun): string[] {
  if (run.attempts.some((attempt) => attempt.ended === 'done')) return []
  const walked = walkedSteps(run)
  return run.planned.filter((step) => !walked.includes(step))
}

/** Why the steps were not reached, as the end of a sentence. */
export function whyUnreached(run: DossierRun): string {
  if (runIsOpen(run)) return 'had not been reached when this was exported'
  return run.state === 'cancelled'
    ? 'was not reached because the run was cancelled'
    : 'was not reached before the run ended'
}
