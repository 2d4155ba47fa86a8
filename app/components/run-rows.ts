/** Puts a run into rows: every attempt as it was made, then the planned steps that were not walked, each with its reason. */
import type { Ending } from '#domain/attempt.ts'
import type { RunState } from '#domain/run.ts'
import { ASK_STEP } from '#domain/step.ts'
import { stepWords } from './attempt-words.ts'

/** As much of a run as its rows need. */
export type RunPlan = {
  state: RunState
  cancelRequestedAt: Date | null
  /** until when a worker has promised to be at work; null when none has it */
  leaseUntil: Date | null
  /** names of the steps as planned, in order */
  planned: string[]
  /** whether the run ends with the first usable answer */
  stopAtFirst: boolean
  attempts: { step: string; ended: Ending | null }[]
  /** whether leads are being looked at */
  looking?: boolean
}

/** Whether a worker may still add to the run. */
export function isOpen(run: { state: RunState }): boolean {
  return run.state === 'queued' || run.state === 'running'
}

/** The planned steps without an attempt, and why there is none, in words. */
export function stepsNotWalked(run: RunPlan): { step: string; why: string }[] {
  const walked = new Set(run.attempts.map((attempt) => attempt.step))
  const why = whyNotWalked(run)
  return run.planned.filter((step) => !walked.has(step)).map((step) => ({ step, why }))
}

function whyNotWalked(run: RunPlan): string {
  if (run.stopAtFirst && run.attempts.some((attempt) => attempt.ended === 'done'))
    return 'Not needed: an earlier step brought what was looked for.'
  if (isOpen(run))
    return run.cancelRequestedAt ? 'Will not be begun: the run is being stopped.' : 'Not begun yet.'
  return run.state === 'cancelled'
    ? 'Not reached: the run was stopped.'
    : 'Not reached: the time for the whole run was up.'
}

/** One sentence on where the run stands at `now`. It changes only when a step does, so that it may be read aloud. */
export function progressSentence(run: RunPlan, now: Date): string {
  if (run.state === 'queued') return 'Waiting for the worker to take it.'
  if (run.planned[0] === ASK_STEP)
    return run.state === 'running'
      ? 'Waiting for an answer. How it ends is written down on the claim’s page.'
      : 'How it ended is on record.'
  const usable = run.attempts.some((attempt) => attempt.ended === 'done')
  if (run.state === 'cancelled') return 'Stopped by a person.'
  if (run.state === 'finished')
    return usable
      ? 'Finished with a usable answer.'
      : 'Finished without a usable answer. The reasons are below; what could not be looked at may still be there.'
  if (run.leaseUntil && run.leaseUntil < now)
    return 'The worker has fallen silent. The run is taken up again, step by step, as soon as a worker is there.'
  if (run.cancelRequestedAt) return 'Being stopped; the step at work is let go within a second or two.'
  const working = run.attempts.find((attempt) => attempt.ended === null)
  if (run.looking && !working) return 'The leads are being looked at, one by one.'
  if (!working) return 'Between two steps.'
  const number = new Set(run.attempts.map((attempt) => attempt.step)).size
  return `Step ${number} of ${Math.max(run.planned.length, number)} is at work: ${stepWords(working.step)}.`
}
