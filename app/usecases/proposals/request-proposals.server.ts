/** Asks the AI assistant for proposals: claims for a draft, queries for a claim, a translation for a citation. */
import { readInput } from '#domain/input.ts'
import type { Actor } from '#domain/person.ts'
import { ASSIST_CHAIN, assistAsk } from '#domain/proposal.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import type { RunRequest } from '#domain/run.ts'
import type { Desk } from '#storage/desk.server.ts'
import { assistRecord, newestAssistRun } from '#storage/proposals.server.ts'
import { transaction } from '#storage/transaction.server.ts'

/**
 * `raw` is checked against `assistAsk`. Queues a run of its own; refuses while the same question is under way, and where
 * there are no words to ask about. Whether the article may be shown to the assistant is decided as the step begins.
 */
export async function requestProposals(
  desk: Desk,
  actor: Actor,
  raw: unknown,
): Promise<Answer<{ runId: string; articleId: string }>> {
  const input = readInput(assistAsk, raw)
  if (!input.ok) return input
  const requestedById = actor.id
  if (!requestedById) return refuse('not_allowed', 'Only a person can ask the assistant.')
  const ask = input.value
  return transaction(desk, actor, async (tx, record) => {
    const about = await assistRecord(tx, ask)
    if (!about)
      return refuse(
        'not_found',
        'There are no words to ask about: a draft, a claim, or the exact words of a source.',
      )
    const newest = await newestAssistRun(tx, ask)
    if (newest && (newest.state === 'queued' || newest.state === 'running'))
      return refuse('conflict', 'The assistant is being asked this already.')
    const { articleId, claimId } = about
    const place = claimId ? { claimId } : { articleId }
    const request: RunRequest = { assist: ask }
    const chain = ASSIST_CHAIN
    const { id } = await tx.run.create({
      data: {
        kind: 'assist',
        state: 'queued',
        ...place,
        chain,
        request,
        requestedById,
        requestedAt: desk.now(),
      },
    })
    record({
      kind: 'run.requested',
      subjectKind: 'run',
      subjectId: id,
      payload: { kind: 'assist', ...place, chain, request },
    })
    return accept({ runId: id, articleId })
  })
}
