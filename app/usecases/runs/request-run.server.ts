/** Asks for a run: a search for a claim, or a capture of a source. */
import { readInput } from '#domain/input.ts'
import type { Actor } from '#domain/person.ts'
import { proposeQueries } from '#domain/propose-queries.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import { PROPOSED_QUERIES, type RunRequest, runInput } from '#domain/run.ts'
import { chainFor, chainForSource } from '#storage/chains.server.ts'
import { claimToSearch } from '#storage/claim-to-search.server.ts'
import type { Desk } from '#storage/desk.server.ts'
import { proposedAmong } from '#storage/proposals.server.ts'
import { transaction } from '#storage/transaction.server.ts'

export type RunSubject = { claimId: string } | { sourceId: string }

/**
 * `raw` is checked against `runInput`; without queries they are proposed from the claim, without a chain the article's or
 * the desk's is walked. Refuses while a run for the same subject waits or is running: two chains on one page tell nobody
 * anything.
 */
export async function requestRun(
  desk: Desk,
  actor: Actor,
  subject: RunSubject,
  raw: unknown,
): Promise<Answer<{ id: string }>> {
  const input = readInput(runInput, raw)
  if (!input.ok) return input
  const { queries, sites, language, chain: own } = input.value
  return transaction(desk, actor, async (tx, record) => {
    const underWay = { ...subject, state: { in: ['queued' as const, 'running' as const] } }
    // A request to a person is open for days and walks no chain; a question to the assistant looks for nothing.
    if (await tx.run.findFirst({ where: { ...underWay, kind: { notIn: ['ask', 'assist'] } } }))
      return refuse('conflict', 'A run for this is already under way.')
    const request: RunRequest = { language }
    let chain = own
    if ('claimId' in subject) {
      const claim = await claimToSearch(tx, subject.claimId)
      if (!claim) return refuse('not_found', 'This claim does not exist.')
      const proposed = () => proposeQueries(claim).slice(0, PROPOSED_QUERIES)
      request.queries = queries?.length ? queries : proposed().map(({ query }) => query)
      if (sites?.length) request.sites = sites
      const behind = await proposedAmong(tx, subject.claimId, request.queries)
      if (behind.length > 0) request.proposed = behind
      chain ??= (await chainFor(tx, 'find', claim.articleId)).chain
    } else if (!(await tx.source.findUnique({ where: { id: subject.sourceId } })))
      return refuse('not_found', 'This source does not exist.')
    else chain ??= await chainForSource(tx, subject.sourceId)
    const kind = 'claimId' in subject ? 'find' : 'fetch'
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
