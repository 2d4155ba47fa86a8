/** Opens what was captured again, offline, and keeps whether the cited words are still there. */
import { MACHINE } from '#domain/person.ts'
import { judgeReadBack } from '#domain/read-back.ts'
import {
  type CaptureToReadBack,
  listAskedReadBacks,
  listNotReadBack,
  readText,
} from '#storage/captures.server.ts'
import type { Desk } from '#storage/desk.server.ts'
import { saveReadBack } from '#usecases/captures/save-read-back.server.ts'
import type { Registry } from './registry.ts'

/** Far beyond what a page needs that gets every answer at once, and room to wait for a free browser. */
const MAX_MS = 90_000

type Tools = { desk: Desk; registry: Registry }

/**
 * Reads back every capture of the run that has not been. Stops without a word where the signal fires: what is not kept is
 * done by whoever takes the run up again.
 */
export async function readBackRun(tools: Tools, runId: string, signal: AbortSignal): Promise<void> {
  for (const capture of await listNotReadBack(tools.desk.db, runId)) await readBack(tools, capture, signal)
}

/** Reads back what people have asked for. What the signal interrupts is still asked for, and done by the next worker. */
export async function readBackAsked(tools: Tools, signal: AbortSignal): Promise<void> {
  for (const capture of await listAskedReadBacks(tools.desk.db)) await readBack(tools, capture, signal)
}

async function readBack(
  { desk, registry }: Tools,
  capture: CaptureToReadBack,
  signal: AbortSignal,
): Promise<void> {
  if (signal.aborted) return
  const wacz = await desk.blobs.get(capture.digest)
  const window = AbortSignal.any([signal, AbortSignal.timeout(MAX_MS)])
  const request = { wacz, pageUrl: capture.finalUrl, method: capture.method }
  const replayed = await registry.replay(request, window)
  if (signal.aborted) return
  if (!replayed.ok) {
    const detail = { why: replayed.message }
    await saveReadBack(desk, MACHINE, capture.id, { readBack: 'could_not_look', detail })
    return
  }
  const { how, text, missing } = replayed
  const citations = capture.source.citations.map(({ claim, ...citation }) => ({
    ...citation,
    figures: claim.figures,
  }))
  const then = await readText(desk, capture.textDigest)
  const article = await readText(desk, capture.articleDigest)
  const judged = judgeReadBack(then, text, citations, article)
  const detail = { how, lookedFor: judged.lookedFor, differs: judged.differs, missing }
  await saveReadBack(desk, MACHINE, capture.id, { readBack: judged.readBack, detail })
}
