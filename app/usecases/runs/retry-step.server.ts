/** Walks one step of a run again: a new run with that step alone, linked to the attempt it repeats. */
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import { retriedChain } from '#domain/retry.ts'
import type { RunRequest } from '#domain/run.ts'
import type { Desk } from '#storage/desk.server.ts'
import { transaction } from '#storage/transaction.server.ts'

/**
 * The request stays word for word: same queries, same document. Refuses while a run for the same claim or source is under
 * way, and for attempts that are no step of a chain.
 */
export async function retryStep(
  desk: Desk,
  actor: Actor,
  attemptId: string,
): Promise<Answer<{ runId: string }>> {
  const requestedById = actor.id
  if (!requestedById) return refuse('not_allowed', 'Only a person can ask for a step again.')
  return transaction(desk, actor, async (tx, record) => {
    const attempt = await tx.attempt.findUnique({ where: { id: attemptId }, include: { run: true } })
    if (!attempt) return refuse('not_found', 'There is no such attempt.')
    const { kind, articleId, claimId, sourceId } = attempt.run
    const planned = retriedChain(attempt.run, attempt)
    if (!planned.ok) return planned
    const subject = { articleId, claimId, sourceId }
    const busy = await tx.run.findFirst({
      where: { kind, ...subject, state: { in: ['queued', 'running'] } },
      select: { id: true },
    })
    if (busy) return refuse('conflict', 'A run for this is under way. Wait for it to end, or stop it.')
    const chain = planned.value
    const request: RunRequest = { ...(attempt.run.request as RunRequest), retryOf: attempt.id }
    const { id } = await tx.run.create({
      data: { kind, state: 'queued', ...subject, chain, request, requestedById, requestedAt: desk.now() },
    })
    record({
      kind: 'run.requested',
      subjectKind: 'run',
      subjectId: id,
      payload: { kind, ...subject, chain, request, retryOf: attempt.id },
    })
    return accept({ runId: id })
  })
}
