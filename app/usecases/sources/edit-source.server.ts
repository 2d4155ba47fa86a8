/** Changes what is known about a source. Its address stays: another address is another source. */
import { readInput } from '#domain/input.ts'
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import { sourceInput } from '#domain/source.ts'
import type { Desk } from '#storage/desk.server.ts'
import { transaction } from '#storage/transaction.server.ts'

const editable = sourceInput.omit({ address: true })

/** `raw` is checked against `sourceInput` without the address. */
export async function editSource(
  desk: Desk,
  actor: Actor,
  sourceId: string,
  raw: unknown,
): Promise<Answer<{ id: string }>> {
  const input = readInput(editable, raw)
  if (!input.ok) return input
  return transaction(desk, actor, async (tx, record) => {
    const before = await tx.source.findUnique({ where: { id: sourceId } })
    if (!before) return refuse('not_found', 'This source does not exist.')
    await tx.source.update({ where: { id: sourceId }, data: { ...input.value, updatedAt: desk.now() } })
    const { publisher, title, author, language, kind, published } = before
    record({
      kind: 'source.edited',
      subjectKind: 'source',
      subjectId: sourceId,
      payload: { before: { publisher, title, author, language, kind, published }, after: input.value },
    })
    return accept({ id: sourceId })
  })
}
