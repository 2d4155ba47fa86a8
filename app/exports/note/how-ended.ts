/** How an attempt ended, cut down to what its wording depends on: two attempts that are told alike are equal here. */
import type { Ending, Reason } from '#domain/attempt.ts'
import type { DossierAttempt } from '../dossier.ts'

/** `interrupted`: left open by a run that is over; `open`: still at work when the dossier was made. */
export type HowEnded = {
  ended: Ending | 'open' | 'interrupted'
  reason: Reason | null
  /** only where the reason is an HTTP error */
  httpStatus: number | null
  /** tenths of a second of the window, only where it closed: a run's end may cut a window by a few milliseconds */
  windowTenths: number | null
  /** who took a step on that needed a person */
  person: string | null
}

export function howEnded(attempt: DossierAttempt, runIsOpen: boolean): HowEnded {
  const { ended, reason, httpStatus, windowMs, person } = attempt
  return {
    ended: ended ?? (runIsOpen ? 'open' : 'interrupted'),
    reason: ended === null ? null : reason,
    httpStatus: reason === 'http_error' ? httpStatus : null,
    windowTenths: reason === 'timeout_window' ? Math.round(windowMs / 100) : null,
    person: reason === 'needs_person' ? person : null,
  }
}

/** Whether the attempt leaves open what is there: it did not look, or not to the end. */
export function couldNotLook(attempt: DossierAttempt): boolean {
  if (attempt.ended === 'done') return false
  return attempt.ended !== 'nothing' || attempt.reason === 'timeout_window'
}
