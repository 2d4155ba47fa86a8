/** What an aborted signal means: the step's window closed, or a person stopped the run. */
import type { Reason } from '#domain/attempt.ts'

/** Reads the signal's reason: `'cancelled'`, or an Error with that message, was a person; everything else was the clock. */
export function closedWindow(signal: AbortSignal): { reason: Reason; message: string } {
  const why = signal.reason instanceof Error ? signal.reason.message : signal.reason
  if (why === 'cancelled') return { reason: 'cancelled', message: 'The run was stopped.' }
  return { reason: 'timeout_window', message: 'No answer came before the time window closed.' }
}
