/** The local queue: asks for work at short intervals and does several pieces at once in this process. */
import { setTimeout as wait } from 'node:timers/promises'
import PQueue from 'p-queue'

/** What a queue needs to know; `take` answers with one piece of work or null, and must never give one piece to two takers. */
export type QueueSettings<T> = {
  take: () => Promise<T | null>
  work: (piece: T) => Promise<void>
  concurrency: number
  pollMs: number
  signal: AbortSignal
}

/** Works until the signal fires, then finishes what it has begun. Throws what `take` throws: without a database nothing can go on. */
export async function runLocalQueue<T>(settings: QueueSettings<T>): Promise<void> {
  const queue = new PQueue({ concurrency: settings.concurrency })
  while (!settings.signal.aborted) {
    const piece = queue.pending < settings.concurrency ? await settings.take() : null
    if (piece !== null) queue.add(() => settings.work(piece)).catch(() => {})
    else await wait(settings.pollMs, undefined, { signal: settings.signal }).catch(() => {})
  }
  await queue.onIdle()
}
