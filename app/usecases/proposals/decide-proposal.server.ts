/** A person makes a proposal their own, as it is or changed, or dismisses it. A machine cannot. */
import { z } from 'zod'
import { claimInput } from '#domain/claim.ts'
import { figureFromReading } from '#domain/figure.ts'
import { readInput } from '#domain/input.ts'
import type { Actor } from '#domain/person.ts'
import { type AssistAsk, type ProposedContent, readContent } from '#domain/proposal.ts'
import { gateProposal, mayPassEdited, readGate, whyNotPassed } from '#domain/proposal-gate.ts'
import { draftPassage } from '#domain/proposal-parts/draft-passage.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import type { Proposal } from '#prisma/generated/client.ts'
import { readFigures } from '#reading/figures.ts'
import { reopenIfSettled } from '#storage/claims.server.ts'
import type { Transaction } from '#storage/database.server.ts'
import type { Desk } from '#storage/desk.server.ts'
import { insertClaim } from '#storage/insert-claim.server.ts'
import { assistRecord } from '#storage/proposals.server.ts'
import { type Recorder, transaction } from '#storage/transaction.server.ts'

/** `text` are the words that the person accepts, where they changed them: the claim, the query or the translation. */
const decisionInput = z.object({
  decision: z.enum(['accept', 'dismiss'], 'Accept the proposal or dismiss it.'),
  text: z.string().trim().max(10_000).optional(),
})

export type DecidedProposal = { articleId: string; claimId: string | null; citationId: string | null }

type Decision = { tx: Transaction; record: Recorder; actor: Actor & { id: string }; now: Date }

/**
 * `raw` is checked against `decisionInput`. What did not pass the gate is not accepted; a translation that only a person can
 * judge is, once they have changed it. The words accepted are held against the record anew: a draft or a quotation may have changed.
 */
export async function decideProposal(
  desk: Desk,
  actor: Actor,
  proposalId: string,
  raw: unknown,
): Promise<Answer<DecidedProposal>> {
  const input = readInput(decisionInput, raw)
  if (!input.ok) return input
  const { id: personId } = actor
  if (!personId || actor.role === 'machine')
    return refuse('not_allowed', 'Only a person can accept or dismiss a proposal.')
  const now = desk.now()
  return transaction<DecidedProposal>(desk, actor, async (tx, record) => {
    const proposal = await tx.proposal.findUnique({ where: { id: proposalId } })
    if (!proposal) return refuse('not_found', 'This proposal does not exist.')
    if (proposal.state !== 'proposed')
      return refuse('already_done', 'This proposal has been accepted or dismissed already.')
    const { kind, articleId, claimId, citationId, provider, model } = proposal
    const isAccepted = input.value.decision === 'accept'
    const taken = isAccepted
      ? await take({ tx, record, actor: { ...actor, id: personId }, now }, proposal, input.value.text)
      : null
    if (taken && !taken.ok) return taken
    await tx.proposal.update({
      where: { id: proposalId },
      data: {
        state: isAccepted ? 'accepted' : 'dismissed',
        decidedById: personId,
        decidedAt: now,
        ...(taken ? { content: taken.value.content, gate: taken.value.gate } : {}),
      },
    })
    record({
      kind: isAccepted ? 'proposal.accepted' : 'proposal.dismissed',
      subjectKind: 'proposal',
      subjectId: proposalId,
      payload: { kind, articleId, claimId, citationId, provider, model, ...(taken?.value ?? {}) },
    })
    return accept({ articleId, claimId: taken?.value.claimId ?? claimId, citationId })
  })
}

