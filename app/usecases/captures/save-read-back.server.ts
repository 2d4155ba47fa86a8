/** Keeps what opening a capture again, offline, showed. */
import type { ReadBack } from '#domain/capture.ts'
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import type { Desk } from '#storage/desk.server.ts'
import { transaction } from '#storage/transaction.server.ts'

/** Kept once, unless nobody could look: the bytes do not change, so a second reading has nothing to add. Refuses `already_done`. */
export async function saveReadBack(
  desk: Desk,
  actor: Actor,
  captureId: string,
  result: { readBack: ReadBack; detail: Record<string, unknown> },
): Promise<Answer<{ captureId: string }>> {
  const { readBack } = result
  const detail = result.detail as Prisma.InputJsonObject
  return transaction(desk, actor, async (tx, record) => {
    const capture = await tx.capture.findUnique({ where: { id: captureId }, select: { readBack: true } })
    if (!capture) return refuse('not_found', 'There is no such archived copy.')
    if (capture.readBack && capture.readBack !== 'could_not_look')
      return refuse('already_done', 'This copy has been opened again already.')
    await tx.capture.update({ where: { id: captureId }, data: { readBack, readBackDetail: detail } })
    record({
      kind: 'capture.read_back',
      subjectKind: 'capture',
      subjectId: captureId,
      payload: { readBack, detail },
    })
    return accept({ captureId })
  })
}
