/** Searched and not found: what a search without an accepted result covered, and what it therefore does not show. */
import type { Dossier, DossierRun } from '../dossier.ts'
import { coverageOf, enginesDown } from './coverage.ts'
import { couldNotLook } from './how-ended.ts'
import type { NoteFact, NotFound } from './note-fact.ts'
import { idsOf, stepAttempts, timesOf, unreachedSteps } from './run-facts.ts'
import { screenedOf } from './screening.ts'

/** Of all runs for one claim: null where it was not searched for, or where a person accepted a result. */
export function notFoundIn(claim: number | null, citedByHand: number, runs: DossierRun[]): NotFound | null {
  const searched = runs.filter((run) => run.kind === 'find' && stepAttempts(run).length > 0)
  const all = searched.flatMap((run) => run.attempts)
  if (searched.length === 0 || all.some(({ leads }) => leads.accepted > 0)) return null
  const attempts = searched.flatMap(stepAttempts)
  const steps = [...new Set(attempts.map(({ step }) => step))]
  const of = (step: string) => attempts.filter((attempt) => attempt.step === step)
  const down = [
    ...steps.filter((step) => of(step).every(couldNotLook)),
    ...searched.flatMap(unreachedSteps),
    ...attempts.flatMap(enginesDown),
  ]
  return {
    claim,
    times: timesOf(attempts),
    searches: searched.length,
    asked: steps.filter((step) => of(step).some(({ ended }) => ended !== 'skipped')),
    found: attempts.reduce((sum, { leads }) => sum + leads.found, 0),
    screened: screenedOf(all),
    down: [...new Set(down)],
    coverage: coverageOf(searched),
    citedByHand,
  }
}

/** One fact for each claim of the dossier that was searched for without an accepted result. */
export function notFoundFacts(dossier: Dossier): NoteFact[] {
  return dossier.claims.flatMap(({ number, citations }) => {
    const runs = dossier.runs.filter((run) => run.kind === 'find' && run.claimNumber === number)
    const entry = notFoundIn(number, new Set(citations.map(({ sourceNumber }) => sourceNumber)).size, runs)
    if (entry === null) return []
    return [{ kind: 'not_found' as const, ...entry, attemptIds: idsOf(runs.flatMap((run) => run.attempts)) }]
  })
}
