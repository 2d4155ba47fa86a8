/** A person writes down how a request ended: answered, declined, no answer by the deadline, or not reached. Once. */
import { type AskDetail, answerInput, endingOfAsk, readAskDetail } from '#domain/ask.ts'
import { readInput } from '#domain/input.ts'
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import { ASK_STEP } from '#domain/step.ts'
import { instantOf } from '#domain/zoned-time.ts'
import type { Desk } from '#storage/desk.server.ts'
import { transaction } from '#storage/transaction.server.ts'

/**
 * `raw` is checked against `answerInput`. Refuses machines, a second outcome (`already_done`), a time before the request
 * or still to come, and silence as an outcome before the deadline has passed.
 */
export async function recordAnswer(
  desk: Desk,
  actor: Actor,
  attemptId: string,
  raw: unknown,
): Promise<Answer<{ id: string }>> {
  if (!actor.id) return refuse('not_allowed', 'Only a person can write down how a request ended.')
  const input = readInput(answerInput, raw)
  if (!input.ok) return input
  const { outcome, at, timeZone, answer } = input.value
  const now = desk.now()
  const endedAt = at === '' ? now : instantOf(at, timeZone)
  if (endedAt > now) return wrongTime('This is still to come.')
  return transaction(desk, actor, async (tx, record) => {
    const attempt = await tx.attempt.findFirst({ where: { id: attemptId, step: ASK_STEP } })
    const detail = readAskDetail(attempt?.detail)
    if (!attempt || !detail) return refuse('not_found', 'There is no such request to a person.')
    if (attempt.ended !== null) return refuse('already_done', 'How this request ended is on record already.')
    if (endedAt < attempt.startedAt) return wrongTime('This is before the request was sent.')
    if (outcome === 'no_answer' && new Date(detail.deadline) > now) {
      const message = 'The deadline has not passed yet.'
      return refuse('invalid', message, { outcome: message })
    }
    const told: AskDetail = { ...detail, outcome, outcomeAt: endedAt.toISOString() }
    const closed = { ended: endingOfAsk(outcome), message: answer || null, detail: told }
    await tx.attempt.update({ where: { id: attemptId }, data: { ...closed, finishedAt: endedAt } })
    await tx.run.update({ where: { id: attempt.runId }, data: { state: 'finished', finishedAt: now } })
    record({
      kind: 'attempt.closed',
      subjectKind: 'attempt',
      subjectId: attemptId,
      payload: { runId: attempt.runId, step: attempt.step, ...closed, finishedAt: endedAt },
    })
    record({
      kind: 'run.finished',
      subjectKind: 'run',
      subjectId: attempt.runId,
      payload: { state: 'finished', attempts: [{ step: attempt.step, ended: closed.ended, reason: null }] },
    })
    return accept({ id: attemptId })
  })
}

const wrongTime = (message: string) => refuse('invalid', message, { at: message })