/** Makes the words accepted the person's own. Answers with them, with how they fared, and with the claim they became. */
async function take(by: Decision, proposal: Proposal, text: string | undefined) {
  const stored = readContent(proposal.kind, proposal.content)
  const gate = readGate(proposal.gate)
  if (!stored || !gate)
    return refuse('invalid', 'This proposal is of another version. Ask the assistant again.')
  const mine = text ? edited(stored, text) : stored
  const isEdited = level(wordsOf(mine)) !== level(wordsOf(stored))
  const mayTake = gate.passed || (stored.kind === 'translation' && isEdited)
  if (!mayTake) return refuse('conflict', refusalWords(stored, whyNotPassed(gate)))
  const about = await assistRecord(by.tx, askAgain(proposal))
  if (!about) return refuse('conflict', 'What it was proposed for is no longer there.')
  const anew = gateProposal(about.subject, mine)
  const passes = anew.passed || (stored.kind === 'translation' && isEdited && mayPassEdited(anew))
  if (!passes) return refuse('conflict', whyNotPassed(anew))
  const { kind: _, ...content } = mine
  if (mine.kind === 'claim' && about.subject.kind === 'claim')
    return logged(by, proposal, mine, about.subject.draft, { content, gate: anew })
  if (mine.kind === 'translation') await translate(by, proposal, mine.translation)
  return accept({ content, gate: anew, claimId: proposal.claimId })
}

function refusalWords({ kind }: ProposedContent, why: string): string {
  const way = {
    claim: 'Log the claim yourself if it is right all the same.',
    query: 'Type the query yourself if it is right all the same.',
    translation: 'Put it right first.',
  }
  return `It did not pass, so it cannot be accepted as it is. ${why} ${way[kind]}`
}

function askAgain({ kind, articleId, claimId, citationId }: Proposal): AssistAsk {
  if (kind === 'claim') return { kind, articleId }
  return kind === 'query' ? { kind, claimId: claimId ?? '' } : { kind, citationId: citationId ?? '' }
}

function edited(content: ProposedContent, text: string): ProposedContent {
  if (content.kind === 'claim') return { ...content, text }
  return content.kind === 'query' ? { ...content, query: text } : { ...content, translation: text }
}

function wordsOf(content: ProposedContent): string {
  if (content.kind === 'claim') return content.text
  return content.kind === 'query' ? content.query : content.translation
}

/** Spaces and punctuation alone are no change of a person's. */
function level(words: string): string {
  return words.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase()
}

async function logged(
  { tx, record, actor, now }: Decision,
  { id, articleId, provider, model }: Proposal,
  { text, passage, claimant, claimKind }: Extract<ProposedContent, { kind: 'claim' }>,
  draft: string,
  taken: { content: Omit<ProposedContent, 'kind'>; gate: ReturnType<typeof gateProposal> },
) {
  // The draft's own letters, so that the pencil finds them again.
  const words = draftPassage(draft, passage).words ?? passage
  const input = readInput(claimInput, { kind: claimKind, text, passage: words, claimant })
  if (!input.ok) return input
  const { figures: _, ...claim } = input.value
  const fromProposal = { id, provider, model }
  const figures = readFigures(claim.text).map(figureFromReading)
  const made = await insertClaim(tx, record, {
    articleId,
    claim,
    figures,
    loggedById: actor.id,
    now,
    fromProposal,
  })
  if (!made) return refuse('not_found', 'This article does not exist.')
  await tx.proposal.update({ where: { id }, data: { claimId: made.id } })
  return accept({ ...taken, claimId: made.id as string | null })
}

async function translate(
  { tx, record, actor, now }: Decision,
  { id, citationId, provider, model }: Proposal,
  translation: string,
): Promise<void> {
  const before = await tx.citation.findUniqueOrThrow({
    where: { id: citationId ?? '' },
    include: { claim: true },
  })
  const translatedBy = `${actor.name}, from a proposal of ${model}`.slice(0, 300)
  await tx.citation.update({ where: { id: before.id }, data: { translation, translatedBy, updatedAt: now } })
  await reopenIfSettled(tx, record, before.claim, now, 'a citation was changed')
  record({
    kind: 'citation.edited',
    subjectKind: 'citation',
    subjectId: before.id,
    payload: {
      claimId: before.claimId,
      before: { translation: before.translation, translatedBy: before.translatedBy },
      after: { translation, translatedBy },
      fromProposal: { id, provider, model },
    },
  })
}
