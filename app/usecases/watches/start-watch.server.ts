/** Starts to look at a source again and again, until a day. */
import { readInput } from '#domain/input.ts'
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import { lastMoment, nextTime, watchInput } from '#domain/watch.ts'
import type { Desk } from '#storage/desk.server.ts'
import { transaction } from '#storage/transaction.server.ts'

/** `raw` is checked against `watchInput`. One watch per source at a time; the first look comes after one interval. */
export async function startWatch(
  desk: Desk,
  actor: Actor,
  sourceId: string,
  raw: unknown,
): Promise<Answer<{ id: string }>> {
  const input = readInput(watchInput, raw)
  if (!input.ok) return input
  const createdById = actor.id
  if (!createdById) return refuse('not_allowed', 'Only a person can start a watch.')
  const now = desk.now()
  const { everyHours, until, daysAfterPublication, windowMs } = input.value
  const articleId = until ? null : input.value.articleId
  return transaction(desk, actor, async (tx, record) => {
    if (!(await tx.source.findUnique({ where: { id: sourceId } })))
      return refuse('not_found', 'This source does not exist.')
    if (await tx.watch.findFirst({ where: { sourceId, endedAt: null } }))
      return refuse('conflict', 'This source is watched already. End that watch first.')
    const article = articleId ? await tx.article.findUnique({ where: { id: articleId } }) : null
    if (articleId && !article) return refuse('not_found', 'This article does not exist.')
    const schedule = { until, daysAfterPublication: until ? null : daysAfterPublication }
    const last = lastMoment(schedule, article?.publishedOn ?? null)
    const nextAt = nextTime({ everyHours, nextAt: now }, now)
    if (last && last < nextAt)
      return refuse('invalid', 'This ends before the first look.', { until: 'Give a later day.' })
    const row = { ...schedule, sourceId, articleId, everyHours, windowMs, nextAt }
    const { id } = await tx.watch.create({ data: { ...row, createdById, createdAt: now } })
    record({
      kind: 'watch.started',
      subjectKind: 'watch',
      subjectId: id,
      payload: { ...row, every: everyHours === 1 ? 'hour' : `${everyHours} hours` },
    })
    return accept({ id })
  })
}
