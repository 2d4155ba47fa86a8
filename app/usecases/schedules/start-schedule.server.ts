/** Plans a search that runs again by the clock until a day. */
import { readInput } from '#domain/input.ts'
import type { Actor } from '#domain/person.ts'
import { proposeQueries } from '#domain/propose-queries.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import { PROPOSED_QUERIES } from '#domain/run.ts'
import { scheduleInput } from '#domain/schedule.ts'
import { scheduleWords } from '#domain/schedule-words.ts'
import { chainFor } from '#storage/chains.server.ts'
import { claimToSearch } from '#storage/claim-to-search.server.ts'
import type { Desk } from '#storage/desk.server.ts'
import { transaction } from '#storage/transaction.server.ts'

/** More schedules for one claim are a mistake: their leads could not be told apart. */
const MAX_PER_CLAIM = 5

/**
 * `raw` is checked against `scheduleInput`. The chain in force now is kept with the schedule: every search of it is then the
 * same search. Without queries those proposed now are kept.
 */
export async function startSchedule(
  desk: Desk,
  actor: Actor,
  claimId: string,
  raw: unknown,
): Promise<Answer<{ id: string }>> {
  const createdById = actor.id
  if (!createdById) return refuse('not_allowed', 'Only a person can plan a search.')
  const now = desk.now()
  const input = readInput(scheduleInput(now), raw)
  if (!input.ok) return input
  const { request: asked, ...times } = input.value
  return transaction(desk, actor, async (tx, record) => {
    const claim = await claimToSearch(tx, claimId)
    if (!claim) return refuse('not_found', 'This claim does not exist.')
    if ((await tx.schedule.count({ where: { claimId, endedAt: null } })) >= MAX_PER_CLAIM)
      return refuse(
        'conflict',
        `At most ${MAX_PER_CLAIM} searches can be planned for one claim. End one first.`,
      )
    const proposed = () => proposeQueries(claim).slice(0, PROPOSED_QUERIES)
    const request = {
      ...asked,
      queries: asked.queries?.length ? asked.queries : proposed().map(({ query }) => query),
    }
    const { chain } = await chainFor(tx, 'find', claim.articleId)
    const row = { ...times, claimId, chain, request }
    const { id } = await tx.schedule.create({ data: { ...row, createdById, createdAt: now } })
    record({
      kind: 'schedule.started',
      subjectKind: 'schedule',
      subjectId: id,
      payload: { ...row, words: scheduleWords(times) },
    })
    return accept({ id })
  })
}
