/** Closes the attempt that asked the assistant and keeps what it proposed, each held against the record as it is now. */
import type { Actor } from '#domain/person.ts'
import type { AssistAsk, ProposedContent } from '#domain/proposal.ts'
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
  return transaction<{ proposals: number }>(desk, actor, async (tx, record) => {
    const { answer, ...closed } = end
    const proposals = answer?.proposals.length ?? 0
    const run = await closeAttemptRow(tx, record, attempt, closed, { now, blobs: [], more: { proposals } })
    if (!run) return refuse('conflict', 'This attempt is closed already.')
    const row = await tx.attempt.findUniqueOrThrow({
      where: { id: attempt.id },
      select: { run: { select: { request: true, requestedById: true } } },
    })
    const ask: AssistAsk | null = askOf(row.run.request)
    const about = ask && (await assistRecord(tx, ask))
    const { requestedById } = row.run
    if (!answer || !about || !requestedById) return accept({ proposals: 0 })
    const { provider, model, asked } = answer
    const { articleId, claimId, citationId, subject } = about
    for (const [index, { kind, ...content }] of answer.proposals.entries()) {
      const gate = gateProposal(subject, { kind, ...content } as ProposedContent)
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
