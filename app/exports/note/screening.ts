/** Counts what looking at the results of searches showed. */
import type { DossierAttempt } from '../dossier.ts'
import type { Screened } from './note-fact.ts'

/** The sum over the attempts, or null where no result was looked at. */
export function screenedOf(attempts: DossierAttempt[]): Screened | null {
  const sum = (count: (attempt: DossierAttempt) => number) =>
    attempts.reduce((total, attempt) => total + count(attempt), 0)
  const total = sum(({ leads }) => leads.screened)
  if (total === 0) return null
  return {
    total,
    passageFound: sum(({ leads }) => leads.passageFound),
    passageAbsent: sum(({ leads }) => leads.passageAbsent),
    couldNotLook: sum(({ leads }) => leads.couldNotLook),
    neverExisted: sum(({ leads }) => leads.neverExisted.length),
  }
}
