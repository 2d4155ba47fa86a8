/** Closes the attempt that asked the assistant and keeps what it proposed, each held against the record as it is now. */
import type { Actor } from '#domain/person.ts'
import type { ProposedContent } from '#domain/proposal.ts'
import { gateProposal } from '#domain/proposal-gate.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import { type AttemptEnd, closeAttemptRow } from '#storage/attempts.server.ts'
import type { Desk } from '#storage/desk.server.ts'
import { askOf, assistRecord } from '#storage/proposals.server.ts'
import { transaction } from '#storage/transaction.server.ts'

/** How the step ended; `answer` is null unless the assistant proposed something. */
export type AssistEnd = AttemptEnd & {
  answer: { provider: string; model: string; asked: string; proposals: ProposedContent[] } | null
}

/** Refuses as `conflict` when the attempt is closed already or the run is no longer this worker's. */
export async function recordProposals(
  desk: Desk,
  actor: Actor,
  attempt: { id: string; workerId: string },
  end: AssistEnd,
): Promise<Answer<{ proposals: number }>> {
  const now = desk.now()
  // Comparing takes seconds for a long draft, and nobody must wait for the write lock meanwhile.
  const held = end.answer ? await heldAgainstRecord(desk, attempt.id, end.answer.proposals) : null
  return transaction<{ proposals: number }>(desk, actor, async (tx, record) => {
    const { answer, ...closed } = end
    const proposals = held?.judged.length ?? 0
    const run = await closeAttemptRow(tx, record, attempt, closed, { now, blobs: [], more: { proposals } })
    if (!run) return refuse('conflict', 'This attempt is closed already.')
    if (!answer || !held) return accept({ proposals })
    const { provider, model, asked } = answer
    const { articleId, claimId, citationId, requestedById } = held
    for (const [index, { kind, content, gate }] of held.judged.entries()) {
      // Ids in the order of the model's answer, which no other column tells.
      const id = `${attempt.id}-${String(index + 1).padStart(3, '0')}`
      const told = { kind, articleId, claimId, citationId, provider, model, content, gate }
      await tx.proposal.create({
        data: { id, ...told, asked, state: 'proposed', attemptId: attempt.id, requestedById, at: now },
      })
      record({
        kind: 'proposal.recorded',
        subjectKind: 'proposal',
        subjectId: id,
        payload: { ...told, attemptId: attempt.id },
      })
    }
    return accept({ proposals })
  })
}

/** Null where what was asked about is gone. Accepting compares anew, so a change made meanwhile does no harm. */
async function heldAgainstRecord(desk: Desk, attemptId: string, proposals: ProposedContent[]) {
  const { run } = await desk.db.attempt.findUniqueOrThrow({
    where: { id: attemptId },
    select: { run: { select: { request: true, requestedById: true } } },
  })
  const ask = askOf(run.request)
  const about = ask && (await assistRecord(desk.db, ask))
  const { requestedById } = run
  if (!about || !requestedById) return null
  const { subject, ...place } = about
  const judged = proposals.map((proposal) => {
    const { kind, ...content } = proposal
    return { kind, content, gate: gateProposal(subject, proposal) }
  })
  return { ...place, requestedById, judged }
}
