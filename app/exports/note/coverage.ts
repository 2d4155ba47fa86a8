/** How far searches looked: which steps could not look to the end, and which engines were down meanwhile. */
import type { DossierAttempt, DossierRun } from '../dossier.ts'
import { couldNotLook } from './how-ended.ts'
import type { Coverage } from './note-fact.ts'
import { runIsOpen, stepAttempts, unreachedSteps, walkedSteps } from './run-facts.ts'

/** The coverage of one or several searches taken together: a step counts as having looked where it looked in all of them. */
export function coverageOf(runs: DossierRun[]): Coverage {
  if (runs.some(runIsOpen)) return 'open'
  const missed = new Set(runs.flatMap((run) => [...blindSteps(run), ...unreachedSteps(run)]))
  if (runs.every((run) => blindSteps(run).length === walkedSteps(run).length)) return 'blind'
  const down = runs.flatMap(stepAttempts).flatMap(enginesDown)
  return missed.size === 0 && down.length === 0 ? 'complete' : { missed: [...missed, ...new Set(down)] }
}

/** Steps none of whose attempts in the run looked to the end. */
export function blindSteps(run: DossierRun): string[] {
  const attempts = stepAttempts(run)
  return walkedSteps(run).filter((step) =>
    attempts.filter((attempt) => attempt.step === step).every(couldNotLook),
  )
}

/**
 * Engines that the step itself reports as having given no answer, each once: a search service may answer although
 * some of what it asks does not. SearXNG names them with the reason, as `[engine, reason]`.
 */
export function enginesDown(attempt: DossierAttempt): string[] {
  const listed = attempt.detail.unresponsiveEngines
  if (!Array.isArray(listed)) return []
  const names = listed.flatMap((one) => (Array.isArray(one) ? one[0] : one))
  return [...new Set(names.filter((name) => typeof name === 'string'))]
}
