/** Which attempts may be made again, and the chain of one step that does it. */
import type { Ending } from './attempt.ts'
import { type Answer, accept, refuse } from './refusal.ts'
import type { RunKind, RunState } from './run.ts'
import { type Chain, chainInput } from './step.ts'

/** An attempt and its run as far as repeating it goes. */
export type RetriedRun = { kind: RunKind; state: RunState; chain: unknown }
export type RetriedAttempt = { step: string; ended: Ending | null; leadId: string | null }

/**
 * One step with the window it had in its chain, and the run's window. Refuses while the run is under way, and for what no
 * worker walks: a request to a person. A look at a lead belongs to its search: that step is asked again.
 */
export function retriedChain(run: RetriedRun, attempt: RetriedAttempt): Answer<Chain> {
  if (run.state === 'queued' || run.state === 'running' || attempt.ended === null)
    return refuse('conflict', 'This run is under way. Wait for it to end, or stop it.')
  if (run.kind === 'ask')
    return refuse('invalid', 'A request to a person is made again by asking them again.')
  if (attempt.leadId) return refuse('invalid', 'A lead is looked at again by searching again.')
  const chain = chainInput.safeParse(run.chain)
  const step = chain.data?.steps.find(({ step: name }) => name === attempt.step)
  if (!chain.success || !step) return refuse('invalid', 'This step is not part of this version of Stet.')
  return accept({ steps: [step], windowMs: chain.data.windowMs, stopAtFirst: true })
}
