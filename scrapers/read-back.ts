/** Opens what a run has captured again, offline, and keeps whether the cited words are still there. */
import { MACHINE } from '#domain/person.ts'
import { judgeReadBack } from '#domain/read-back.ts'
import { listNotReadBack, readText } from '#storage/captures.server.ts'
import type { Desk } from '#storage/desk.server.ts'
import { saveReadBack } from '#usecases/captures/save-read-back.server.ts'
import type { Registry } from './registry.ts'

/** Far beyond what a page needs that gets every answer at once, and room to wait for a free browser. */
const MAX_MS = 90_000

/**
 * Reads back every capture of the run that has not been. Stops without a word where the signal fires: what is not kept is
 * done by whoever takes the run up again.
 */
export async function readBackRun(
  { desk, registry }: { desk: Desk; registry: Registry },
  runId: string,
  signal: AbortSignal,
): Promise<void> {
  for (const capture of await listNotReadBack(desk.db, runId)) {
    if (signal.aborted) return
    const wacz = await desk.blobs.get(capture.digest)
    const window = AbortSignal.any([signal, AbortSignal.timeout(MAX_MS)])
    const request = { wacz, pageUrl: capture.finalUrl, method: capture.method }
    const replayed = await registry.replay(request, window)
    if (signal.aborted) return
    if (!replayed.ok) {
      const detail = { why: replayed.message }
      await saveReadBack(desk, MACHINE, capture.id, { readBack: 'could_not_look', detail })
      continue
    }
    const { how, text, missing } = replayed
    const citations = capture.source.citations.map(({ claim, ...citation }) => ({
      ...citation,
      figures: claim.figures,
    }))
    const then = await readText(desk, capture.textDigest)
    const article = await readText(desk, capture.articleDigest)
    const { readBack, ...judgement } = judgeReadBack(then, text, citations, article)
    await saveReadBack(desk, MACHINE, capture.id, { readBack, detail: { how, ...judgement, missing } })
  }
}
