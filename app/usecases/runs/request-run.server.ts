/** Asks for a run: a search for a claim, or a capture of a source. */
import { readInput } from '#domain/input.ts'
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import { proposeQueries, type RunRequest, runInput } from '#domain/run.ts'
import { DEFAULT_FETCH_CHAIN, DEFAULT_FIND_CHAIN } from '#domain/step.ts'
import type { Desk } from '#storage/desk.server.ts'
import { transaction } from '#storage/transaction.server.ts'

export type RunSubject = { claimId: string } | { sourceId: string }

/**
 * `raw` is checked against `runInput`; without queries they are proposed from the claim. Refuses while a run for the
 * same subject waits or is running: two chains on one page tell nobody anything.
 */
export async function requestRun(
  desk: Desk,
  actor: Actor,
  subject: RunSubject,
  raw: unknown,
): Promise<Answer<{ id: string }>> {
  const input = readInput(runInput, raw)
  if (!input.ok) return input
  return transaction(desk, actor, async (tx, record) => {
    const running = await tx.run.findFirst({ where: { ...subject, state: { in: ['queued', 'running'] } } })
    if (running) return refuse('conflict', 'A run for this is already under way.')
    const request: RunRequest = { language: input.value.language }
    if ('claimId' in subject) {
      const claim = await tx.claim.findUnique({ where: { id: subject.claimId }, include: { figures: true } })
      if (!claim) return refuse('not_found', 'This claim does not exist.')
      request.queries = input.value.queries?.length ? input.value.queries : proposeQueries(claim)
    } else if (!(await tx.source.findUnique({ where: { id: subject.sourceId } })))
      return refuse('not_found', 'This source does not exist.')
    const kind = 'claimId' in subject ? 'find' : 'fetch'
    const chain = input.value.chain ?? (kind === 'find' ? DEFAULT_FIND_CHAIN : DEFAULT_FETCH_CHAIN)
    const { id } = await tx.run.create({
      data: {
        kind,
        state: 'queued',
        ...subject,
        chain,
        request,
        requestedById: actor.id,
        requestedAt: desk.now(),
      },
    })
    record({
      kind: 'run.requested',
      subjectKind: 'run',
      subjectId: id,
      payload: { kind, ...subject, chain, request },
    })
    return accept({ id })
  })
}
