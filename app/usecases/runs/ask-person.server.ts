/** Puts a request to a person on record as it is sent: a run of its own with one attempt, open until the outcome is written down. */
import { ASK_VERSION, type AskDetail, askChain, askInput } from '#domain/ask.ts'
import { readInput } from '#domain/input.ts'
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import { ASK_STEP } from '#domain/step.ts'
import type { Desk } from '#storage/desk.server.ts'
import { transaction } from '#storage/transaction.server.ts'

/**
 * `raw` is checked against `askInput`. The run has no lease, so that no worker ever takes it. Refuses machines, and a
 * request that is still to be sent: what is on record has happened.
 */
export async function askPerson(
  desk: Desk,
  actor: Actor,
  claimId: string,
  raw: unknown,
): Promise<Answer<{ runId: string; attemptId: string }>> {
  const requestedById = actor.id
  if (!requestedById) return refuse('not_allowed', 'Only a person can ask people.')
  const input = readInput(askInput, raw)
  if (!input.ok) return input
  const { askedOf, channel, about, words, sentAt, deadline, timeZone } = input.value
  const now = desk.now()
  if (sentAt > now) {
    const message = 'This is still to come. Write a request down once it has been sent.'
    return refuse('invalid', message, { sentAt: message })
  }
  return transaction(desk, actor, async (tx, record) => {
    if (!(await tx.claim.findUnique({ where: { id: claimId } })))
      return refuse('not_found', 'This claim does not exist.')
    const chain = askChain(sentAt, deadline)
    const detail: AskDetail = { channel, about, deadline: deadline.toISOString(), timeZone }
    const run = await tx.run.create({
      data: {
        ...{ kind: 'ask', state: 'running', claimId, chain, request: {}, requestedById },
        ...{ requestedAt: now, startedAt: sentAt },
      },
    })
    const step = { step: ASK_STEP, version: ASK_VERSION, windowMs: chain.windowMs, person: actor.name }
    const asked = { askedOf, asked: words || about, detail }
    const { id } = await tx.attempt.create({
      data: { runId: run.id, ordinal: 1, ...step, ...asked, startedAt: sentAt },
    })
    record({
      kind: 'run.requested',
      subjectKind: 'run',
      subjectId: run.id,
      payload: { kind: 'ask', claimId, chain, askedOf, channel },
    })
    record({
      kind: 'attempt.opened',
      subjectKind: 'attempt',
      subjectId: id,
      payload: { runId: run.id, ordinal: 1, ...step, ...asked, startedAt: sentAt },
    })
    return accept({ runId: run.id, attemptId: id })
  })
}
