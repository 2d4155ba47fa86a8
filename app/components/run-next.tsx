/** What to do next about a run that is over. */
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { paths } from '#app/paths.ts'
import type { Ending } from '#domain/attempt.ts'
import type { RunState } from '#domain/run.ts'
import { isOpen } from './run-rows.ts'

export type EndedRun = {
  state: RunState
  source: { id: string } | null
  claim: { id: string } | null
  attempts: { ended: Ending | null; capture: { id: string } | null; leads: { state: string }[] }[]
}

/** Draws nothing while the run is open: then the next thing is to wait, or to stop it. */
export function RunNext({ run }: { run: EndedRun }) {
  if (isOpen(run)) return null
  const capture = run.attempts.find((attempt) => attempt.capture)?.capture
  const waiting = run.attempts
    .flatMap(({ leads }) => leads)
    .filter(({ state }) => state === 'proposed').length
  if (capture) return <Next to={paths.capture(capture.id)}>See what was captured</Next>
  if (run.claim && waiting > 0)
    return (
      <Next to={paths.claim(run.claim.id)}>
        {waiting === 1 ? 'Look at the lead' : `Look at the ${waiting} leads`} and decide
      </Next>
    )
  if (run.claim) return <Next to={paths.claim(run.claim.id)}>Go on with the claim</Next>
  if (run.source)
    return <Next to={paths.source(run.source.id)}>Try again, or bring the document yourself</Next>
  return null
}

function Next({ to, children }: { to: string; children: ReactNode }) {
  return (
    <p className="mt-1">
      <Link className="link font-medium" to={to}>
        {children}
      </Link>
    </p>
  )
}
