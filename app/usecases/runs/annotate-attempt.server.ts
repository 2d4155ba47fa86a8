/** A person adds a note to an attempt. The attempt itself is never edited, nor is a note. */
import { z } from 'zod'
import { readInput } from '#domain/input.ts'
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import type { Desk } from '#storage/desk.server.ts'
import { transaction } from '#storage/transaction.server.ts'

const noteInput = z.object({
  text: z.string().trim().min(1, 'Write the note.').max(2_000, 'A note has at most 2,000 characters.'),
})

/** `raw` holds `text`. The name stands with the note as it was then. Refuses machines: a note is somebody's word. */
export async function annotateAttempt(
  desk: Desk,
  actor: Actor,
  attemptId: string,
  raw: unknown,
): Promise<Answer<{ id: string }>> {
  const byId = actor.id
  if (!byId) return refuse('not_allowed', 'Only a person can add a note.')
  const input = readInput(noteInput, raw)
  if (!input.ok) return input
  const { text } = input.value
  return transaction(desk, actor, async (tx, record) => {
    const attempt = await tx.attempt.findUnique({ where: { id: attemptId } })
    if (!attempt) return refuse('not_found', 'This attempt does not exist.')
    const { id } = await tx.attemptNote.create({
      data: { attemptId, text, byId, byName: actor.name, createdAt: desk.now() },
    })
    record({
      kind: 'attempt.annotated',
      subjectKind: 'attempt',
      subjectId: attemptId,
      payload: { noteId: id, runId: attempt.runId, step: attempt.step, text },
    })
    return accept({ id })
  })
}
