/** Ends looks at leads: closes their attempts and, where a look was the last one, writes down what became of the lead. */
import type { Actor } from '#domain/person.ts'
import { type Answer, accept } from '#domain/refusal.ts'
import type { ScreenedLead } from '#domain/screening.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { type AttemptEnd, closeAttemptRow } from '#storage/attempts.server.ts'
import type { StoredBlob } from '#storage/blobs.server.ts'
import type { Transaction } from '#storage/database.server.ts'
import type { Desk } from '#storage/desk.server.ts'
import { type Recorder, transaction } from '#storage/transaction.server.ts'

/**
 * `screened` is null for a look that says nothing of the lead yet: an archive is asked next, or the run was stopped.
 * `leadIds` are all leads of the run with the address; `text` is what the page was read as.
 */
export type EndedLook = {
  attempt: { id: string; workerId: string }
  end: AttemptEnd
  screened: (ScreenedLead & { address: string; leadIds: string[]; text: StoredBlob | null }) | null
}

/**
 * Attempt, leads and ledger in one transaction, so that a worker that dies leaves a lead either screened or still to be
 * screened; looks that end at the same time share it. Answers, in the order of `looks`, which were written: one whose
 * attempt is closed already, or whose run is no longer this worker's, is on record elsewhere. Leads that somebody has dealt
 * with meanwhile are filled all the same: what was found out stays.
 */
export async function recordScreening(
  desk: Desk,
  actor: Actor,
  looks: EndedLook[],
): Promise<Answer<boolean[]>> {
  const now = desk.now()
  return transaction(desk, actor, async (tx, record) => {
    const written: boolean[] = []
    for (const { attempt, end, screened } of looks) {
      const of = { now, blobs: screened?.text ? [screened.text] : [], more: {} }
      const run = await closeAttemptRow(tx, record, attempt, end, of)
      written.push(run !== null)
      if (run && screened) await fillLeads(tx, record, attempt.id, screened, now)
    }
    return accept(written)
  })
}

async function fillLeads(
  tx: Transaction,
  record: Recorder,
  attemptId: string,
  screened: NonNullable<EndedLook['screened']>,
  now: Date,
): Promise<void> {
  const { standing, rank, screening, text, leadIds } = screened
  await tx.lead.updateMany({
    where: { id: { in: leadIds } },
    data: {
      standing,
      rank,
      screening: screening as unknown as Prisma.InputJsonObject,
      screenedAt: now,
      textDigest: text?.digest ?? null,
    },
  })
  const { finds, why } = screening
  const payload = {
    attemptId,
    address: screened.address,
    standing,
    rank,
    textDigest: text?.digest ?? null,
    figures: finds?.figures.map(({ claimed, verdict, found }) => ({ claimed, verdict, found })) ?? [],
    quote: finds?.quote?.verdict ?? null,
    why,
  }
  for (const id of leadIds) record({ kind: 'lead.screened', subjectKind: 'lead', subjectId: id, payload })
}
