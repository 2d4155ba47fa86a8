/** A person asks for a capture to be opened again, offline, because nobody could look. */
import { readBackStanding } from '#domain/capture.ts'
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import type { Desk } from '#storage/desk.server.ts'
import { transaction } from '#storage/transaction.server.ts'

/** The worker takes it up by itself. Refuses what is known already: bytes do not change, so a second reading has nothing to add. */
export async function askReadBack(
  desk: Desk,
  actor: Actor,
  captureId: string,
): Promise<Answer<{ captureId: string }>> {
  return transaction(desk, actor, async (tx, record) => {
    const capture = await tx.capture.findUnique({
      where: { id: captureId },
      select: {
        sourceId: true,
        readBack: true,
        readBackDetail: true,
        attempt: { select: { run: { select: { state: true } } } },
      },
    })
    if (!capture) return refuse('not_found', 'There is no such archived copy.')
    const standing = readBackStanding(capture)
    if (standing === 'known') return refuse('already_done', 'This copy has been opened again already.')
    if (standing !== 'to_ask') return refuse('conflict', 'This copy is about to be opened again anyway.')
    const detail = { askedBy: actor.name, askedAt: desk.now().toISOString() }
    await tx.capture.update({ where: { id: captureId }, data: { readBack: null, readBackDetail: detail } })
    record({
      kind: 'capture.read_back_asked',
      subjectKind: 'capture',
      subjectId: captureId,
      payload: { sourceId: capture.sourceId, was: capture.readBack },
    })
    return accept({ captureId })
  })
}
